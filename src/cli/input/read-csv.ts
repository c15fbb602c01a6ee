// Reads a CSV file as rows, with the reader and the mapping of the card; where the card would ask, the command ends with flags to add.
import { type FieldKey, fieldKeys, userFields } from "../../contract/fields.ts";
import { maskEmails } from "../../contract/text.ts";
import { toWireUser } from "../../contract/user.ts";
import { suggestMapping } from "../../csv/mapping/suggest-mapping.ts";
import type { ColumnMapping, FieldSuggestion, MappingSuggestion } from "../../csv/mapping/suggestion.ts";
import { decodeHeader } from "../../csv/read/damaged-headers.ts";
import { findDamagedIds } from "../../csv/rows/damaged-ids.ts";
import { checkDates } from "../../csv/rows/date-checks.ts";
import { type DateField, detectDateFormats, detectRest, toDateProof } from "../../csv/rows/date-columns.ts";
import {
  convertWith,
  createRowConverter,
  createRowReader,
  type ImportRow,
  isShifted,
  type RowOptions,
  toFormats,
} from "../../csv/rows/import-rows.ts";
import { findEmptyTexts } from "../../csv/rows/null-texts.ts";
import { type ColumnRepair, findRepairs, textRepairs } from "../../csv/rows/repairs.ts";
import { findUnreachableEmails } from "../../csv/rows/unreachable-emails.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import type { InputOptions } from "../commands/options.ts";
import { excerpt, InputError, printable } from "../terminal/terminal.ts";
import {
  concernsWhole,
  defaultSizes,
  type OpenTable,
  type PartSizes,
  readInParts,
  type TableReader,
} from "./csv-parts.ts";
import {
  damagedIdsText,
  describeTable,
  doubtedColumnText,
  doubtfulEmailsText,
  repairOfferText,
  toDateLines,
  toNoticeLine,
  toUnreachableLines,
  unfitColumnText,
} from "./csv-text.ts";
import { type Input, type InputRow, type OpenFile, readWhole } from "./open-file.ts";
import { maxBytes, readTable, tooLarge } from "./read-table.ts";
import { spoolPipe } from "./spool.ts";

/** Reads the rows of a CSV file. @throws InputError for a file that can't be used, or needs further flags. */
export async function readCsvFile(
  file: OpenFile,
  options: InputOptions,
  signal: AbortSignal,
  sizes: PartSizes = defaultSizes,
): Promise<Input> {
  if (file.stored || concernsWhole(options)) return readFile(file, options, signal, sizes);
  const spooled = await spoolPipe(file, sizes.least, signal);
  try {
    const input = await readFile(spooled.file, options, signal, sizes);
    return { ...input, close: spooled.close };
  } catch (error) {
    await spooled.close();
    throw error;
  }
}

async function readFile(file: OpenFile, options: InputOptions, signal: AbortSignal, sizes: PartSizes): Promise<Input> {
  const reader: TableReader = {
    read: (bytes) => readTable(bytes, file.name, options, signal),
    open: (table) => openTable(table, options),
  };
  const parts = await readInParts(file, options, reader, sizes);
  if (parts.input) return parts.input;
  const bytes = await readWhole(parts.file, maxBytes);
  if (bytes === "too_large") {
    const why = parts.notes.map((note) => ` ${note}`).join("");
    throw tooLarge(file.name, `The file is larger than ${maxBytes / 1024 / 1024} MiB`, why);
  }
  const { table, notes, findUnreachable, toRow } = openTable(await reader.read(bytes), options);
  const rows = {
    // Each record is converted when it is taken: the rows of a large file would take as much memory as the table.
    *[Symbol.iterator]() {
      for (const record of table.records) yield toRow(record);
    },
  };
  const all = [...notes, ...toUnreachableLines(findUnreachable()), ...parts.notes];
  return { format: "csv", unit: "row", total: table.records.length, notes: all, rows };
}

/** Chooses the columns of a table. @throws InputError where that needs further flags. */
function openTable(table: CsvTable, options: InputOptions): OpenTable {
  const suggestion = suggestMapping(table);
  const columns = chooseColumns(table, suggestion, options);
  const { dateFormat: dateFormats = {}, empty: emptyTexts = [], repair = {} } = options;
  const { mapping, nameColumns } = columns;
  const repairs = { email: repair.email === true && textRepairs.email, name: repair.name === true && textRepairs.name };
  const rowOptions = { nameColumns, dateFormats, emptyTexts, repairs };
  const convert = createRowConverter(table, mapping, rowOptions);
  const notes = [
    describeTable(table),
    describeColumns(table, columns),
    ...table.notices.map(toNoticeLine).map(printable),
    ...toDoubts(table, suggestion, columns),
    ...toDamage(table, columns),
    ...toOffers(table, suggestion, columns, options),
    ...offerSecondFormats(table, columns, options),
    ...describeDates(table, columns, rowOptions),
  ];
  const findUnreachable = () => findUnreachableEmails(table, createRowReader(table, mapping, rowOptions));
  return { table, notes, findUnreachable, toRow: (record) => toInputRow(convert(record)) };
}

