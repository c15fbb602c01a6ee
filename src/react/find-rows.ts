// Which rows of a table a search finds, and in which order they are sorted.
import type { DataColumn } from "./DataTable.tsx";

/** The rows with the wanted text, in lower case, in one of their columns. */
export function findRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  wanted: string,
): readonly Row[] {
  if (wanted === "") return rows;
  return rows.filter((row) => columns.some(({ text }) => String(text(row)).toLowerCase().includes(wanted)));
}

/** A column as the table library wants it. */
export function toColumnDef<Row>({ id, text }: DataColumn<Row>) {
  return {
    id,
    accessorFn: text,
    sortFn: (a: SortedRow, b: SortedRow, column: string) => compare(a.getValue(column), b.getValue(column)),
  };
}

interface SortedRow {
  getValue(column: string): unknown;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: unknown, b: unknown): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
