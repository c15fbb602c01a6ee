// Common accidents of exports: whole lines in quotes, a space in front of every quote, a backslash instead of a second quote.

import type { Delimiter } from "../table.ts";
import { parseSlices } from "./parse.ts";

/** How the lines of a file depart from the rules. */
export interface Layout {
  /** Lines such as "1,Ann,ann@example.com" in quotes as a whole have this many cells inside; 0 when there are none. */
  readonly wrapped: number;
  /** Quotes stand behind a space (1, "Roe, Ann"), where strictly they would be text. */
  readonly spaced: boolean;
  /** A quote inside quotes has a backslash in front instead of being doubled, as databases write it. */
  readonly escaped: boolean;
}

// Not in front of a quote, delimiter or line end: there the backslash is text and the quote ends the cell.
const escapedQuote = /\\"(?!["',;\t|\r\n]|$)/;
const escapedQuotes = new RegExp(escapedQuote.source, "g");

/** True for a text whose quotes are escaped by backslashes. Text that `stringify` wrote never is. */
export function isEscaped(text: string): boolean {
  return text.includes('\\"') && escapedQuote.test(text);
}

/** The text as the rules want it. */
export function tidy(text: string, delimiter: Delimiter, { spaced, escaped }: Omit<Layout, "wrapped">): string {
  const doubled = escaped ? text.replace(escapedQuotes, '""') : text;
  return spaced ? closeUp(doubled, delimiter) : doubled;
}

/** The cells inside a record that is one cell with delimiters in it; null for any other record. */
export function unwrapLine(cells: readonly string[], delimiter: Delimiter): readonly string[] | null {
  const [line = ""] = cells;
  // An export that quotes whole lines quotes them all; what is longer is a text.
  if (cells.length !== 1 || line.length > 10_000 || !line.includes(delimiter)) return null;
  const [slice] = parseSlices(line, delimiter);
  return slice?.records.length === 1 ? (slice.records[0] ?? null) : null;
}

/** The text without the blanks between a delimiter (or line end) and a quote; inside quotes nothing changes. */
export function closeUp(text: string, delimiter: Delimiter): string {
  let closed = "";
  let from = 0;
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote)) {
    const blanks = blanksBefore(text, quote, from, delimiter);
    const before = text[blanks - 1];
    const opens = blanks === 0 || before === delimiter || before === "\n" || before === "\r";
    if (!opens) {
      quote += 1;
      continue;
    }
    closed += text.slice(from, blanks);
    from = quote;
    quote = endOfQuotes(text, quote);
  }
  return closed + text.slice(from);
}

function blanksBefore(text: string, quote: number, from: number, delimiter: Delimiter): number {
  let start = quote;
  const isBlank = (character: string | undefined) => character === " " || (character === "\t" && delimiter !== "\t");
  while (start > from && isBlank(text[start - 1])) start -= 1;
  return start;
}

// Behind the quote that closes; a doubled one does not.
function endOfQuotes(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}
