// Cells that a spreadsheet would run: an apostrophe in front, and off again.

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
