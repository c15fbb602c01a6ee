// Converts days of the Buddhist, Jalali (Persian) and Hijri (Islamic) calendars to days of the Gregorian one.

import { type Calendar, calendarOfYear } from "./date-format.ts";

const dayLength = 86_400_000;
// The months, counted from year 0, that hold 1 January 1970, and the length of a month in days.
const atEpoch = { jalali: { month: 1348 * 12 + 9, days: 30.44 }, hijri: { month: 1389 * 12 + 9, days: 29.53 } };

/** The Gregorian day (YYYY-MM-DD) of a day in another calendar; null for a day that this calendar does not have. */
export function toGregorian(calendar: Calendar, year: number, month: number, day: number): string | null {
  if (calendar === "buddhist") return `${year - 543}-${twoDigits(month)}-${twoDigits(day)}`;
  if (calendarOfYear(year) === null || month < 1 || month > 12 || day < 1) return null;
  const first = firstOfMonth(calendar, year * 12 + month - 1);
  const next = firstOfMonth(calendar, year * 12 + month);
  return first + day > next ? null : new Date((first + day - 1) * dayLength).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

const firsts = new Map<string, number>();

// Days since 1970 of a month's first day. Found with the platform's calendars, because Hijri months follow observed moons.
function firstOfMonth(calendar: "jalali" | "hijri", month: number): number {
  const key = `${calendar} ${month}`;
  const known = firsts.get(key);
  if (known !== undefined) return known;
  const epoch = atEpoch[calendar];
  let day = Math.round((month - epoch.month) * epoch.days);
  for (let tries = 0; tries < 12; tries += 1) {
    const at = partsOf(calendar, day);
    if (at.month === month) {
      day -= at.day - 1;
      break;
    }
    day += Math.round((month - at.month) * 29.6) || (month > at.month ? 1 : -1);
  }
  firsts.set(key, day);
  return day;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(calendar: "jalali" | "hijri", day: number): { month: number; day: number } {
  const name = calendar === "jalali" ? "persian" : "islamic-umalqura";
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(`en-u-nu-latn-ca-${name}`, {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      timeZone: "UTC",
    });
  formats.set(name, format);
  const parts = format.formatToParts(day * dayLength);
  const numberOf = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return { month: numberOf("year") * 12 + numberOf("month") - 1, day: numberOf("day") };
}
