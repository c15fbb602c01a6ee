// Recognises blank cells, samples a row, and counts affected rows.
import { hasVisible } from "../../contract/text.ts";

/** True for a cell without visible characters. */
export function isBlank(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return cell === "" || ((code <= 0x20 || code >= 0x7f) && !hasVisible(cell));
}

/** The first three cells that are not blank, among the first thousand, cut to 40 characters each. */
export function toRowSample(cells: readonly string[]): string[] {
  const shown = cells.slice(0, 1000).filter((cell) => !isBlank(cell));
  return shown.slice(0, 3).map((cell) => cell.trim().slice(0, 40));
}

/** The number of affected rows, and the first of them. */
export interface AffectedRows {
  readonly count: number;
  readonly firstRow: number;
}

/** The affected rows, and the columns in which they are, in order. */
export interface AffectedCells extends AffectedRows {
  readonly columns: readonly number[];
}

/** Counts one more row, which is affected in these columns. */
export function addCells(before: AffectedCells | null, row: number, columns: readonly number[]): AffectedCells {
  const known = before?.columns ?? [];
  const others = columns.filter((column) => !known.includes(column));
  const all = others.length === 0 ? known : [...known, ...others].sort((a, b) => a - b);
  return { ...addRow(before, row), columns: all };
}

/** Counts one more row. */
export function addRow(before: AffectedRows | null, row: number): AffectedRows {
  return { count: (before?.count ?? 0) + 1, firstRow: before?.firstRow ?? row };
}
