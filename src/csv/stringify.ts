// Rows to CSV text (RFC 4180), safe to open in a spreadsheet.
import { shield } from "./formula.ts";
import type { Delimiter } from "./table.ts";

/** Options of `stringify`. */
export interface StringifyOptions {
  /** @default "," */
  readonly delimiter?: Delimiter;
  /** A byte order mark in front: without it Excel shows accents wrong. @default true */
  readonly bom?: boolean;
}

// Any delimiter, not only the one in use: a reader that guesses should not be led astray. White space at the ends gets lost unquoted.
const needsQuotes = /[",;\t|\r\n]|^\s|\s$/;

/**
 * CSV text with CRLF line ends, to be encoded as UTF-8.
 *
 * A cell that a spreadsheet might run as a formula gets an apostrophe in front, which `readCsv` takes off again.
 */
export function stringify(rows: Iterable<readonly string[]>, options: StringifyOptions = {}): string {
  const { delimiter = ",", bom = true } = options;
  let text = bom ? "\uFEFF" : "";
  for (const cells of rows) text += `${toLine(cells, delimiter)}\r\n`;
  return text;
}

function toLine(cells: readonly string[], delimiter: Delimiter): string {
  // A line without any character is no record for most readers.
  return cells.length === 1 && cells[0] === "" ? '""' : cells.map(toCell).join(delimiter);
}

function toCell(cell: string): string {
  const safe = shield(cell);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
