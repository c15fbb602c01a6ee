"use client";
// Renders a table of rows with search, sorting and pages.
import {
  type ReactElement,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useImperativeHandle,
  useMemo,
  useState,
} from "react";
import { useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { useAfterPaint } from "../hooks/after-paint.ts";
import { CellText } from "./CellText.tsx";
import { Pager } from "./Pager.tsx";
import { TableBox } from "./TableBox.tsx";

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Keep it stable between renders: a new array goes back to the first page. */
  readonly rows: readonly Row[];
  /** Gives the current version of a row, which keeps its position until the next search or sort. @default null the row itself */
  readonly current?: ((row: Row) => Row) | null;
  readonly handle?: Ref<DataTableHandle<Row>>;
  readonly rowId: (row: Row) => string;
  /** True for a current row that is shown as plain text, without the columns' `cell`. @default never */
  readonly isPlain?: (row: Row) => boolean;
  readonly noRows: string;
  /** Left of the search field. */
  readonly toolbar: ReactNode;
  /** Below the table, for the rows that search and filters have found. */
  readonly below?: (found: readonly Row[]) => ReactNode;
}

/** One column of a DataTable; keep the list stable between renders. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** The text that is searched, sorted and, without `cell`, shown. */
  readonly text: (row: Row) => string | number;
  readonly cell?: (row: Row) => ReactNode;
  /** The cell that names its row for assistive technology. Its `cell` is shown in plain rows too. */
  readonly isRowHeader?: boolean;
  readonly isNumber?: boolean;
  /** A CSS length in px or rem; below it the table scrolls in its box. */
  readonly minWidth?: string;
}

/** Methods of a table for its parent. */
export interface DataTableHandle<Row> {
  /** All found rows of all pages in their current version and in the shown order. */
  rows(): readonly Row[];
  /** Goes to the page with this row. */
  show(id: string): void;
}

const firstPage = { pageIndex: 0, pageSize: 50 };
// Rows of the first paint; more than fit into the box.
const firstPaintRows = 12;

export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, columns, rows, current = null, handle, rowId, isPlain, noRows, toolbar, below } = props;
  const [search, setSearch] = useState("");
  // Deferred, so that typing stays responsive while 10,000 rows are searched.
  const searchText = useDeferredValue(search.trim().toLowerCase());
  // Another object each time a sort button is pressed.
  const [order, setOrder] = useState({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that changes keeps its position while a person works on it
  const found = useMemo(
    () => findRows(current ? rows.map(current) : rows, columns, searchText),
    [rows, columns, searchText, order],
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
  // The rows below the visible part of the box follow after the first paint.
  const isPainted = useAfterPaint();
  const page = sorted.slice(from, from + (isPainted ? pagination.pageSize : firstPaintRows));
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
      {below?.(found)}
    </div>
  );
}

function toCells<Row>(columns: readonly DataColumn<Row>[], row: Row, isPlain?: (row: Row) => boolean): ReactElement[] {
  const hasOnlyTexts = isPlain?.(row) ?? false;
  return columns.map((column) => toCell(column, row, hasOnlyTexts));
}

// Plain functions instead of components: hundreds of components would slow the first render noticeably.
function toCell<Row>(column: DataColumn<Row>, row: Row, hasOnlyText: boolean): ReactElement {
  const content =
    column.cell && (!hasOnlyText || column.isRowHeader)
      ? column.cell(row)
      : CellText({ text: String(column.text(row)) });
  if (!column.isRowHeader) {
    return (
      <td key={column.id} className="ieu-cell" data-number={column.isNumber}>
        {content}
      </td>
    );
  }
  return (
    // A button beside the text is no part of the row's name.
    <th
      key={column.id}
      className="ieu-cell"
      scope="row"
      data-number={column.isNumber}
      aria-label={column.cell ? String(column.text(row)) : undefined}
    >
      {content}
    </th>
  );
}

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function SearchField({ text, onText }: SearchFieldProps): ReactElement {
  const { messages, slotClass } = useCard();
  return (
    <div className="ieu-search">
      <Icon name="search" />
      <input
        type="search"
        className={slotClass("input")}
        aria-label={messages.table.search}
        placeholder={messages.table.search}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}

interface SortHeaderProps {
  readonly header: string;
  readonly isNumber?: boolean;
  /** `rem` is the card's own unit, which does not depend on the font size of the page. */
  readonly minWidth?: string;
  readonly sorted: false | "asc" | "desc";
  readonly onSort: () => void;
}

function SortHeader({ header, isNumber, minWidth, sorted, onSort }: SortHeaderProps): ReactElement {
  const direction = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined;
  return (
    <th
      className="ieu-cell"
      scope="col"
      aria-sort={direction}
      data-number={isNumber}
      style={{ minInlineSize: minWidth?.replace(/([\d.]+)rem/g, "calc(var(--ieu-rem) * $1)") }}
    >
      <button type="button" className="ieu-sort" onClick={onSort}>
        {header}
        <Icon name={direction ?? "unsorted"} />
      </button>
    </th>
  );
}

// `search` is in lower case.
function findRows<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[], search: string): readonly Row[] {
  if (search === "") return rows;
  return rows.filter((row) => columns.some(({ text }) => String(text(row)).toLowerCase().includes(search)));
}

interface Sorting {
  readonly column: string;
  readonly order: "asc" | "desc";
}

// Pressing a column's head sorts ascending, then descending, then in the original order.
function toNextSorting(before: Sorting | null, column: string): Sorting | null {
  if (before?.column !== column) return { column, order: "asc" };
  return before.order === "asc" ? { column, order: "desc" } : null;
}

// Sorts stably.
function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (!column || !sorting) return rows;
  const sign = sorting.order === "asc" ? 1 : -1;
  // Computes each text once instead of at every comparison.
  const keyed = rows.map((row) => ({ row, text: column.text(row) }));
  return keyed.sort((a, b) => sign * compare(a.text, b.text)).map(({ row }) => row);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
