// Derives the expected outcome of a sheet from the roles of its columns, independently of any reader.
import type { DateField, ExpectedTable, FieldKey, Values, Wanted } from "../case.ts";
import { fieldKeys } from "../case.ts";
import type { Column } from "./columns.ts";
import { convertedStart, dateStyles } from "./dates.ts";
import type { Language, Person } from "./people.ts";
import { familyFirst } from "./people.ts";

interface Frame {
  readonly delimiter: string;
  readonly headerRow: number | null;
}

interface Content {
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
  readonly people: readonly Person[];
  readonly language: Language;
}

export function expectedTable({ columns, cells, people, language }: Content, frame: Frame): ExpectedTable {
  const mapping = Object.fromEntries(fieldKeys.map((key) => [key, wantedFor(key, columns)])) as Record<
    FieldKey,
    Wanted
  >;
  return {
    headerRow: frame.headerRow,
    ...(columns.length > 1 && { delimiter: frame.delimiter }),
    mapping,
    nameColumns: mapping.name.column === null ? nameParts(columns, familyFirst.includes(language)) : null,
    eitherOrder: familyFirst.includes(language) && columns.every(({ header }) => /^[\x20-\x7e]*$/.test(header)),
    rows: cells.map((row) => valuesOf(row, mapping)),
    converted: people[0] ? conversions(columns, mapping, people[0]) : {},
  };
}

function wantedFor(key: FieldKey, columns: readonly Column[]): Wanted {
  const indices = columns.flatMap((column, index) => (column.role === key ? [index] : []));
  return {
    column: indices.find((index) => !columns[index]?.spare) ?? null,
    also: indices.filter((index) => columns[index]?.spare),
  };
}

function nameParts(columns: readonly Column[], lastFirst: boolean): number[] | null {
  const first = columns.findIndex((column) => column.role === "first");
  const last = columns.findIndex((column) => column.role === "last");
  if (first < 0 || last < 0) return null;
  return lastFirst ? [last, first] : [first, last];
}

function valuesOf(row: readonly string[], mapping: Readonly<Record<FieldKey, Wanted>>): Values {
  const values: Values = {};
  for (const key of fieldKeys) {
    const { column } = mapping[key];
    if (column !== null) values[key] = clean(row[column] ?? "");
  }
  return values;
}

/** An exporter's apostrophe in front of a number is no part of the number. */
function clean(cell: string): string {
  return cell.replace(/^'(?=\d)/, "").trim();
}

function conversions(columns: readonly Column[], mapping: Readonly<Record<FieldKey, Wanted>>, person: Person) {
  const converted: Partial<Record<DateField, string>> = {};
  for (const key of ["registrationDate", "lastLoginDate"] as const) {
    const column = columns[mapping[key].column ?? -1];
    const style = column && dateStyles[column.kind];
    if (!column || !style || style.reading === "as-is") continue;
    converted[key] = style.reading === "ask" ? "ask" : convertedStart(person[column.moment], style.precision);
  }
  return converted;
}
