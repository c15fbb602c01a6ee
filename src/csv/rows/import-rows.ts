// Turns records into import rows: maps, corrects and checks their cells, and warns about duplicates.

import { normalizeEmail } from "../../contract/field-values.ts";
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { checkInput, type ImportUser, type RowIssue, type UserInput } from "../../contract/user.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import { yieldToMain } from "../read/yield-to-main.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { convertDate, type DateFormat, inZone, zoneOfHeader } from "../text/date-format.ts";
import { type DomainRepairs, repairDomain } from "../text/email-domain.ts";
import type { DateField } from "./date-columns.ts";
import { createShiftFinder } from "./long-rows.ts";
import type { Repairs, TextRepair } from "./repairs.ts";
import { finishSteps, inSteps, type Steps, stepsInTasks } from "./steps.ts";

/** An earlier valid row of the file has the same email or user_id: worth a look, but not an issue. `firstRow` is its number. */
export interface RowWarning {
  /** `duplicate_user_id`: the same user_id with another email. */
  readonly code: "duplicate_email" | "duplicate_user_id";
  readonly firstRow: number;
}

/** One row of the file as a user: its texts, what is sent, its issues and warnings. */
export interface ImportRow {
  /** The row a spreadsheet shows. */
  readonly number: number;
  /** The texts of the mapped fields, corrections included, dates of `dateFormats` converted, without NUL characters. */
  readonly input: UserInput;
  /** The user to send; null when there are issues. The same object as `input` where the texts are sent as they are. */
  readonly user: ImportUser | null;
  readonly issues: readonly ImportRowIssue[];
  readonly warnings: readonly RowWarning[];
}

/**
 * Why a row is invalid: by the rule of the contract, or because of its place in the file. `shifted`: the row has more cells than
 * the header, so that the text of this field may be cut or belong to another column. A correction of the field settles it.
 */
export type ImportRowIssue = Omit<RowIssue, "code"> & { readonly code: RowIssue["code"] | "shifted" };

/** True for a row that may hold the texts of other columns. It must not be sent: the server can't see it. */
export function isShifted({ issues }: Pick<ImportRow, "issues">): boolean {
  return issues.some(({ code }) => code === "shifted");
}

/** The same list for all rows without warnings. */
export const noWarnings: readonly RowWarning[] = [];

/** The corrections made by a person: row number, then field, then the text that replaces the cell. */
export type Corrections = Readonly<Record<number, Readonly<UserInput>>>;

/** Options of `toImportRows`. */
export interface RowOptions {
  readonly corrections?: Corrections;
  /** Columns whose cells, joined by `nameSeparator`, replace `mapping.name`: first and last name. */
  readonly nameColumns?: readonly number[];
  /** @default " " */
  readonly nameSeparator?: string;
  /** The formats of the date columns, as `detectDateFormats` finds them; cells in another format stay unchanged. @default ISO */
  readonly dateFormats?: DateFormats;
  /** Texts that are read as empty in name and dates, as `findEmptyTexts` finds them: NULL, Never. @default none */
  readonly emptyTexts?: readonly string[];
  /** The repairs that `findRepairs` finds, of emails and of names written "Last, First". @default none */
  readonly repairs?: Repairs;
  /** The domains of emails that are replaced, as `findNearDomains` finds them: `{ "gmial.com": "gmail.com" }`. @default none */
  readonly domains?: DomainRepairs;
  /** Reads the user ID from the email, normalised, where no column is mapped to it. @default false */
  readonly idFromEmail?: boolean;
  /** The numbers of rows that are not sent: they have no warnings, and are never the first row of a duplicate. @default none */
  readonly leftOut?: ReadonlySet<number>;
}

/** The format of each date field's column, or several: the first that fits a cell reads it. A field left out is not converted. */
export type DateFormats = Readonly<Partial<Record<DateField, DateFormat | readonly DateFormat[]>>>;

