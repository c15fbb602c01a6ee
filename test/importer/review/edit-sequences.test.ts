// Edits in any order: the rows are those that reading the whole file with the same decisions gives.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeEmail } from "../../../src/contract/field-values.ts";
import { fieldKeys } from "../../../src/contract/fields.ts";
import { textRepairs } from "../../../src/csv/rows/repairs.ts";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { findMerge } from "../../../src/importer/review/corrected-file.ts";
import { toRows } from "../../../src/importer/review/review.ts";
import { chosen, follow, readFact, review } from "../states.ts";

const header = "user_id,email,first_name,last_name,registration_date,last_login_date";
const lines = [
  "1,mailto:a@example.com,Ada,Lovelace,31.12.2025,05.01.2026",
  "2,b@gmial.com,Alan,Turing,soon,NULL",
  "3,B@BÜCHER.example,Grace,NULL,2025-01-02,2026-01-02T10:00:00Z",
  "4,a@example.com,Hedy,Lamarr,03/04/2025,",
  "4,unknown,Mary,Jackson,NULL,31.12.2025",
];
const files = {
  "of the usual columns": [header, ...lines],
  "without ids": [header, ...lines].map((line) => line.split(",").slice(1).join(",")),
  "with NUL characters and rows that are too long": [
    header,
    ...lines,
    "6,n\0ul@example.com,A\0nn,Lee,2025-01-02,",
    "7,c@example.com,Lee, Ann,Kim,2025-01-02,05.01.2026,x",
  ],
};

const dateFormat = fc.constantFrom("day_month_year", "month_day_year", "iso", null);
const row = fc.integer({ min: 2, max: 8 });
const edit: fc.Arbitrary<ImporterEvent> = fc.oneof(
  fc.record({
    type: fc.constant("datesConverted" as const),
    field: fc.constantFrom("registrationDate" as const, "lastLoginDate" as const),
    format: dateFormat,
  }),
  fc.record({ type: fc.constant("textsEmptied" as const), texts: fc.constantFrom([], ["NULL"], ["NULL", "soon"]) }),
  fc
    .tuple(fc.constantFrom("email" as const, "name" as const), fc.constantFrom("repair", "leave", "undo"))
    .map(([field, how]) => {
      const repair = how === "repair" ? textRepairs[field] : how === "leave" ? (false as const) : null;
      return { type: "textsRepaired" as const, field, repair };
    }),
  fc
    .constantFrom("gmail.com", false as const, null)
    .map((to) => ({ type: "domainRepaired" as const, from: "gmial.com", to })),
  fc.record({ type: fc.constant("namesJoined" as const), joined: fc.boolean() }),
  fc.record({ type: fc.constant("emailUsedAsId" as const), used: fc.boolean() }),
  fc.record({
    type: fc.constant("columnAssigned" as const),
    field: fc.constantFrom(...fieldKeys),
    column: fc.option(fc.integer({ min: 0, max: 5 })),
  }),
  fc.record({
    type: fc.constant("cellCorrected" as const),
    row,
    field: fc.constantFrom(...fieldKeys),
    text: fc.constantFrom("", "a@example.com", "Kim, Lee", "31.12.2025", "mailto:c@gmial.com", null),
  }),
  fc.record({
    type: fc.constant("textsReplaced" as const),
    search: fc.record({
      field: fc.constantFrom(...fieldKeys),
      find: fc.constantFrom("a", "2025", ""),
      replacement: fc.constantFrom("b", "NULL"),
      isWholeCell: fc.boolean(),
    }),
  }),
  fc.constantFrom({ type: "replacementUndone" as const }, { type: "correctionsUndone" as const }),
  fc.record({ type: fc.constant("rowsLeftOut" as const), rows: fc.array(row), leftOut: fc.boolean() }),
);

test.each(Object.entries(files))("any edits of a file %s give the rows of the whole file", async (_, text) => {
  const before = await review(chosen("any.csv", text.join("\n")));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const after = follow("reviewing", before, ...edits);
      expect(after.review.rows).toEqual(toRows(after.review));
    }),
    { numRuns: 300 },
  );
});

describe("a decision about one column", () => {
  const texts = ["31.12.2025", "2025-01-02", "soon"];
  const file = chosen(
    "dates.csv",
    ["user_id,email,registration_date", ...texts.map((text, at) => `${at},p${at}@example.com,${text}`)].join("\n"),
  );

  test("leaves the rows it does not change the same objects", async () => {
    const before = await review(file);
    const converted = { type: "datesConverted", field: "registrationDate", format: "day_month_year" } as const;
    const after = follow("reviewing", before, converted);
    const isSame = after.review.rows.map((one, place) => one === before.review.rows[place]);
    expect(isSame).toEqual([false, true, true]);
    expect(after.review.rows[0]?.user?.registrationDate).toBe("2025-12-31");
  });

  test("leaves all rows the same objects where nothing is repaired", async () => {
    const before = await review(file);
    const after = follow("reviewing", before, { type: "textsRepaired", field: "email", repair: textRepairs.email });
    expect(after.review.rows.every((one, place) => one === before.review.rows[place])).toBe(true);
  });
});

test("a corrected file is compared once with the same rows, and again after an edit", async () => {
  const corrected = chosen("corrected.csv", "user_id,email,import_row\nlegacy_2,two@example.com,3\n");
  const reading = follow("reading", await review(), { type: "fileChosen", file: corrected });
  const offered = follow("reviewing", reading, await readFact(corrected));
  const table = offered.dropped?.table ?? offered.review.table;
  const merge = findMerge(offered.review, table);
  expect(merge?.rows).toBe(1);
  expect(findMerge({ ...offered.review }, table)).toBe(merge);
  const event = { type: "cellCorrected", row: 3, field: "email", text: "two@example.com" } as const;
  expect(findMerge(follow("reviewing", offered, event).review, table)?.rows).toBe(0);
});

test("an email of an international domain is normalised alike each time, however many domains there were between", () => {
  const once = () => [normalizeEmail("A@BÜCHER.example"), normalizeEmail("a@bü™cher.example")];
  const first = once();
  expect(first).toEqual(["a@xn--bcher-kva.example", null]);
  for (let at = 0; at < 2_500; at += 1) normalizeEmail(`a@bücher${at}.example`);
  expect(once()).toEqual(first);
});
