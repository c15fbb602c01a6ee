// The numbers of rows that are ready, have problems, or are duplicates.
import { expect, test } from "vitest";
import { reviewCounts } from "../../../src/importer/review/review-counts.ts";
import type { ReviewingState } from "../../../src/importer/state.ts";
import { follow, review } from "../states.ts";

test("rows are ready or have problems; a duplicate may still be ready", async () => {
  const { review: before }: ReviewingState = await review();
  expect(reviewCounts(before)).toEqual({ all: 3, ready: 2, problems: 1, duplicates: 1, leftOut: 0 });
  const corrected = follow("reviewing", await review(), {
    type: "cellCorrected",
    row: 3,
    field: "email",
    text: "two@example.com",
  });
  expect(reviewCounts(corrected.review)).toEqual({ all: 3, ready: 3, problems: 0, duplicates: 1, leftOut: 0 });
});
