// Corrects cells of a review: sets, counts and undoes the texts typed over the file's own. The file itself does not change.
import type { FieldKey } from "../../contract/fields.ts";
import type { UserInput } from "../../contract/user.ts";
import { type Corrections, createRowReader, updateImportRows } from "../../csv/rows/import-rows.ts";
import type { CsvRecord } from "../../csv/table.ts";
import type { CorrectionChange, Review } from "../state.ts";
import { originalText, toRowOptions } from "./review.ts";

/** Corrects one cell; null, or the cell's own text, undoes the correction. Returns the same review if nothing changes. */
export function correctCell(review: Review, row: number, field: FieldKey, text: string | null): Review {
  const record = review.table.records.find(({ number }) => number === row);
  if (!record) return review;
  const wanted = text === null || createComparison(review)(record, field, text) ? null : text;
  if ((review.corrections[row]?.[field] ?? null) === wanted) return review;
  const { [field]: _, ...others } = review.corrections[row] ?? {};
  const cells = wanted === null ? others : { ...others, [field]: wanted };
  return withCells(review, new Map([[row, cells]]), { code: wanted === null ? "undone" : "corrected", row, field });
}

/** Corrects many cells with the texts of another file. Returns the same review if there are none. */
export function correctCells(review: Review, changes: Corrections, fileName: string): Review {
  const known = new Set(review.table.records.map(({ number }) => number));
  const texts = Object.entries(changes).map(([row, cells]) => [Number(row), cells] as const);
  const changed = new Map(texts.filter(([row]) => known.has(row)));
  return correctMany(review, changed, { code: "applied", fileName, rows: changed.size });
}

/** Corrects many cells: row number, then field, then its text; null undoes a correction. Returns the same review if there are none. */
export function correctMany(
  review: Review,
  changes: ReadonlyMap<number, Readonly<Partial<Record<FieldKey, string | null>>>>,
  lastCorrection: CorrectionChange,
): Review {
  const changed = new Map<number, UserInput>();
  const isSame = createComparison(review);
  for (const record of review.table.records) {
    const texts = changes.get(record.number);
    if (!texts) continue;
    const cells: UserInput = { ...review.corrections[record.number] };
    for (const [field, text] of Object.entries(texts) as [FieldKey, string | null][]) {
      if (text === null || isSame(record, field, text)) delete cells[field];
      else cells[field] = text;
    }
    changed.set(record.number, cells);
  }
  return changed.size === 0 ? review : withCells(review, changed, lastCorrection);
}

/** Undoes every correction. Returns the same review if there is none. */
export function undoCorrections(review: Review): Review {
  const cells = correctedCells(review);
  if (cells === 0) return review;
  const rows = Object.keys(review.corrections).map((row) => [Number(row), {}] as const);
  return { ...withCells(review, new Map(rows), { code: "all_undone", cells }), replaced: [] };
}

/** The number of corrected cells. */
export function correctedCells({ corrections }: Pick<Review, "corrections">): number {
  return Object.values(corrections).reduce((sum, cells) => sum + Object.keys(cells).length, 0);
}

// The text of the file, or the text read from it: typing the converted date is no correction.
function createComparison(review: Review): (record: CsvRecord, field: FieldKey, text: string) => boolean {
  const reader = createRowReader(review.table, review.mapping, { ...toRowOptions(review), corrections: {} });
  return (record, field, text) =>
    text === originalText(review, record.cells, field) || text === (reader.textOf(record, field) ?? "");
}

function withCells(review: Review, changed: ReadonlyMap<number, UserInput>, lastCorrection: CorrectionChange): Review {
  const corrections: Record<number, Readonly<UserInput>> = { ...review.corrections };
  for (const [row, cells] of changed) {
    if (Object.keys(cells).length > 0) corrections[row] = cells;
    else delete corrections[row];
  }
  const { table, mapping } = review;
  const options = { ...toRowOptions(review), corrections };
  const rows = updateImportRows(review.rows, new Set(changed.keys()), table, mapping, options);
  return { ...review, corrections, rows, lastCorrection };
}
