// Converts dates in known formats to the ISO form that goes over the wire.
import { isPlainDate, toDateText } from "../../contract/field-values.ts";

/** How a column writes its dates. `iso` needs no conversion. */
export type DateFormat =
  | "iso"
  /** 2025/12/31, 2025-1-5 4:05 PM, 2025年12月31日 */
  | "year_month_day"
  /** 31.12.2025, 31/12/2025 16:05 */
  | "day_month_year"
  /** 12/31/2025 4:05 PM */
  | "month_day_year"
  /** 31 Dec 2025, December 31, 2025, and the dates of emails (RFC 5322) */
  | "month_name"
  /** 24. listopada 2024., in Croatian, whose listopad is October: in Polish and Czech it is November. */
  | "croatian_month_name"
  /** 20251231, 20251231160500Z */
  | "compact"
  /** Seconds since 1970-01-01 UTC. */
  | "epoch_seconds"
  /** Milliseconds since 1970-01-01 UTC, also as /Date(1767197100000)/. */
  | "epoch_milliseconds"
  | "epoch_microseconds"
  | "epoch_nanoseconds"
  /** Tenths of microseconds since 1601-01-01 UTC: FILETIME, as Windows and Active Directory count. */
  | "filetime"
  /** Days since 1899-12-30, the time as a fraction: what Excel shows when a date's format is lost. */
  | "excel_serial"
  /** Days since 1904-01-01, as Excel for the Mac counted. Asked where no date would be in the future. */
  | "excel_serial_1904"
  /** 25/01/2567: years that are not Gregorian. Never detected as certain, always asked. */
  | `${Calendar}_${CalendarFormat}`;

/** A calendar whose years can't be mistaken for Gregorian ones. */
export type Calendar = "buddhist" | "jalali" | "hijri";

/** The calendar in which this year is one of the last decades; null for all others, such as 2024. */
export function calendarOfYear(year: number): Calendar | null {
  if (year >= 2500 && year <= 2600) return "buddhist";
  if (year >= 1340 && year < 1410) return "jalali";
  return year >= 1410 && year <= 1460 ? "hijri" : null;
}

/** The formats that occur with the years of another calendar. */
export type CalendarFormat = "year_month_day" | "day_month_year" | "month_day_year" | "month_name";

/** Formats of dates that are written out, most common first. */
export const writtenFormats = [
  "iso",
  "year_month_day",
  "day_month_year",
  "month_day_year",
  "month_name",
  "croatian_month_name",
] as const;
/** Formats of dates that are plain numbers, safest first. */
export const numberFormats = [
  "epoch_milliseconds",
  "epoch_seconds",
  "epoch_microseconds",
  "epoch_nanoseconds",
  "filetime",
  "compact",
  "excel_serial",
] as const;

// DB2 writes 2024-01-10-09.05.07.
const clock = String.raw`\.?(?:(?:[T,\s]+|-(?=\d\d\.\d\d\.))(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?:?\s*(?:([ap])\.?m\.?)?(?:\s*([A-Z]{1,4}))?\s*([+-]\d{2}:?(?:\d{2})?)?)?`;
const separator = String.raw`\s?([-/.])\s?`;
const yearDigits = String.raw`(\d{4}|\d{2})`;

const numeric = {
  year_month_day: new RegExp(String.raw`^${yearDigits}${separator}(\d{1,2})\s?\2\s?(\d{1,2})${clock}$`, "i"),
  day_month_year: new RegExp(String.raw`^(\d{1,2})${separator}(\d{1,2})\s?\2\s?${yearDigits}${clock}$`, "i"),
};
// Any other order or word is rewritten to this one by `date-words.ts`.
const named = new RegExp(String.raw`^(\d{1,2})[ -]([a-z]+)[ -]${yearDigits}${clock}$`, "i");
const compact =
  /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(?:(Z)|([+-]\d\d(?::?\d\d)?))?)?$/;

