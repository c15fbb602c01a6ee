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

/** Counts one more row. */
export function addRow(before: AffectedRows | null, row: number): AffectedRows {
  return { count: (before?.count ?? 0) + 1, firstRow: before?.firstRow ?? row };
}
