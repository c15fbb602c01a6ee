// Parses the values of options, from the command line, the environment and the file of --config alike.
import { InvalidArgumentError } from "commander";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { href, routes } from "../../contract/routes.ts";
import { isDateField } from "../../contract/user.ts";
import type { DateFormats } from "../../csv/rows/import-rows.ts";
import type { RepairField } from "../../csv/rows/repairs.ts";
import type { Delimiter } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import { refusedStatuses } from "../../sync/report/outcome.ts";
import { tokenVariable } from "../terminal/environment.ts";

/** The column of a field as it was given: a header or a number; "" for none. */
export type Columns = Readonly<Partial<Record<FieldKey, string>>>;

/** Whether the texts of a field are repaired. */
export type Repairs = Readonly<Partial<Record<RepairField, boolean>>>;

/** The formats that `--date-format` takes. */
export const dateFormats: readonly DateFormat[] = [
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
  "excel_serial_1904",
  "buddhist_year_month_day",
  "buddhist_day_month_year",
  "buddhist_month_day_year",
  "buddhist_month_name",
  "jalali_year_month_day",
  "jalali_day_month_year",
  "jalali_month_day_year",
  "jalali_month_name",
  "hijri_year_month_day",
  "hijri_day_month_year",
  "hijri_month_day_year",
  "hijri_month_name",
];
const delimiters: Readonly<Record<string, Delimiter>> = { ",": ",", ";": ";", "|": "|", "\t": "\t", tab: "\t" };

/** Adds the column of a field, `email=3`. */
export function collectColumn(text: string, before: Columns = {}): Columns {
  const { field, value } = splitPair(text);
  return { ...before, [field]: value === "none" ? "" : value };
}

/** Adds the formats of a date column, `registrationDate=day_month_year`. */
export function collectDateFormat(text: string, before: DateFormats = {}): DateFormats {
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

/** Adds whether a field is repaired, `email=yes`. */
export function collectRepair(text: string, before: Repairs = {}): Repairs {
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

/** Parses a delimiter: the character, or tab. */
export function toDelimiter(text: string): Delimiter {
  const delimiter = delimiters[text.toLowerCase()];
  if (delimiter === undefined) throw new InvalidArgumentError('Use one of: "," ";" "|" tab.');
  return delimiter;
}

/** Parses a row number; null for none. */
export function toHeaderRow(text: string): number | null {
  if (text === "none") return null;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a row number such as 1, or none.");
}

/** Adds a text to those given before. */
export function collectText(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** Parses the URL of a portal, which holds no credentials. */
export function toBaseUrl(text: string): string {
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

/** Parses the id of an application, which becomes a part of every address. */
export function toAppId(text: string): string {
  const appId = text.trim();
  try {
    href(routes.listSources, { appId });
    return appId;
  } catch {
    throw new InvalidArgumentError("Expected the id of an application, such as app_123.");
  }
}

/** Limits of `--alert`: a share (0 to 1) per status, an age in milliseconds. */
export type AlertLimits = Readonly<Partial<Record<(typeof refusedStatuses)[number] | "age", number>>>;

const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { m: hour / 60, h: hour, d: 24 * hour };

/** Adds a limit: `not_found=5%` or `age=26h`. */
export function collectAlert(text: string, before: AlertLimits = {}): AlertLimits {
  const [name = "", value = ""] = text.split("=");
  const status = refusedStatuses.find((one) => one === name);
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value) ?? [];
  if (status && percent !== undefined && Number(percent) <= 100) return { ...before, [status]: Number(percent) / 100 };
  const [, count, unit = ""] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  if (name === "age" && count !== undefined) return { ...before, age: Number(count) * (units[unit] ?? hour) };
  throw new InvalidArgumentError(`Expected ${refusedStatuses.map((one) => `${one}=5%`).join(", ")} or age=26h.`);
}

/** Parses a number of users per request. */
export function toBatchSize(text: string): number {
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

/** Parses seconds, in milliseconds. */
export function toGrace(text: string): number {
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
export function toReason(text: string): string {
  if (text.trim() !== "") return text.trim();
  throw new InvalidArgumentError("Give a reason: it is written to the audit log.");
}
