// What a person types over the cells of a file: put there, counted, taken back; the file itself stays as it is.
import type { FieldKey } from "../../contract/fields.ts";
import type { UserInput } from "../../contract/user.ts";
import { type Corrections, createJudge, judgeAgain } from "../../csv/rows/import-rows.ts";
import type { CsvRecord } from "../../csv/table.ts";
import type { CorrectionChange } from "../correction-change.ts";
import type { Review } from "../state.ts";
import { ownText, toRowOptions } from "./derive-rows.ts";

/** Puts a text over a cell's; null, or the text without it, takes it back. The same review when nothing changes. */
export function correctCell(review: Review, row: number, field: FieldKey, text: string | null): Review {
  const record = review.table.records.find(({ number }) => number === row);
  if (!record) return review;
  const wanted = text === null || isOwn(review, record, field, text) ? null : text;
  if ((review.corrections[row]?.[field] ?? null) === wanted) return review;
  const { [field]: _, ...others } = review.corrections[row] ?? {};
  const cells = wanted === null ? others : { ...others, [field]: wanted };
  return withCells(review, new Map([[row, cells]]), { code: wanted === null ? "undone" : "corrected", row, field });
}

/** Puts many texts over cells, as another file has them. The same review when there is none. */
export function correctCells(review: Review, changes: Corrections, fileName: string): Review {
  const changed = new Map<number, UserInput>();
  for (const record of review.table.records) {
    const texts = changes[record.number];
    if (!texts) continue;
    const cells: UserInput = { ...review.corrections[record.number] };
    for (const [field, text] of Object.entries(texts) as [FieldKey, string][]) {
      if (isOwn(review, record, field, text)) delete cells[field];
      else cells[field] = text;
    }
    changed.set(record.number, cells);
  }
  return changed.size === 0 ? review : withCells(review, changed, { code: "applied", fileName, rows: changed.size });
}

/** Takes every correction back. The same review when there is none. */
export function undoCorrections(review: Review): Review {
  const cells = correctedCells(review);
  if (cells === 0) return review;
  const rows = Object.keys(review.corrections).map((row) => [Number(row), {}] as const);
  return withCells(review, new Map(rows), { code: "all_undone", cells });
}

/** How many cells are corrected. */
export function correctedCells({ corrections }: Pick<Review, "corrections">): number {
  return Object.values(corrections).reduce((sum, cells) => sum + Object.keys(cells).length, 0);
}

// As the file writes it, or as it was read: a converted date typed out is no correction.
function isOwn(review: Review, record: CsvRecord, field: FieldKey, text: string): boolean {
  if (text === ownText(review, record.cells, field)) return true;
  const judge = createJudge(review.table, review.mapping, { ...toRowOptions(review), corrections: {} });
  return text === (judge(record).input[field] ?? "");
}

function withCells(review: Review, changed: ReadonlyMap<number, UserInput>, lastCorrection: CorrectionChange): Review {
  const corrections: Record<number, Readonly<UserInput>> = { ...review.corrections };
  for (const [row, cells] of changed) {
    if (Object.keys(cells).length > 0) corrections[row] = cells;
    else delete corrections[row];
  }
  const { table, mapping } = review;
  const options = { ...toRowOptions(review), corrections };
  const rows = judgeAgain(review.rows, new Set(changed.keys()), table, mapping, options);
  return { ...review, corrections, rows, lastCorrection };
}
