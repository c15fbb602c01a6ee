// What stays of a person's decisions when the same file is read again, with another delimiter, encoding or header row.
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnMapping, NameColumns } from "../../csv/mapping/suggestion.ts";
import type { DateField } from "../../csv/rows/date-columns.ts";
import type { Corrections, DateFormats } from "../../csv/rows/import-rows.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { ChosenColumn, Review } from "../state.ts";

/** The columns that a person chose, where they are now; what the file does not have any more is left out. */
export function keepColumns(chosen: Review["chosen"], { headers }: CsvTable): ReadonlyMap<FieldKey, number | null> {
  const kept = new Map<FieldKey, number | null>();
  for (const [field, choice] of Object.entries(chosen) as [FieldKey, ChosenColumn][]) {
    const found = choice && findColumn(choice, headers);
    if (found === undefined || (found !== null && [...kept.values()].includes(found))) continue;
    kept.set(field, found);
  }
  return kept;
}

/** What a person decided beside the columns. */
type Decisions = Pick<Review, "corrections" | "dateFormats" | "nameColumns" | "emptyTexts">;

/** The same file, read anew. */
interface Reread {
  readonly table: CsvTable;
  readonly mapping: ColumnMapping;
}

/**
 * The decisions that still apply. Those that don't are not forgotten: the review that held them is kept as `earlier`, and
 * they come back with their columns, after a detour over another delimiter or header row.
 */
export function keepDecisions(before: Review | null, now: Reread): Decisions & Pick<Review, "earlier"> {
  if (!before) return { corrections: {}, dateFormats: {}, nameColumns: null, emptyTexts: [], earlier: null };
  const kept = decisionsFrom(before, now);
  if (countOf(kept) < countOf(before)) return { ...kept, earlier: { ...before, earlier: null } };
  const recalled = before.earlier && decisionsFrom(before.earlier, now);
  if (recalled && countOf(recalled) > countOf(kept)) return { ...recalled, earlier: null };
  return { ...kept, earlier: before.earlier };
}

function decisionsFrom(before: Review, { table, mapping }: Reread): Decisions {
  return {
    corrections: keepCorrections(before, table, mapping),
    dateFormats: keepDateFormats(before, table, mapping),
    nameColumns: keepNames(before, table),
    // Whatever the columns are, such a text means the same.
    emptyTexts: before.emptyTexts,
  };
}

function countOf({ corrections, dateFormats, nameColumns }: Decisions): number {
  return Object.keys(corrections).length + Object.keys(dateFormats).length + (nameColumns ? 1 : 0);
}

// The corrections of rows that are still there, in fields that still have their column.
function keepCorrections(before: Review, table: CsvTable, mapping: ColumnMapping): Corrections {
  const fields = Object.keys(mapping) as FieldKey[];
  const moved = fields.filter((field) => !isSameColumn(before, field, table, mapping[field]));
  const numbers = new Set(table.records.map(({ number }) => number));
  const corrections = Object.entries(before.corrections).filter(([row]) => numbers.has(Number(row)));
  return withoutFields(Object.fromEntries(corrections), moved);
}

// The conversions of date fields that still have their column.
function keepDateFormats(before: Review, table: CsvTable, mapping: ColumnMapping): DateFormats {
  const entries = Object.entries(before.dateFormats) as [DateField, DateFormats[DateField]][];
  const kept = entries.filter(
    ([field]) => mapping[field] !== null && isSameColumn(before, field, table, mapping[field]),
  );
  return Object.fromEntries(kept);
}

// The joined names, as long as all of their columns are there.
function keepNames({ nameColumns, table: old }: Review, { headers }: CsvTable): NameColumns | null {
  if (!nameColumns) return null;
  const columns = nameColumns.columns.flatMap((column) => {
    const was = toChosen(old, column);
    const found = was ? findColumn(was, headers) : undefined;
    return found === undefined ? [] : [found];
  });
  return columns.length === nameColumns.columns.length ? { ...nameColumns, columns } : null;
}

/** The corrections without those of some fields. */
export function withoutFields(corrections: Corrections, fields: readonly FieldKey[]): Corrections {
  if (fields.length === 0) return corrections;
  const dropped: readonly string[] = fields;
  const rows = Object.entries(corrections).map(([row, cells]) => {
    return [row, Object.fromEntries(Object.entries(cells).filter(([field]) => !dropped.includes(field)))] as const;
  });
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0));
}

/** A column with its name, to be found again. */
export function toChosen({ headers }: CsvTable, column: number | null): ChosenColumn {
  return column === null ? null : { column, header: headers[column] ?? "" };
}

function isSameColumn(before: Review, field: FieldKey, table: CsvTable, column: number | null): boolean {
  const old = before.mapping[field];
  if (old === column) return true;
  const was = toChosen(before.table, old);
  return was !== null && column !== null && findColumn(was, table.headers) === column;
}

// Where a column is after the file was read anew: at its place, or elsewhere under its name.
function findColumn({ column, header }: NonNullable<ChosenColumn>, headers: readonly string[]): number | undefined {
  if (headers[column] === header) return column;
  const elsewhere = header === "" ? -1 : headers.indexOf(header);
  return elsewhere === -1 ? undefined : elsewhere;
}
