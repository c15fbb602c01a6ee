// Finds the rows of a review that repeat the email of an earlier row, as pairs, and those that repeat a user ID with another email.
import type { ImportRow, RowWarning } from "../../csv/rows/import-rows.ts";

/** A row and the earlier one that it repeats. */
export interface DuplicatePair {
  readonly first: ImportRow;
  readonly second: ImportRow;
}

/** The pairs of one kind, in the order of the later rows. */
export function findPairs(rows: readonly ImportRow[], code: RowWarning["code"]): DuplicatePair[] {
  const repeated: { readonly second: ImportRow; readonly firstRow: number }[] = [];
  // Most rows have no warning, and an empty list for each of them would take longer than all else.
  for (const second of rows) {
    const warning = second.warnings.find((one) => one.code === code);
    if (warning) repeated.push({ second, firstRow: warning.firstRow });
  }
  if (repeated.length === 0) return [];
  const wanted = new Set(repeated.map(({ firstRow }) => firstRow));
  const firsts = new Map(rows.filter(({ number }) => wanted.has(number)).map((row) => [row.number, row]));
  return repeated.flatMap(({ second, firstRow }) => {
    const first = firsts.get(firstRow);
    return first ? [{ first, second }] : [];
  });
}

/** Every row that is repeated, followed by those that repeat it. */
export function toPairedRows(rows: readonly ImportRow[]): ImportRow[] {
  const groups = new Map<number, ImportRow[]>();
  for (const row of rows) {
    const [warning] = row.warnings;
    if (warning) groups.set(warning.firstRow, [...(groups.get(warning.firstRow) ?? []), row]);
  }
  const listed = new Set<ImportRow>();
  for (const row of rows) {
    const repeats = groups.get(row.number);
    if (repeats) for (const one of [row, ...repeats]) listed.add(one);
  }
  return [...listed];
}