// Further zones are known to `date-words.ts`. A date with any other zone is not converted.
const zones: Readonly<Record<string, string>> = { Z: "Z", UTC: "Z", GMT: "Z", UHR: "" };

// A fraction of a second has at most nine digits.
const maxPlainLength = "2026-04-30T18:21:00.123456789".length + 1;
const maxLength = 100;
const dayLength = 86_400_000;
const serialStart = { excel_serial: Date.UTC(1899, 11, 30), excel_serial_1904: Date.UTC(1904, 0, 1) };

/** The functions of `date-words.ts`. */
export interface RareDates {
  /** True for a text that may be read after `toPlainDate`. */
  hasDateWords(text: string): boolean;
  /** The date in English, and its zone, which may be empty; null with a word that is not known. */
  toPlainDate(text: string, language?: "hr"): { readonly text: string; readonly zone: string } | null;
  /** The Gregorian day (YYYY-MM-DD) of a day in another calendar; null for a day that it does not have. */
  toGregorian(calendar: Calendar, year: number, month: number, day: number): string | null;
  /** The date-time with the offset of this zone; null for an unknown zone. */
  withZone(iso: string, zone: string): string | null;
  /** The time zone that a header names; null without one. */
  zoneInHeader(header: string): string | null;
}

let rareDates: RareDates | null = null;

/** Adds the words of other languages, zones and calendars. They come with the first file that has such dates. */
export function addRareDates(added: RareDates): void {
  rareDates = added;
}

/**
 * Converts a date to its wire form (ISO); null when the text is not in this format, or not a day of the calendar.
 *
 * A time without time zone is UTC. Years of two digits are those from 1969 to 2068. Month names, day periods and digits of
 * other languages, time zones and calendars are understood once `readCsv` has read a file with such dates, or after `loadExtras`.
 */
export function convertDate(text: string, format: DateFormat): string | null {
  if (text.length < maxPlainLength && isPlainDate(text)) {
    if (format === "iso" || format === "year_month_day") return text;
    // The years of other calendars are written in the same form.
    if (!format.endsWith("_year_month_day")) return null;
  }
  const trimmed = text.length > maxLength ? "" : text.trim();
  if (trimmed === "") return null;
  if (format === "iso") return toDateText(trimmed);
  const isCroatian = format === "croatian_month_name";
  const converted = isCroatian ? null : convert(trimmed, format);
  if (converted !== null || !rareDates?.hasDateWords(trimmed)) return converted;
  const plain = rareDates.toPlainDate(trimmed, isCroatian ? "hr" : undefined);
  const iso = plain && convert(plain.text, isCroatian ? "month_name" : format);
  return iso && plain.zone !== "" ? rareDates.withZone(iso, plain.zone) : iso;
}

/** The time zone that a header names, such as `Signed up (GMT+2)`; null without one, `UTC` for all of its names. */
export function zoneOfHeader(header: string): string | null {
  return rareDates?.zoneInHeader(header) ?? null;
}

/** An ISO date-time without zone, in this zone; any other text stays as it is. */
export function inZone(text: string, zone: string): string {
  const iso = toDateText(text);
  return (iso === null ? null : rareDates?.withZone(iso, zone)) ?? text;
}

function convert(text: string, format: Exclude<DateFormat, "iso" | "croatian_month_name">): string | null {
  switch (format) {
    case "epoch_seconds":
      return fromEpoch(text, /^\d{9,10}(?:\.\d+)?$/, 1000);
    case "epoch_milliseconds":
      return fromEpoch(text.replace(jsonDate, "$1"), /^\d{12,13}(?:\.\d+)?$/, 1);
    case "epoch_microseconds":
      return fromEpoch(text, /^(?:[6-9]\d{14}|1\d{15})(?:\.\d+)?$/, 1e-3);
    case "epoch_nanoseconds":
      return fromEpoch(text, /^1\d{18}$/, 1e-6);
    case "filetime":
      return /^1[2-5]\d{16}$/.test(text) ? fromTime(Number(text.slice(0, -4)) + fileTimeStart) : null;
    case "excel_serial":
    case "excel_serial_1904":
      return fromSerial(text, serialStart[format]);
    case "month_name":
      return fromMonthName(text);
    case "compact":
      return fromCompact(text);
    case "year_month_day":
    case "day_month_year":
    case "month_day_year":
      return fromNumbers(text, format);
    default:
      return fromCalendar(text, format);
  }
}

