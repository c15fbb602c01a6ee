// Converts dates in known formats to the ISO form that goes over the wire.
import { toDateText } from "../../contract/field-values.ts";
import { toComparableHeader } from "./headers.ts";

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
  /** 20251231, 20251231160500Z */
  | "compact"
  /** Seconds since 1970-01-01 UTC. */
  | "epoch_seconds"
  /** Milliseconds since 1970-01-01 UTC. */
  | "epoch_milliseconds"
  /** Days since 1899-12-30, the time as a fraction: what Excel shows when a date's format is lost. */
  | "excel_serial";

/** Formats of dates that are written out, most common first. */
export const writtenFormats = ["iso", "year_month_day", "day_month_year", "month_day_year", "month_name"] as const;
/** Formats of dates that are plain numbers, safest first. */
export const numberFormats = ["epoch_milliseconds", "epoch_seconds", "compact", "excel_serial"] as const;

const clock = String.raw`(?:(?:[T,\s]|\s(?:at|um|à))+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?:?\s*(?:([ap])\.?m\.?)?(?:\s*([A-Z]{1,4}))?\s*([+-]\d{2}:?(?:\d{2})?)?)?`;
const separator = String.raw`\s?([-/.])\s?`;

const numeric = {
  year_month_day: new RegExp(String.raw`^(\d{4})${separator}(\d{1,2})\s?\2\s?(\d{1,2})${clock}$`, "i"),
  day_month_year: new RegExp(String.raw`^(\d{1,2})${separator}(\d{1,2})\s?\2\s?(\d{4})${clock}$`, "i"),
};
const weekday = String.raw`^(?:\p{L}+\.?,?\s+)?`;
const dayFirst = new RegExp(
  String.raw`${weekday}(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s-]*(?:de )?(\p{L}+)\.?,?[\s-]*(?:de )?(\d{4})${clock}$`,
  "iu",
);
const monthFirst = new RegExp(
  String.raw`${weekday}(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})${clock}$`,
  "iu",
);
const compact = /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(?:(\d\d)(?:\.(\d+))?)?(Z)?)?$/;

// The zones that RFC 5322 defines, and Central Europe's. A date with any other zone is not converted.
const zones: Readonly<Record<string, string>> = {
  Z: "Z",
  UTC: "Z",
  GMT: "Z",
  UHR: "",
  CET: "+01:00",
  CEST: "+02:00",
  MEZ: "+01:00",
  MESZ: "+02:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

const maxLength = 64;
const dayLength = 86_400_000;
const serialStart = Date.UTC(1899, 11, 30);

/**
 * Converts a date to its wire form (ISO); null when the text is not in this format, or not a day of the calendar.
 *
 * A time without time zone is UTC. Years of two digits are not accepted.
 */
export function convertDate(text: string, format: DateFormat): string | null {
  const trimmed = text.length > maxLength ? "" : text.trim();
  if (trimmed === "") return null;
  if (format === "iso") return toDateText(trimmed);
  if (format === "epoch_seconds") return /^\d{9,10}(?:\.\d+)?$/.test(trimmed) ? fromTime(Number(trimmed) * 1000) : null;
  if (format === "epoch_milliseconds") return /^\d{12,13}(?:\.\d+)?$/.test(trimmed) ? fromTime(Number(trimmed)) : null;
  if (format === "excel_serial") return fromSerial(trimmed);
  if (format === "month_name") return fromMonthName(trimmed.replace(/\s*\([^)]*\)$/, ""));
  if (format === "compact") return fromCompact(trimmed);
  return fromNumbers(trimmed, format);
}

/** True for a date in any known format, including numbers that may be times. */
export function looksLikeDate(text: string): boolean {
  if (!/\d/.test(text.slice(0, maxLength))) return false;
  const formats: readonly DateFormat[] =
    /^\s*[\d.,]+\s*$/.test(text) && !/\d\D+\d+\D+\d/.test(text) ? numberFormats : writtenFormats;
  return formats.some((format) => convertDate(text, format) !== null);
}

