// Finds a text in one column of a review and replaces it: every changed cell is a correction, and the last replacement can be undone as a whole.
import type { FieldKey } from "../../contract/fields.ts";
import type { UserInput } from "../../contract/user.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { maxProofRows, type RepairProof } from "../../csv/rows/repairs.ts";
import type { Replacement, Review, TextSearch } from "../state.ts";
import { correctMany } from "./corrections.ts";

/** What a replacement would change. */
export interface FoundTexts {
  /** The number of cells. */
  readonly count: number;
  /** Up to three rows, before and after. */
  readonly proof: readonly RepairProof[];
}

/** Counts the cells that a replacement would change, as they are read now. */
export function findTexts({ rows }: Pick<Review, "rows">, search: TextSearch): FoundTexts {
  const proof: RepairProof[] = [];
  let count = 0;
  for (const row of rows) {
    const to = replacedText(row, search);
    if (to === null) continue;
    count += 1;
    if (proof.length < maxProofRows) proof.push({ row: row.number, from: row.input[search.field] ?? "", to });
  }
  return { count, proof };
}

/** Replaces the text in every cell where it is found. Returns the same review if there is none. */
export function replaceTexts(review: Review, search: TextSearch): Review {
  const { field } = search;
  const texts = new Map<number, string>();
  for (const row of review.rows) {
    const to = replacedText(row, search);
    if (to !== null) texts.set(row.number, to);
  }
  if (texts.size === 0) return review;
  const before = new Map([...texts.keys()].map((row) => [row, review.corrections[row]?.[field] ?? null]));
  const changes = toChanges(field, texts);
  const after = correctMany(review, changes, { code: "replaced", cells: texts.size });
  return { ...after, replaced: [...review.replaced, { ...search, texts, before }] };
}

/** Undoes the last replacement, except in cells that were corrected since. Returns the same review if there is none. */
export function undoReplacement(review: Review): Review {
  const last = review.replaced.at(-1);
  if (!last) return review;
  const texts = new Map<number, string | null>();
  for (const { number, input } of review.rows) {
    const written = last.texts.get(number);
    if (written !== undefined && isAsWritten(review, number, last, written, input)) {
      texts.set(number, last.before.get(number) ?? null);
    }
  }
  const after = correctMany(review, toChanges(last.field, texts), { code: "all_undone", cells: texts.size });
  return { ...after, replaced: review.replaced.slice(0, -1) };
}

// A text that the file has anyway is no correction.
function isAsWritten(review: Review, row: number, { field }: Replacement, written: string, input: UserInput): boolean {
  return (review.corrections[row]?.[field] ?? input[field] ?? "") === written;
}

function toChanges(
  field: FieldKey,
  texts: ReadonlyMap<number, string | null>,
): ReadonlyMap<number, Readonly<Partial<Record<FieldKey, string | null>>>> {
  return new Map([...texts].map(([row, text]) => [row, { [field]: text }]));
}

// The text of a cell after the replacement; null where nothing changes.
function replacedText({ input }: ImportRow, { field, find, replacement, isWholeCell }: TextSearch): string | null {
  const text = input[field] ?? "";
  if (isWholeCell) return text.trim() === find.trim() && text !== replacement ? replacement : null;
  if (find === "" || !text.includes(find)) return null;
  const replaced = text.replaceAll(find, () => replacement);
  return replaced === text ? null : replaced;
}
