// Reasons why an import can't start yet.
import { describe, expect, test } from "vitest";
import { canStart, startBlockers } from "../../../src/importer/machine/import-run.ts";
import { chosen, follow, review } from "../states.ts";

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

  const guessed = chosen("guessed.csv", "user_id,Kontakt\n1,ada@example.com\n2,bo@example.com\n");

  test("waits for a click on a required column that is only a guess", async () => {
    const state = await review(guessed);
    expect(startBlockers(state)).toEqual([{ code: "field_unconfirmed", field: "email", column: 1 }]);
    const confirmed = follow("reviewing", state, { type: "columnAssigned", field: "email", column: 1 });
    expect(startBlockers(confirmed)).toEqual([]);
  });

  test("waits for no click on a column that an earlier import confirmed", async () => {
    const state = await review(guessed);
    const { mapping } = state.review;
    const remembered = { signature: "", width: 2, mapping, nameColumns: null, confirmedAt: 1, sourceName: "" };
    expect(startBlockers({ ...state, review: { ...state.review, remembered } })).toEqual([]);
  });

  test("needs a row to send, and with problems held back one without", async () => {
    const state = await review(chosen("bad.csv", "user_id,email\n1,nobody\n"));
    expect(startBlockers(state)).toEqual([]);
    expect(startBlockers(state, true)).toEqual([{ code: "no_rows_to_send" }]);
  });
});
