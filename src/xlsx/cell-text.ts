// Turns one cell of a workbook into the text that the CSV reader gets: dates in ISO form, numbers in full.
import { showWholeNumber } from "./number-format.ts";

/** The first day that a workbook counts from. */
export type DateSystem = "1900" | "1904";

/** A cell as the library reads it. */
export interface WorkbookCell {
  /** Dates as the date system of 1904 reads them, whatever the workbook's own is: there each serial is another moment. */
  readonly value: unknown;
  /** The number format; empty for "General". */
  readonly format: string;
  readonly isFormula: boolean;
}

/** The text of a cell, and what a person should know about it. */
export interface CellText {
  readonly text: string;
  /** The stored number, where the format adds leading zeros, letters or separators to it. */
  readonly stored?: string;
  readonly isRounded?: boolean;
  readonly isUnknown?: boolean;
}

// Spreadsheets keep 15 digits of a number.
const maxDigits = 15;
const maxExactNumber = 10 ** maxDigits;

/** The cell as text, numbers with leading zeros, letters or separators by their format as the spreadsheet shows them. */
export function toCellText({ value, format, isFormula }: WorkbookCell, system: DateSystem): CellText {
  if (value === null || value === undefined || value === "") return { text: "", isUnknown: isFormula };
  if (value instanceof Date) return toSerialText(toSerial(value), format, system);
  if (typeof value === "number") return toNumberText(value, format);
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  return { text: String(value) };
}

function toNumberText(value: number, format: string): CellText {
  if (Math.abs(value) >= maxExactNumber) return { text: String(value), isRounded: true };
  // Without the digits behind the last one that a spreadsheet shows: 1234.5600000000002.
  const exact = Number(value.toPrecision(maxDigits));
  const shown = showWholeNumber(exact, format);
  return shown === null ? { text: String(exact) } : { text: shown, stored: String(exact) };
}

const dayLength = 86_400_000;
const startOf1904 = Date.UTC(1904, 0, 1);
// A smaller number with the format of a time is a sum of hours.
const firstMoment = Date.UTC(1954, 0, 1);

function toSerial(value: Date): number {
  return (value.getTime() - startOf1904) / dayLength;
}

// The system of 1900 counts a 29 February 1900, which is serial 60.
function toMoment(serial: number, system: DateSystem): number {
  const start = system === "1904" ? startOf1904 : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return start + serial * dayLength;
}

// Which parts the format shows: a date, a time, or both. The library also takes some words and currencies for dates.
function toSerialText(serial: number, format: string, system: DateSystem): CellText {
  const tokens = toTokens(format);
  if (!isDateFormat(tokens)) return toNumberText(serial, format);
  const hasTime = /[hs]|am\/pm|a\/p/i.test(tokens);
  const hasDate = /[yd]|m{3,}/i.test(tokens) || !hasTime;
  const moment = toMoment(serial, system);
  if (!hasDate && moment < firstMoment && elapsed.test(tokens)) return { text: toHours(serial) };
  const [day = "", time = ""] = new Date(Math.round(moment / 1000) * 1000).toISOString().split(/[T.]/);
  // The day 0 of 1900 is shown as 1900-01-00.
  if (system === "1900" && serial < 1) return { text: hasDate && !hasTime ? "1900-01-00" : time };
  // Excel shows a moment with milliseconds from a CSV file as mm:ss.0, and keeps its day.
  if (!hasDate && moment < firstMoment) return { text: time };
  return { text: hasTime && time !== "00:00:00" ? `${day}T${time}` : day };
}

// Hours, minutes or seconds that do not begin anew after a day, an hour or a minute.
const elapsed = /\[(?:h+|m+|s+)\]/i;

// 1.25 days are 30:00:00.
function toHours(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${serial < 0 ? "-" : ""}${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

// Letters of dates and no others; without any, at least no place for a digit.
function isDateFormat(tokens: string): boolean {
  const words = tokens.replace(/am\/pm|a\/p/gi, "").match(/[a-z]+/gi) ?? [];
  return words.length > 0 ? words.every((word) => /^[abdeghmsy]+$/i.test(word)) : !/[0#?]/.test(tokens);
}

// The format without quoted texts, escaped characters, and colours or locales in brackets; elapsed time stays.
function toTokens(format: string): string {
  return format.replace(/"[^"]*"|\\.|[_*]./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
}