/** Converts records to import rows: takes the mapped cells, applies corrections, checks the user, and warns about duplicates. */
export function toImportRows(table: CsvTable, mapping: ColumnMapping, options: RowOptions = {}): ImportRow[] {
  const ahead = takePrepared(table, mapping, options);
  if (ahead && !options.leftOut?.size) return ahead;
  return markDuplicates(ahead ?? table.records.map(createRowConverter(table, mapping, options)), options.leftOut);
}

// Rows that were converted and compared ahead, until they are asked for.
const prepared = new WeakMap<CsvTable, { readonly mapping: ColumnMapping; readonly rows: ImportRow[] }>();

// Less than 10 ms of work.
const preparedAtOnce = 2_000;

/**
 * Converts the records of a long table, and compares them, in short tasks. `toImportRows` then takes these rows, if it is called with
 * this mapping and without options. Rejects with the signal's reason when aborted.
 */
export async function prepareRows(table: CsvTable, mapping: ColumnMapping, signal?: AbortSignal): Promise<void> {
  const convert = createRowConverter(table, mapping);
  const rows: ImportRow[] = [];
  for (let from = 0; from < table.records.length; from += preparedAtOnce) {
    for (const record of table.records.slice(from, from + preparedAtOnce)) rows.push(convert(record));
    await yieldToMain();
    signal?.throwIfAborted();
  }
  const compared = await stepsInTasks(compareRows(rows), signal);
  signal?.throwIfAborted();
  if (compared) prepared.set(table, { mapping, rows: compared });
}

function takePrepared(table: CsvTable, mapping: ColumnMapping, options: RowOptions): ImportRow[] | null {
  const found = prepared.get(table);
  prepared.delete(table);
  const isSameMapping = found && fieldKeys.every((key) => found.mapping[key] === mapping[key]);
  return isSameMapping && isWithoutOptions(options) ? found.rows : null;
}

function isWithoutOptions({ leftOut: _, nameSeparator: __, ...options }: RowOptions): boolean {
  return Object.values(options).every(
    (option) => option !== true && (option === undefined || Object.keys(option).length === 0),
  );
}

/**
 * Updates rows after the corrections of some of them have changed (`changed`: their numbers). Only these are converted again;
 * all rows are compared for duplicates. A row without change stays the same object.
 */
export function updateImportRows(
  rows: readonly ImportRow[],
  changed: ReadonlySet<number>,
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions = {},
): ImportRow[] {
  const judge = createRowConverter(table, mapping, options);
  const judged = table.records.map((record, index) => {
    const row = rows[index];
    return row && !changed.has(record.number) ? row : judge(record);
  });
  return markDuplicates(judged, options.leftOut);
}

/** Converts one record at a time, without looking for duplicates. */
export function createRowConverter(
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions = {},
): (record: CsvRecord) => ImportRow {
  const { inputOf, judge } = createRowReader(table, mapping, options);
  return (record) => judge(record, inputOf(record));
}

/** Reads the texts of a record, and judges them. */
export interface RowReader {
  inputOf(record: CsvRecord): UserInput;
  /** The text of one field in `inputOf`; undefined for a field that is neither mapped nor corrected. */
  textOf(record: CsvRecord, field: FieldKey): string | undefined;
  /** The row with these texts, without duplicate warnings. */
  judge(record: CsvRecord, input: UserInput): ImportRow;
}

