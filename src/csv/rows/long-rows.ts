// Judges rows with more cells than the header: which cells may have been split at a delimiter without quotes.
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";

/** What the cells of a column look like; `whole`: any text, but never split; null: any text, which may contain delimiters. */
export type ColumnForm = "email" | "number" | "whole" | null;

const patterns = { email: /^\s*[^\s@,;]+@[^\s@,;]+\s*$/, number: /^\s*[+-]?\d[\d.,:/\s TZ+-]*$/ };
const maxSampled = 200;
// Wider tables are not judged column by column.
const maxColumns = 1000;

/** The form of each column in the rows that are as wide as the header. */
export function toColumnForms(width: number, records: readonly CsvRecord[]): ColumnForm[] {
  const sample: (readonly string[])[] = [];
  for (const { cells } of records) {
    if (cells.length === width) sample.push(cells);
    if (sample.length >= maxSampled) break;
  }
  return Array.from({ length: Math.min(width, maxColumns) }, (_, column) =>
    toForm(sample.map((cells) => cells[column] ?? "")),
  );
}

function toForm(cells: readonly string[]): ColumnForm {
  const filled = cells.filter((cell) => !isBlank(cell));
  const isMostly = (form: RegExp) => filled.filter((cell) => form.test(cell)).length > filled.length * 0.9;
  if (isMostly(patterns.email)) return "email";
  return isMostly(patterns.number) ? "number" : null;
}

/** True when no cell of the rows that are as wide as the header begins with a blank, so that one that does was split. */
export function areTight(width: number, records: readonly CsvRecord[]): boolean {
  const usual = records.filter(({ cells }) => cells.length === width).slice(0, maxSampled);
  return usual.length > 0 && usual.every(({ cells }) => !cells.some((cell) => startsBlank.test(cell)));
}

const startsBlank = /^\s+\S/;

/**
 * The columns whose cell may have been split: with it joined again, all other cells have the form of their columns. Where `isTight`,
 * the cells that begin with a blank tell which: `Chan, Bo`.
 */
export function findSplitColumns(cells: readonly string[], forms: readonly ColumnForm[], isTight: boolean): number[] {
  const found = findByForms(cells, forms);
  const blank = isTight ? findByBlanks(cells, cells.length - forms.length) : null;
  return blank !== null && found.includes(blank) ? [blank] : found;
}

// The column in front of as many cells as there are too many, if these are all that begin with a blank; null otherwise.
function findByBlanks(cells: readonly string[], extra: number): number | null {
  const blanks = [...cells.keys()].filter((column) => startsBlank.test(cells[column] ?? ""));
  const [first = 0] = blanks;
  return blanks.length === extra && blanks.at(-1) === first + extra - 1 && first > 0 ? first - 1 : null;
}

function findByForms(cells: readonly string[], forms: readonly ColumnForm[]): number[] {
  const extra = cells.length - forms.length;
  const last = firstMisfit(cells, forms);
  let first = 0;
  for (let column = forms.length - 1; column > 0 && first === 0; column -= 1) {
    if (!hasForm(cells[column + extra] ?? "", forms[column] ?? null)) first = column;
  }
  const columns = forms.map((_, column) => column);
  return columns.filter((column) => column >= first && column <= last && forms[column] === null);
}

// The first column whose cell has another form; the number of columns where all fit.
function firstMisfit(cells: readonly string[], forms: readonly ColumnForm[]): number {
  const found = forms.findIndex((form, column) => !hasForm(cells[column] ?? "", form));
  return found < 0 ? forms.length : found;
}

function hasForm(cell: string, form: ColumnForm): boolean {
  return form === null || form === "whole" || isBlank(cell) || patterns[form].test(cell);
}

/** The cells with those of one column joined again, so that there are `width`. */
export function joinCells(cells: readonly string[], column: number, width: number, delimiter: string): string[] {
  const end = column + 1 + cells.length - width;
  return [...cells.slice(0, column), cells.slice(column, end).join(delimiter), ...cells.slice(end)];
}

/** Finds the field whose text may be cut or taken from another column, the last one that is mapped; null for a safe row. */
export function createShiftFinder(
  table: CsvTable,
  mapping: ColumnMapping,
  nameColumns: readonly number[],
): (cells: readonly string[]) => FieldKey | null {
  if (!table.notices.some(({ code }) => code === "rows_long")) return () => null;
  const width = table.headers.length;
  const columns = toMappedColumns(mapping, nameColumns);
  const [field, last] = columns.reduce((rightmost, one) => (one[1] > rightmost[1] ? one : rightmost), [
    "email",
    -1,
  ] as const);
  const forms = toColumnForms(width, table.records);
  for (const [key, column] of columns) if (key !== "name" && column < forms.length) forms[column] ??= "whole";
  const { email } = mapping;
  if (email !== null && email < forms.length) forms[email] = "email";
  const isTight = areTight(width, table.records);
  return (cells) => {
    if (cells.length <= width || last < 0) return null;
    if (forms.length < width) return field;
    const isCut = findSplitColumns(cells, forms, isTight).some((column) => column <= last);
    return isCut || firstMisfit(cells, forms) <= last ? field : null;
  };
}

function toMappedColumns(mapping: ColumnMapping, nameColumns: readonly number[]): (readonly [FieldKey, number])[] {
  const names = nameColumns.map((column) => ["name", column] as const);
  const fields = (Object.keys(mapping) as FieldKey[]).flatMap((key) => {
    const column = key === "name" && names.length > 0 ? null : mapping[key];
    return column === null ? [] : [[key, column] as const];
  });
  return [...fields, ...names];
}
