// Finds columns of names under headers that are not known, by their words in the emails: jose.garcia@ beside José García.
import type { CsvTable } from "../table.ts";
import { type Candidate, guess, type ValuesAt } from "./candidate.ts";
import { type ColumnSample, clearlyFits } from "./column-evidence.ts";
import { knownHeader } from "./known-headers.ts";
import { wordsInUse } from "./languages/words-in-use.ts";

const maxColumns = 50;
const maxRows = 200;
const minRows = 3;

/**
 * The column with the other half of these names of one word: its header is unknown, and most emails contain its words too
 * (`jose.garcia@` beside José and García). Null for names of several words, and where the emails do not tell.
 */
export function findOtherHalf(table: CsvTable, names: ColumnSample, valuesAt: ValuesAt): number | null {
  if (names.count < minRows || names.spaced > 0.3) return null;
  const email = findEmails(table, valuesAt);
  if (email === null) return null;
  const other = columnsOf(table).find((column) => {
    const { words, spaced, cells } = valuesAt(column);
    if (cells === names.cells || words < 0.9 || spaced > 0.6 || knownHeader(table.headers[column] ?? "")) return false;
    return isInEmails(table, column, email);
  });
  return other ?? null;
}

/** The column of full names of which most emails contain a word, under a header that says nothing, or who it is: "Player". */
export function findFullNames(table: CsvTable, valuesAt: ValuesAt): Candidate[] {
  const email = findEmails(table, valuesAt);
  if (email === null) return [];
  const found = columnsOf(table).filter((column) => {
    const header = table.headers[column] ?? "";
    const kind = knownHeader(header)?.kind ?? "key";
    if ((kind !== "key" && kind !== "username") || isOfAnother(header)) return false;
    return clearlyFits("name", valuesAt(column)) && isInEmails(table, column, email);
  });
  const [column] = found;
  if (column === undefined || found.length > 1) return [];
  const { count, words } = valuesAt(column);
  return [guess("name", column, 55, 0.6, { code: "values", matching: Math.round(count * words), of: count })];
}

function columnsOf({ headers }: CsvTable): number[] {
  return [...headers.slice(0, maxColumns).keys()];
}

function findEmails(table: CsvTable, valuesAt: ValuesAt): number | null {
  const headerOf = (column: number) => table.headers[column] ?? "";
  const found = columnsOf(table).filter((column) => valuesAt(column).emails >= 0.5 && !isOfAnother(headerOf(column)));
  // The emails of an account or a team repeat.
  return found.sort((a, b) => valuesAt(b).unique - valuesAt(a).unique || a - b)[0] ?? null;
}

// "Teacher", "Parent's email".
function isOfAnother(header: string): boolean {
  return wordsInUse().judgeAddress(header).whose === "other";
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