/** Creates a reader of single records. Corrections that are added to `options.corrections` later count too. */
export function createRowReader(table: CsvTable, mapping: ColumnMapping, options: RowOptions = {}): RowReader {
  const { corrections = {} } = options;
  const sources = toSources(table, mapping, options);
  const hasZeros = table.notices.some(({ code }) => code === "zeros_ignored");
  const cellsOf = ({ cells }: CsvRecord) => (hasZeros ? cells.map((cell) => cell.replaceAll("\0", "")) : cells);
  const hasIdFromEmail = options.idFromEmail === true && mapping.externalUserId === null;
  const findShifted = createShiftFinder(table, mapping, options.nameColumns ?? []);
  const textOf: RowReader["textOf"] = (record, field) => {
    const corrected = corrections[record.number]?.[field];
    if (hasIdFromEmail && field === "externalUserId") return corrected ?? toEmailId(textOf(record, "email") ?? "");
    return textFrom(cellsOf(record), sources[field], corrected);
  };
  return {
    textOf,
    inputOf(record) {
      const corrected = corrections[record.number];
      const input = toInput(cellsOf(record), sources, corrected);
      if (hasIdFromEmail) input.externalUserId = corrected?.externalUserId ?? toEmailId(input.email ?? "");
      return input;
    },
    judge({ number, cells }, input) {
      const { user, issues } = checkInput(input);
      const shifted = findShifted(cells);
      if (shifted !== null && corrections[number]?.[shifted] === undefined) {
        const issue = { field: shifted, code: "shifted", value: input[shifted] ?? "" } as const;
        return { number, input, user: null, issues: [issue, ...issues], warnings: noWarnings };
      }
      return { number, input, user, issues, warnings: noWarnings };
    },
  };
}

/** Reads a field's text from the cells of a record; null for a field without column, which stays absent instead of empty. */
type Source = ((cells: readonly string[], corrected: string | undefined) => string) | null;

function toSources(table: CsvTable, mapping: ColumnMapping, options: RowOptions): Record<FieldKey, Source> {
  const { nameColumns = [], nameSeparator = " ", emptyTexts = [], repairs = {}, domains = {} } = options;
  const parts = (cells: readonly string[]) => nameColumns.map((part) => cells[part]?.trim()).filter(Boolean);
  const joined: Source = (cells, corrected) => corrected ?? parts(cells).join(nameSeparator);
  return {
    externalUserId: toSource(mapping.externalUserId),
    email: withDomains(withRepair(toSource(mapping.email), repairs.email), domains),
    name: withoutEmpty(nameColumns.length > 0 ? joined : withRepair(toSource(mapping.name), repairs.name), emptyTexts),
    registrationDate: toDateSource(table, mapping, "registrationDate", options),
    lastLoginDate: toDateSource(table, mapping, "lastLoginDate", options),
  };
}

// In one form, so that the next file gives the same person the same ID.
function toEmailId(email: string): string {
  return normalizeEmail(email) ?? email;
}

function withoutEmpty(source: Source, emptyTexts: readonly string[]): Source {
  if (!source || emptyTexts.length === 0) return source;
  return (cells, corrected) => {
    const text = source(cells, corrected);
    return emptyTexts.includes(text.trim()) ? "" : text;
  };
}

function withRepair(source: Source, repair: TextRepair | false | undefined): Source {
  return source && repair ? (cells, corrected) => repair(source(cells, corrected)) : source;
}

// What a person typed into a cell is meant as it is.
function withDomains(source: Source, domains: DomainRepairs): Source {
  if (!source || !Object.values(domains).some(Boolean)) return source;
  return (cells, corrected) => {
    const text = source(cells, corrected);
    return corrected === undefined ? repairDomain(text, domains) : text;
  };
}

function toSource(column: number | null): Source {
  return column === null ? null : (cells, corrected) => corrected ?? cells[column] ?? "";
}

// Null texts are compared as they are in the file, so they are removed before anything is converted.
function toDateSource(
  { headers, dialect }: CsvTable,
  mapping: ColumnMapping,
  field: DateField,
  { dateFormats = {}, emptyTexts = [] }: RowOptions,
): Source {
  const column = mapping[field];
  const source = withoutEmpty(toSource(column), emptyTexts);
  const formats = toFormats(dateFormats[field]).filter((format) => format !== "iso");
  const named = column !== null && dialect.hasHeader ? zoneOfHeader(headers[column] ?? "") : null;
  const zone = named === "UTC" ? null : named;
  if (!source || (formats.length === 0 && zone === null)) return source;
  return (cells, corrected) => {
    const text = source(cells, corrected);
    const converted = convertWith(text, formats);
    return zone === null || corrected !== undefined ? (converted ?? text) : inZone(converted ?? text, zone);
  };
}

