// Tells a review that shows nothing but its columns and rows from one with something to ask, to say or to correct.
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { isRecognised } from "../mapping/mapping-text.ts";

/** True for a file without notices, problems, duplicates, or columns to check. */
export function isPlainReview(review: Review): boolean {
  const { problems, duplicates } = reviewCounts(review);
  return review.table.notices.length === 0 && problems + duplicates === 0 && isRecognised(review);
}
