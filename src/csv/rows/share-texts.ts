// Lets the cells of a column that repeat a text, such as days and names, be one text: a long file then takes less memory.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import type { ImportRow } from "./import-rows.ts";

interface RepeatedTexts {
  readonly texts: Map<string, string>;
  looked: number;
  found: number;
}

// By then a column of ids or emails has repeated nothing, and one of days has.
const enoughLooked = 2_000;
const minFound = 20;
// About 27 years of days.
const maxTexts = 10_000;
const maxColumns = 50;
// About 2 ms of work.
const rowsAtOnce = 1_000;

/**
 * Replaces the texts of a table and of its rows by equal ones that came before, some rows with each step: nothing reads
 * differently. Columns that repeat nothing are soon skipped.
 */
export function* shareTexts(
  { records }: CsvTable,
  mapping: ColumnMapping,
  rows: readonly ImportRow[],
): Generator<void, void> {
  const columns: (RepeatedTexts | null)[] = [];
  const mapped = fieldKeys.flatMap((field) => (mapping[field] === null ? [] : [[field, mapping[field]] as const]));
  for (const [place, { cells }] of records.entries()) {
    shareCells(cells as string[], columns);
    const input = rows[place]?.input;
    if (input) for (const [field, column] of mapped) shareText(input, field, cells[column]);
    if (place % rowsAtOnce === rowsAtOnce - 1) yield;
  }
}

function shareCells(cells: string[], columns: (RepeatedTexts | null)[]): void {
  const width = Math.min(cells.length, maxColumns);
  for (let at = columns.length; at < width; at += 1) columns.push({ texts: new Map(), looked: 0, found: 0 });
  for (let at = 0; at < width; at += 1) {
    const column = columns[at];
    if (!column) continue;
    const text = cells[at] ?? "";
    const known = column.texts.get(text);
    column.looked += 1;
    if (known !== undefined) {
      cells[at] = known;
      column.found += 1;
    } else if (column.texts.size < maxTexts) column.texts.set(text, text);
    if (column.looked === enoughLooked && column.found < minFound) columns[at] = null;
  }
}

// A text that was corrected or converted is another one.
function shareText(input: ImportRow["input"], field: FieldKey, text: string | undefined): void {
  if (text !== undefined && input[field] === text) input[field] = text;
}