function toInputRow(row: ImportRow): InputRow {
  const { number, user, input, issues } = row;
  return { number, user: user ?? (isShifted(row) ? null : toWireUser(input)), issues };
}

// A header of the guide counts even if the values look different, but not without a warning. Any other known header does not.
function toDoubts(table: CsvTable, { fields }: MappingSuggestion, { mapping }: ChosenColumns): string[] {
  return fieldKeys.flatMap((key) => {
    const { column, how, confidence, reason } = fields[key];
    if (mapping[key] === null && reason.code === "unfit_values")
      return `${key}: ${unfitColumnText(key, excerpt(reason.header, 40))}`;
    const isDoubtful = column !== null && column === mapping[key] && how === "alias" && confidence < 0.5;
    return isDoubtful ? doubtedColumnText(key, excerpt(table.headers[column] ?? "", 40)) : [];
  });
}

function toDamage(table: CsvTable, { mapping }: ChosenColumns): string[] {
  const ids = findDamagedIds(table, mapping);
  return ids ? [damagedIdsText(ids)] : [];
}

// The offers that the card makes with a button.
function toOffers(
  table: CsvTable,
  { nameColumns }: MappingSuggestion,
  columns: ChosenColumns,
  options: InputOptions,
): string[] {
  const { map = {}, empty = [] } = options;
  const texts = findEmptyTexts(table, columns.mapping).filter(({ text }) => !empty.includes(text));
  const offers = texts.map(({ text, count, firstRow }) => {
    const place = count === 1 ? `appears in row ${firstRow}` : `appears in ${count} rows, first in row ${firstRow}`;
    return `"${excerpt(text)}" ${place}. To treat it as empty, add --empty "${excerpt(text)}".`;
  });
  for (const repair of openRepairs(table, columns, options)) {
    if (!isMostOfColumn(repair)) offers.push(`${repairOfferText(repair)} To do so, add --repair ${repair.field}=yes.`);
  }
  if (!nameColumns || map.name !== undefined) return offers;
  const parts = nameColumns.columns.map((column) => columnName(table, column)).join("+");
  return [...offers, `First and last name are in separate columns. To join them, add --map "name=${parts}".`];
}

// The columns of the fields.
interface ChosenColumns {
  readonly mapping: ColumnMapping;
  /** Columns that are joined to the name; empty where one column holds it. */
  readonly nameColumns: readonly number[];
}

// Applies `--map` to the suggested mapping. Ends the command with the flags to add where a column or date format is only a
// guess, and for a column that the file does not have, or has twice.
function chooseColumns(table: CsvTable, suggestion: MappingSuggestion, options: InputOptions): ChosenColumns {
  const columns = applyFlags(table, suggestion, options);
  const questions = [
    ...askForColumns(table, suggestion, columns, options),
    ...askForDateFormats(table, columns, options),
    ...askForRepairs(table, columns, options),
  ];
  if (questions.length === 0) return columns;
  const reasons = questions.map(({ why, flags }) => `${why}\n${flags.map((flag) => `    ${flag}`).join("\n")}`);
  const list = questions.some(({ flags }) => flags[0]?.startsWith("--map")) ? `\nColumns:\n${listColumns(table)}` : "";
  throw new InputError(
    "unclear",
    `The file can't be read without further flags. Add the right one for each field:\n${reasons.join("\n")}${list}`,
  );
}

function applyFlags(table: CsvTable, { mapping }: MappingSuggestion, { map = {} }: InputOptions): ChosenColumns {
  const chosen: Record<string, number | null> = {};
  let nameColumns: readonly number[] = [];
  for (const key of fieldKeys) {
    const text = map[key];
    if (text === undefined) continue;
    const columns = text === "" ? [] : findColumns(table, text, key === "name");
    chosen[key] = columns.length === 1 ? (columns[0] ?? null) : null;
    if (columns.length > 1) nameColumns = columns;
  }
  const taken = new Set([...Object.values(chosen), ...nameColumns]);
  // A column belongs to one field only: a flag takes it from a suggestion.
  const all = fieldKeys.map((key) => {
    const column = mapping[key];
    return [key, key in chosen ? chosen[key] : column !== null && taken.has(column) ? null : column];
  });
  return { mapping: Object.fromEntries(all) as ColumnMapping, nameColumns };
}

