// Counts the rows of a review that are ready, have problems, or are duplicates, and finds what they leave in doubt.
import { type FieldKey, userFields } from "../../contract/fields.ts";
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

/** The required fields whose column has no text in any row. */
export function emptyFields({ rows, mapping }: Pick<Review, "rows" | "mapping">): FieldKey[] {
  const isEmpty = (field: FieldKey) => rows.every(({ input }) => (input[field] ?? "").trim() === "");
  return userFields
    .filter(({ key, required }) => required && mapping[key] !== null && rows.length > 0 && isEmpty(key))
    .map(({ key }) => key);
}

/** Why a start needs a second look: many rows have problems, or none would be imported. */
export interface StartDoubt {
  /** `problems`: what the preview sees. `check`: what a check that is not out of date found. */
  readonly by: "problems" | "check";
  readonly rows: number;
  readonly of: number;
}

// Above it, the bar with Start warns.
const minDoubtfulShare = 0.3;

/** The doubt about a start; null if most rows are ready. */
export function startDoubt(review: Review): StartDoubt | null {
  const { problems, all, leftOut } = reviewCounts(review);
  const of = all - leftOut;
  if (of > 0 && problems === of) return { by: "problems", rows: problems, of };
  const { check } = review;
  if (check?.result && check.changes === 0) {
    const { results } = check.result;
    const missing = results.filter(({ status }) => status !== "imported" && status !== "already_connected").length;
    if (missing > 0 && missing === results.length) return { by: "check", rows: missing, of: missing };
  }
  return problems / of > minDoubtfulShare ? { by: "problems", rows: problems, of } : null;
}
