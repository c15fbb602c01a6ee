// Judges by a sample of a column's cells whether the column can hold a field.
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
  /** Dates in any known format, including numbers that may be times. */
  readonly dates: number;
  readonly numbers: number;
  /** Cells with white space between two words. */
  readonly spaced: number;
  /** Cells of letters and the punctuation of names. */
  readonly words: number;
  readonly cells: readonly string[];
}

const maxSampledRecords = 200;

/** Samples up to 200 cells of a column, spread over the whole file. */
export function sampleColumn({ records }: CsvTable, column: number): ColumnSample {
  const sampled = Math.min(records.length, maxSampledRecords);
  const step = records.length / Math.max(sampled, 1);
  const all = Array.from({ length: sampled }, (_, index) => records[sampledIndex(index, step)]?.cells[column] ?? "");
  const cells = all.filter((cell) => !isBlank(cell));
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  const unique = new Set(cells).size / Math.max(cells.length, 1);
  // Shares are counted on demand: most columns are judged by one or two of them.
  return {
    count: cells.length,
    filled: cells.length / Math.max(sampled, 1),
    unique,
    cells,
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

// One record of each stride, at a varying position within it: otherwise a file with a repeating pattern gives a biased sample.
function sampledIndex(index: number, step: number): number {
  const goldenRatio = 0.618_033_988_749_895;
  return Math.floor((index + ((index * goldenRatio) % 1)) * step);
}

/** Whether the cells fit the field; `empty` when there are none. */
export type EvidenceKind = "for" | "unknown" | "empty" | "against";

/** Whether the cells fit, and how well (0 to 1), to choose between two fitting columns. */
export interface ColumnEvidence {
  readonly kind: EvidenceKind;
  readonly quality: number;
}

// In fewer cells values may repeat by chance.
const minCellsForRepeats = 10;

/** Weighs the cells of a column whose header is a name of the field. */
export function weighEvidence(key: FieldKey, values: ColumnSample): ColumnEvidence {
  if (values.count === 0) return { kind: "empty", quality: 0 };
  if (key === "email") return gradeShare(values.emails, 0.5, 0.2);
  if (key === "externalUserId") return judgeIds(values);
  if (key === "name") return judgeNames(values);
  return gradeShare(values.dates, 0.5, 0.1);
}

/** True when the cells fit so clearly that a merely similar header is enough. */
export function clearlyFits(key: FieldKey, values: ColumnSample): boolean {
  if (values.count === 0) return false;
  if (key === "email") return values.emails >= 0.9;
  if (key === "name") return values.words >= 0.8 && values.spaced >= 0.3 && !areFirms(values);
  if (key !== "externalUserId") return values.dates >= 0.8;
  const plain = values.spaced < 0.1 && values.emails < 0.5 && (values.dates < 0.5 || values.numbers > 0.5);
  return plain && values.unique >= 0.98 && values.filled >= 0.95;
}

function gradeShare(share: number, minFor: number, minUnknown: number): ColumnEvidence {
  return { kind: share >= minFor ? "for" : share >= minUnknown ? "unknown" : "against", quality: share };
}

function judgeIds({ unique, count, dates, numbers }: ColumnSample): ColumnEvidence {
  const repeated = unique < 0.5 && count >= minCellsForRepeats;
  if (repeated || (dates > 0.9 && numbers < 0.5)) return { kind: "against", quality: 0 };
  return { kind: unique >= 0.9 ? "for" : "unknown", quality: unique };
}

function judgeNames(values: ColumnSample): ColumnEvidence {
  const { words, unique, spaced } = values;
  // Each share is counted when it is asked for, and dates take longest.
  const isOther = () => values.emails > 0.5 || values.numbers > 0.8 || (words < 0.5 && values.dates > 0.8);
  if (isRepeating(values) || areFirms(values) || isOther()) return { kind: "against", quality: 0 };
  return { kind: words >= 0.6 ? "for" : "unknown", quality: (unique + spaced) / 2 };
}

const minFirms = 0.3;
// Short forms in capitals only: "as" and "sa" are parts of names too.
const firm =
  /[\s,.&(](?:[Gg][Mm][Bb][Hh]|GesmbH|AG|KG|OHG|e\. ?V\.|eG|[Ll][Tt][Dd]a?|LIMITED|Limited|LLC|LLP|[Ii][Nn][Cc]|Corp(?:oration)?|CORP|PLC|plc|Pty|SARL|S\.?à?\.?r\.?l|SAS|S\.?A|S\.L|SL|S\.?p\.?A|S\.?r\.?l|SRL|B\.?V|N\.V|NV|AB|A\/S|AS|ApS|Oyj?|Kft|Zrt|Nyrt|Bt|s\. ?r\. ?o|spol|a\. ?s|Sp\. z o\. ?o|d\. ?o\. ?o|A\.?Ş|Şti|Tbk|Sdn|Bhd|Co)\.?,?\)?$|^(?:ООО|ОАО|ЗАО|ПАО|АО|ТОВ|ПП|PT|CV|Công ty)\s|株式会社|有限公司|有限会社|주식회사|\(주\)|شركة|בע"?מ|Α\.Ε\.|Ε\.Π\.Ε/u;

// Names of companies.
function areFirms({ cells }: ColumnSample): boolean {
  return cells.length > 0 && cells.filter((cell) => firm.test(cell.trim())).length >= cells.length * minFirms;
}

// The same few words in many rows are names of companies, teams or roles.
function isRepeating({ count, unique }: ColumnSample): boolean {
  return count >= 3 && (Math.round(unique * count) === 1 || (unique < 0.3 && count >= minCellsForRepeats));
}
