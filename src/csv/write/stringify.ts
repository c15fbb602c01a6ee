// Rows to CSV text (RFC 4180), safe to open in a spreadsheet.

import type { Delimiter } from "../table.ts";
import { shield, shieldedColumns } from "../text/spreadsheet-escapes.ts";

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
  for (const cells of shieldRows([...rows])) text += `${toLine(cells, delimiter)}\r\n`;
  return text;
}

/** One line without its end; cells are written as they are. */
export function toLine(cells: readonly string[], delimiter: Delimiter): string {
  // A line without any character is no record for most readers.
  if (cells.length === 1 && cells[0] === "") return '""';
  let line = "";
  for (let column = 0; column < cells.length; column += 1)
    line += (column > 0 ? delimiter : "") + toCell(cells[column] ?? "");
  return line;
}

function toCell(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

// A column in which every value begins with an apostrophe would lose it when read back, so there every value gets another.
function shieldRows(rows: readonly (readonly string[])[]): (readonly string[])[] {
  const shielded = rows.map((cells) => cells.map(shield));
  if (!shielded.some((cells) => cells.some((cell) => cell.startsWith("'")))) return shielded;
  const [first = [], ...others] = shielded;
  const columns = shieldedColumns(first, others);
  if (columns.size === 0) return shielded;
  return shielded.map((cells, row) =>
    cells.map((cell, column) => toShielded(cell, rows[row]?.[column] ?? "", columns.has(column))),
  );
}

function toShielded(shielded: string, cell: string, wholeColumn: boolean): string {
  return wholeColumn && cell !== "" ? `'${cell}` : shielded;
}
