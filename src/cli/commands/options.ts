// Options that several commands share: their types, their help, and the parsers of their values.
import { type Command, InvalidArgumentError, Option } from "commander";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import type { RowStatus } from "../../contract/status.ts";
import { isDateField } from "../../contract/user.ts";
import type { DateFormats } from "../../csv/rows/import-rows.ts";
import type { RepairField } from "../../csv/rows/repairs.ts";
import type { Delimiter, Encoding } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import { refusedStatuses } from "../../sync/report/outcome.ts";
import { tokenVariable } from "../terminal/environment.ts";

/** The format of a file of users. */
export type Format = "csv" | "json" | "ndjson";

/** Options of the commands that read a file of users. */
export interface InputOptions {
  /** The address of a database, for a query in place of a file. */
  readonly from?: string;
  readonly query?: string;
  readonly format?: Format;
  /** The column of a field as it was given: a header or a number; "" for none. */
  readonly map?: Readonly<Partial<Record<FieldKey, string>>>;
  readonly dateFormat?: DateFormats;
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** The row of the header; null for a file without one. */
  readonly headerRow?: number | null;
  readonly empty?: readonly string[];
  /** Whether the texts of a field are repaired. */
  readonly repair?: Readonly<Partial<Record<RepairField, boolean>>>;
  readonly mend?: true;
  readonly longRows?: "join" | "cut";
  readonly sheet?: string;
  readonly paddedNumbers?: "shown" | "stored";
}

/** Options of the commands that call a server. */
export interface ServerOptions {
  readonly baseUrl: string;
  readonly app: string;
  readonly header?: readonly string[];
  readonly headerFile?: string;
  readonly json?: true;
}

/** Options of `sync` and `reconcile`. */
interface SendOptions extends ServerOptions, InputOptions {
  readonly state: string;
  readonly sourceName?: string;
  readonly batchSize?: number;
  readonly alert?: AlertLimits;
  readonly allowInvalid?: string;
  readonly allowShrink?: string;
  readonly invalidRows: "send" | "skip";
  readonly results?: string;
  readonly quiet?: true;
  readonly yes?: true;
  /** In milliseconds. */
  readonly grace: number;
  /** The id of a run, or "last". */
  readonly resume?: string;
}

/** Options of `sync`. */
export interface SyncCommandOptions extends SendOptions {
  readonly dryRun?: true;
  readonly ledger?: string;
}

/** Options of `reconcile`. */
export interface ReconcileCommandOptions extends SendOptions {
  readonly ledger: string;
  readonly plan?: true;
  readonly verify?: true;
  readonly gone?: string;
}

/** Options of `undo` and `sources delete`. */
export interface RollbackOptions extends ServerOptions {
  readonly dryRun?: true;
  readonly yes?: true;
  readonly ledger?: string;
}

/** Options of `undo`. */
export interface UndoOptions extends RollbackOptions {
  readonly state: string;
}

/** Options of `runs list` and `runs show`. */
export interface RunsOptions {
  readonly state: string;
  readonly json?: true;
}

/** Options of `runs prune`. */
export interface PruneOptions extends RunsOptions {
  /** In milliseconds. */
  readonly keep: number;
  readonly dryRun?: true;
}

/** Options of `sources list`. */
export interface ListOptions extends ServerOptions {
  readonly limit: number;
  readonly all?: true;
}

/** Options of `sources show`. */
export interface ShowOptions extends ServerOptions {
  readonly status?: RowStatus;
}

/** Options of `conformance`. */
export interface ConformanceOptions extends ServerOptions {
  readonly level: "core" | "extended";
  readonly knownEmail?: string;
  readonly knownName?: string;
}

/** Options of `migrate`. */
export interface MigrateCommandOptions {
  readonly url?: string;
  readonly partitions?: number;
  readonly json?: true;
}

/** Options of `validate`. */
export interface ValidateOptions extends InputOptions {
  readonly json?: true;
}

/** Options of `template`. */
export interface TemplateOptions {
  readonly output?: string;
  readonly json?: true;
}

/** The folder that keeps the state of runs, unless `--state` names another one. */
export const defaultStateFolder = ".import-existing-users";

