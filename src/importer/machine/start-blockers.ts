// Why an import can't start yet.
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { maxSourceNameLength } from "../../contract/import.ts";
import { trimText } from "../../contract/text.ts";
import { sendable } from "../import-run.ts";
import type { Review } from "../state.ts";

/** One reason why Start is disabled. */
export type StartBlocker =
  | { readonly code: "source_name_blank" }
  | { readonly code: "source_name_too_long"; readonly length: number; readonly limit: number }
  | { readonly code: "file_undecided"; readonly fileName: string }
  | { readonly code: "field_unmapped"; readonly field: FieldKey }
  | { readonly code: "no_rows_to_send" };

/** What is judged: any state that has a review. */
export interface Startable {
  readonly sourceName: string;
  readonly review: Review;
  /** A file with rows of the review, for which nothing is decided yet. */
  readonly dropped?: Review | null;
}

/** Every reason why these rows can't be sent yet, in the order of the screen; none when Start is free. */
export function startBlockers(state: Startable, skipInvalid = false): StartBlocker[] {
  const { length } = trimText(state.sourceName);
  const blockers: StartBlocker[] = [];
  if (length === 0) blockers.push({ code: "source_name_blank" });
  if (length > maxSourceNameLength) blockers.push({ code: "source_name_too_long", length, limit: maxSourceNameLength });
  // Its corrections would be lost without a word.
  if (state.dropped) blockers.push({ code: "file_undecided", fileName: state.dropped.file.name });
  for (const field of missingFields(state.review)) blockers.push({ code: "field_unmapped", field });
  if (!state.review.rows.some((row) => sendable(row, skipInvalid))) blockers.push({ code: "no_rows_to_send" });
  return blockers;
}

/** The required fields without a column: as long as there is one, every row would have the same problem. */
export function missingFields({ mapping }: Pick<Review, "mapping">): FieldKey[] {
  return userFields.filter(({ key, required }) => required && mapping[key] === null).map(({ key }) => key);
}

/** True when nothing blocks the start. */
export function canStart(state: Startable, skipInvalid = false): boolean {
  return startBlockers(state, skipInvalid).length === 0;
}
