// Counts the rows of a review that are ready, have problems, or are duplicates.
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { Review } from "../state.ts";

/** The numbers on the preview's chips: `ready`, `problems` and `leftOut` add up to `all`; `duplicates` are among the first two. */
export interface ReviewCounts {
  readonly all: number;
  readonly ready: number;
  readonly problems: number;
  readonly duplicates: number;
  /** Rows that a person left out. */
  readonly leftOut: number;
}

/** Counts the rows of a review; repeated calls return the cached counts. */
export function reviewCounts({ rows, leftOut }: Pick<Review, "rows" | "leftOut">): ReviewCounts {
  const counts = counted.get(rows) ?? count(rows, leftOut);
  counted.set(rows, counts);
  return counts;
}

const counted = new WeakMap<Review["rows"], ReviewCounts>();

function count(rows: Review["rows"], leftOut: Review["leftOut"]): ReviewCounts {
  let problems = 0;
  let duplicates = 0;
  for (const row of rows) {
    if (leftOut.has(row.number)) continue;
    if (hasProblem(row)) problems += 1;
    if (isDuplicate(row)) duplicates += 1;
  }
  const ready = rows.length - leftOut.size - problems;
  return { all: rows.length, ready, problems, duplicates, leftOut: leftOut.size };
}

/** True for a row that the server would reject as `invalid_row`, or whose cells may be shifted. */
export function hasProblem(row: ImportRow): boolean {
  return row.user === null;
}

/** True for a row with the email or user_id of an earlier row. */
export function isDuplicate(row: ImportRow): boolean {
  return row.warnings.length > 0;
}
