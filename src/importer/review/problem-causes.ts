// Groups the problems of rows by cause, counts them, and finds what most of them have in common.
import type { FieldKey } from "../../contract/fields.ts";
import type { RowIssue } from "../../contract/user.ts";
import type { ImportRow, ImportRowIssue } from "../../csv/rows/import-rows.ts";
import type { Review } from "../state.ts";
import { emptyFields, reviewCounts } from "./review-counts.ts";

/** What is wrong with a row, as a person would group rows; in the order of the words. */
export const problemCauses = [
  "email",
  "date",
  "noUserId",
  "noEmail",
  "shifted",
  "tooLong",
  "damaged",
  "other",
] as const;

export type ProblemCause = (typeof problemCauses)[number];

/** A code with its field, of a row in the preview or of a result. */
export interface CausedBy {
  readonly code: ImportRowIssue["code"] | (string & {}) | null;
  readonly field: FieldKey | null;
}

const causeOfCode: Readonly<Record<RowIssue["code"] | "shifted", ProblemCause>> = {
  invalid_email: "email",
  invalid_date: "date",
  shifted: "shifted",
  too_long: "tooLong",
  control_character: "damaged",
  required: "other",
  invalid_type: "other",
  not_an_object: "other",
};

/** The cause of one problem. */
export function causeOf({ code, field }: CausedBy): ProblemCause {
  if (code === "required" && field === "externalUserId") return "noUserId";
  if (code === "required" && field === "email") return "noEmail";
  return code !== null && Object.hasOwn(causeOfCode, code) ? causeOfCode[code as "required"] : "other";
}

/** How many rows have a problem of each cause, the most frequent first. A row with several problems counts for each. */
export function countCauses(rows: Iterable<readonly CausedBy[]>): [ProblemCause, number][] {
  const counts = new Map<ProblemCause, number>();
  for (const problems of rows) {
    // Most rows have none, and most others one.
    if (problems.length === 0) continue;
    const [first] = problems;
    const causes = problems.length === 1 && first ? [causeOf(first)] : new Set(problems.map(causeOf));
    for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts].sort(([a, few], [b, many]) => many - few || problemCauses.indexOf(a) - problemCauses.indexOf(b));
}

/** The causes of the problems in a review, without the rows that a person left out; repeated calls return the cached causes. */
export function reviewCauses({ rows, leftOut }: Pick<Review, "rows" | "leftOut">): readonly [ProblemCause, number][] {
  const known = causesOfRows.get(rows);
  if (known) return known;
  // Most rows have no problem: lists of all rows would take longer than to count.
  const wrong = rows.filter(({ issues, number }) => issues.length > 0 && !leftOut.has(number));
  const causes = countCauses(wrong.map(({ issues }) => issues));
  causesOfRows.set(rows, causes);
  return causes;
}

// Rows that are left out or put back are another list.
const causesOfRows = new WeakMap<Review["rows"], readonly [ProblemCause, number][]>();

/** What most problems have in common: a column, and the first row that shows it. */
export interface LikelyCause {
  readonly code: ProblemCause | "emptyColumn";
  readonly field: FieldKey | null;
  /** The column of the field; null where it has none. */
  readonly column: number | null;
  /** The row number in a spreadsheet. */
  readonly row: number;
  readonly value: string;
}

/** What at least half of the rows with problems have in common; null if they differ. */
export function likelyCause(review: Review): LikelyCause | null {
  const [first] = reviewCauses(review);
  if (!first) return null;
  const [cause, count] = first;
  if (count * 2 < reviewCounts(review).problems) return null;
  const rows = review.rows.filter(({ issues, number }) => issues.length > 0 && !review.leftOut.has(number));
  const problems = rows.flatMap((row) => row.issues.filter((issue) => causeOf(issue) === cause).map(toExample(row)));
  const field = mostFrequent(problems.map((problem) => problem.field));
  const example = problems.find((problem) => problem.field === field);
  if (!example) return null;
  const isEmpty = example.field !== null && emptyFields(review).includes(example.field);
  const column = example.field === null ? null : review.mapping[example.field];
  return { ...example, code: isEmpty ? "emptyColumn" : cause, column };
}

type Example = Pick<LikelyCause, "field" | "row" | "value">;

function toExample({ number }: ImportRow): (issue: ImportRowIssue) => Example {
  return ({ field, value }) => ({ field, row: number, value: value.trim() });
}

// Registration and last login may both be wrong; the column with more of it is the likely one.
function mostFrequent(fields: readonly (FieldKey | null)[]): FieldKey | null {
  const counts = new Map<FieldKey | null, number>();
  for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].sort(([, few], [, many]) => many - few)[0]?.[0] ?? null;
}
