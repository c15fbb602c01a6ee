"use client";
// The one table: search, sort, pages.
import { type ReactElement, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { CellText } from "./CellText.tsx";
import { Pager } from "./Pager.tsx";
import { SearchField } from "./SearchField.tsx";
import { SortHeader } from "./SortHeader.tsx";
import { TableBox } from "./TableBox.tsx";
import { useAfterPaint } from "./use-after-paint.ts";

/** One column of a DataTable; keep the list stable between renders. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What is searched, sorted and, without `cell`, shown. */
  readonly text: (row: Row) => string | number;
  readonly cell?: (row: Row) => ReactNode;
  /** The cell that names its row for assistive technology. */
  readonly isRowHeader?: boolean;
  readonly isNumber?: boolean;
  /** Narrower, and the table scrolls in its box. A CSS length. */
  readonly minWidth?: string;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Keep it stable between renders: a new array starts again on the first page. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly noRows: string;
  /** Left of the search field. */
  readonly toolbar: ReactNode;
}

const firstPage = { pageIndex: 0, pageSize: 50 };
// More than the box shows at once.
const firstDrawn = 12;

export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, columns, rows, rowId, noRows, toolbar } = props;
  const [search, setSearch] = useState("");
  // Typing stays quick while 10,000 rows are searched behind it.
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const found = useMemo(() => findRows(rows, columns, wanted), [rows, columns, wanted]);
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
              {columns.map((column) => toCell(column, row))}
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

function findRows<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[], wanted: string): readonly Row[] {
  if (wanted === "") return rows;
  return rows.filter((row) => columns.some(({ text }) => String(text(row)).toLowerCase().includes(wanted)));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

interface Sorting {
  readonly column: string;
  readonly order: "asc" | "desc";
}

// Up, down, and back to the order of the file.
function toNextSorting(before: Sorting | null, column: string): Sorting | null {
  if (before?.column !== column) return { column, order: "asc" };
  return before.order === "asc" ? { column, order: "desc" } : null;
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (!column || !sorting) return rows;
  const sign = sorting.order === "asc" ? 1 : -1;
  // Each text is asked for once, not at every comparison.
  const keyed = rows.map((row) => ({ row, text: column.text(row) }));
  return keyed.sort((a, b) => sign * compare(a.text, b.text)).map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

// No component: hundreds of them are felt when the table appears.
function toCell<Row>(column: DataColumn<Row>, row: Row): ReactElement {
  const content = column.cell ? column.cell(row) : <CellText text={String(column.text(row))} />;
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
