// Turns one cell of a workbook into the text that the CSV reader gets: dates in ISO form, numbers in full.

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
  /** The stored number without its leading zeros, where the format adds some. */
  readonly stored?: string;
  readonly isRounded?: boolean;
  readonly isUnknown?: boolean;
}

// Spreadsheets keep 15 digits of a number.
const maxExactNumber = 1e15;

/** The cell as text, numbers with leading zeros as the spreadsheet shows them. */
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
  // A format of nothing but zeros, such as 00000 for postcodes and customer numbers.
  const zeros = /^0{2,}$/.exec(format)?.[0].length ?? 0;
  const isPadded = Number.isInteger(value) && value >= 0 && text.length < zeros;
  return isPadded ? { text: text.padStart(zeros, "0"), stored: text } : { text };
}

/** The first serial that is a day; smaller numbers are times, and 0 is shown as 1900-01-00. */
const firstDay = Date.UTC(1900, 0, 1);

// Which parts the format shows: a date, a time, or both.
function toDateText(value: Date, format: string): string {
  const tokens = toTokens(format);
  const hasTime = /[hs]|am\/pm|a\/p/i.test(tokens);
  const hasDate = /[yd]|m{3,}/i.test(tokens) || !hasTime;
  const [day = "", time = ""] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split(/[T.]/);
  if (value.getTime() < firstDay) return hasDate && !hasTime ? "1900-01-00" : time;
  if (!hasDate) return time;
  return hasTime && time !== "00:00:00" ? `${day}T${time}` : day;
}

// The format without quoted texts, escaped characters, and colours or locales in brackets; elapsed time stays.
function toTokens(format: string): string {
  return format.replace(/"[^"]*"|\\.|[_*]./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
}