const formats: readonly Format[] = ["csv", "json", "ndjson"];
const dateFormats: readonly DateFormat[] = [
  "iso",
  "year_month_day",
  "day_month_year",
  "month_day_year",
  "month_name",
  "croatian_month_name",
  "compact",
  "epoch_seconds",
  "epoch_milliseconds",
  "epoch_microseconds",
  "epoch_nanoseconds",
  "filetime",
  "excel_serial",
  "buddhist_year_month_day",
  "buddhist_day_month_year",
  "buddhist_month_name",
  "jalali_year_month_day",
  "jalali_day_month_year",
  "jalali_month_name",
  "hijri_year_month_day",
  "hijri_day_month_year",
  "hijri_month_name",
];
const delimiters: Readonly<Record<string, Delimiter>> = { ",": ",", ";": ";", "|": "|", "\t": "\t", tab: "\t" };
const encodings: readonly Encoding[] = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-15",
  "ibm437",
  "ibm850",
  "ibm852",
  "ibm866",
  "koi8-r",
  "koi8-u",
  "macintosh",
  "x-mac-cyrillic",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
];

/** Adds the file and its reading options to a command. */
export function withInputOptions(command: Command): Command {
  return command
    .argument("[file]", "CSV, JSON or NDJSON file; - reads standard input")
    .option("--from <url>", "in place of a file: a PostgreSQL database, postgres://user@host:5432/database; needs pg")
    .option("--query <select>", "the query of --from that lists the users, with columns such as user_id and email")
    .addOption(new Option("--format <format>", "file format; default: detected from name and content").choices(formats))
    .option("--map <field=column>", "column of a field, by header, number or path, or none; repeatable", collectColumn)
    .option(
      "--date-format <field=format>",
      `format of a date column, or several separated by commas: ${dateFormats.join(", ")}`,
      collectDateFormat,
    )
    .option("--delimiter <character>", "comma, semicolon, | or tab; default: detected", toDelimiter)
    .addOption(new Option("--encoding <encoding>", "character encoding; default: detected").choices(encodings))
    .option("--header-row <row>", "row of the header, or none; default: detected", toHeaderRow)
    .option("--sheet <name>", "sheet of an Excel workbook; default: the first one that is visible and not empty")
    .addOption(
      new Option("--padded-numbers <choice>", "numbers of a workbook with leading zeros; default: shown").choices([
        "shown",
        "stored",
      ]),
    )
    .option("--empty <text>", "a text that means no value, such as NULL; repeatable", collectText)
    .option("--repair <field=yes|no>", "repair emails, turn names written Last, First", collectRepair)
    .option("--mend", "repair double-encoded text: mojibake, HTML codes and Python bytes")
    .addOption(
      new Option(
        "--long-rows <choice>",
        "rows longer than the header: join a split value, or cut the extra cells; default: not sent",
      ).choices(["join", "cut"]),
    );
}

/** Adds the address of the server and the credentials to a command. */
export function withServerOptions(command: Command): Command {
  return command
    .requiredOption("--base-url <url>", "URL of the portal, without /api/developer/...", toBaseUrl)
    .requiredOption("--app <id>", "application id")
    .option("--config <file>", "JSON file with values of these flags, such as baseUrl and app; flags win")
    .option("--header <line>", 'HTTP header for every request, "Name: value"; repeatable', collectText)
    .option("--header-file <file>", "file with such headers, one per line, for a session cookie or a token")
    .option("--json", "print JSON only");
}

/** Adds the options that `sync` and `reconcile` share to a command. */
export function withSendOptions(command: Command): Command {
  return withServerOptions(withInputOptions(command))
    .option("--batch-size <users>", "users per request; default: 1000", toBatchSize)
    .option("--alert <limit>", "exit with code 3 above this limit, not_found=5% or age=26h; repeatable", collectAlert)
    .option("--allow-invalid <reason>", "continue although most of the first batch is invalid", toReason)
    .option("--allow-shrink <reason>", "continue although the file has far fewer users than the last run", toReason)
    .addOption(
      new Option("--invalid-rows <action>", "rows with problems: send them for the server to check, or skip them")
        .choices(["send", "skip"])
        .default("send"),
    )
    .option("--results <file>", "write the result of each row to a CSV file")
    .option("--grace <seconds>", "after Ctrl+C or SIGTERM, how long to wait for the current answer", toGrace, 30_000)
    .option("--yes", "on a terminal, don't ask before the first users are sent")
    .option("--quiet", "print nothing when all goes well, for cron; with --json only the object")
    .option("--resume <run>", "resume an unfinished run by its id, or the newest one with last");
}

/** Adds the options that `undo` and `sources delete` share to a command. */
export function withRollbackOptions(command: Command): Command {
  return withServerOptions(command)
    .option("--dry-run", "print what would be removed, and remove nothing")
    .option(
      "--ledger <file>",
      "forget the removed connections in this ledger, so that `reconcile` sends the users again",
    )
    .option("--yes", "don't ask for confirmation; required without a terminal");
}

function collectColumn(text: string, before: InputOptions["map"] = {}): InputOptions["map"] {
  const { field, value } = splitPair(text);
  return { ...before, [field]: value === "none" ? "" : value };
}

