// Converted dates and joined names: their effect, undoing them, and re-reading the file.
import { expect, test } from "vitest";
import { detectDateFormats } from "../../../src/csv/rows/date-columns.ts";
import { type RepairField, textRepairs } from "../../../src/csv/rows/repairs.ts";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import { findReadings, mayConvertDates, needsDates } from "../../../src/importer/review/conversions.ts";
import { chosen, failed, follow, readFact, reread, review, started } from "../states.ts";

const file = chosen(
  "old.csv",
  "user_id,email,first_name,last_name,registration_date\n1,a@example.com,Ada,Lovelace,31.12.2025\n2,b@example.com,Alan,Turing,05.01.2024\n",
);
const converted: ImporterEvent = { type: "datesConverted", field: "registrationDate", format: "day_month_year" };
const joined: ImporterEvent = { type: "namesJoined", joined: true };

test("converted dates are sent; undone, they are as written", async () => {
  const before = await review(file);
  expect(needsDates(before.review)).toBe(true);
  const after = follow("reviewing", before, converted);
  expect(after.review.rows.map(({ user }) => user?.registrationDate)).toEqual(["2025-12-31", "2024-01-05"]);
  expect(needsDates(after.review)).toBe(true);
  expect(follow("reviewing", after, { ...converted, format: null })).toEqual(before);
  expect(transition(after, converted)).toBe(after);
});

test("a column that is left as it is written is a decision too", async () => {
  const left = follow("reviewing", await review(file), { ...converted, format: "iso" });
  expect(left.review.dateFormats).toEqual({ registrationDate: "iso" });
  expect(left.review.rows[0]?.user).toBeNull();
});

test("a field without a column has nothing to convert", async () => {
  const before = await review(file);
  expect(transition(before, { type: "datesConverted", field: "lastLoginDate", format: "iso" })).toBe(before);
});

test("another column for the field ends the conversion", async () => {
  const after = follow("reviewing", await review(file), converted, {
    type: "columnAssigned",
    field: "registrationDate",
    column: 0,
  });
  expect(after.review.dateFormats).toEqual({});
});

test("joined names are sent; undone, there is no name", async () => {
  const before = await review(file);
  const after = follow("reviewing", before, joined);
  expect(after.review.rows.map(({ input }) => input.name)).toEqual(["Ada Lovelace", "Alan Turing"]);
  expect(transition(after, joined)).toBe(after);
  expect(follow("reviewing", after, { type: "namesJoined", joined: false })).toEqual(before);
});

test("names are joined only where the file offers it", async () => {
  const before = await review();
  expect(transition(before, joined)).toBe(before);
});

test("other columns than those that are offered can be joined, in any order and number", async () => {
  const other: ImporterEvent = { type: "namesJoined", joined: true, columns: [3, 2, 0] };
  const after = follow("reviewing", await review(file), joined, other);
  expect(after.review.rows[0]?.input.name).toBe("Lovelace Ada 1");
  expect((await reread(after, { encoding: "windows-1252" })).review.nameColumns).toEqual(after.review.nameColumns);
  expect(transition(after, other)).toBe(after);
  expect(transition(after, { ...other, columns: [3, 99] })).toBe(after);
});

test("null texts are read as empty, also after re-reading, and as written when undone", async () => {
  const text = "user_id,email,name,last_login\n1,a@example.com,NULL,Never\n2,b@example.com,Bob,2025-01-05\n";
  const before = await review(chosen("null.csv", text));
  const emptied: ImporterEvent = { type: "textsEmptied", texts: ["NULL", "Never"] };
  const after = follow("reviewing", before, emptied);
  expect(after.review.rows.map(({ user }) => user?.name)).toEqual([undefined, "Bob"]);
  expect(transition(after, emptied)).toBe(after);
  expect((await reread(after, { encoding: "windows-1252" })).review.rows).toEqual(after.review.rows);
  expect(follow("reviewing", after, { type: "textsEmptied", texts: [] })).toEqual(before);
});

const written = chosen(
  "written.csv",
  'user_id,email,name\n1,<ada@example.com>,"Moore, Ada"\n2,Bo <bo@example.com>,"Chan, Bo"\n',
);
const repaired = (field: RepairField, isRepaired: boolean | null): ImporterEvent => {
  return { type: "textsRepaired", field, repair: isRepaired && textRepairs[field] };
};

test("repaired texts are sent, also after re-reading; undone, they are as written", async () => {
  const before = await review(written);
  const after = follow("reviewing", before, repaired("email", true), repaired("name", true));
  expect(after.review.rows.map(({ user }) => [user?.email, user?.name])).toEqual([
    ["ada@example.com", "Ada Moore"],
    ["bo@example.com", "Bo Chan"],
  ]);
  expect(transition(after, repaired("name", true))).toBe(after);
  expect((await reread(after, { encoding: "windows-1252" })).review.rows).toEqual(after.review.rows);
  expect(follow("reviewing", after, repaired("name", null), repaired("email", null))).toEqual(before);
});

test("texts that are left as written are a decision too, and return after a detour over another delimiter", async () => {
  const left = follow("reviewing", await review(written), repaired("email", false));
  expect(left.review.repairs).toEqual({ email: false });
  const astray = await reread(left, { delimiter: ";" });
  expect(astray.review.repairs).toEqual({});
  expect((await reread(astray, { delimiter: "," })).review.repairs).toEqual({ email: false });
});

