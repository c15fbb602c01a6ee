// What a row begins with, to know it again.
import { isBlank } from "./cells.ts";

/** The first cells that show something: three of the first thousand, cut to 40 characters each. */
export function toRowSample(cells: readonly string[]): string[] {
  const shown = cells.slice(0, 1000).filter((cell) => !isBlank(cell));
  return shown.slice(0, 3).map((cell) => cell.trim().slice(0, 40));
}
