"use client";
// The one table: search, sort, pages; the only user of TanStack Table.
import {
  createPaginatedRowModel,
  createSortedRowModel,
  type RowData,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactElement, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { CellText } from "./CellText.tsx";
import { Pager } from "./Pager.tsx";
import { SearchField } from "./SearchField.tsx";
import { SortHeader } from "./SortHeader.tsx";
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
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
});

const firstPage = { pageIndex: 0, pageSize: 50 };

export function DataTable<Row extends RowData>(props: DataTableProps<Row>): ReactElement {
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
  const table = useTable({
    features,
    columns: useMemo(() => columns.map((column) => toColumnDef(column)), [columns]),
    data: found,
    state: useMemo(() => ({ pagination }), [pagination]),
    onPaginationChange: setPagination,
    getRowId: rowId,
    // By hand: a host that renders anew with other words must not turn the page.
    autoResetPageIndex: false,
    sortDescFirst: false,
    enableMultiSort: false,
  });
  const page = table.getRowModel().rows;

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
                sorted={table.getColumn(column.id)?.getIsSorted() ?? false}
                onSort={() => {
                  table.getColumn(column.id)?.toggleSorting();
                  toFirstPage();
                }}
              />
            ))}
          </tr>
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

function Cell<Row>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }): ReactElement {
  const content = column.cell ? column.cell(row) : <CellText text={String(column.text(row))} />;
  if (!column.isRowHeader) {
    return (
      <td className="ieu-cell" data-number={column.isNumber}>
        {content}
      </td>
    );
  }
  return (
    <th className="ieu-cell" scope="row" data-number={column.isNumber}>
      {content}
    </th>
  );
}
