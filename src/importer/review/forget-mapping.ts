// A remembered mapping, taken back in the file that is being reviewed.
import type { FieldKey } from "../../contract/fields.ts";
import type { Review } from "../state.ts";
import { keepColumns, withoutFields } from "./carry-over.ts";
import { derive } from "./derive-rows.ts";
import { withColumns, withoutDates } from "./review.ts";

/** Back to what is recognised; what a person chose in this file stays. The same review when it was not remembered. */
export function forgetMapping(review: Review, signature: string | null): Review {
  const { remembered, suggestion, chosen, table } = review;
  if (!remembered || (signature !== null && remembered.signature !== signature)) return review;
  const mapping = withColumns(suggestion.mapping, keepColumns(chosen, table));
  const moved = (Object.keys(mapping) as FieldKey[]).filter((field) => mapping[field] !== review.mapping[field]);
  const nameColumns = remembered.nameColumns ? null : review.nameColumns;
  const corrections = withoutFields(review.corrections, remembered.nameColumns ? [...moved, "name"] : moved);
  const dates = withoutDates(review, moved);
  return derive(review, { mapping, nameColumns, corrections, taken: null, remembered: null, ...dates });
}
