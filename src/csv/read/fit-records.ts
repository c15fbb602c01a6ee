// Makes all rows as wide as the header: fills short ones, and marks, joins or cuts long ones.
import { isEmail, knownHeader } from "../mapping/known-headers.ts";
import { areTight, type ColumnForm, findSplitColumns, joinCells, toColumnForms } from "../rows/long-rows.ts";
import type { CsvRecord, FileNotice, ReadOptions } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "../text/cells.ts";

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
  const found: Record<"short" | "long" | "joined" | "cut", AffectedRows | null> = {
    short: null,
    long: null,
    joined: null,
    cut: null,
  };
  let joinable = 0;
  let forms: readonly ColumnForm[] | null = null;
  let isTight = false;
  const fitted = records.map((record) => {
    const { number, cells } = record;
    if (cells.length === width) return record;
    if (cells.length < width) {
      found.short = addRow(found.short, number);
      return { number, cells: fill(cells, width) };
    }
    // Spreadsheets keep delimiters after cells that were emptied; cutting those loses nothing.
    if (cells.slice(width).every(isBlank)) return { number, cells: cells.slice(0, width) };
    if (longRows === "cut") {
      found.cut = addRow(found.cut, number);
      return { number, cells: cells.slice(0, width) };
    }
    if (forms === null) {
      forms = toKnownForms(headers, records);
      isTight = areTight(width, records);
    }
    const split = forms.length === width ? findSplitColumns(cells, forms, isTight) : [];
    const [column] = split.length === 1 ? split : [];
    if (column !== undefined && longRows === "join") {
      found.joined = addRow(found.joined, number);
      return { number, cells: joinCells(cells, column, width, delimiter) };
    }
    if (column !== undefined) joinable += 1;
    found.long = addRow(found.long, number);
    return record;
  });
  return { records: fitted, notices: toNotices(found, joinable) };
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

function toNotices(
  { short, long, joined, cut }: Record<"short" | "long" | "joined" | "cut", AffectedRows | null>,
  joinable: number,
): FileNotice[] {
  const notices: FileNotice[] = [];
  if (short) notices.push({ code: "rows_short", ...short });
  if (long) notices.push({ code: "rows_long", ...long, joinable });
  if (joined) notices.push({ code: "rows_joined", ...joined });
  if (cut) notices.push({ code: "rows_cut", ...cut });
  return notices;
}