// A header that contains a plus sign is first tried as a whole.
function findColumns(table: CsvTable, text: string, mayJoin: boolean): readonly number[] {
  const whole = findColumn(table, text);
  if (whole !== null) return [whole];
  const parts = mayJoin && text.includes("+") ? text.split("+") : [];
  const columns = parts.map((part) => findColumn(table, part)).filter((column) => column !== null);
  if (parts.length > 0 && columns.length === parts.length) return columns;
  throw new InputError("no_such_column", `There is no column "${excerpt(text)}".\nColumns:\n${listColumns(table)}`);
}

function findColumn({ headers, dialect }: CsvTable, text: string): number | null {
  // A damaged name is found as it is written, too.
  const names = [text, decodeHeader(text)];
  const isNamed = (column: number) => names.some((name) => isSame(headers[column] ?? "", name));
  const named = dialect.hasHeader ? [...headers.keys()].filter(isNamed) : [];
  const [first, second] = named;
  if (first !== undefined && second !== undefined) {
    const numbers = named.map((column) => column + 1).join(", ");
    throw new InputError(
      "no_such_column",
      `Several columns are called "${excerpt(text)}". Use the column number, one of ${numbers}.`,
    );
  }
  if (first !== undefined) return first;
  const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= headers.length ? number - 1 : null;
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

// The name of a column in messages and flags: its header if that is unique and safe in a shell, or else its number.
function columnName({ headers, dialect }: CsvTable, column: number): string {
  const header = headers[column] ?? "";
  const isSafe =
    dialect.hasHeader && header.trim() !== "" && !/^\d+$/.test(header.trim()) && !/[+"'\\$`!\n\r]/.test(header);
  const isUnique = headers.filter((other) => isSame(other, header)).length === 1;
  return isSafe && isUnique && header.length <= 60 ? header.trim() : String(column + 1);
}

// The columns of all mapped fields on one line.
function describeColumns({ headers, dialect }: CsvTable, { mapping, nameColumns }: ChosenColumns): string {
  const nameOf = (column: number) => (dialect.hasHeader ? excerpt(headers[column] ?? "", 40) : `column ${column + 1}`);
  const fields = fieldKeys.flatMap((key) => {
    const columns = key === "name" && nameColumns.length > 0 ? nameColumns : [mapping[key]];
    const names = columns.flatMap((column) => (column === null ? [] : nameOf(column)));
    return names.length === 0 ? [] : `${key} = ${names.join(" + ")}`;
  });
  return `Columns: ${fields.join(", ")}`;
}

function listColumns({ headers, records, dialect }: CsvTable): string {
  return headers
    .slice(0, 40)
    .map((header, column) => {
      const sample = records.find(({ cells }) => cells[column]?.trim())?.cells[column] ?? "";
      const name = dialect.hasHeader ? excerpt(header, 40) : "";
      return `  ${String(column + 1).padStart(3)}  ${name}${name ? "  " : ""}(${excerpt(maskEmails(sample), 30)})`;
    })
    .join("\n");
}

// A question that the card would ask: the reason, and one flag for each possible answer.
interface Question {
  readonly why: string;
  readonly flags: readonly string[];
}

function askForColumns(
  table: CsvTable,
  { fields }: MappingSuggestion,
  { mapping, nameColumns }: ChosenColumns,
  { map = {} }: InputOptions,
): Question[] {
  const open = fieldKeys.filter((key) => map[key] === undefined && !(key === "name" && nameColumns.length > 0));
  return open.flatMap((key) => askForColumn(table, key, fields[key], mapping[key]) ?? []);
}

function askForColumn(
  table: CsvTable,
  key: FieldKey,
  { how, reason }: FieldSuggestion,
  column: number | null,
): Question | null {
  const isRequired = userFields.some((field) => field.key === key && field.required);
  const toFlag = (value: string) => `--map ${key}=${quote(value)}`;
  if (column !== null && how === "guess") {
    const none = isRequired ? [] : [toFlag("none")];
    return {
      why: `  ${key}: column ${describeColumn(table, column)} is only a guess.`,
      flags: [toFlag(columnName(table, column)), ...none],
    };
  }
  if (column !== null || !isRequired) return null;
  const offered = "columns" in reason ? reason.columns : [];
  const flags = offered.map((one) => toFlag(columnName(table, one)));
  if (reason.code === "doubtful_emails") {
    const names = offered.map((one) => describeColumn(table, one));
    return { why: `  ${key}: ${doubtfulEmailsText(reason, names)}.`, flags };
  }
  if (flags.length > 0) return { why: `  ${key}: several columns match.`, flags };
  const why =
    reason.code === "unfit_values" ? unfitColumnText(key, excerpt(reason.header, 40)) : "no matching column found.";
  return { why: `  ${key}: ${why}`, flags: [`--map ${key}=<column>`] };
}

const dateFields: readonly DateField[] = ["registrationDate", "lastLoginDate"];

function askForDateFormats(table: CsvTable, { mapping }: ChosenColumns, { dateFormat = {} }: InputOptions): Question[] {
  const detected = detectDateFormats(table, mapping);
  return dateFields.flatMap((field) => {
    const dates = detected[field];
    if (!dates || dateFormat[field] !== undefined || (!dates.ambiguous && (dates.format ?? "iso") === "iso")) return [];
    const formats = dates.ambiguous ? dates.candidates : [dates.format ?? "iso"];
    const column = describeColumn(table, dates.column);
    const why = dates.ambiguous
      ? `  ${field}: day and month, the calendar, or the year from which Excel counted can't be told in column ${column}.`
      : `  ${field}: column ${column} is not in ISO format, and dates are converted only on request.`;
    return [{ why, flags: formats.map((format) => toDateFlag(table, field, dates.column, [format])) }];
  });
}

// Notes about a second format in a date column; the other rows are read without it.
function offerSecondFormats(
  table: CsvTable,
  { mapping }: ChosenColumns,
  { dateFormat = {} }: InputOptions,
): readonly string[] {
  return dateFields.flatMap((field) => {
    const column = mapping[field];
    const chosen = toFormats(dateFormat[field]);
    const isLeft = dateFormat[field] === "iso";
    const rest = column === null || isLeft ? null : detectRest(table, column, chosen);
    if (!rest || column === null) return [];
    const flags = rest.candidates.slice(0, 2).map((format) => toDateFlag(table, field, column, [...chosen, format]));
    const count = `${rest.matching} ${rest.matching === 1 ? "date has" : "dates have"}`;
    return [
      `${field}: ${count} another format in column ${describeColumn(table, column)}. To convert, add one of:\n  ${flags.join("\n  ")}`,
    ];
  });
}

function describeDates(table: CsvTable, { mapping }: ChosenColumns, options: RowOptions): readonly string[] {
  const checks = checkDates(table, mapping, options, Date.now());
  // Null texts such as 0 are offered as such already.
  const known = checks.placeholders.length === 0 ? [] : findEmptyTexts(table, mapping).map(({ text }) => text);
  const told = [...known, ...(options.emptyTexts ?? [])];
  const placeholders = checks.placeholders.filter(({ text }) => !told.includes(text));
  return toDateLines({ ...checks, placeholders }).map(printable);
}

// The last format reads what the formats before it leave unread.
function toDateFlag(table: CsvTable, field: DateField, column: number, formats: readonly DateFormat[]): string {
  const last = formats.at(-1) ?? "iso";
  const before = formats.slice(0, -1);
  const isUnread = (text: string) => before.length === 0 || convertWith(text, ["iso", ...before]) === null;
  const records = table.records.filter(({ cells }) => isUnread(cells[column] ?? ""));
  const [proof] = toDateProof({ ...table, records }, column, last);
  const example = proof ? `   # row ${proof.row}: ${excerpt(proof.from, 40)} is ${proof.to}` : "";
  return `--date-format ${field}=${formats.join(",")}${example}`;
}

// The repairs without a decision.
function openRepairs(table: CsvTable, { mapping }: ChosenColumns, { repair = {} }: InputOptions): ColumnRepair[] {
  return Object.values(findRepairs(table, mapping)).filter(({ field }) => repair[field] === undefined);
}

// A whole column written otherwise is a question. Single emails are problems of their rows, and must not stop a nightly run.
function isMostOfColumn({ field, count, filled }: ColumnRepair): boolean {
  return field === "name" || count * 2 >= filled;
}

function askForRepairs(table: CsvTable, columns: ChosenColumns, options: InputOptions): Question[] {
  const asked = openRepairs(table, columns, options).filter(isMostOfColumn);
  return asked.map((repair) => ({
    why: `  ${repair.field}: column ${describeColumn(table, repair.column)}: ${repairOfferText(repair)}`,
    flags: [toRepairFlag(repair, "yes"), toRepairFlag(repair, "no")],
  }));
}

// Without the texts themselves: names and addresses do not belong in logs.
function toRepairFlag({ field, firstRow }: ColumnRepair, answer: "yes" | "no"): string {
  return `--repair ${field}=${answer}${answer === "yes" ? `   # as in row ${firstRow}` : ""}`;
}

function describeColumn(table: CsvTable, column: number): string {
  const header = table.dialect.hasHeader ? excerpt(table.headers[column] ?? "", 40) : "";
  return header === "" ? String(column + 1) : `${column + 1} "${header}"`;
}

// For a shell, which would split the value at blanks.
function quote(value: string): string {
  return /^[\w.@%,:-]+$/.test(value) ? value : `"${value}"`;
}
