// How many rows of a review are ready, have problems, or are there twice.
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { Review } from "../state.ts";

/** The numbers on the preview's chips: `ready` and `problems` add up to `all`; `duplicates` may be either. */
export interface ReviewCounts {
  readonly all: number;
  readonly ready: number;
  readonly problems: number;
  readonly duplicates: number;
}

/** Counts the rows of a review: once, however often it is asked. */
export function reviewCounts({ rows }: Pick<Review, "rows">): ReviewCounts {
  const counts = counted.get(rows) ?? count(rows);
  counted.set(rows, counts);
  return counts;
}

const counted = new WeakMap<Review["rows"], ReviewCounts>();

function count(rows: Review["rows"]): ReviewCounts {
  let problems = 0;
  let duplicates = 0;
  for (const row of rows) {
    if (hasProblem(row)) problems += 1;
    if (isDuplicate(row)) duplicates += 1;
  }
  return { all: rows.length, ready: rows.length - problems, problems, duplicates };
}

/** True for a row that a backend would call `invalid_row`. */
export function hasProblem(row: ImportRow): boolean {
  return row.user === null;
}

/** True for a row whose email or user_id an earlier row has. */
export function isDuplicate(row: ImportRow): boolean {
  return row.warnings.length > 0;
}