function collectDateFormat(text: string, before: InputOptions["dateFormat"] = {}): InputOptions["dateFormat"] {
  const { field, value } = splitPair(text);
  if (!isDateField(field)) throw new InvalidArgumentError(`${field} is not a date field.`);
  const formats = value.split(",").map(toDateFormat);
  return { ...before, [field]: formats.length === 1 ? formats[0] : formats };
}

function toDateFormat(name: string): DateFormat {
  const format = dateFormats.find((known) => known === name.trim());
  if (format) return format;
  throw new InvalidArgumentError(`Unknown format "${name}". Use one of: ${dateFormats.join(", ")}.`);
}

function collectRepair(text: string, before: InputOptions["repair"] = {}): InputOptions["repair"] {
  const { field, value } = splitPair(text);
  if (!isRepairField(field)) throw new InvalidArgumentError(`${field} is never repaired. Use email or name.`);
  if (value !== "yes" && value !== "no") throw new InvalidArgumentError(`Expected ${field}=yes or ${field}=no.`);
  return { ...before, [field]: value === "yes" };
}

function isRepairField(field: FieldKey): field is RepairField {
  return field === "email" || field === "name";
}

function splitPair(text: string): { readonly field: FieldKey; readonly value: string } {
  const equals = text.indexOf("=");
  const name = text.slice(0, Math.max(0, equals)).trim().toLowerCase();
  const field = userFields.find(({ key, header }) => key.toLowerCase() === name || header === name);
  if (field) return { field: field.key, value: text.slice(equals + 1).trim() };
  throw new InvalidArgumentError(`Start with one of: ${userFields.map(({ key }) => `${key}=`).join(" ")}`);
}

function toDelimiter(text: string): Delimiter {
  const delimiter = delimiters[text.toLowerCase()];
  if (delimiter === undefined) throw new InvalidArgumentError('Use one of: "," ";" "|" tab.');
  return delimiter;
}

function toHeaderRow(text: string): number | null {
  if (text === "none") return null;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a row number such as 1, or none.");
}

function collectText(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function toBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new InvalidArgumentError("Expected an absolute URL such as https://portal.example.com.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new InvalidArgumentError(`Put credentials into --header-file or ${tokenVariable}, not into the URL.`);
  }
  if (url.search !== "" || url.hash !== "") {
    throw new InvalidArgumentError("Remove the query (?) and the fragment (#) from the URL.");
  }
  return text.replace(/\/+$/, "");
}

/** Limits of `--alert`: a share (0 to 1) per status, an age in milliseconds. */
export type AlertLimits = Readonly<Partial<Record<(typeof refusedStatuses)[number] | "age", number>>>;

const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { m: hour / 60, h: hour, d: 24 * hour };

// `not_found=5%` or `age=26h`.
function collectAlert(text: string, before: AlertLimits = {}): AlertLimits {
  const [name = "", value = ""] = text.split("=");
  const status = refusedStatuses.find((one) => one === name);
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value) ?? [];
  if (status && percent !== undefined && Number(percent) <= 100) return { ...before, [status]: Number(percent) / 100 };
  const [, count, unit = ""] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  if (name === "age" && count !== undefined) return { ...before, age: Number(count) * (units[unit] ?? hour) };
  throw new InvalidArgumentError(`Expected ${refusedStatuses.map((one) => `${one}=5%`).join(", ")} or age=26h.`);
}

function toBatchSize(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 10_000) return Number(text);
  throw new InvalidArgumentError("Expected a number from 1 to 10000.");
}

/** A number of partitions. */
export function toPartitions(text: string): number {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (number >= 2 && number <= 1_000) return number;
  throw new InvalidArgumentError("Expected a whole number from 2 to 1000.");
}

/** Parses a duration such as 30d, in milliseconds. */
export function toAge(text: string): number {
  const [, number, unit = ""] = /^(\d{1,5})([hd])$/.exec(text) ?? [];
  if (number !== undefined) return Number(number) * (units[unit] ?? hour);
  throw new InvalidArgumentError("Expected days or hours such as 30d or 12h.");
}

function toGrace(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text) * 1_000;
  throw new InvalidArgumentError("Expected a number of seconds such as 30.");
}

/** Parses `--limit`. */
export function toLimit(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number from 1.");
}

/** Parses `--source-name`; its limit leaves room for the batch number that is appended. */
export function toSourceName(text: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= 170) return name;
  throw new InvalidArgumentError("Expected 1 to 170 characters.");
}

/** Parses the reason for which a guard is overridden. */
function toReason(text: string): string {
  if (text.trim() !== "") return text.trim();
  throw new InvalidArgumentError("Give a reason: it is written to the audit log.");
}
