// Decides which extras of the reader a table needs, beside those for its encoding.
import { knownHeader } from "../mapping/known-headers.ts";
import { isEnglishWord } from "../mapping/plain-english.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { looksLikeDate } from "../text/date-format.ts";
import { mayBeRareDate, mayNameZone } from "../text/rare-dates.ts";

// In wider tables only columns with a known header are looked at, as for the mapping.
const maxColumns = 1000;
const maxSampledCells = 30;

/** True for a table with dates in words, in other calendars, or in a time zone that a header names. */
export function needsRareDates({ headers, records }: Pick<CsvTable, "headers" | "records">): boolean {
  if (headers.some((header) => mayNameZone(header, isEnglishWord))) return true;
  return headers.some((header, column) => {
    const kind = knownHeader(header)?.kind;
    const isKnown = kind === "registrationDate" || kind === "lastLoginDate";
    return (isKnown || (column < maxColumns && mayHoldDates(records, column))) && hasRareDate(records, column);
  });
}

// A few cells tell what kind of column it is.
function mayHoldDates(records: readonly CsvRecord[], column: number): boolean {
  const step = Math.max(1, Math.floor(records.length / maxSampledCells));
  for (let row = 0; row < records.length; row += step) {
    const cell = records[row]?.cells[column] ?? "";
    // Addresses and ids are not tried in every format.
    if (cell === "" || /[@_]/.test(cell)) continue;
    if (looksLikeDate(cell) || mayBeRareDate(cell)) return true;
  }
  return false;
}

// A loop without closures: in a large file it looks at twenty thousand cells, of which nearly all are plain.
function hasRareDate(records: readonly CsvRecord[], column: number): boolean {
  for (const { cells } of records) {
    const cell = cells[column];
    if (cell !== undefined && cell !== "" && mayBeRareDate(cell)) return true;
  }
  return false;
}
