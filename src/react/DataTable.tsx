"use client";
// The one table: search, sort, pages; the only user of TanStack Table.
import {
  columnFilteringFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type RowData,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactElement, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useCard } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { Pager } from "./Pager.tsx";
import { TableBox } from "./TableBox.tsx";

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

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
});

const firstPage = { pageIndex: 0, pageSize: 50 };

export function DataTable<Row extends RowData>(props: DataTableProps<Row>): ReactElement {
  const { caption, columns, rows, rowId, noRows, toolbar } = props;
  const { messages, slotClass } = useCard();
  const [search, setSearch] = useState("");
  const [pagination, setPagination] = useState(firstPage);
  const [knownRows, setKnownRows] = useState(rows);
  // Typing stays quick while 10,000 rows are searched behind it.
  const globalFilter = useDeferredValue(search.trim().toLowerCase());
  const columnById = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({
    features,
    columns: useMemo(() => columns.map((column) => toColumnDef(column)), [columns]),
    data: rows,
    state: useMemo(() => ({ globalFilter, pagination }), [globalFilter, pagination]),
    onPaginationChange: setPagination,
    getRowId: rowId,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, id, wanted: string) => String(row.getValue(id)).toLowerCase().includes(wanted),
    // By hand: a host that renders anew with other words must not turn the page.
    autoResetPageIndex: false,
    sortDescFirst: false,
    enableMultiSort: false,
  });
  const toFirstPage = () => setPagination(({ pageSize }) => ({ pageIndex: 0, pageSize }));
  if (rows !== knownRows) {
    setKnownRows(rows);
    toFirstPage();
  }
  const page = table.getRowModel().rows;
  const found = table.getFilteredRowModel().rows.length;

  return (
    <div className="ieu-data">
      <div className="ieu-toolbar">
        {toolbar}
        <div className="ieu-search">
          <Icon name="search" />
          <input
            type="search"
            className={slotClass("input")}
            aria-label={messages.table.search}
            placeholder={messages.table.search}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              toFirstPage();
            }}
          />
        </div>
      </div>
      <TableBox caption={caption} isTall>
        <thead className="ieu-head">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="ieu-row">
              {group.headers.map(({ id, column }) => (
                <SortHeader
                  key={id}
                  column={columnById.get(column.id)}
                  sorted={column.getIsSorted()}
                  onSort={() => {
                    column.toggleSorting();
                    toFirstPage();
                  }}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody className="ieu-body">
          {page.map((row) => (
            <tr key={row.id} className="ieu-row">
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row.original} />
              ))}
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
        total={found}
        onPage={(index) => table.setPageIndex(index)}
        onPageSize={(size) => table.setPageSize(size)}
      />
    </div>
  );
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function toColumnDef<Row>({ id, text }: DataColumn<Row>) {
  return {
    id,
    accessorFn: text,
    sortFn: (a: SortedRow, b: SortedRow, column: string) => compare(a.getValue(column), b.getValue(column)),
  };
}

interface SortedRow {
  getValue(column: string): unknown;
}

function compare(a: unknown, b: unknown): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

interface SortHeaderProps {
  readonly column: Pick<DataColumn<never>, "header" | "isNumber" | "minWidth"> | undefined;
  readonly sorted: false | "asc" | "desc";
  readonly onSort: () => void;
}

function SortHeader({ column, sorted, onSort }: SortHeaderProps): ReactElement {
  const direction = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined;
  return (
    <th
      className="ieu-cell"
      scope="col"
      aria-sort={direction}
      data-number={column?.isNumber}
      style={{ minInlineSize: column?.minWidth }}
    >
      <button type="button" className="ieu-sort" onClick={onSort}>
        {column?.header}
        <Icon name={direction ?? "unsorted"} />
      </button>
    </th>
  );
}

function Cell<Row>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }): ReactElement {
  const content = column.cell ? column.cell(row) : column.text(row);
  if (column.isRowHeader) {
    return (
      <th className="ieu-cell" scope="row" data-number={column.isNumber || undefined}>
        {content}
      </th>
    );
  }
  return (
    <td className="ieu-cell" data-number={column.isNumber || undefined}>
      {content}
    </td>
  );
}
