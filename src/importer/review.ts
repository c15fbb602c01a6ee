// What a person decides about a file that was read, and the rows that follow from it.
import type { FieldKey } from "../contract/fields.ts";
import type { ColumnMapping, MappingSuggestion } from "../csv/mapping.ts";
import { type Corrections, type ImportRow, toImportRows } from "../csv/rows.ts";
import type { CsvTable } from "../csv/table.ts";
import type { ChosenColumn, ReadingState, Review } from "./state.ts";

type KeptColumns = ReadonlyMap<FieldKey, number | null>;

/**
 * The review of a file just read. The same file read again keeps the columns chosen by hand and the corrections that
 * still apply; another file starts from its own suggestion.
 */
export function toReview(reading: ReadingState, table: CsvTable, suggestion: MappingSuggestion): Review {
  const { file, choices, previous } = reading;
  const before = previous?.file === file ? previous : null;
  const chosen = before?.chosen ?? {};
  const kept = findChosen(chosen, table);
  const mapping = withColumns(suggestion.mapping, kept);
  const corrections = before ? keepCorrections(before, table, mapping) : {};
  const decided = { table, mapping, corrections };
  const manual = [...kept.keys()];
  return { file, choices, suggestion, manual, chosen, taken: null, ...decided, rows: toRows(decided) };
}

/** Feeds a field from a column, or from none; another field loses that column. The same review when nothing changes. */
export function assignColumn(review: Review, field: FieldKey, column: number | null): Review {
  if (column !== null && !(column in review.table.headers)) return review;
  if (review.mapping[field] === column && review.manual.includes(field)) return review;
  const from = column === null ? null : otherFieldOf(review.mapping, column, field);
  const returned = returnedBy(review, field);
  const mapping = withColumns(review.mapping, new Map([...returned, [field, column]]));
  const manual = [...review.manual.filter((key) => key !== field && key !== from), field];
  const moved = entriesOf(mapping).filter(([key, fed]) => review.mapping[key] !== fed);
  // A correction was typed over the cell of the old column: over another one it would be wrong.
  const corrections = withoutFields(
    review.corrections,
    moved.map(([key]) => key),
  );
  const chosen = { ...review.chosen, [field]: toChosen(review.table, column) };
  return derive(review, { mapping, manual, chosen, corrections, taken: from ? { from, by: field } : null });
}

// Who walks through the columns with the arrow keys passes over those of other fields: what was taken on the way goes back.
function returnedBy({ taken, mapping }: Review, field: FieldKey): Map<FieldKey, number | null> {
  return taken?.by === field && mapping[taken.from] === null ? new Map([[taken.from, mapping[field]]]) : new Map();
}

function toChosen({ headers }: CsvTable, column: number | null): ChosenColumn {
  return column === null ? null : { column, header: headers[column] ?? "" };
}

/** Puts a text over a cell's; null, or the cell's own text, takes it back. The same review when nothing changes. */
export function correctCell(review: Review, row: number, field: FieldKey, text: string | null): Review {
  const record = review.table.records.find(({ number }) => number === row);
  if (!record) return review;
  const column = review.mapping[field];
  const own = column === null ? "" : (record.cells[column] ?? "");
  const wanted = text === own ? null : text;
  if ((review.corrections[row]?.[field] ?? null) === wanted) return review;
  const { [field]: _, ...others } = review.corrections[row] ?? {};
  const { [row]: __, ...rest } = review.corrections;
  const cells = wanted === null ? others : { ...others, [field]: wanted };
  return derive(review, { corrections: Object.keys(cells).length > 0 ? { ...rest, [row]: cells } : rest });
}

function derive(review: Review, changes: Partial<Omit<Review, "rows">>): Review {
  const changed = { ...review, ...changes };
  return { ...changed, rows: toRows(changed) };
}

function toRows({ table, mapping, corrections }: Pick<Review, "table" | "mapping" | "corrections">): ImportRow[] {
  return toImportRows(table, mapping, { corrections });
}

function otherFieldOf(mapping: ColumnMapping, column: number, field: FieldKey): FieldKey | null {
  const entry = entriesOf(mapping).find(([key, fed]) => key !== field && fed === column);
  return entry?.[0] ?? null;
}

// The given columns win: whoever else had one of them has none.
function withColumns(mapping: ColumnMapping, columns: KeptColumns): ColumnMapping {
  const wanted = new Set(columns.values());
  const result: Record<FieldKey, number | null> = { ...mapping };
  for (const [field, column] of entriesOf(mapping)) if (wanted.has(column)) result[field] = null;
  for (const [field, column] of columns) result[field] = column;
  return result;
}

function findChosen(chosen: Review["chosen"], { headers }: CsvTable): KeptColumns {
  const kept = new Map<FieldKey, number | null>();
  for (const [field, choice] of Object.entries(chosen) as [FieldKey, ChosenColumn][]) {
    const found = choice && findColumn(choice, headers);
    if (found === undefined || (found !== null && [...kept.values()].includes(found))) continue;
    kept.set(field, found);
  }
  return kept;
}

// Where a column is after the file was read anew: at its place, or elsewhere under its name.
function findColumn({ column, header }: NonNullable<ChosenColumn>, headers: readonly string[]): number | undefined {
  if (headers[column] === header) return column;
  const elsewhere = header === "" ? -1 : headers.indexOf(header);
  return elsewhere === -1 ? undefined : elsewhere;
}

function keepCorrections(before: Review, table: CsvTable, mapping: ColumnMapping): Corrections {
  const moved = entriesOf(mapping).filter(([field, column]) => !isSameColumn(before, field, table, column));
  const numbers = new Set(table.records.map(({ number }) => number));
  const corrections = Object.entries(before.corrections).filter(([row]) => numbers.has(Number(row)));
  return withoutFields(
    Object.fromEntries(corrections),
    moved.map(([field]) => field),
  );
}

function isSameColumn(before: Review, field: FieldKey, table: CsvTable, column: number | null): boolean {
  const old = before.mapping[field];
  if (old === column) return true;
  const was = toChosen(before.table, old);
  return was !== null && column !== null && findColumn(was, table.headers) === column;
}

function withoutFields(corrections: Corrections, fields: readonly FieldKey[]): Corrections {
  if (fields.length === 0) return corrections;
  const dropped: readonly string[] = fields;
  const rows = Object.entries(corrections).map(([row, cells]) => {
    return [row, Object.fromEntries(Object.entries(cells).filter(([field]) => !dropped.includes(field)))] as const;
  });
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0));
}

function entriesOf(mapping: ColumnMapping): [FieldKey, number | null][] {
  return Object.entries(mapping) as [FieldKey, number | null][];
}
