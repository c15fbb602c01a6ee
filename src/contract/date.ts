// Which texts are a date, what goes over the wire for them, and which of two is earlier.
import { trimText } from "./text.ts";

const isoLike =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

// In the form that goes over the wire already; only 29 February is left to the calendar.
const plain =
  /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z?)?$/;

/** A date that was understood. */
export interface ImportDate {
  /** The value as given, with `T` between date and time and a full offset `±hh:mm`. */
  readonly text: string;
  /** Milliseconds since 1970-01-01 UTC; without an offset the value is read as UTC. */
  readonly time: number;
}

/**
 * Reads `YYYY-MM-DD` or a date-time (`T` or one space, minutes, optional seconds, fraction and offset); null for anything
 * else, also for days and hours that do not exist. Years 0001 to 9999.
 */
export function parseDate(value: string): ImportDate | null {
  const parts = isoLike.exec(trimText(value));
  if (!parts) return null;
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset = "", sign, offsetHour, offsetMinute] =
    parts;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return { text: date, time: Date.parse(date) };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return null;
  const wireOffset = sign ? `${sign}${offsetHour}:${offsetMinute ?? "00"}` : offset;
  const seconds = parts[6] === undefined ? "" : `:${second}${fraction}`;
  // Date.parse reads three digits of a fraction everywhere; more are kept in the text only.
  const readable = `${date}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${wireOffset || "Z"}`;
  return { text: `${date}T${hour}:${minute}${seconds}${wireOffset}`, time: Date.parse(readable) };
}

/** What goes over the wire for a date; null for a text that `parseDate` does not understand. */
export function toDateText(value: string): string | null {
  const trimmed = trimText(value);
  return plain.test(trimmed) ? trimmed : (parseDate(trimmed)?.text ?? null);
}

/** True for most dates: in their wire form already, nothing at their ends. False says nothing. */
export function isPlainDate(value: string): boolean {
  return plain.test(value);
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
