// Escapes cells against formula injection, and removes the apostrophes and text formulas (="00123") that exports add.
import type { CsvRecord } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "./cells.ts";

// Spreadsheets also run formulas after white space or in full width; a leading tab or line break hides what follows.
// Leading apostrophes are part of the pattern, so that removing one always restores the original cell. White space ends at a
// tab or line break, because the text after those is escaped separately.
const formula = /^'*(?:[^\S\t\r\n]*[=+\-@＝＋－＠]|[\t\r\n])/;

// A spreadsheet with another list separator than the file divides cells, and lines at line breaks: each of these begins a cell
// there. Quotes are skipped, because the doubled quote of a written cell is an empty quoted text to such a reader.
const innerFormula = /([,;\t|\r\n])(?='*(?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/g;
const escapedInnerFormula = /([,;\t|\r\n])'(?='*(?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/g;

/**
 * Puts an apostrophe in front of a cell that a spreadsheet might run as a formula (OWASP: CSV injection), and in front of each
 * part of it that it might run if it divided the cell at another separator.
 */
export function escapeFormula(cell: string): string {
  const escaped = escapeInnerFormulas(cell);
  return formula.test(cell) ? `'${escaped}` : escaped;
}

/** Like `escapeFormula`, but leaves the beginning of the cell as it is. */
export function escapeInnerFormulas(cell: string): string {
  return cell.replace(innerFormula, "$1'");
}

/** The exact inverse of `escapeFormula`. */
export function unescapeFormula(cell: string): string {
  return unescapeInnerFormulas(isEscaped(cell) ? cell.slice(1) : cell);
}

function unescapeInnerFormulas(cell: string): string {
  return cell.includes("'") ? cell.replace(escapedInnerFormula, "$1") : cell;
}

function isEscaped(cell: string): boolean {
  return hasApostrophe(cell) && formula.test(cell);
}

/** Records without the apostrophes that exports add, and the rows that had some. */
export interface WithoutApostrophes {
  readonly header: readonly string[] | null;
  readonly records: readonly CsvRecord[];
  readonly affected: AffectedRows | null;
}

/**
 * Removes the apostrophes that `escapeFormula` writes after separators inside cells, and one leading apostrophe: from all
 * values of a column where every value has one (some exporters write them so that numbers stay unchanged), elsewhere only
 * in front of a formula character.
 */
export function removeApostrophes(header: readonly string[] | null, records: readonly CsvRecord[]): WithoutApostrophes {
  const columns = apostropheColumns(
    header,
    records.map(({ cells }) => cells),
  );
  const quoted = quotedColumns(columns, records);
  const clean = (cell: string, column: number) => {
    if (!columns.has(column) || !hasApostrophe(cell)) return unescapeFormula(cell);
    const isQuoted = quoted.has(column) && cell.length > 1 && cell.endsWith("'");
    return unescapeInnerFormulas(cell.slice(1, isQuoted ? -1 : undefined));
  };
  let found: AffectedRows | null = null;
  const cleaned = records.map((record) => {
    if (!record.cells.some((cell) => cell.includes("'"))) return record;
    const cells = record.cells.map(clean);
    if (cells.every((cell, column) => cell === record.cells[column])) return record;
    found = addRow(found, record.number);
    return { number: record.number, cells };
  });
  return { header: header?.map(clean) ?? null, records: cleaned, affected: found };
}

/**
 * The columns whose values all begin with an apostrophe, at least two of them (the header counts) without being formulas:
 * a single `'tHooft` is a name, unless most other columns are written like this.
 */
export function apostropheColumns(
  header: readonly string[] | null,
  records: readonly (readonly string[])[],
): ReadonlySet<number> {
  const seen = new Map<number, number>();
  const unquoted = new Set<number>();
  // The columns before this one are known to be unquoted: mostly all of them, after a few rows.
  let first = 0;
  for (const cells of records) {
    for (let column = first; column < cells.length; column += 1) {
      const cell = cells[column] ?? "";
      if (hasApostrophe(cell)) seen.set(column, (seen.get(column) ?? 0) + countUnneeded(cell));
      else if (!unquoted.has(column) && !isBlank(cell)) unquoted.add(column);
    }
    while (unquoted.has(first)) first += 1;
  }
  const isRepeated = ([column, count]: readonly [number, number]) => count + countUnneeded(header?.[column] ?? "") > 1;
  const whole = [...seen].filter(([column]) => !unquoted.has(column));
  const repeated = whole.filter(isRepeated);
  // Where most columns are written like this, a column with a single value is too.
  const isUsual = repeated.length > 1 && repeated.length > unquoted.size;
  return new Set((isUsual ? whole : repeated).map(([column]) => column));
}

// Some databases quote values with apostrophes on both sides. `stringify` doubles every apostrophe that it does not need for
// a formula, so its files are not mistaken for theirs.
function quotedColumns(columns: ReadonlySet<number>, records: readonly CsvRecord[]): Set<number> {
  const isQuoted = (cell: string) => isBlank(cell) || cell === "''" || (cell.endsWith("'") && !cell.startsWith("''"));
  const isPlain = (cell: string) => countUnneeded(cell) === 1 && cell.length > 1 && !cell.startsWith("''");
  const cellsOf = (column: number) => records.map(({ cells }) => cells[column] ?? "");
  return new Set([...columns].filter((column) => cellsOf(column).every(isQuoted) && cellsOf(column).some(isPlain)));
}

// 1 for an apostrophe that `escapeFormula` would not have written.
function countUnneeded(cell: string): number {
  return hasApostrophe(cell) && !isEscaped(cell) ? 1 : 0;
}

function hasApostrophe(cell: string): boolean {
  return cell.charCodeAt(0) === 0x27;
}

/** Records with plain texts, and the rows that had texts written as formulas. */
export interface UnwrappedFormulaTexts {
  readonly header: readonly string[] | null;
  readonly records: readonly CsvRecord[];
  readonly affected: AffectedRows | null;
}

// Matches a single text only: a real formula stays in the cell, where a person sees it.
const textFormula = /^="((?:[^"]|"")*)"$/;

/** Reads ="00123", which exports write so that Excel keeps the zeros, as 00123; in the header too. */
export function unwrapFormulaTexts(
  header: readonly string[] | null,
  records: readonly CsvRecord[],
): UnwrappedFormulaTexts {
  let found: AffectedRows | null = null;
  const unwrapped = records.map((record) => {
    if (!record.cells.some(isTextFormula)) return record;
    found = addRow(found, record.number);
    return { number: record.number, cells: record.cells.map(unwrap) };
  });
  return { header: header?.map(unwrap) ?? null, records: unwrapped, affected: found };
}

function isTextFormula(cell: string): boolean {
  return cell.startsWith('="') && textFormula.test(cell);
}

function unwrap(cell: string): string {
  return isTextFormula(cell) ? cell.slice(2, -1).replaceAll('""', '"') : cell;
}
