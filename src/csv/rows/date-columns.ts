// How the date columns of a file are written: said with proof, and asked where day and month can't be told apart.

import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { convertDate, type DateFormat } from "../text/date-format.ts";

/** A field that holds dates. */
export type DateField = "registrationDate" | "lastLoginDate";

/** One row of a date column, before and after conversion. */
export interface DateProof {
  /** The row a spreadsheet shows. */
  readonly row: number;
  readonly from: string;
  readonly to: string;
}

/** How one column writes its dates. */
export interface DateColumn {
  readonly column: number;
  /** Null when no known format fits most of the cells, or the column is empty. `iso` needs no conversion. */
  readonly format: DateFormat | null;
  /** True when day and month can't be told apart: a person has to choose among `candidates`. */
  readonly ambiguous: boolean;
  /** The formats that fit most of the cells, best first. */
  readonly candidates: readonly DateFormat[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Of `of` cells that are not empty, `matching` are written in `format` (or in the first candidate). */
  readonly matching: number;
  readonly of: number;
  /** `matching` in `of`, 0 to 1. */
  readonly share: number;
  /** A few converted rows, first those that no other format could read. */
  readonly proof: readonly DateProof[];
}

/** What `detectDateFormats` says of each date field that has a column. */
export type DateColumns = Readonly<Partial<Record<DateField, DateColumn>>>;

const dateFields: readonly DateField[] = ["registrationDate", "lastLoginDate"];
// The order in which equally good formats are named.
const formats: readonly DateFormat[] = [
  ...(["iso", "year_month_day", "day_month_year", "month_day_year", "month_name"] as const),
  ...(["epoch_milliseconds", "epoch_seconds", "compact", "excel_serial"] as const),
];
// A format that reads fewer is an accident, not the column's format.
const enough = 0.5;
const proofRows = 3;
const triedCells = 100;

/** Finds out how the mapped date columns are written, over all rows. */
export function detectDateFormats(table: CsvTable, mapping: ColumnMapping): DateColumns {
  const found: Partial<Record<DateField, DateColumn>> = {};
  for (const field of dateFields) {
    const column = mapping[field];
    if (column !== null) found[field] = detect(table, column);
  }
  const [one, other] = [found.registrationDate, found.lastLoginDate];
  if (one && other) {
    found.registrationDate = settled(table, one, other);
    found.lastLoginDate = settled(table, other, one);
  }
  return found;
}

/** A few rows of a column as a format reads them: what a person looks at before choosing. */
export function toDateProof(table: CsvTable, column: number, format: DateFormat): DateProof[] {
  const proof: { decisive: DateProof[]; others: DateProof[] } = { decisive: [], others: [] };
  for (const { number, cells } of table.records) {
    const from = cells[column] ?? "";
    const to = convertDate(from, format);
    if (to === null) continue;
    const list = twinOf(format) && convertDate(from, twinOf(format) ?? format) === null ? proof.decisive : proof.others;
    if (list.length < proofRows) list.push({ row: number, from, to });
    if (proof.decisive.length === proofRows) break;
  }
  return [...proof.decisive, ...proof.others].slice(0, proofRows).sort((a, b) => a.row - b.row);
}

interface Count {
  readonly format: DateFormat;
  readonly matching: number;
}

function detect(table: CsvTable, column: number): DateColumn {
  const cells = table.records.map((record) => record.cells[column] ?? "").filter((cell) => !isBlank(cell));
  const sample = triedOf(cells);
  const tried = formats.filter((format) => sample.some((cell) => convertDate(cell, format) !== null));
  const counts = tried
    .map((format): Count => ({ format, matching: countOf(cells, format) }))
    .filter(({ matching }) => matching >= cells.length * enough)
    .sort((a, b) => b.matching - a.matching);
  const [best, second] = counts;
  const of = cells.length;
  if (!best)
    return {
      column,
      format: null,
      ambiguous: false,
      candidates: [],
      confidence: 0,
      matching: 0,
      of,
      share: 0,
      proof: [],
    };
  const ambiguous = second?.format === twinOf(best.format) && !isDecided(cells, best.format);
  const share = best.matching / of;
  return {
    ...{ column, format: ambiguous ? null : best.format, ambiguous, candidates: counts.map(({ format }) => format) },
    ...{ confidence: ambiguous ? 0 : share, matching: best.matching, of, share },
    proof: toDateProof(table, column, best.format),
  };
}

// Spread over the file: its first rows may be the oldest users, written by another system.
function triedOf(cells: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(cells.length / triedCells));
  return cells.filter((_, index) => index % step === 0);
}

function countOf(cells: readonly string[], format: DateFormat): number {
  return cells.reduce((count, cell) => count + (convertDate(cell, format) === null ? 0 : 1), 0);
}

/** The format that reads the same texts with day and month in the other order. */
function twinOf(format: DateFormat): DateFormat | null {
  if (format === "day_month_year") return "month_day_year";
  return format === "month_day_year" ? "day_month_year" : null;
}

// Some row has a day above 12, and none has one where this format expects the month.
function isDecided(cells: readonly string[], format: DateFormat): boolean {
  const twin = twinOf(format);
  if (twin === null) return true;
  let only = 0;
  for (const cell of cells) {
    const [one, other] = [convertDate(cell, format), convertDate(cell, twin)];
    if (one === null && other !== null) return false;
    if (one !== null && other === null) only += 1;
  }
  return only > 0;
}

// Both columns come out of one program: where one of them shows the order, the other has it too.
function settled(table: CsvTable, unsure: DateColumn, sure: DateColumn): DateColumn {
  const { format } = sure;
  if (!unsure.ambiguous || format === null || !unsure.candidates.includes(format)) return unsure;
  if (separatorOf(unsure.proof) !== separatorOf(sure.proof)) return unsure;
  const proof = toDateProof(table, unsure.column, format);
  return { ...unsure, format, ambiguous: false, confidence: unsure.share * 0.9, proof };
}

function separatorOf([first]: readonly DateProof[]): string | undefined {
  return /[-/.]/.exec(first?.from ?? "")?.[0];
}
