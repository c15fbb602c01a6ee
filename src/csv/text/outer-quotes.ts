// Removes quotes that an export put around every value, beside the ones of the CSV file: """1001""", “1001”.
import type { CsvRecord } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "./cells.ts";

/** Records without the quotes around their values, and the rows that had some. */
export interface WithoutQuotes {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly affected: AffectedRows | null;
}

const pairs: readonly (readonly [opening: string, closing: string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["”", "”"],
  ["«", "»"],
  ["»", "«"],
];

/** False for a text in which no cell can have such quotes. */
export function mayHaveOuterQuotes(text: string): boolean {
  return text.includes('"""') || /[“”„«»]/.test(text);
}

/**
 * Removes the quotes if every name of the header has them, at least two, and most values do: a name in quotes alone may be a
 * nickname.
 */
export function removeOuterQuotes(header: readonly string[], records: readonly CsvRecord[]): WithoutQuotes {
  const names = header.filter((name) => !isBlank(name));
  const pair = pairs.find((one) => names.length > 1 && names.every((name) => unwrap(name, one) !== null));
  if (!pair || !records.some(({ cells }) => cells.filter((cell) => unwrap(cell, pair) !== null).length > 1)) {
    return { header, records, affected: null };
  }
  const clean = (cell: string) => unwrap(cell, pair) ?? cell;
  let affected: AffectedRows | null = null;
  const cleaned = records.map(({ number, cells }) => {
    affected = addRow(affected, number);
    return { number, cells: cells.map(clean) };
  });
  return { header: header.map(clean), records: cleaned, affected };
}

// Null for a cell without these quotes around it, or with nothing between them but other such quotes.
function unwrap(cell: string, [opening, closing]: (typeof pairs)[number]): string | null {
  const text = cell.trim();
  if (text.length < 3 || !text.startsWith(opening) || !text.endsWith(closing)) return null;
  const inside = text.slice(1, -1);
  return opening === '"' ? inside.replaceAll('""', '"') : inside;
}
