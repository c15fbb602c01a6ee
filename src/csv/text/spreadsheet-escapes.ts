// Protects cells from being run as formulas (formula injection), and undoes what spreadsheet exports do to cells.
import type { CsvRecord } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "./cells.ts";

// Also behind white space and in full width, as spreadsheets see them; a tab or line break at the start hides what follows.
// Apostrophes already there are counted in, so that taking one off always gives back what was there.
const runnable = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** The cell with an apostrophe in front if a spreadsheet might take it for a formula (OWASP: CSV injection). */
export function shield(cell: string): string {
  return runnable.test(cell) ? `'${cell}` : cell;
}

/** Exactly what `shield` was given. */
export function unshield(cell: string): string {
  return cell.startsWith("'") && runnable.test(cell) ? cell.slice(1) : cell;
}

/** Records without the apostrophes that were put in front, and how many rows had some. */
export interface Unshielded {
  readonly header: readonly string[] | null;
  readonly records: readonly CsvRecord[];
  readonly affected: AffectedRows | null;
}

/**
 * Takes off one apostrophe: of every value of a column where every value has one (exporters that keep numbers from being
 * changed do that), else of single cells in front of a formula character.
 */
export function removeApostrophes(header: readonly string[] | null, records: readonly CsvRecord[]): Unshielded {
  const columns = shieldedColumns(
    header,
    records.map(({ cells }) => cells),
  );
  const quoted = quotedColumns(columns, records);
  const clean = (cell: string, column: number) => {
    if (!columns.has(column) || !hasOne(cell)) return unshield(cell);
    return cell.slice(1, quoted.has(column) && cell.length > 1 && cell.endsWith("'") ? -1 : undefined);
  };
  let found: AffectedRows | null = null;
  const cleaned = records.map((record) => {
    if (!record.cells.some(hasOne)) return record;
    const cells = record.cells.map(clean);
    if (cells.some((cell, column) => cell !== record.cells[column])) found = addRow(found, record.number);
    return { number: record.number, cells };
  });
  return { header: header?.some(hasOne) ? header.map(clean) : header, records: cleaned, affected: found };
}

/**
 * The columns whose values all begin with an apostrophe, two of them (a header counts too) where no formula asks for it:
 * `'tHooft` alone is a name.
 */
export function shieldedColumns(
  header: readonly string[] | null,
  records: readonly (readonly string[])[],
): ReadonlySet<number> {
  const seen = new Map<number, number>();
  const plain = new Set<number>();
  for (const cells of records) {
    for (const [column, cell] of cells.entries()) {
      if (hasOne(cell)) seen.set(column, (seen.get(column) ?? 0) + asked(cell));
      else if (!plain.has(column) && !isBlank(cell)) plain.add(column);
    }
  }
  const enough = ([column, count]: readonly [number, number]) => count + asked(header?.[column] ?? "") > 1;
  return new Set([...seen].filter((entry) => !plain.has(entry[0]) && enough(entry)).map(([column]) => column));
}

// Some databases quote values with apostrophes, so that there is one at the end as well. In what `stringify` wrote every
// apostrophe that no formula asks for is followed by another.
function quotedColumns(columns: ReadonlySet<number>, records: readonly CsvRecord[]): Set<number> {
  const isQuoted = (cell: string) => isBlank(cell) || cell === "''" || (cell.endsWith("'") && !cell.startsWith("''"));
  const isPlain = (cell: string) => asked(cell) === 1 && cell.length > 1 && !cell.startsWith("''");
  const cellsOf = (column: number) => records.map(({ cells }) => cells[column] ?? "");
  return new Set([...columns].filter((column) => cellsOf(column).every(isQuoted) && cellsOf(column).some(isPlain)));
}

// 1 for an apostrophe that `shield` would not have put there.
function asked(cell: string): number {
  return hasOne(cell) && unshield(cell) === cell ? 1 : 0;
}

function hasOne(cell: string): boolean {
  return cell.charCodeAt(0) === 0x27;
}

/** Records with plain texts, and how many rows had some that were formulas. */
export interface UnwrappedTexts {
  readonly header: readonly string[] | null;
  readonly records: readonly CsvRecord[];
  readonly affected: AffectedRows | null;
}

// Nothing but one text: a real formula is kept, and shows as what it is.
const textFormula = /^="((?:[^"]|"")*)"$/;

/** Reads ="00123" as 00123, in the header too. */
export function unwrapTexts(header: readonly string[] | null, records: readonly CsvRecord[]): UnwrappedTexts {
  let found: AffectedRows | null = null;
  const unwrapped = records.map((record) => {
    if (!record.cells.some(isText)) return record;
    found = addRow(found, record.number);
    return { number: record.number, cells: record.cells.map(unwrap) };
  });
  return { header: header?.map(unwrap) ?? null, records: unwrapped, affected: found };
}

function isText(cell: string): boolean {
  return cell.startsWith('="') && textFormula.test(cell);
}

function unwrap(cell: string): string {
  return isText(cell) ? cell.slice(2, -1).replaceAll('""', '"') : cell;
}
