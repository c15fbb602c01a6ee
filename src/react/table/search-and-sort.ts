// Which rows of a table a search finds, and in which order they are sorted.
import type { DataColumn } from "./data-column.ts";

/** The rows with the wanted text, in lower case, in one of their columns. */
export function findRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  wanted: string,
): readonly Row[] {
  if (wanted === "") return rows;
  return rows.filter((row) => columns.some(({ text }) => String(text(row)).toLowerCase().includes(wanted)));
}

/** By which column rows are sorted, and which way. */
export interface Sorting {
  readonly column: string;
  readonly order: "asc" | "desc";
}

/** What follows when a column's head is pressed: up, down, and back to the order of the file. */
export function toNextSorting(before: Sorting | null, column: string): Sorting | null {
  if (before?.column !== column) return { column, order: "asc" };
  return before.order === "asc" ? { column, order: "desc" } : null;
}

/** The rows in this order; equal ones stay in theirs. */
export function sortRows<Row>(
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

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
