// Turns records into import rows: maps, corrects and checks their cells, and warns about duplicates.

import type { FieldKey } from "../../contract/fields.ts";
import { checkInput, type ImportUser, type RowIssue, type UserInput } from "../../contract/user.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { convertDate, type DateFormat } from "../text/date-format.ts";
import type { DateField } from "./date-columns.ts";

/** An earlier valid row of the file says the same: worth a look, never an issue. `firstRow` is that row's number. */
export interface RowWarning {
  /** `duplicate_user_id`: the same user_id with another email. */
  readonly code: "duplicate_email" | "duplicate_user_id";
  readonly firstRow: number;
}

/** One row of the file, seen as a user. */
export interface ImportRow {
  /** The row a spreadsheet shows. */
  readonly number: number;
  /** The texts of the mapped fields, corrections included, dates of `dateFormats` converted, without NUL characters. */
  readonly input: UserInput;
  /** The user to send; null when there are issues. The same object as `input` where the texts are sent as they are. */
  readonly user: ImportUser | null;
  readonly issues: readonly RowIssue[];
  readonly warnings: readonly RowWarning[];
}

const noWarnings: readonly RowWarning[] = [];

/** What a person typed over the file: row number, then field, then the text that counts instead. */
export type Corrections = Readonly<Record<number, Readonly<UserInput>>>;

/** Options of `toImportRows`. */
export interface RowOptions {
  readonly corrections?: Corrections;
  /** Columns whose cells, joined by `nameSeparator`, are the name, instead of `mapping.name`: first and last name. */
  readonly nameColumns?: readonly number[];
  /** @default " " */
  readonly nameSeparator?: string;
  /** How the date columns are written, as `detectDateFormats` finds it; what does not fit stays as it is. @default ISO */
  readonly dateFormats?: DateFormats;
  /** Texts that are read as empty in name and dates, as `findEmptyTexts` finds them: NULL, Never. @default none */
  readonly emptyTexts?: readonly string[];
}

/** The format of each date field's column; a field left out is taken as it is. */
export type DateFormats = Readonly<Partial<Record<DateField, DateFormat>>>;

/** Sees each record as a user: takes the mapped cells, lets corrections overrule them, checks, and looks for duplicates. */
export function toImportRows(table: CsvTable, mapping: ColumnMapping, options: RowOptions = {}): ImportRow[] {
  return markDuplicates(table.records.map(createJudge(table, mapping, options)));
}

/**
 * The rows of `toImportRows` after the corrections of some of them, by their numbers, have changed: these alone are judged
 * anew, then all are compared with each other. What did not change stays the same object.
 */
export function judgeAgain(
  rows: readonly ImportRow[],
  changed: ReadonlySet<number>,
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions = {},
): ImportRow[] {
  const judge = createJudge(table, mapping, options);
  const judged = table.records.map((record, index) => {
    const row = rows[index];
    return row && !changed.has(record.number) ? row : judge(record);
  });
  return markDuplicates(judged);
}

/** Sees one record as a user, without comparing it with others. */
export function createJudge(
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions = {},
): (record: CsvRecord) => ImportRow {
  const sources = toSources(mapping, options);
  const hasZeros = table.notices.some(({ code }) => code === "zeros_ignored");
  return (record) => {
    const cells = hasZeros ? record.cells.map((cell) => cell.replaceAll("\0", "")) : record.cells;
    const input = toInput(cells, sources, options.corrections?.[record.number]);
    const { user, issues } = checkInput(input);
    return { number: record.number, input, user, issues, warnings: noWarnings };
  };
}

/** Where a field's text comes from in every record; null for a field that no column feeds: absent is not empty. */
type Source = ((cells: readonly string[], corrected: string | undefined) => string) | null;

function toSources(mapping: ColumnMapping, options: RowOptions): Record<FieldKey, Source> {
  const { nameColumns = [], nameSeparator = " ", dateFormats = {}, emptyTexts = [] } = options;
  const parts = (cells: readonly string[]) => nameColumns.map((part) => cells[part]?.trim()).filter(Boolean);
  const joined: Source = (cells, corrected) => corrected ?? parts(cells).join(nameSeparator);
  return {
    externalUserId: toSource(mapping.externalUserId),
    email: toSource(mapping.email),
    name: withoutEmpty(nameColumns.length > 0 ? joined : toSource(mapping.name), emptyTexts),
    registrationDate: withoutEmpty(toDateSource(mapping.registrationDate, dateFormats.registrationDate), emptyTexts),
    lastLoginDate: withoutEmpty(toDateSource(mapping.lastLoginDate, dateFormats.lastLoginDate), emptyTexts),
  };
}

function withoutEmpty(source: Source, emptyTexts: readonly string[]): Source {
  if (!source || emptyTexts.length === 0) return source;
  return (cells, corrected) => {
    const text = source(cells, corrected);
    return emptyTexts.includes(text.trim()) ? "" : text;
  };
}