// JSON of ASP.NET; its offset does not change the time.
const jsonDate = /^\\?\/Date\((\d+)(?:[+-]\d{4})?\)\\?\/$/;
const fileTimeStart = Date.UTC(1601, 0, 1);

function fromEpoch(text: string, form: RegExp, milliseconds: number): string | null {
  const digits = expand(text);
  return form.test(digits) ? fromTime(Number(digits) * milliseconds) : null;
}

// 1.704880800E+9 with all digits of the seconds. 1.7E+12 stays as it is: the rest was rounded away.
function expand(text: string): string {
  const [, first, digits = "", exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d\d)$/i.exec(text) ?? [];
  if (!first || digits.length < Math.min(Number(exponent), 9)) return text;
  return String(Math.round(Number(`${first}.${digits}E${exponent}`)));
}

/** True for a date in any known format, including numbers that may be times. */
export function looksLikeDate(text: string): boolean {
  if (!/\p{Nd}/u.test(text.slice(0, maxLength))) return false;
  return formatsOf(text).some((format) => convertDate(text, format) !== null);
}

const mixedFormats: readonly DateFormat[] = ["compact", "epoch_milliseconds"];

function formatsOf(text: string): readonly DateFormat[] {
  if (/^\s*[\d.,]+(?:E\+\d\d)?\s*$/.test(text) && !/\d\D+\d+\D+\d/.test(text)) return numberFormats;
  return /\d{8}/.test(text) ? [...mixedFormats, ...writtenFormats] : writtenFormats;
}

/** True for a date of three numbers of at most two digits, of which any may be the year. */
export function hasShortYear(text: string): boolean {
  return /^\s*\d{1,2}\s?([-/.])\s?\d{1,2}\s?\1\s?\d{2}(?!\d)/.test(text);
}

/** True for a date that can't be an ordinary number: written out, or a time in milliseconds. */
export function isUnmistakableDate(text: string): boolean {
  if (hasShortYear(text)) return false;
  return (
    convertDate(text, "epoch_milliseconds") !== null ||
    writtenFormats.some((format) => convertDate(text, format) !== null)
  );
}

// Formats in which day and month can't be confused.
const unmistakableFormats: readonly DateFormat[] = ["iso", "year_month_day", "month_name", "epoch_milliseconds"];

/** Milliseconds since 1970 of a date whose day and month can't be confused; NaN for any other text. */
export function toUnmistakableTime(text: string): number {
  if (hasShortYear(text)) return Number.NaN;
  for (const format of unmistakableFormats) {
    const iso = convertDate(text, format);
    if (iso !== null) return Date.parse(iso);
  }
  return Number.NaN;
}

function fromTime(time: number): string {
  const text = new Date(Math.floor(time)).toISOString();
  return text.replace(".000Z", "Z");
}

function fromSerial(text: string, start: number): string | null {
  if (!/^[2-7]\d{4}(?:[.,]\d+)?$/.test(text)) return null;
  const days = Number(text.replace(",", "."));
  // Spreadsheets store times to the second, and the fraction of a day is inexact: round to the second.
  const iso = new Date(start + Math.round((days * dayLength) / 1000) * 1000).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19);
}

