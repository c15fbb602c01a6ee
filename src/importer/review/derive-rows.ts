// The rows that follow from a file and from all that was decided about it.
import { type ImportRow, type RowOptions, toImportRows } from "../../csv/rows/import-rows.ts";
import type { Review } from "../state.ts";

/** What the rows depend on. */
export type Decided = Pick<Review, "table" | "mapping" | "corrections" | "dateFormats" | "nameColumns" | "emptyTexts">;

/** The same review with these changes, and the rows that follow from them. */
export function derive(review: Review, changes: Partial<Omit<Review, "rows">>): Review {
  const changed = { ...review, lastCorrection: null, ...changes };
  return { ...changed, rows: toRows(changed) };
}

/** The rows as the file's records, the mapping, the corrections and the conversions make them. */
export function toRows(decided: Decided): ImportRow[] {
  return toImportRows(decided.table, decided.mapping, toRowOptions(decided));
}

/** How the rows are read beside the mapping. */
export function toRowOptions({
  corrections,
  dateFormats,
  nameColumns,
  emptyTexts,
}: Omit<Decided, "table" | "mapping">): RowOptions {
  const joined = nameColumns ? { nameColumns: nameColumns.columns, nameSeparator: nameColumns.separator } : {};
  return { corrections, dateFormats, emptyTexts, ...joined };
}

/** The text that the file has under a field, before it is corrected or converted. */
export function ownText(
  { mapping, nameColumns }: Pick<Decided, "mapping" | "nameColumns">,
  cells: readonly string[],
  field: keyof typeof mapping,
): string {
  if (field === "name" && nameColumns) {
    const parts = nameColumns.columns.map((column) => cells[column]?.trim()).filter(Boolean);
    return parts.join(nameColumns.separator);
  }
  const column = mapping[field];
  return column === null ? "" : (cells[column] ?? "");
}
