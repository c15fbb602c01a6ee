// The options of every command that reads a file of users: its format, and what its columns mean.
import { type Command, InvalidArgumentError, Option } from "commander";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { DateField } from "../../csv/rows/date-columns.ts";
import type { Delimiter, Encoding } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";

/** What a file is. */
export type Format = "csv" | "json" | "ndjson";

/** What those options say. */
export interface InputOptions {
  readonly format?: Format;
  /** Per field the column as it was given: a header name or a number; "" for none. */
  readonly map?: Readonly<Partial<Record<FieldKey, string>>>;
  readonly dateFormat?: Readonly<Partial<Record<DateField, DateFormat>>>;
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** The row; null for a file without header. */
  readonly headerRow?: number | null;
  readonly empty?: readonly string[];
  readonly mend?: true;
}

const formats: readonly Format[] = ["csv", "json", "ndjson"];
const dateFormats: readonly DateFormat[] = [
  ...(["iso", "year_month_day", "day_month_year", "month_day_year", "month_name"] as const),
  ...(["compact", "epoch_seconds", "epoch_milliseconds", "excel_serial"] as const),
];
const delimiters: Readonly<Record<string, Delimiter>> = { ",": ",", ";": ";", "|": "|", "\t": "\t", tab: "\t" };
const encodings: readonly Encoding[] = [
  ...(["utf-8", "utf-16le", "utf-16be", "windows-1250", "windows-1251", "windows-1252", "windows-1253"] as const),
  ...(["windows-1254", "iso-8859-2", "iso-8859-15", "koi8-r", "macintosh", "shift_jis", "euc-jp"] as const),
  ...(["gb18030", "big5", "euc-kr"] as const),
];

/** Adds the file and the options to a command. */
export function withInputOptions(command: Command): Command {
  return command
    .argument("<file>", "CSV, JSON or NDJSON; - is standard input")
    .addOption(new Option("--format <format>", "what the file is; else its name and beginning tell").choices(formats))
    .option("--map <field=column>", "a field's column, by header name or number; may be repeated", collectColumn)
    .option("--date-format <field=format>", `how a date column is written: ${dateFormats.join(", ")}`, collectFormat)
    .option("--delimiter <character>", "comma, semicolon, | or tab; else found out", toDelimiter)
    .addOption(new Option("--encoding <encoding>", "else found out").choices(encodings))
    .option("--header-row <row>", "the header's row, or none; else found out", toHeaderRow)
    .option("--empty <text>", "a text that means nothing, such as NULL; may be repeated", collectText)
    .option("--mend", "mend text that was encoded twice");
}

function collectColumn(text: string, before: InputOptions["map"] = {}): InputOptions["map"] {
  const { field, value } = splitPair(text);
  return { ...before, [field]: value === "none" ? "" : value };
}

function collectFormat(text: string, before: InputOptions["dateFormat"] = {}): InputOptions["dateFormat"] {
  const { field, value } = splitPair(text);
  if (!isDateField(field)) throw new InvalidArgumentError(`${field} holds no dates.`);
  const format = dateFormats.find((name) => name === value);
  if (!format) throw new InvalidArgumentError(`There is no format "${value}". There are: ${dateFormats.join(", ")}.`);
  return { ...before, [field]: format };
}

function splitPair(text: string): { readonly field: FieldKey; readonly value: string } {
  const equals = text.indexOf("=");
  const name = text.slice(0, Math.max(0, equals)).trim().toLowerCase();
  const field = userFields.find(({ key, header }) => key.toLowerCase() === name || header === name);
  if (field) return { field: field.key, value: text.slice(equals + 1).trim() };
  throw new InvalidArgumentError(`It begins with one of: ${userFields.map(({ key }) => `${key}=`).join(" ")}`);
}

function toDelimiter(text: string): Delimiter {
  const delimiter = delimiters[text.toLowerCase()];
  if (delimiter === undefined) throw new InvalidArgumentError('There are: "," ";" "|" and tab.');
  return delimiter;
}

function toHeaderRow(text: string): number | null {
  if (text === "none") return null;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a row such as 1, or none.");
}

function collectText(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
