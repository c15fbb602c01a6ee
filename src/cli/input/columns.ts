// Which column feeds which field: as the command line says, else as the reader found it.
import { fieldKeys } from "../../contract/fields.ts";
import { maskEmails } from "../../contract/text.ts";
import type { ColumnMapping, MappingSuggestion } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import { InputError } from "../terminal/cli-errors.ts";
import { excerpt } from "../terminal/printable.ts";
import type { InputOptions } from "./input-options.ts";

/** The columns of a file. */
export interface Columns {
  readonly mapping: ColumnMapping;
  /** Columns whose cells, joined, are the name; empty where one column holds it. */
  readonly nameColumns: readonly number[];
}

/**
 * Takes `--map` over what was suggested.
 *
 * @throws InputError for a column that the file does not have, or has twice.
 */
export function chooseColumns(table: CsvTable, { mapping }: MappingSuggestion, { map = {} }: InputOptions): Columns {
  const chosen: Record<string, number | null> = {};
  let nameColumns: readonly number[] = [];
  for (const key of fieldKeys) {
    const text = map[key];
    if (text === undefined) continue;
    const columns = text === "" ? [] : findColumns(table, text, key === "name");
    chosen[key] = columns.length === 1 ? (columns[0] ?? null) : null;
    if (columns.length > 1) nameColumns = columns;
  }
  const taken = new Set([...Object.values(chosen), ...nameColumns]);
  // One column feeds one field: what was said by hand counts before what was found.
  const found = fieldKeys.map((key) => {
    const column = mapping[key];
    return [key, key in chosen ? chosen[key] : column !== null && taken.has(column) ? null : column];
  });
  return { mapping: Object.fromEntries(found) as ColumnMapping, nameColumns };
}

/** What a column is called in words and in flags: its header where that is unmistakable, else its number. */
export function columnName({ headers, dialect }: CsvTable, column: number): string {
  const header = headers[column] ?? "";
  const isOwn =
    dialect.hasHeader && header.trim() !== "" && !/^\d+$/.test(header.trim()) && !/[+"'\\$`!\n\r]/.test(header);
  const isUnique = headers.filter((other) => isSame(other, header)).length === 1;
  return isOwn && isUnique && header.length <= 60 ? header.trim() : String(column + 1);
}

/** The columns of a file with their numbers, for a person to choose from. */
export function listColumns({ headers, records, dialect }: CsvTable): string {
  return headers
    .slice(0, 40)
    .map((header, column) => {
      const sample = records.find(({ cells }) => cells[column]?.trim())?.cells[column] ?? "";
      const name = dialect.hasHeader ? excerpt(header, 40) : "";
      return `  ${String(column + 1).padStart(3)}  ${name}${name ? "  " : ""}(${excerpt(maskEmails(sample), 30)})`;
    })
    .join("\n");
}

// A header that holds the sign is meant as a whole first.
function findColumns(table: CsvTable, text: string, mayJoin: boolean): readonly number[] {
  const whole = findColumn(table, text);
  if (whole !== null) return [whole];
  const parts = mayJoin && text.includes("+") ? text.split("+") : [];
  const columns = parts.map((part) => findColumn(table, part)).filter((column) => column !== null);
  if (parts.length > 0 && columns.length === parts.length) return columns;
  throw new InputError("no_such_column", `There is no column "${excerpt(text)}".\nColumns:\n${listColumns(table)}`);
}

function findColumn({ headers, dialect }: CsvTable, text: string): number | null {
  const named = dialect.hasHeader ? [...headers.keys()].filter((column) => isSame(headers[column] ?? "", text)) : [];
  const [first, second] = named;
  if (first !== undefined && second !== undefined) {
    const numbers = named.map((column) => column + 1).join(", ");
    throw new InputError(
      "no_such_column",
      `Several columns are called "${excerpt(text)}": say the number, one of ${numbers}.`,
    );
  }
  if (first !== undefined) return first;
  const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= headers.length ? number - 1 : null;
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