/** True for a date that can't be an ordinary number: written out, or a time in milliseconds. */
export function isUnmistakableDate(text: string): boolean {
  return (
    convertDate(text, "epoch_milliseconds") !== null ||
    writtenFormats.some((format) => convertDate(text, format) !== null)
  );
}

// Formats in which day and month can't be confused.
const unmistakableFormats: readonly DateFormat[] = ["iso", "year_month_day", "month_name", "epoch_milliseconds"];

/** Milliseconds since 1970 of a date whose day and month can't be confused; NaN for any other text. */
export function toUnmistakableTime(text: string): number {
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

function fromSerial(text: string): string | null {
  if (!/^[2-7]\d{4}(?:[.,]\d+)?$/.test(text)) return null;
  const days = Number(text.replace(",", "."));
  // Spreadsheets store times to the second, and the fraction of a day is inexact: round to the second.
  const iso = new Date(serialStart + Math.round((days * dayLength) / 1000) * 1000).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19);
}

function fromNumbers(text: string, format: "year_month_day" | "day_month_year" | "month_day_year"): string | null {
  const plain = /[年月日時]/.test(text) ? fromIdeographs(text) : text;
  const parts = numeric[format === "year_month_day" ? format : "day_month_year"].exec(plain);
  if (!parts) return null;
  const [, one = "", , two = "", three = "", ...time] = parts;
  if (format === "year_month_day") return toIso(one, two, three, time);
  return format === "day_month_year" ? toIso(three, two, one, time) : toIso(three, one, two, time);
}

// 2025年12月31日 16時05分
function fromIdeographs(text: string): string {
  return text
    .replace(/[年月]/g, "-")
    .replace(/日\s*/, " ")
    .replace(/[時时点分](?=\d)/g, ":")
    .replace(/[秒分時时]?\s*$/, "");
}

function fromMonthName(text: string): string | null {
  const [, day, name = "", year, ...time] = dayFirst.exec(text) ?? [];
  const month = toMonth(name);
  if (day && year && month) return toIso(year, String(month), day, time);
  const [, second = "", first, yearBehind, ...timeBehind] = monthFirst.exec(text) ?? [];
  const monthInFront = toMonth(second);
  return first && yearBehind && monthInFront ? toIso(yearBehind, String(monthInFront), first, timeBehind) : null;
}

function fromCompact(text: string): string | null {
  const [, year = "", month = "", day = "", hour, minute, second, fraction, zone] = compact.exec(text) ?? [];
  if (year < "1900" || year > "2199") return null;
  return toIso(year, month, day, [hour, minute, second, fraction, undefined, zone, undefined]);
}

type Time = readonly (string | undefined)[];

function toIso(year: string, month: string, day: string, time: Time): string | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const [hour, minute, second, fraction, half, zone, offset] = time;
  if (hour === undefined) return toDateText(date);
  const hours = half ? toHours(Number(hour), half.toLowerCase() === "p") : Number(hour);
  const zoned = zone === undefined ? "" : zones[zone.toUpperCase()];
  if (hours === null || zoned === undefined) return null;
  const seconds = second === undefined ? "" : `:${second}${fraction === undefined ? "" : `.${fraction}`}`;
  return toDateText(`${date}T${String(hours).padStart(2, "0")}:${minute}${seconds}${offset ?? zoned}`);
}

function toHours(hour: number, afternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (afternoon ? 12 : 0);
}

// The languages whose headers are known too.
const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "pl"];

// Built with the first month name, not when the module loads.
let months: Map<string, number> | undefined;

// The month (1 to 12) of a name or its short form; null for any other word.
function toMonth(name: string): number | null {
  if (name === "") return null;
  months ??= createMonths();
  return months.get(toComparableHeader(name)) ?? null;
}

// Taken from the platform: a table of our own would be large.
function createMonths(): Map<string, number> {
  const found = new Map([["sept", 9]]);
  for (const language of languages) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
      for (let index = 0; index < 12; index += 1) {
        const part = format.formatToParts(Date.UTC(2024, index, 15)).find(({ type }) => type === "month");
        const name = toComparableHeader(part?.value ?? "");
        if (name !== "" && !found.has(name)) found.set(name, index + 1);
      }
    }
  }
  return found;
}
