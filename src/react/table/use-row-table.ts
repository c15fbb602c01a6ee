"use client";
// Searches, sorts and pages rows, and gives TanStack Table the page that is shown.
import { type RowData, type SortingState, useTable } from "@tanstack/react-table";
import { useDeferredValue, useMemo, useState } from "react";
import { useAfterPaint } from "../hooks/after-paint.ts";
import { type DataColumn, features, type RowTable } from "./columns.ts";
import { findRows, sortRows } from "./find-rows.ts";
import { textColumn } from "./TableRows.tsx";

export interface RowTableOptions<Row extends RowData> {
  readonly columns: readonly DataColumn<Row>[];
  /** Keep it stable between renders: a new array goes back to the first page. */
  readonly rows: readonly Row[];
  /** Gives the current version of a row, which keeps its position until the next search or sort. */
  readonly current: ((row: Row) => Row) | null;
  readonly rowId: (row: Row) => string;
  /** Called when the rows are searched or sorted, for rows that are loaded only in part. */
  readonly onArrange?: (() => void) | undefined;
}

export interface UseRowTable<Row extends RowData> {
  /** Columns, order and pages; its rows are those of the shown page. */
  readonly table: RowTable<Row>;
  /** Rows of the shown page that follow after the first paint. */
  readonly rowsToCome: number;
  /** The rows of all pages in the shown order, as they were when they were found. */
  readonly found: readonly Row[];
  readonly search: string;
  readonly setSearch: (text: string) => void;
  /** All found rows of all pages in their current version and in the shown order. */
  readonly allRows: () => readonly Row[];
  /** Goes to the page with this row. */
  readonly show: (id: string) => void;
}

const firstPage = { pageIndex: 0, pageSize: 50 };
// Rows of the first paint: as many as are seen in most windows, below the columns and above the bar with Start.
const firstPaintRows = 12;

/** The state of a table of rows. */
export function useRowTable<Row extends RowData>({
  columns,
  rows,
  current,
  rowId,
  onArrange,
}: RowTableOptions<Row>): UseRowTable<Row> {
  const [search, setSearch] = useState("");
  // Deferred, so that typing stays responsive while 10,000 rows are searched.
  const searchText = useDeferredValue(search.trim().toLowerCase());
  // Another array each time a sort button is pressed.
  const [sorting, setSorting] = useState<SortingState>([]);
  const [pagination, setPagination] = useState(firstPage);
  const toFirstPage = () => setPagination(({ pageSize }) => ({ pageIndex: 0, pageSize }));
  const [knownRows, setKnownRows] = useState(rows);
  if (rows !== knownRows) {
    setKnownRows(rows);
    toFirstPage();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that changes keeps its position while a person works on it
  const found = useMemo(
    () => sortRows(findRows(current ? rows.map(current) : rows, columns, searchText), columns, sorting[0]),
    [rows, columns, searchText, sorting],
  );
  const { pageIndex, pageSize } = pagination;
  // The rows further down follow after the first paint.
  const isPainted = useAfterPaint();
  const page = useMemo(() => {
    const from = pageIndex * pageSize;
    const shown = found.slice(from, from + (isPainted ? pageSize : firstPaintRows));
    return current ? shown.map(current) : shown;
  }, [found, current, pageIndex, pageSize, isPainted]);
  const table = useTable({
    features,
    columns,
    defaultColumn: textColumn,
    data: page,
    getRowId: rowId,
    // The library creates an object for each row that it gets, so it gets one page, found and sorted.
    manualSorting: true,
    manualPagination: true,
    rowCount: found.length,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { sorting, pagination },
    onSortingChange(next) {
      setSorting(next);
      onArrange?.();
      toFirstPage();
    },
    onPaginationChange: setPagination,
  });
  return {
    table,
    rowsToCome: Math.min(pageSize, found.length - pageIndex * pageSize) - page.length,
    found,
    search,
    setSearch(text) {
      setSearch(text);
      if (text.trim() !== "") onArrange?.();
      toFirstPage();
    },
    allRows: () => (current ? found.map(current) : found),
    show(id) {
      const place = found.findIndex((row) => rowId(row) === id);
      if (place >= 0) table.setPageIndex(Math.floor(place / pageSize));
    },
  };
}
