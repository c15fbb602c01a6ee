// How many rows of a review are ready, have problems, or are there twice.
import type { ImportRow } from "../csv/rows.ts";
import type { Review } from "./state.ts";

/** The numbers on the preview's chips: `ready` and `problems` add up to `all`; `duplicates` may be either. */
export interface ReviewCounts {
  readonly all: number;
  readonly ready: number;
  readonly problems: number;
  readonly duplicates: number;
}

/** Counts the rows of a review. */
export function reviewCounts({ rows }: Pick<Review, "rows">): ReviewCounts {
  const problems = rows.filter(hasProblem).length;
  return { all: rows.length, ready: rows.length - problems, problems, duplicates: rows.filter(isDuplicate).length };
}

/** True for a row that a backend would call `invalid_row`. */
export function hasProblem(row: ImportRow): boolean {
  return row.user === null;
}

/** True for a row whose email or user_id an earlier row has. */
export function isDuplicate(row: ImportRow): boolean {
  return row.warnings.length > 0;
}