function fromNumbers(
  text: string,
  format: "year_month_day" | "day_month_year" | "month_day_year",
  calendar?: Calendar,
): string | null {
  const order = format === "year_month_day" ? format : "day_month_year";
  const shape = shapeOf(text);
  if (shape !== null && shape !== order) return null;
  if (shape === "year_month_day") return toIso(text.slice(0, 4), text.slice(5, 7), text.slice(8), [], calendar);
  if (shape !== null) {
    const [one, two] = [text.slice(0, 2), text.slice(3, 5)];
    return format === "month_day_year"
      ? toIso(text.slice(6), one, two, [], calendar)
      : toIso(text.slice(6), two, one, [], calendar);
  }
  const plain = /[年月日時]/.test(text) ? fromIdeographs(text) : text;
  const parts = numeric[order].exec(plain);
  if (!parts) return null;
  const [, one = "", , two = "", three = "", ...time] = parts;
  if (format === "year_month_day") return toIso(one, two, three, time, calendar);
  return format === "day_month_year" ? toIso(three, two, one, time, calendar) : toIso(three, one, two, time, calendar);
}

// Most dates in another format are written so, and need no search for their parts.
const plainNumbers = /^(?:\d\d([-/.])\d\d\1\d{4}|\d{4}([-/.])\d\d\2\d\d)$/;

// Which of both a date such as 31/12/2025 or 2025/12/31 is; null for all others.
function shapeOf(text: string): "year_month_day" | "day_month_year" | null {
  if (!plainNumbers.test(text)) return null;
  return text.charAt(2) < "0" ? "day_month_year" : "year_month_day";
}

// 2025年12月31日 16時05分
function fromIdeographs(text: string): string {
  return text
    .replace(/[年月]/g, "-")
    .replace(/日\s*/, " ")
    .replace(/[時时点分](?=\d)/g, ":")
    .replace(/[秒分時时]?\s*$/, "");
}

function fromCalendar(text: string, format: `${Calendar}_${CalendarFormat}`): string | null {
  const [, calendar, base] = /^([a-z]+)_(.*)$/.exec(format) as unknown as [string, Calendar, CalendarFormat];
  return base === "month_name" ? fromMonthName(text, calendar) : fromNumbers(text, base, calendar);
}

function fromMonthName(text: string, calendar?: Calendar): string | null {
  const [, day, name = "", year, ...time] = named.exec(text) ?? [];
  const month = toMonth(name);
  return day && year && month ? toIso(year, String(month), day, time, calendar) : null;
}

function fromCompact(text: string): string | null {
  const [, year = "", month = "", day = "", hour, minute, second, fraction, zone, offset] = compact.exec(text) ?? [];
  if (year < "1900" || year > "2199") return null;
  // 2024011009 is a number of seconds; only with a zone are its last digits an hour.
  if (hour && !minute && !zone && !offset) return null;
  return toIso(year, month, day, [hour, minute ?? "00", second, fraction, undefined, zone, offset]);
}

type Time = readonly (string | undefined)[];

function toIso(year: string, month: string, day: string, time: Time, calendar?: Calendar): string | null {
  const date = calendar
    ? rareDates?.toGregorian(calendar, Number(year.length === 2 ? `25${year}` : year), Number(month), Number(day))
    : `${toFullYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!date) return null;
  const [hour, minute, second, fraction, half, zone, offset] = time;
  if (hour === undefined) return toDateText(date);
  const hours = half ? toHours(Number(hour), half.toLowerCase() === "p") : Number(hour);
  const zoned = zone === undefined ? "" : zones[zone.toUpperCase()];
  if (hours === null || zoned === undefined) return null;
  const seconds = second === undefined ? "" : `:${second}${fraction === undefined ? "" : `.${fraction}`}`;
  return toDateText(`${date}T${String(hours).padStart(2, "0")}:${minute}${seconds}${offset ?? zoned}`);
}

// As POSIX reads a year of two digits. 69 is 1969, for 1969-12-31 stands for no date.
function toFullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 69 ? 20 : 19}${year}`;
}

function toHours(hour: number, afternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (afternoon ? 12 : 0);
}

// English names and their short forms. Those of other languages are rewritten by `date-words.ts` first.
const englishMonth =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

// The month (1 to 12) of a name; null for any other word.
function toMonth(name: string): number | null {
  return englishMonth.test(name)
    ? "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1
    : null;
}
