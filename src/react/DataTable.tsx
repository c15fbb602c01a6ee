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
import {
  type ReactElement,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useImperativeHandle,
  useMemo,
  useState,
} from "react";
import { CellText } from "./CellText.tsx";
import { findRows, toColumnDef } from "./find-rows.ts";
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
  /** A row as it is by now: it is shown so, and stays in its place until somebody searches or sorts. @default itself */
  readonly current?: (row: Row) => Row;
  readonly handle?: Ref<DataTableHandle<Row>>;
  readonly rowId: (row: Row) => string;
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

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
});

const firstPage = { pageIndex: 0, pageSize: 50 };

export function DataTable<Row extends RowData>(props: DataTableProps<Row>): ReactElement {
  const { caption, columns, rows, current = asItIs, handle, rowId, noRows, toolbar } = props;
  const [search, setSearch] = useState("");
  // Typing stays quick while 10,000 rows are searched behind it.
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const [order, setOrder] = useState({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that changes does not leave its place under a person's hands
  const found = useMemo(() => findRows(rows.map(current), columns, wanted), [rows, columns, wanted, order]);
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
  const shown = () => table.getPrePaginatedRowModel().rows;
  useImperativeHandle(handle, () => ({
    rows: () => shown().map(({ original }) => current(original)),
    show(id) {
      const place = shown().findIndex((row) => row.id === id);
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
                sorted={table.getColumn(column.id)?.getIsSorted() ?? false}
                onSort={() => {
                  setOrder({});
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
                <Cell key={column.id} column={column} row={current(row.original)} />
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

function asItIs<Row>(row: Row): Row {
  return row;
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
