// What a person decides about a file that was read, and the rows that follow from it.
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnMapping, MappingSuggestion } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { RememberedMapping } from "../remembered-mapping.ts";
import type { ReadingState, Review } from "../state.ts";
import { keepColumns, keepDecisions, toChosen, withoutFields } from "./carry-over.ts";
import { derive, toRows } from "./derive-rows.ts";

type KeptColumns = ReadonlyMap<FieldKey, number | null>;

/**
 * The review of a file just read. The same file read again keeps the columns chosen by hand, the conversions and the
 * corrections that still apply; another file starts from what is remembered of its header, or from its own suggestion.
 */
export function toReview(
  reading: ReadingState,
  table: CsvTable,
  suggestion: MappingSuggestion,
  remembered: RememberedMapping | null = null,
): Review {
  const { file, choices, previous } = reading;
  const before = previous?.file === file ? previous : null;
  const chosen = before?.chosen ?? {};
  const kept = keepColumns(chosen, table);
  const mapping = withColumns(remembered?.mapping ?? suggestion.mapping, kept);
  const decisions = keepDecisions(before, { table, mapping });
  const isNew = before?.remembered?.signature !== remembered?.signature;
  const joinsAgain = isNew && !kept.has("name") ? (remembered?.nameColumns ?? null) : null;
  const decided = { table, mapping, ...decisions, nameColumns: decisions.nameColumns ?? joinsAgain };
  const manual = [...kept.keys()];
  const nothingSaid = { taken: null, lastCorrection: null };
  const result = { file, choices, suggestion, remembered, manual, chosen, ...nothingSaid, ...decided };
  return { ...result, rows: toRows(decided) };
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
  const fields = moved.map(([key]) => key);
  const corrections = withoutFields(review.corrections, field === "name" ? [...fields, field] : fields);
  const chosen = { ...review.chosen, [field]: toChosen(review.table, column) };
  const taken = from ? { from, by: field } : null;
  const nameColumns = field === "name" ? null : review.nameColumns;
  return derive(review, { mapping, manual, chosen, corrections, taken, nameColumns, ...withoutDates(review, fields) });
}

/** The conversions without those of some fields: how a column writes its dates says nothing about another one. */
export function withoutDates({ dateFormats }: Review, fields: readonly FieldKey[]): Pick<Review, "dateFormats"> {
  const dropped: readonly string[] = fields;
  const kept = Object.entries(dateFormats).filter(([field]) => !dropped.includes(field));
  return { dateFormats: Object.fromEntries(kept) };
}

// Who walks through the columns with the arrow keys passes over those of other fields: what was taken on the way goes back.
function returnedBy({ taken, mapping }: Review, field: FieldKey): Map<FieldKey, number | null> {
  return taken?.by === field && mapping[taken.from] === null ? new Map([[taken.from, mapping[field]]]) : new Map();
}

function otherFieldOf(mapping: ColumnMapping, column: number, field: FieldKey): FieldKey | null {
  const entry = entriesOf(mapping).find(([key, fed]) => key !== field && fed === column);
  return entry?.[0] ?? null;
}

/** The mapping with these columns in it. They win: whoever else had one of them has none. */
export function withColumns(mapping: ColumnMapping, columns: KeptColumns): ColumnMapping {
  const wanted = new Set(columns.values());
  const result: Record<FieldKey, number | null> = { ...mapping };
  for (const [field, column] of entriesOf(mapping)) if (wanted.has(column)) result[field] = null;
  for (const [field, column] of columns) result[field] = column;
  return result;
}

function entriesOf(mapping: ColumnMapping): [FieldKey, number | null][] {
  return Object.entries(mapping) as [FieldKey, number | null][];
}
