// Names that stand in several columns: which these are, and what comes of joining them.
import type { NameColumns } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../../importer/state.ts";

/** Columns that can be joined; `isKnown` is false where nobody and nothing says that these are the ones. */
interface JoinableColumns extends NameColumns {
  readonly isKnown: boolean;
}

/** What is joined, or offered to be; else the first two columns that feed nothing. Null where there are no two. */
export function toJoinable({ nameColumns, suggestion, table, mapping }: Review): JoinableColumns | null {
  const known = nameColumns ?? suggestion.nameColumns;
  if (known) return { ...known, isKnown: true };
  const used = new Set(Object.values({ ...mapping, name: null }));
  const columns = [...table.headers.keys()].filter((column) => !used.has(column)).slice(0, 2);
  return columns.length === 2 ? { columns, separator: " ", isKnown: false } : null;
}

/** What the columns are called on the screen. */
export function toPartNames({ columns }: NameColumns, columnNames: readonly string[]): string[] {
  return columns.map((column) => columnNames[column] ?? "");
}

/** The first names as they are joined. */
export function toJoinedSamples(table: CsvTable, { columns, separator }: NameColumns, count: number): string[] {
  const samples: string[] = [];
  for (const { cells } of table.records) {
    const parts = columns.map((column) => cells[column]?.trim()).filter(Boolean);
    // One with all parts shows more.
    if (parts.length === columns.length) samples.push(parts.join(separator));
    if (samples.length === count) break;
  }
  return samples;
}

/** The columns with another one (null: none) in this place; who had it before gets the one that stood here. */
export function withPart(columns: readonly number[], place: number, column: number | null): number[] {
  if (column === null) return columns.filter((_, index) => index !== place);
  const before = columns[place];
  if (before === undefined) return [...columns.filter((one) => one !== column), column];
  const swapped = columns.map((one) => (one === column && before !== undefined ? before : one));
  return [...swapped.slice(0, place), column, ...swapped.slice(place + 1)];
}
