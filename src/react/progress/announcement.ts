// The announcement for assistive technology that a file was read.
import { missingFields } from "../../importer/machine/import-run.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";

/** How many rows a file has, and how many of them have problems. */
export function toReadText(review: Review, { messages, format }: CardTexts): string {
  const words = messages.progress;
  const { all, problems } = reviewCounts(review);
  // Without a required column every row would count as a problem.
  if (missingFields(review).length === 0) return words.read(all, problems, format);
  return `${words.read(all, null, format)}. ${messages.mapping.missing}`;
}