test("another column for a field, or a joined name, ends the repair", async () => {
  const after = follow("reviewing", await review(written), repaired("email", true), repaired("name", true));
  const moved = follow("reviewing", after, { type: "columnAssigned", field: "email", column: 2 });
  expect(moved.review.repairs).toEqual({});
  const other: ImporterEvent = { type: "namesJoined", joined: true, columns: [2, 0] };
  expect(follow("reviewing", after, other).review.repairs).toEqual({ email: textRepairs.email });
});

test("a field without a column has nothing to repair", async () => {
  const before = follow("reviewing", await review(written), { type: "columnAssigned", field: "name", column: null });
  expect(transition(before, repaired("name", true))).toBe(before);
});

test("a column chosen for the name takes the place of the joined one, and the other way round", async () => {
  const column: ImporterEvent = { type: "columnAssigned", field: "name", column: 2 };
  const one = follow("reviewing", await review(file), joined, column);
  expect(one.review).toMatchObject({ nameColumns: null, mapping: { name: 2 }, manual: ["name"] });
  const both = follow("reviewing", one, joined);
  expect(both.review).toMatchObject({ nameColumns: { columns: [2, 3] }, mapping: { name: null }, manual: [] });
});

test("a joined name can be corrected; its own text takes the correction back", async () => {
  const correct = (text: string): ImporterEvent => ({ type: "cellCorrected", row: 2, field: "name", text });
  const after = follow("reviewing", await review(file), joined, correct("Ada King"));
  expect(after.review.rows[0]?.input.name).toBe("Ada King");
  expect(follow("reviewing", after, correct("Ada Lovelace")).review.corrections).toEqual({});
});

test("both are kept when the same file is re-read, and dropped where they no longer apply", async () => {
  const decided = follow("reviewing", await review(file), converted, joined);
  const again = await reread(decided, { encoding: "windows-1252" });
  expect(again.review.rows).toEqual(decided.review.rows);
  const other = await reread(again, { delimiter: ";" });
  expect(other.review).toMatchObject({ dateFormats: {}, nameColumns: null });
});

test("another file starts without them", async () => {
  const decided = follow("reviewing", await review(file), converted, joined);
  const next = chosen("new.csv", await file.content.text());
  const after = follow("reviewing", decided, { type: "fileChosen", file: next }, await readFact(next));
  expect(after.review).toMatchObject({ dateFormats: {}, nameColumns: null });
});

test("after a failure, either one returns to the preview", async () => {
  const state = follow("failed", await review(file), started, failed(true));
  expect(follow("reviewing", state, converted).review.dateFormats).toEqual({ registrationDate: "day_month_year" });
  expect(follow("reviewing", state, joined).review.nameColumns).not.toBeNull();
});

test("day and month are asked about with a date that shows the difference", async () => {
  const same = chosen(
    "same.csv",
    "user_id,email,registration_date\n1,a@b.example,04/04/2025\n2,b@b.example,03/04/2025\n",
  );
  const { table } = (await review(same)).review;
  expect(findReadings(table, 2, ["day_month_year", "month_day_year"])).toEqual({
    row: 3,
    from: "03/04/2025",
    readings: [
      { format: "day_month_year", to: "2025-04-03" },
      { format: "month_day_year", to: "2025-03-04" },
    ],
  });
  expect(findReadings(table, 1, ["day_month_year", "month_day_year"])).toBeNull();
});

test("decisions return with their columns after a detour over another delimiter or header row", async () => {
  const decided = follow("reviewing", await review(file), converted, joined);
  for (const [there, back] of [
    [{ delimiter: ";" }, { delimiter: "," }],
    [{ headerRow: null }, { headerRow: 1 }],
  ] as const) {
    const astray = await reread(decided, there);
    expect(astray.review.dateFormats).toEqual({});
    const { review: after } = await reread(astray, back);
    expect(after.dateFormats).toEqual({ registrationDate: "day_month_year" });
    expect(after.rows[0]?.user).toMatchObject({ name: "Ada Lovelace", registrationDate: "2025-12-31" });
  }
});

const columns: readonly [name: string, dates: readonly string[], expected: boolean][] = [
  ["all as they are sent", ["2024-01-02", "2024-01-03T10:00", ""], false],
  ["one that is no date", ["2024-01-02", "2024-01-03", "never"], true],
  ["one in another order among many", ["2024-01-02", "2024-01-03", "31.12.2024"], true],
  ["years of another calendar", ["2567-01-02", "2567-01-03"], true],
  ["one in the same order, written otherwise", ["2024-01-02", "2024-01-03", "2024/12/31"], true],
  ["half of them in another order", ["2024-01-02", "31.12.2024"], true],
  ["none that can be read", ["n/a", "n/a"], true],
];

test.each(columns)("whether formats are worth trying: %s", async (_, dates, expected) => {
  const lines = dates.map((date, row) => `${row},u${row}@example.com,${date}`);
  const { review: read } = await review(chosen("dates.csv", `user_id,email,registration_date\n${lines.join("\n")}\n`));
  expect(mayConvertDates(read)).toBe(expected);
  const { registrationDate: found } = detectDateFormats(read.table, read.mapping);
  if (!expected) expect(found?.format).toBe("iso");
});
