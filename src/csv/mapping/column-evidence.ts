// Judges by a column's cells whether it can hold a field.

import type { FieldKey } from "../../contract/fields.ts";
import type { CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { looksLikeDate } from "../text/date-format.ts";
import { isEmail } from "./known-headers.ts";

/** Shares (0 to 1) of the sampled cells that are not blank. */
export interface ColumnSample {
  /** How many sampled cells are not blank. */
  readonly count: number;
  /** Share of all sampled cells that are not blank. */
  readonly filled: number;
  readonly emails: number;
  readonly unique: number;
  /** Dates in any known format, numbers that may be times included. */
  readonly dates: number;
  readonly numbers: number;
  /** Cells with white space between two words. */
  readonly spaced: number;
  /** Cells of letters and what stands between the letters of names. */
  readonly words: number;
  readonly cells: readonly string[];
}

const sampledRecords = 200;

/** Looks at up to 200 cells, spread over the whole file. */
export function sampleColumn({ records }: CsvTable, column: number): ColumnSample {
  const sampled = Math.min(records.length, sampledRecords);
  const step = records.length / Math.max(sampled, 1);
  const all = Array.from({ length: sampled }, (_, index) => records[place(index, step)]?.cells[column] ?? "");
  const cells = all.filter((cell) => !isBlank(cell));
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  const unique = new Set(cells).size / Math.max(cells.length, 1);
  // Counted when asked for: most columns are judged by one or two of them.
  return {
    ...{ count: cells.length, filled: cells.length / Math.max(sampled, 1), unique, cells },
    get emails() {
      return share(isEmail);
    },
    get dates() {
      return share(looksLikeDate);
    },
    get numbers() {
      return share((cell) => /^\s*[-+]?\d+(?:[.,]\d+)?\s*$/.test(cell));
    },
    get spaced() {
      return share((cell) => /\S\s+\S/.test(cell));
    },
    get words() {
      return share((cell) => cell.length < 120 && /^[\p{L}\p{M}\s.,'’()/-]+$/u.test(cell));
    },
  };
}

// One of each stride, never at the same place in it: a file that repeats itself every fifty rows would show one of them alone.
function place(index: number, step: number): number {
  const goldenRatio = 0.618_033_988_749_895;
  return Math.floor((index + ((index * goldenRatio) % 1)) * step);
}

/** What the cells say; `empty` when there are none. */
export type EvidenceKind = "for" | "unknown" | "empty" | "against";

/** The verdict, and how well the cells fit, 0 to 1, to tell two fitting columns apart. */
export interface ColumnEvidence {
  readonly verdict: EvidenceKind;
  readonly quality: number;
}

// From this many cells on, repeated ids are no accident.
const telling = 10;

/** Judges a column that has a name of this field. */
export function weighEvidence(key: FieldKey, values: ColumnSample): ColumnEvidence {
  if (values.count === 0) return { verdict: "empty", quality: 0 };
  if (key === "email") return graded(values.emails, 0.5, 0.2);
  if (key === "externalUserId") return judgeIds(values);
  if (key === "name") return judgeNames(values);
  return graded(values.dates, 0.5, 0.1);
}

/** True when the cells alone say so strongly that a similar header is enough. */
export function clearlyFits(key: FieldKey, values: ColumnSample): boolean {
  if (values.count === 0) return false;
  if (key === "email") return values.emails >= 0.9;
  if (key === "name") return values.words >= 0.8 && values.spaced >= 0.3;
  if (key !== "externalUserId") return values.dates >= 0.8;
  const plain = values.spaced < 0.1 && values.emails < 0.5 && (values.dates < 0.5 || values.numbers > 0.5);
  return plain && values.unique >= 0.98 && values.filled >= 0.95;
}

function graded(share: number, enough: number, few: number): ColumnEvidence {
  return { verdict: share >= enough ? "for" : share >= few ? "unknown" : "against", quality: share };
}

function judgeIds({ unique, count, dates, numbers }: ColumnSample): ColumnEvidence {
  const repeated = unique < 0.5 && count >= telling;
  if (repeated || (dates > 0.9 && numbers < 0.5)) return { verdict: "against", quality: 0 };
  return { verdict: unique >= 0.9 ? "for" : "unknown", quality: unique };
}

function judgeNames(values: ColumnSample): ColumnEvidence {
  const { emails, numbers, dates, words, unique, spaced } = values;
  if (isOneOfFew(values) || emails > 0.5 || numbers > 0.8 || (dates > 0.8 && words < 0.5))
    return { verdict: "against", quality: 0 };
  return { verdict: words >= 0.6 ? "for" : "unknown", quality: (unique + spaced) / 2 };
}

// The same few words again and again are names of companies, teams or roles.
function isOneOfFew({ count, unique }: ColumnSample): boolean {
  return count >= 3 && (Math.round(unique * count) === 1 || (unique < 0.3 && count >= telling));
}
