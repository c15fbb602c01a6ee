// What a column's cells say to a field: for it, against it, or nothing.
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnValues } from "./column-evidence.ts";

/** What the cells say; `empty` when there are none. */
export type Verdict = "for" | "unknown" | "empty" | "against";

/** The verdict, and how well the cells fit, 0 to 1, to tell two fitting columns apart. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly quality: number;
}

// From this many cells on, repeated ids are no accident.
const telling = 10;

/** Judges a column that has a name of this field. */
export function judge(key: FieldKey, values: ColumnValues): Judgement {
  if (values.count === 0) return { verdict: "empty", quality: 0 };
  if (key === "email") return graded(values.emails, 0.5, 0.2);
  if (key === "externalUserId") return judgeIds(values);
  if (key === "name") return judgeNames(values);
  return graded(values.dates, 0.5, 0.1);
}

/** True when the cells alone say so strongly that a similar header is enough. */
export function fits(key: FieldKey, values: ColumnValues): boolean {
  if (values.count === 0) return false;
  if (key === "email") return values.emails >= 0.9;
  if (key === "name") return values.words >= 0.8 && values.spaced >= 0.3;
  if (key !== "externalUserId") return values.dates >= 0.8;
  const plain = values.spaced < 0.1 && values.emails < 0.5 && (values.dates < 0.5 || values.numbers > 0.5);
  return plain && values.unique >= 0.98 && values.filled >= 0.95;
}

function graded(share: number, enough: number, few: number): Judgement {
  return { verdict: share >= enough ? "for" : share >= few ? "unknown" : "against", quality: share };
}

function judgeIds({ unique, count, dates, numbers }: ColumnValues): Judgement {
  const repeated = unique < 0.5 && count >= telling;
  if (repeated || (dates > 0.9 && numbers < 0.5)) return { verdict: "against", quality: 0 };
  return { verdict: unique >= 0.9 ? "for" : "unknown", quality: unique };
}

function judgeNames(values: ColumnValues): Judgement {
  const { emails, numbers, dates, words, unique, spaced } = values;
  if (isOneOfFew(values) || emails > 0.5 || numbers > 0.8 || (dates > 0.8 && words < 0.5))
    return { verdict: "against", quality: 0 };
  return { verdict: words >= 0.6 ? "for" : "unknown", quality: (unique + spaced) / 2 };
}

// The same few words again and again are names of companies, teams or roles.
function isOneOfFew({ count, unique }: ColumnValues): boolean {
  return count >= 3 && (Math.round(unique * count) === 1 || (unique < 0.3 && count >= telling));
}
