// Leaves rows of a review out of the import, and puts them back.
import { markDuplicates } from "../../csv/rows/import-rows.ts";
import type { Review } from "../state.ts";

/**
 * Leaves these rows out, or puts them back. Returns the same review if nothing changes. A row left out is no duplicate of
 * another one, nor the other way round.
 */
export function leaveOutRows(review: Review, rows: readonly number[], isLeftOut: boolean): Review {
  const known = isLeftOut ? new Set(review.table.records.map(({ number }) => number)) : review.leftOut;
  const changed = [...new Set(rows)].filter((row) => known.has(row) && review.leftOut.has(row) !== isLeftOut);
  if (changed.length === 0) return review;
  const leftOut = new Set(review.leftOut);
  for (const row of changed) {
    if (isLeftOut) leftOut.add(row);
    else leftOut.delete(row);
  }
  const code = isLeftOut ? "left_out" : "put_back";
  const lastCorrection = { code, rows: changed.length } as const;
  return { ...review, leftOut, rows: markDuplicates(review.rows, leftOut), lastCorrection };
}