/** The formats as a list; empty where nothing is converted. */
export function toFormats(chosen: DateFormat | readonly DateFormat[] | undefined): readonly DateFormat[] {
  return chosen === undefined ? [] : typeof chosen === "string" ? [chosen] : chosen;
}

/**
 * The date as the first of these formats reads it; null if none does. Where both orders of day and month are among them, a
 * date that may be either stays as it is.
 */
export function convertWith(text: string, formats: readonly DateFormat[]): string | null {
  if (formats.length < 2) return formats[0] === undefined ? null : convertDate(text, formats[0]);
  const read = formats.flatMap((format) => convertDate(text, format) ?? []);
  const hasBothOrders = formats.includes("day_month_year") && formats.includes("month_day_year");
  return hasBothOrders && new Set(read).size > 1 ? null : (read[0] ?? null);
}

// Written out for speed: objects of one shape are made several times as fast as with computed names, in half the memory.
function toInput(
  cells: readonly string[],
  from: Record<FieldKey, Source>,
  corrected: Readonly<UserInput> = {},
): UserInput {
  const externalUserId = textFrom(cells, from.externalUserId, corrected.externalUserId);
  const email = textFrom(cells, from.email, corrected.email);
  const name = textFrom(cells, from.name, corrected.name);
  const registrationDate = textFrom(cells, from.registrationDate, corrected.registrationDate);
  const lastLoginDate = textFrom(cells, from.lastLoginDate, corrected.lastLoginDate);
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

function textFrom(cells: readonly string[], source: Source, corrected: string | undefined): string | undefined {
  return source ? source(cells, corrected) : corrected;
}

const noRows: ReadonlySet<number> = new Set();

/** Sets the duplicate warnings of all rows; a row whose warnings stay is the same object. */
export function markDuplicates(rows: readonly ImportRow[], leftOut: ReadonlySet<number> = noRows): ImportRow[] {
  return finishSteps(compareRows(rows, leftOut));
}

function* compareRows(rows: readonly ImportRow[], leftOut: ReadonlySet<number> = noRows): Steps<ImportRow[]> {
  let isRepeated = mayRepeat(rows, ({ externalUserId }) => externalUserId);
  yield;
  isRepeated ||= mayRepeat(rows, ({ email }) => email);
  yield;
  if (!isRepeated && rows.every(({ warnings }) => warnings === noWarnings)) return [...rows];
  const warningsOf = isRepeated ? findWarnings() : () => noWarnings;
  const marked: ImportRow[] = [];
  yield* inSteps(rows, (row) => {
    const warnings = leftOut.has(row.number) ? noWarnings : warningsOf(row);
    marked.push(isSame(warnings, row.warnings) ? row : { ...row, warnings });
  });
  return marked;
}

// Most files have no duplicates, and this check is faster than finding them. Equal hashes are compared exactly afterwards. Ids
// mostly rise from row to row: as long as they do, they cannot repeat, and no memory is needed.
function mayRepeat(rows: readonly ImportRow[], textOf: (user: ImportUser) => string): boolean {
  let last = "";
  for (const { user } of rows) {
    if (!user) continue;
    const text = textOf(user);
    const isRising = text.length === last.length ? text > last : text.length > last.length;
    if (!isRising) return haveEqualHashes(rows, textOf);
    last = text;
  }
  return false;
}

// An open-addressing set of hashes: engines copy a text out of its file when it becomes the key of a Set.
function haveEqualHashes(rows: readonly ImportRow[], textOf: (user: ImportUser) => string): boolean {
  // At least half of the places stay free, which keeps probing short.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(rows.length * 2 + 1)));
  for (const { user } of rows) {
    if (!user) continue;
    const value = fnv1a(textOf(user));
    let place = value & (places.length - 1);
    while (places[place] !== 0) {
      if (places[place] === value) return true;
      place = (place + 1) & (places.length - 1);
    }
    places[place] = value;
  }
  return false;
}

// FNV-1a; never 0, which marks a free place.
function fnv1a(text: string): number {
  let value = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value || 1;
}

// Only valid rows count, as on the server. Must be called row by row, in order.
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
