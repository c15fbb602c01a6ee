// Finds the column of surnames beside one of given names, or the reverse, where its header is not known.
import type { CsvTable } from "../table.ts";
import type { ValuesAt } from "./candidate.ts";
import type { ColumnSample } from "./column-evidence.ts";
import { knownHeader } from "./known-headers.ts";

const maxColumns = 50;
const maxRows = 200;
const minRows = 3;

/**
 * The column with the other half of these names of one word: its header is unknown, and most emails contain its words too
 * (`jose.garcia@` beside José and García). Null for names of several words, and where the emails do not tell.
 */
export function findOtherHalf(table: CsvTable, names: ColumnSample, valuesAt: ValuesAt): number | null {
  if (names.count < minRows || names.spaced > 0.3) return null;
  const columns = [...table.headers.slice(0, maxColumns).keys()];
  const email = columns.find((column) => valuesAt(column).emails >= 0.5);
  if (email === undefined) return null;
  const other = columns.find((column) => {
    const { words, spaced, cells } = valuesAt(column);
    if (cells === names.cells || words < 0.9 || spaced > 0.6 || knownHeader(table.headers[column] ?? "")) return false;
    return isInEmails(table, column, email);
  });
  return other ?? null;
}

function isInEmails({ records }: CsvTable, column: number, email: number): boolean {
  const pairs = records.slice(0, maxRows).flatMap(({ cells }) => {
    const [name = "", address = ""] = [cells[column], cells[email]];
    const parts = name.split(/[^\p{L}\p{M}]+/u).map(toPlain);
    const local = toPlain(address.replace(/@.*$/s, ""));
    return local === "" || name.trim() === "" ? [] : [parts.some((part) => part.length > 2 && local.includes(part))];
  });
  return pairs.length >= minRows && pairs.filter(Boolean).length >= pairs.length / 2;
}

function toPlain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, "");
}
