// Makes all rows as wide as the header: fills short ones, and marks, joins or cuts long ones.
import { isEmail, knownHeader } from "../mapping/known-headers.ts";
import { areTight, type ColumnForm, findSplitColumns, joinCells, toColumnForms } from "../rows/long-rows.ts";
import type { CsvRecord, FileNotice, LongRowChoices, ReadOptions } from "../table.ts";
import { type AffectedCells, type AffectedRows, addCells, addRow, isBlank } from "../text/cells.ts";

// Filling ten thousand rows up to a header of a million cells would take all memory.
const maxFilledColumns = 1000;

/** The rows of a table without header: "Column 1", "Column 2" ..., as many as most rows have cells. */
export function toGenericHeaders(records: readonly CsvRecord[]): string[] {
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  // Of two equally frequent widths, the narrower: rows that are too long are held back, short ones would be sent.
  const [usual] = [...widths].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0];
  return Array.from({ length: Math.min(usual, maxFilledColumns) }, (_, index) => `Column ${index + 1}`);
}

/** The header with an empty first cell where every row begins with a name of its own, as R writes it. */
export function addRowNames(header: readonly string[], records: readonly CsvRecord[]): readonly string[] {
  const width = header.length + 1;
  const isWider = ({ cells }: CsvRecord) => cells.length === width;
  if (width < 3 || records.length === 0 || !records.every(isWider)) return header;
  return isShifted(header, records.slice(0, 200)) ? ["", ...header] : header;
}

// Judges by the position of emails; without any, by row names that count from 1.
function isShifted(header: readonly string[], records: readonly CsvRecord[]): boolean {
  const emails = header.flatMap((name, column) => (knownHeader(name)?.kind === "email" ? [column] : []));
  const countEmails = (offset: number) =>
    records.filter(({ cells }) => emails.some((column) => isEmail(cells[column + offset] ?? ""))).length;
  const [straight, shifted] = [countEmails(0), countEmails(1)];
  if (straight + shifted > 0) return shifted > straight;
  return records.every(({ cells }, index) => cells[0]?.trim() === String(index + 1));
}

/** How long rows are treated, and what is needed to join their cells. */
export interface FitOptions extends Pick<ReadOptions, "longRows"> {
  readonly delimiter: string;
}

interface Fitted {
  readonly records: CsvRecord[];
  readonly notices: FileNotice[];
}

/** The records with as many cells as the header; long ones keep their cells, unless `longRows` says otherwise. */
export function fitRecords(
  headers: readonly string[],
  records: readonly CsvRecord[],
  { longRows = "ask", delimiter }: FitOptions,
): Fitted {
  const width = headers.length;
  const choices = toLongRowChoices(longRows);
  const findSplit = createSplitFinder(headers, records);
  const found = createFound();
  const fitted = records.map((record) => {
    const { number, cells } = record;
    if (cells.length === width) return record;
    if (cells.length < width) {
      found.short = addRow(found.short, number);
      return { number, cells: fill(cells, width) };
    }
    // Spreadsheets keep delimiters after cells that were emptied; cutting those loses nothing.
    if (cells.slice(width).every(isBlank)) return { number, cells: cells.slice(0, width) };
    const column = findSplit(cells);
    const choice = column === null ? choices.extra : choices.split;
    if (choice === "ask") {
      found.long = addLong(found.long, number, column);
      return record;
    }
    if (choice === "join" && column !== null) {
      found.joined = addCells(found.joined, number, [column]);
      return { number, cells: joinCells(cells, column, width, delimiter) };
    }
    found.cut = addJoinable(found.cut, number, column);
    return { number, cells: cells.slice(0, width) };
  });
  return { records: fitted, notices: toNotices(found) };
}

/** What is done with long rows of each kind. */
export function toLongRowChoices(longRows: NonNullable<ReadOptions["longRows"]>): Required<LongRowChoices> {
  if (typeof longRows === "object") return { split: "ask", extra: "ask", ...longRows };
  return { split: longRows, extra: longRows === "join" ? "ask" : longRows };
}

// Finds the one column whose value can have been split; null where there are several, or none.
function createSplitFinder(
  headers: readonly string[],
  records: readonly CsvRecord[],
): (cells: readonly string[]) => number | null {
  const width = headers.length;
  let known: { readonly forms: readonly ColumnForm[]; readonly isTight: boolean } | null = null;
  return (cells) => {
    known ??= { forms: toKnownForms(headers, records), isTight: areTight(width, records) };
    const split = known.forms.length === width ? findSplitColumns(cells, known.forms, known.isTight) : [];
    return split.length === 1 ? (split[0] ?? null) : null;
  };
}

type CutRows = AffectedCells & { readonly joinable: number };
type LongRows = Omit<Extract<FileNotice, { code: "rows_long" }>, "code">;

function addJoinable(before: CutRows | null, row: number, column: number | null): CutRows {
  const isJoinable = column !== null;
  return {
    ...addCells(before, row, isJoinable ? [column] : []),
    joinable: (before?.joinable ?? 0) + (isJoinable ? 1 : 0),
  };
}

const maxExamples = 3;

function addLong(before: LongRows | null, row: number, column: number | null): LongRows {
  const examples = before?.examples ?? [];
  const alike = examples.filter((example) => (example.column === null) === (column === null));
  return {
    ...addJoinable(before, row, column),
    examples: alike.length < maxExamples ? [...examples, { row, column }] : examples,
  };
}

function fill(cells: readonly string[], width: number): readonly string[] {
  const missing = Math.min(width, maxFilledColumns) - cells.length;
  return missing > 0 ? [...cells, ...Array<string>(missing).fill("")] : cells;
}

// The forms of the columns; ids, emails and dates are never split.
function toKnownForms(headers: readonly string[], records: readonly CsvRecord[]): ColumnForm[] {
  return toColumnForms(headers.length, records).map((form, column) => {
    const kind = knownHeader(headers[column] ?? "")?.kind;
    if (kind === "email") return "email";
    const isWhole = kind === "externalUserId" || kind === "registrationDate" || kind === "lastLoginDate";
    return form ?? (isWhole ? "whole" : null);
  });
}

interface Found {
  short: AffectedRows | null;
  long: LongRows | null;
  joined: AffectedCells | null;
  cut: CutRows | null;
}

function createFound(): Found {
  return { short: null, long: null, joined: null, cut: null };
}

function toNotices({ short, long, joined, cut }: Found): FileNotice[] {
  const notices: FileNotice[] = [];
  if (short) notices.push({ code: "rows_short", ...short });
  if (long) notices.push({ code: "rows_long", ...long });
  if (joined) notices.push({ code: "rows_joined", ...joined });
  if (cut) notices.push({ code: "rows_cut", ...cut });
  return notices;
}
