// What is read off a review: what blocks the start, how many rows are which, and a free name.
import { describe, expect, test } from "vitest";
import { canStart, startBlockers } from "../../src/importer/machine/import-run.ts";
import { toDefaultSourceName, toFreeName } from "../../src/importer/machine/source-name.ts";
import { reviewCounts } from "../../src/importer/review/review-counts.ts";
import type { ReviewingState } from "../../src/importer/state.ts";
import { chosen, follow, review } from "./states.ts";

describe("the start", () => {
  test("is free for a file with user_id, email and a name", async () => {
    const state = await review();
    expect(startBlockers(state)).toEqual([]);
    expect(canStart(state)).toBe(true);
  });

  test.each([
    ["", [{ code: "source_name_blank" }]],
    [" \u00A0\u200B", [{ code: "source_name_blank" }]],
    ["x".repeat(200), []],
    [`${"x".repeat(200)}  `, []],
    ["x".repeat(201), [{ code: "source_name_too_long", length: 201, limit: 200 }]],
  ])("under the name %j", async (sourceName, blockers) => {
    expect(startBlockers({ ...(await review()), sourceName })).toEqual(blockers);
  });

  test("waits for both required fields, and for no other", async () => {
    const state = await review(chosen("names.csv", "name,colour\nAda,red\n"));
    expect(startBlockers(state)).toEqual([
      { code: "field_unmapped", field: "externalUserId" },
      { code: "field_unmapped", field: "email" },
    ]);
  });

  test("needs a row to send, and with problems held back one without", async () => {
    const state = await review(chosen("bad.csv", "user_id,email\n1,nobody\n"));
    expect(startBlockers(state)).toEqual([]);
    expect(startBlockers(state, true)).toEqual([{ code: "no_rows_to_send" }]);
  });
});

test("rows are ready or have problems; a duplicate may still be ready", async () => {
  const { review: before }: ReviewingState = await review();
  expect(reviewCounts(before)).toEqual({ all: 3, ready: 2, problems: 1, duplicates: 1 });
  const corrected = follow("reviewing", await review(), {
    type: "cellCorrected",
    row: 3,
    field: "email",
    text: "two@example.com",
  });
  expect(reviewCounts(corrected.review)).toEqual({ all: 3, ready: 3, problems: 0, duplicates: 1 });
});

test("a name that is taken gets the next number", () => {
  expect(toFreeName("May", [])).toBe("May");
  expect(toFreeName("May", ["June"])).toBe("May");
  expect(toFreeName("May", ["  mAY "])).toBe("May (2)");
  expect(toFreeName("May", ["May", "May (2)", "May (4)"])).toBe("May (3)");
});

test("the default name holds the local day", () => {
  expect(toDefaultSourceName(new Date(2026, 4, 3, 0, 0, 1).getTime())).toBe("User Export 2026-05-03");
  expect(toDefaultSourceName(new Date(2026, 11, 31, 23, 59, 59).getTime())).toBe("User Export 2026-12-31");
});
