// Turns one cell of a workbook into the text that the CSV reader gets: dates in ISO form, numbers in full.
import { showWholeNumber } from "./number-format.ts";

/** A cell as the library reads it. */
export interface WorkbookCell {
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
const maxExactNumber = 1e15;

/** The cell as text, numbers with leading zeros, letters or separators by their format as the spreadsheet shows them. */
export function toCellText({ value, format, isFormula }: WorkbookCell): CellText {
  if (value === null || value === undefined || value === "") return { text: "", isUnknown: isFormula };
  if (value instanceof Date) return { text: toDateText(value, format) };
  if (typeof value === "number") return toNumberText(value, format);
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  return { text: String(value) };
}

function toNumberText(value: number, format: string): CellText {
  const text = String(value);
  if (Math.abs(value) >= maxExactNumber) return { text, isRounded: true };
  const shown = showWholeNumber(value, format);
  return shown === null ? { text } : { text: shown, stored: text };
}

/** The first serial that is a day; smaller numbers are times, and 0 is shown as 1900-01-00. */
const firstDay = Date.UTC(1900, 0, 1);
// A smaller number with the format of a time is a sum of hours.
const firstMoment = Date.UTC(1954, 0, 1);

// Which parts the format shows: a date, a time, or both.
function toDateText(value: Date, format: string): string {
  const tokens = toTokens(format);
  const hasTime = /[hs]|am\/pm|a\/p/i.test(tokens);
  const hasDate = /[yd]|m{3,}/i.test(tokens) || !hasTime;
  const [day = "", time = ""] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split(/[T.]/);
  if (value.getTime() < firstDay) return hasDate && !hasTime ? "1900-01-00" : time;
  // Excel shows a moment with milliseconds from a CSV file as mm:ss.0, and keeps its day.
  if (!hasDate && value.getTime() < firstMoment) return time;
  return hasTime && time !== "00:00:00" ? `${day}T${time}` : day;
}

// The format without quoted texts, escaped characters, and colours or locales in brackets; elapsed time stays.
function toTokens(format: string): string {
  return format.replace(/"[^"]*"|\\.|[_*]./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
}
