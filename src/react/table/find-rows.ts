// Searches and sorts rows by the texts of their columns.
import type { RowData } from "@tanstack/react-table";
import type { CellValue, DataColumn } from "./columns.ts";

/** The rows of which a column contains `search`, which is in lower case. */
export function findRows<Row extends RowData>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  search: string,
): readonly Row[] {
  if (search === "") return rows;
  return rows.filter((row) => columns.some(({ accessorFn }) => String(accessorFn(row)).toLowerCase().includes(search)));
}

/** The order of one column. */
export interface RowOrder {
  readonly id: string;
  readonly desc: boolean;
}

/** The rows in this order; rows with equal texts, and all without an order, keep theirs. */
export function sortRows<Row extends RowData>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  order: RowOrder | undefined,
): readonly Row[] {
  const column = columns.find(({ id }) => id === order?.id);
  if (!column || !order) return rows;
  const sign = order.desc ? -1 : 1;
  // Computes each text once instead of at every comparison.
  const keyed = rows.map((row) => ({ row, value: column.accessorFn(row) }));
  return keyed.sort((a, b) => sign * compare(a.value, b.value)).map(({ row }) => row);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: CellValue, b: CellValue): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
