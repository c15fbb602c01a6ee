// The next cell of a table that somebody is looking for, from one cell on and round to it again.
import type { FieldKey } from "../../contract/fields.ts";
import type { ImportRow } from "../../csv/rows/import-row.ts";
import type { Place } from "./correction-context.ts";

/** The first wanted cell behind `from`, row by row as they are shown; null when there is no other. */
export function nextPlace(
  rows: readonly ImportRow[],
  fields: readonly FieldKey[],
  from: Place | null,
  isWanted: (row: ImportRow, field: FieldKey) => boolean,
): Place | null {
  const start = from ? rows.findIndex(({ number }) => number === from.row) : -1;
  const after = from && start >= 0 ? fields.indexOf(from.field) + 1 : 0;
  const first = Math.max(start, 0);
  for (let step = 0; step <= rows.length; step += 1) {
    const row = rows[(first + step) % rows.length];
    // The row it began with is looked at twice: behind the cell, and at last before it.
    const seen =
      step === 0 ? fields.slice(after) : step === rows.length ? fields.slice(0, Math.max(after - 1, 0)) : fields;
    const field = row && seen.find((key) => isWanted(row, key));
    if (row && field) return { row: row.number, field };
  }
  return null;
}
