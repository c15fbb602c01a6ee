// Writes rows as CSV text (RFC 4180) that is safe to open in a spreadsheet.
import type { Delimiter } from "../table.ts";
import { apostropheColumns, escapeFormula, escapeInnerFormulas } from "../text/spreadsheet-escapes.ts";

/** Options of `stringify`. */
export interface StringifyOptions {
  /** @default "," */
  readonly delimiter?: Delimiter;
  /** Starts with a byte order mark, without which Excel misreads accents. @default true */
  readonly bom?: boolean;
}

// Quotes cells with any delimiter, not only the one in use, so that readers guess the right one. Some readers trim unquoted cells.
const needsQuotes = /[",;\t|\r\n]|^\s|\s$/;

/**
 * CSV text with CRLF line ends, to be encoded as UTF-8.
 *
 * A cell that a spreadsheet might run as a formula gets an apostrophe in front, and so does a part of a cell behind a comma,
 * semicolon, tab, bar or line break, where a spreadsheet may divide it. `readCsv` removes them.
 */
export function stringify(rows: Iterable<readonly string[]>, options: StringifyOptions = {}): string {
  const { delimiter = ",", bom = true } = options;
  let text = bom ? "\uFEFF" : "";
  for (const cells of escapeRows([...rows])) text += `${toLine(cells, delimiter)}\r\n`;
  return text;
}

/** One line without its line end; cells are quoted, not escaped. */
export function toLine(cells: readonly string[], delimiter: Delimiter): string {
  // Most readers skip an empty line.
  if (cells.length === 1 && cells[0] === "") return '""';
  let line = "";
  for (let column = 0; column < cells.length; column += 1)
    line += (column > 0 ? delimiter : "") + toCell(cells[column] ?? "");
  return line;
}

function toCell(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

// `readCsv` removes the apostrophe that all values of a column begin with, so there each value gets a second one.
function escapeRows(rows: readonly (readonly string[])[]): (readonly string[])[] {
  const escaped = rows.map((cells) => cells.map(escapeFormula));
  if (!escaped.some((cells) => cells.some((cell) => cell.startsWith("'")))) return escaped;
  const [first = [], ...others] = escaped;
  const columns = apostropheColumns(first, others);
  if (columns.size === 0) return escaped;
  return escaped.map((cells, row) =>
    cells.map((cell, column) => toEscaped(cell, rows[row]?.[column] ?? "", columns.has(column))),
  );
}

function toEscaped(escaped: string, cell: string, wholeColumn: boolean): string {
  return wholeColumn && cell !== "" ? `'${escapeInnerFormulas(cell)}` : escaped;
}
