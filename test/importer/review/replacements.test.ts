// A text replaced in one column: what is found, which cells are corrected, and how it is undone.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { correctedCells } from "../../../src/importer/review/corrections.ts";
import { findTexts } from "../../../src/importer/review/replacements.ts";
import { toRows } from "../../../src/importer/review/review.ts";
import type { TextSearch } from "../../../src/importer/state.ts";
import { chosen, follow, reread, review } from "../states.ts";

const file = chosen(
  "people.csv",
  "user_id,email,name,registration_date\n1,ada@old.example,Ada (old),31.12.2024\n2,bo@old.example,,30.12.2024\n3,cy@new.example,N/A,29.12.2024\n",
);
const search = (changes: Partial<TextSearch>): TextSearch => {
  return { field: "email", find: "@old.", replacement: "@new.", isWholeCell: false, ...changes };
};
const replace = (changes: Partial<TextSearch> = {}): ImporterEvent => {
  return { type: "textsReplaced", search: search(changes) };
};
const undo: ImporterEvent = { type: "replacementUndone" };

describe("a text is found", () => {
  test.each<[string, Partial<TextSearch>, readonly string[]]>([
    [
      "anywhere in a cell, every time",
      { find: "l", replacement: "L" },
      ["ada@oLd.exampLe", "bo@oLd.exampLe", "cy@new.exampLe"],
    ],
    ["as it is typed, capitals included", { find: "@OLD." }, []],
    ["without patterns", { find: ".", replacement: "$&" }, ["ada@old$&example", "bo@old$&example", "cy@new$&example"]],
    ["only in its own column", { field: "externalUserId", find: "old" }, []],
    ["not where it is empty", { find: "" }, []],
    ["as a whole cell", { field: "name", find: "N/A", replacement: "", isWholeCell: true }, [""]],
    ["not as a part of a cell, where whole cells are wanted", { find: "@old.", isWholeCell: true }, []],
    [
      "in empty cells, where whole cells are wanted",
      { field: "name", find: "", replacement: "-", isWholeCell: true },
      ["-"],
    ],
    ["not where nothing would change", { find: "old", replacement: "old" }, []],
    [
      "in dates as they are converted",
      { field: "registrationDate", find: "2024-12-3", replacement: "2025-01-0" },
      ["2025-01-01", "2025-01-00"],
    ],
  ])("%s", async (_, changes, expected) => {
    const state = follow("reviewing", await review(file), {
      type: "datesConverted",
      field: "registrationDate",
      format: "day_month_year",
    });
    const found = findTexts(state.review, search(changes));
    expect(found).toMatchObject({ count: expected.length });
    expect(found.proof.map(({ to }) => to)).toEqual(expected);
    const after = follow("reviewing", state, replace(changes)).review;
    expect(correctedCells(after)).toBe(expected.length);
    expect(after.rows).toEqual(toRows(after));
  });
});

describe("a replacement", () => {
  test("corrects every cell that it changes, and is announced", async () => {
    const after = follow("reviewing", await review(file), replace()).review;
    expect(after.rows.map(({ user }) => user?.email)).toEqual([undefined, undefined, undefined]);
    expect(after.corrections).toEqual({ 2: { email: "ada@new.example" }, 3: { email: "bo@new.example" } });
    expect(after.lastCorrection).toEqual({ code: "replaced", cells: 2 });
  });

  test("is undone as a whole, the last one first", async () => {
    const before = await review(file);
    const after = follow("reviewing", before, replace(), replace({ find: "@new.", replacement: "@newest." }));
    expect(correctedCells(after.review)).toBe(3);
    const back = follow("reviewing", after, undo);
    expect(back.review.rows.map(({ input }) => input.email)).toEqual([
      "ada@new.example",
      "bo@new.example",
      "cy@new.example",
    ]);
    const all = follow("reviewing", back, undo);
    expect(all.review).toMatchObject({ corrections: {}, replaced: [] });
    expect(all.review.rows).toEqual(before.review.rows);
    expect(follow("reviewing", all, undo)).toBe(all);
  });

  test("leaves cells that were corrected since, and restores those corrected before", async () => {
    const correct = (row: number, text: string): ImporterEvent => ({
      type: "cellCorrected",
      row,
      field: "email",
      text,
    });
    const state = follow("reviewing", await review(file), correct(2, "ada2@old.example"), replace());
    const after = follow("reviewing", state, correct(3, "bo@other.example"), undo);
    expect(after.review.corrections).toEqual({ 2: { email: "ada2@old.example" }, 3: { email: "bo@other.example" } });
  });

  test("ends with all corrections, with another column, and changes nothing where nothing is found", async () => {
    const state = follow("reviewing", await review(file), replace());
    expect(follow("reviewing", state, { type: "correctionsUndone" }).review.replaced).toEqual([]);
    const moved = follow("reviewing", state, { type: "columnAssigned", field: "email", column: null });
    expect(moved.review).toMatchObject({ replaced: [], corrections: {} });
    expect(follow("reviewing", state, replace({ find: "nowhere" }))).toBe(state);
  });

  test("stays as corrections when the file is read again", async () => {
    const state = await reread(follow("reviewing", await review(file), replace()), { encoding: "windows-1252" });
    expect(correctedCells(state.review)).toBe(2);
  });
});
