// The rows that follow from a file and from all that was decided about it.
import { type ImportRow, toImportRows } from "../csv/rows.ts";
import type { Review } from "./state.ts";

/** What the rows depend on. */
export type Decided = Pick<Review, "table" | "mapping" | "corrections" | "dateFormats" | "nameColumns" | "emptyTexts">;

/** The same review with these changes, and the rows that follow from them. */
export function derive(review: Review, changes: Partial<Omit<Review, "rows">>): Review {
  const changed = { ...review, ...changes };
  return { ...changed, rows: toRows(changed) };
}

/** The rows as the file's records, the mapping, the corrections and the conversions make them. */
export function toRows({ table, mapping, corrections, dateFormats, nameColumns, emptyTexts }: Decided): ImportRow[] {
  const joined = nameColumns ? { nameColumns: nameColumns.columns, nameSeparator: nameColumns.separator } : {};
  return toImportRows(table, mapping, { corrections, dateFormats, emptyTexts, ...joined });
}

/** The text that a row has under a field before anybody corrects it. */
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
