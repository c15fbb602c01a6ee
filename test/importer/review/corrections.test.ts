// Corrected cells: checked at once, counted, undone, and kept over other decisions.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldKey } from "../../../src/contract/fields.ts";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import { correctedCells } from "../../../src/importer/review/corrections.ts";
import { toRows } from "../../../src/importer/review/review.ts";
import { chosen, events, failed, follow, reread, review, started } from "../states.ts";

const correct = (row: number, field: FieldKey, text: string | null): ImporterEvent => {
  return { type: "cellCorrected", row, field, text };
};
const old = chosen(
  "old.csv",
  "user_id,email,first_name,last_name,registration_date\n1,a@example.com,Ada,Lovelace,31.12.2025\n2,b@example.com,Alan,Turing,soon\n",
);
const converted: ImporterEvent = { type: "datesConverted", field: "registrationDate", format: "day_month_year" };
const joined: ImporterEvent = { type: "namesJoined", joined: true };

describe("a correction", () => {
  test("checks only its own row: the others stay the same objects", async () => {
    const before = await review();
    const after = follow("reviewing", before, correct(4, "name", "Somebody"));
    expect(after.review.rows[0]).toBe(before.review.rows[0]);
    expect(after.review.rows[1]).toBe(before.review.rows[1]);
    expect(after.review.rows[2]).toMatchObject({ user: { name: "Somebody" }, warnings: [{ firstRow: 2 }] });
  });

  test("of the first of two equal rows makes the second one valid", async () => {
    const after = follow("reviewing", await review(), correct(2, "email", "other@example.com"));
    expect(after.review.rows.map(({ warnings }) => warnings)).toEqual([[], [], []]);
    const back = follow("reviewing", after, correct(2, "email", null));
    expect(back.review.rows[2]?.warnings).toEqual([{ code: "duplicate_email", firstRow: 2 }]);
  });

  test("in any order gives the same rows as checking all of them again", async () => {
    const texts = fc.constantFrom("", "one@example.com", "two@example.com", "x", "legacy_1", null);
    const field = fc.constantFrom<FieldKey[]>("externalUserId", "email", "name", "registrationDate");
    const steps = fc.array(fc.tuple(fc.integer({ min: 2, max: 4 }), field, texts), { maxLength: 8 });
    const before = await review();
    fc.assert(
      fc.property(steps, (made) => {
        const after = follow("reviewing", before, ...made.map((step) => correct(...step)));
        expect(after.review.rows).toEqual(toRows(after.review));
      }),
    );
  });

  test("is counted by cell and announced", async () => {
    const after = follow("reviewing", await review(), correct(3, "email", "x"), correct(3, "name", "Y"));
    expect(correctedCells(after.review)).toBe(2);
    expect(after.review.lastCorrection).toEqual({ code: "corrected", row: 3, field: "name" });
    const undone = follow("reviewing", after, correct(3, "name", null));
    expect(undone.review.lastCorrection).toEqual({ code: "undone", row: 3, field: "name" });
    expect(follow("reviewing", undone, events.columnAssigned).review.lastCorrection).toBeNull();
  });

  test("all corrections are undone at once, also after a failure; without any, nothing changes", async () => {
    const before = await review();
    expect(transition(before, events.correctionsUndone)).toBe(before);
    const two = follow("reviewing", before, events.cellCorrected, correct(4, "email", "z@example.com"));
    const undone = follow("reviewing", two, events.correctionsUndone);
    expect(undone.review).toEqual({ ...before.review, lastCorrection: { code: "all_undone", cells: 2 } });
    const broken = follow("failed", two, started, failed(true));
    expect(follow("reviewing", broken, events.correctionsUndone)).toMatchObject({
      review: { corrections: {} },
      unconfirmed: "User Export 2026-05-03",
    });
  });
});

describe("corrected values are sent", () => {
  test("a converted date, typed out as it was read, is no correction", async () => {
    const before = follow("reviewing", await review(old), converted);
    expect(transition(before, correct(2, "registrationDate", "2025-12-31"))).toBe(before);
    expect(transition(before, correct(2, "registrationDate", "31.12.2025"))).toBe(before);
  });

  test.each([
    ["2024-05-06", "2024-05-06"],
    ["06.05.2024", "2024-05-06"],
  ])("a date of a converted column may be typed as %s", async (text, sent) => {
    const after = follow("reviewing", await review(old), converted, correct(3, "registrationDate", text));
    expect(after.review.rows[1]?.user?.registrationDate).toBe(sent);
  });

  test("a joined name is corrected as a whole", async () => {
    const after = follow("reviewing", await review(old), joined, correct(3, "name", "Alan M. Turing"));
    expect(after.review.rows.map(({ input }) => input.name)).toEqual(["Ada Lovelace", "Alan M. Turing"]);
    expect(transition(after, correct(2, "name", "Ada Lovelace"))).toBe(after);
  });
});

test("corrections stay over other decisions, and over reading the file again", async () => {
  const corrected = follow("reviewing", await review(old), correct(3, "registrationDate", "2024-05-06"));
  const after = await reread(follow("reviewing", corrected, joined, converted), { encoding: "windows-1252" });
  expect(after.review.corrections).toEqual({ 3: { registrationDate: "2024-05-06" } });
  expect(after.review.rows.map(({ user }) => user?.registrationDate)).toEqual(["2025-12-31", "2024-05-06"]);
});