function toSource(column: number | null): Source {
  return column === null ? null : (cells, corrected) => corrected ?? cells[column] ?? "";
}

function toDateSource(column: number | null, format: DateFormat | undefined): Source {
  const source = toSource(column);
  if (!source || format === undefined || format === "iso") return source;
  return (cells, corrected) => {
    const text = source(cells, corrected);
    return convertDate(text, format) ?? text;
  };
}

// Written out: ten thousand objects of one shape are made several times as fast as by computed names, and take half the room.
function toInput(
  cells: readonly string[],
  from: Record<FieldKey, Source>,
  corrected: Readonly<UserInput> = {},
): UserInput {
  const externalUserId = textOf(cells, from.externalUserId, corrected.externalUserId);
  const email = textOf(cells, from.email, corrected.email);
  const name = textOf(cells, from.name, corrected.name);
  const registrationDate = textOf(cells, from.registrationDate, corrected.registrationDate);
  const lastLoginDate = textOf(cells, from.lastLoginDate, corrected.lastLoginDate);
  const isWhole = email !== undefined && name !== undefined && registrationDate !== undefined;
  if (externalUserId !== undefined && isWhole && lastLoginDate !== undefined) {
    return { externalUserId, email, name, registrationDate, lastLoginDate };
  }
  const input: UserInput = {};
  if (externalUserId !== undefined) input.externalUserId = externalUserId;
  if (email !== undefined) input.email = email;
  if (name !== undefined) input.name = name;
  if (registrationDate !== undefined) input.registrationDate = registrationDate;
  if (lastLoginDate !== undefined) input.lastLoginDate = lastLoginDate;
  return input;
}

function textOf(cells: readonly string[], source: Source, corrected: string | undefined): string | undefined {
  return source ? source(cells, corrected) : corrected;
}

/** The rows with their warnings as they are now; a row whose warnings stay is the same object. */
export function markDuplicates(rows: readonly ImportRow[]): ImportRow[] {
  const warningsOf = mayHaveDuplicates(rows) ? findWarnings() : () => noWarnings;
  return rows.map((row) => {
    const warnings = warningsOf(row);
    return isSame(warnings, row.warnings) ? row : { ...row, warnings };
  });
}

// Most files have no duplicates, and this check is faster than finding them. Equal hashes are compared exactly afterwards.
function mayHaveDuplicates(rows: readonly ImportRow[]): boolean {
  return mayRepeat(rows, ({ externalUserId }) => externalUserId) || mayRepeat(rows, ({ email }) => email);
}

// Ids mostly rise from row to row: as long as they do, they cannot repeat, and no memory is needed.
function mayRepeat(rows: readonly ImportRow[], textOf: (user: ImportUser) => string): boolean {
  let last = "";
  for (const { user } of rows) {
    if (!user) continue;
    const text = textOf(user);
    const isRising = text.length === last.length ? text > last : text.length > last.length;
    if (!isRising) return haveOneHash(rows, textOf);
    last = text;
  }
  return false;
}

// Numbers, not the texts: engines copy a text out of its file when it becomes the key of a set.
function haveOneHash(rows: readonly ImportRow[], textOf: (user: ImportUser) => string): boolean {
  // At least half of the places stay free, so that the next one is near.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(rows.length * 2 + 1)));
  for (const { user } of rows) {
    if (!user) continue;
    const value = hash(textOf(user));
    let place = value & (places.length - 1);
    while (places[place] !== 0) {
      if (places[place] === value) return true;
      place = (place + 1) & (places.length - 1);
    }
    places[place] = value;
  }
  return false;
}

// FNV-1a, and never 0, which is a free place.
function hash(text: string): number {
  let value = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value || 1;
}

// Only among valid rows, as the server counts them: an invalid row takes nobody's place. To be asked row by row, in order.
function findWarnings(): (row: ImportRow) => readonly RowWarning[] {
  const emails = new Map<string, number>();
  const ids = new Map<string, { number: number; email: string }>();
  return ({ user, number }) => {
    if (!user) return noWarnings;
    const warnings: RowWarning[] = [];
    const sameEmail = emails.get(user.email);
    const sameId = ids.get(user.externalUserId);
    if (sameEmail === undefined) emails.set(user.email, number);
    else warnings.push({ code: "duplicate_email", firstRow: sameEmail });
    if (!sameId) ids.set(user.externalUserId, { number, email: user.email });
    else if (sameId.email !== user.email) warnings.push({ code: "duplicate_user_id", firstRow: sameId.number });
    return warnings.length === 0 ? noWarnings : warnings;
  };
}

function isSame(one: readonly RowWarning[], other: readonly RowWarning[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ code, firstRow }, place) => other[place]?.code === code && other[place].firstRow === firstRow)
  );
}
