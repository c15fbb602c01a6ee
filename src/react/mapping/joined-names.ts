// Finds the columns that make up a name, and joins their cells.
import type { NameColumns } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../../importer/state.ts";

/** Columns that can be joined. `isKnown` is false for a mere default that was neither chosen nor recognised. */
interface JoinableColumns extends NameColumns {
  readonly isKnown: boolean;
}

/** The columns that are joined or offered; otherwise the first two unused columns. Null if there are fewer. */
export function toJoinable({ nameColumns, suggestion, table, mapping }: Review): JoinableColumns | null {
  const known = nameColumns ?? suggestion.nameColumns;
  if (known) return { ...known, isKnown: true };
  const used = new Set(Object.values({ ...mapping, name: null }));
  const columns = [...table.headers.keys()].filter((column) => !used.has(column)).slice(0, 2);
  return columns.length === 2 ? { columns, separator: " ", isKnown: false } : null;
}

/** The displayed names of the columns. */
export function toPartNames({ columns }: NameColumns, columnNames: readonly string[]): string[] {
  return columns.map((column) => columnNames[column] ?? "");
}

/** The first joined names of the table. */
export function toJoinedSamples(table: CsvTable, { columns, separator }: NameColumns, count: number): string[] {
  const samples: string[] = [];
  for (const { cells } of table.records) {
    const parts = columns.map((column) => cells[column]?.trim()).filter(Boolean);
    // Rows with all parts make better examples.
    if (parts.length === columns.length) samples.push(parts.join(separator));
    if (samples.length === count) break;
  }
  return samples;
}

/** Puts a column (null: none) in this place. If it was in another place, the two columns are swapped. */
export function withPart(columns: readonly number[], place: number, column: number | null): number[] {
  if (column === null) return columns.filter((_, index) => index !== place);
  const before = columns[place];
  if (before === undefined) return [...columns.filter((one) => one !== column), column];
  const swapped = columns.map((one) => (one === column ? before : one));
  return [...swapped.slice(0, place), column, ...swapped.slice(place + 1)];
}
