// Finds user ids that a program changed before the export: read as numbers or dates, rounded, or replaced by an error mark.
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";

/** What happened to the ids of a file; they stay as they are written. */
export interface DamagedIds {
  /**
   * `decimals`: 1001.0; `exponents`: 9.91214E+15; `groups`: 1,234; `rounded`: zeros in place of the last digits; `dates`: 03-Apr in
   * place of 4-3; `errors`: #N/A, or #### for a number that was too wide for its column.
   */
  readonly damage: "decimals" | "exponents" | "groups" | "rounded" | "dates" | "errors";
  readonly column: number;
  /** The number of damaged ids, of `of` ids. */
  readonly count: number;
  readonly of: number;
  readonly firstRow: number;
  /** The first of them. */
  readonly text: string;
  /** The number of damaged ids that are equal to an earlier one: different ids that became the same. */
  readonly equal: number;
}

interface Id {
  readonly row: number;
  readonly text: string;
}

// Only spreadsheets and number types write a sign after the E, or a fraction before it: a code such as 8e4 has neither.
const exponent = /^[-+]?\d(?:(?:[.,]\d+)?E\+|[.,]\d+E)\d{1,3}$/i;
const monthName =
  "jan|feb|mar|mär|mrz|apr|may|mai|maj|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|janv|févr|mars|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|out|mei";
const spreadsheetDate = new RegExp(
  String.raw`^(?:\d{1,2}[-. ]{1,2}(?:${monthName})|(?:${monthName})\.?[- ]\d{2})\.?$`,
  "i",
);
// As dates of a workbook are read, whatever it shows: among ids of numbers and dashes it is one of those.
const workbookDate = /^\d{4}-\d\d-\d\d$/;
const errorMark = /^#(?:#+|N\/[AV]|NV|REF!|BEZUG!|VALUE!|WERT!|NAME\?|NUM!|ZAHL!|DIV\/0!|NULL!)$/i;
const decimal = /^\d+([.,])0+$/;
const fraction = /^\d+[.,]\d+$/;
const grouped = /^\d{1,3}([,.'’ \u00A0\u202F])\d{3}(?:\1\d{3})*$/;
const digits = /^\d+$/;
const longest = 15;

/** Finds the damage of the mapped user ids; null for ids that no program is known to have changed. */
export function findDamagedIds(
  { records, dialect }: CsvTable,
  { externalUserId: column }: ColumnMapping,
): DamagedIds | null {
  if (column === null) return null;
  const ids: Id[] = [];
  const others: Id[] = [];
  let of = 0;
  for (const { number, cells } of records) {
    const cell = cells[column] ?? "";
    if (isBlank(cell)) continue;
    of += 1;
    // Ids that begin with a letter are damaged in few ways.
    const text = cell.trim();
    if (isDigit(text.charCodeAt(0))) ids.push({ row: number, text });
    else if (text.length < 10) others.push({ row: number, text });
  }
  const found =
    findErrors(others) ??
    findDates(ids, others, dialect.workbook ? [spreadsheetDate, workbookDate] : [spreadsheetDate]) ??
    findExponents(ids) ??
    findDecimals(ids) ??
    findGroups(ids) ??
    findRounded(ids);
  const first = found?.ids[0];
  if (!found || !first) return null;
  const equal = found.ids.length - new Set(found.ids.map(({ text }) => text)).size;
  return { damage: found.damage, column, count: found.ids.length, of, firstRow: first.row, text: first.text, equal };
}

interface Found {
  readonly damage: DamagedIds["damage"];
  readonly ids: readonly Id[];
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function findErrors(others: readonly Id[]): Found | null {
  const found = others.filter(({ text }) => errorMark.test(text));
  return found.length > 0 ? { damage: "errors", ids: found } : null;
}

// Beside ids of numbers and dashes, of which a spreadsheet takes some for dates. Other words beside them: they are codes.
function findDates(ids: readonly Id[], others: readonly Id[], dates: readonly RegExp[]): Found | null {
  const isDate = ({ text }: Id) => dates.some((date) => date.test(text));
  const found = [...ids, ...others].filter(isDate).sort((a, b) => a.row - b.row);
  const mayBeNumbers = [...ids, ...others].every((id) => isDate(id) || /^[\d./-]+$/.test(id.text));
  return found.length > 0 && mayBeNumbers ? { damage: "dates", ids: found } : null;
}

// One is enough, because no system issues such ids.
function findExponents(ids: readonly Id[]): Found | null {
  const found = ids.filter(({ text }) => exponent.test(text));
  return found.length > 0 ? { damage: "exponents", ids: found } : null;
}

// All numbers with a fraction have the fraction 0: versions such as 1.1 are not damaged ids.
function findDecimals(ids: readonly Id[]): Found | null {
  const found = ids.filter(({ text }) => decimal.test(text));
  const isWhole = found.length * 2 > ids.length && ids.every(({ text }) => decimal.test(text) || !fraction.test(text));
  return isWhole ? { damage: "decimals", ids: found } : null;
}

// Every number from 1,000 on is grouped, and some group has fewer than three digits: 100.200 may be a code.
function findGroups(ids: readonly Id[]): Found | null {
  const found = ids.filter(({ text }) => grouped.test(text));
  const isShort = ({ text }: Id) => digits.test(text) && text.length < 4;
  if (found.length === 0 || !ids.every((id) => isShort(id) || grouped.test(id.text))) return null;
  const isUneven = ids.some((id) => isShort(id) || (grouped.exec(id.text)?.[0] ?? "").search(/\D/) < 3);
  const marks = new Set(found.map(({ text }) => grouped.exec(text)?.[1]));
  return isUneven && marks.size === 1 ? { damage: "groups", ids: found } : null;
}

// A spreadsheet keeps 15 digits, a number of 64 bits 16 or 17, and zeros follow. By chance one in ten ids looks like that, so
// several are needed.
function findRounded(ids: readonly Id[]): Found | null {
  const long = ids.filter(({ text }) => digits.test(text) && text.length > longest && !text.startsWith("0"));
  if (long.length < 3) return null;
  const isCut = long.every(({ text }) => /^0+$/.test(text.slice(longest)));
  const isFloat = long.every(({ text }) => text.length > 16 && text.endsWith("0") && Number(text).toString() === text);
  return isCut || isFloat ? { damage: "rounded", ids: long } : null;
}
