"use client";
// The one table: search, sort, pages.
import {
  type ReactElement,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useImperativeHandle,
  useMemo,
  useState,
} from "react";
import { useAfterPaint } from "../hooks/use-after-paint.ts";
import { CellText } from "./CellText.tsx";
import type { DataColumn } from "./data-column.ts";
import { Pager } from "./Pager.tsx";
import { SearchField } from "./SearchField.tsx";
import { SortHeader } from "./SortHeader.tsx";
import { findRows, type Sorting, sortRows, toNextSorting } from "./search-and-sort.ts";
import { TableBox } from "./TableBox.tsx";

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Keep it stable between renders: a new array starts again on the first page. */
  readonly rows: readonly Row[];
  /** A row as it is by now: it is shown so, and stays in its place until somebody searches or sorts. @default null itself */
  readonly current?: ((row: Row) => Row) | null;
  readonly handle?: Ref<DataTableHandle<Row>>;
  readonly rowId: (row: Row) => string;
  /** True for a row, as it is by now, that shows its texts and nothing else, whatever its columns draw for others. @default never */
  readonly isPlain?: (row: Row) => boolean;
  readonly noRows: string;
  /** Left of the search field. */
  readonly toolbar: ReactNode;
}

/** What can be asked of a table from outside. */
export interface DataTableHandle<Row> {
  /** The rows found, as they are by now, in the order shown, those of other pages included. */
  rows(): readonly Row[];
  /** Turns to the page with this row. */
  show(id: string): void;
}

const firstPage = { pageIndex: 0, pageSize: 50 };
// More than the box shows at once.
const firstDrawn = 12;

export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, columns, rows, current = null, handle, rowId, isPlain, noRows, toolbar } = props;
  const [search, setSearch] = useState("");
  // Typing stays quick while 10,000 rows are searched behind it.
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const [order, setOrder] = useState({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that changes does not leave its place under a person's hands
  const found = useMemo(
    () => findRows(current ? rows.map(current) : rows, columns, wanted),
    [rows, columns, wanted, order],
  );
  const [pagination, setPagination] = useState(firstPage);
  const toFirstPage = () => setPagination(({ pageSize }) => ({ pageIndex: 0, pageSize }));
  const [knownRows, setKnownRows] = useState(rows);
  if (rows !== knownRows) {
    setKnownRows(rows);
    toFirstPage();
  }
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sorted = useMemo(() => sortRows(found, columns, sorting), [found, columns, sorting]);
  const from = pagination.pageIndex * pagination.pageSize;
  // What is below the fold of the table's box follows a moment later.
  const isPainted = useAfterPaint();
  const page = sorted.slice(from, from + (isPainted ? pagination.pageSize : firstDrawn));
  useImperativeHandle(handle, () => ({
    rows: () => (current ? sorted.map(current) : sorted),
    show(id) {
      const place = sorted.findIndex((row) => rowId(row) === id);
      if (place < 0) return;
      setPagination(({ pageSize }) => ({ pageSize, pageIndex: Math.floor(place / pageSize) }));
    },
  }));

  return (
    <div className="ieu-data">
      <div className="ieu-toolbar">
        {toolbar}
        <SearchField
          text={search}
          onText={(text) => {
            setSearch(text);
            toFirstPage();
          }}
        />
      </div>
      <TableBox caption={caption} isTall>
        <thead className="ieu-head">
          <tr className="ieu-row">
            {columns.map((column) => (
              <SortHeader
                key={column.id}
                {...column}
                sorted={sorting?.column === column.id ? sorting.order : false}
                onSort={() => {
                  setOrder({});
                  setSorting(toNextSorting(sorting, column.id));
                  toFirstPage();
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody className="ieu-body">
          {page.map((row) => (
            <tr key={rowId(row)} className="ieu-row">
              {toCells(columns, current ? current(row) : row, isPlain)}
            </tr>
          ))}
          {page.length === 0 && (
            <tr className="ieu-row">
              <td className="ieu-cell ieu-no-rows" colSpan={columns.length}>
                {noRows}
              </td>
            </tr>
          )}
        </tbody>
      </TableBox>
      <Pager
        {...pagination}
        total={found.length}
        onPage={(pageIndex) => setPagination(({ pageSize }) => ({ pageIndex, pageSize }))}
        onPageSize={(pageSize) => setPagination({ pageIndex: 0, pageSize })}
      />
    </div>
  );
}

function toCells<Row>(columns: readonly DataColumn<Row>[], row: Row, isPlain?: (row: Row) => boolean): ReactElement[] {
  const hasOnlyTexts = isPlain?.(row) ?? false;
  return columns.map((column) => toCell(column, row, hasOnlyTexts));
}

// No component, and none inside where a text is all there is: hundreds of them are felt when the table appears.
function toCell<Row>(column: DataColumn<Row>, row: Row, hasOnlyText: boolean): ReactElement {
  const content = column.cell && !hasOnlyText ? column.cell(row) : CellText({ text: String(column.text(row)) });
  if (!column.isRowHeader) {
    return (
      <td key={column.id} className="ieu-cell" data-number={column.isNumber}>
        {content}
      </td>
    );
  }
  return (
    <th key={column.id} className="ieu-cell" scope="row" data-number={column.isNumber}>
      {content}
    </th>
  );
}
