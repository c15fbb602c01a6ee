// Records seen as users: cells under their fields, corrected, checked, compared with each other.
import type { FieldKey } from "../../contract/fields.ts";
import { checkInput, type UserInput } from "../../contract/user.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { convertDate, type DateFormat } from "../text/date-format.ts";
import type { DateField } from "./date-columns.ts";
import { markDuplicates } from "./duplicates.ts";
import type { ImportRow, RowWarning } from "./import-row.ts";

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
    return { number: record.number, input, user, issues, warnings: none };
  };
}

const none: readonly RowWarning[] = [];

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
