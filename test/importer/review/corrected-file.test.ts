// An exported file, corrected in a spreadsheet, is merged into the open review.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { startBlockers } from "../../../src/importer/machine/import-run.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import { findMerge } from "../../../src/importer/review/corrected-file.ts";
import { chosen, follow, readFact, review, type StateOf } from "../states.ts";

const users = chosen(
  "users.csv",
  "user_id,email,name,registration_date\n007,a@example.com,Ada,2024-01-10\n1234567890123456,wrong,Bo,2024-02-11\n,c@example.com,Cy,soon\n",
);
const header = "user_id,email,name,registration_date,import_row,import_problem";

async function drop(state: StateOf<"reviewing">, text: string): Promise<StateOf<"reviewing">> {
  const file = chosen("mended.csv", text);
  return follow("reviewing", state, { type: "fileChosen", file }, await readFact(file));
}

async function mergeOf(...lines: readonly string[]) {
  const { review: open, dropped } = await drop(await review(users), `${[header, ...lines].join("\n")}\n`);
  return dropped && findMerge(open, dropped.table);
}

const decide = (decision: "apply" | "replace" | "dismiss"): ImporterEvent => ({ type: "mergeDecided", decision });
const mended = `${header}\n1234567890123456,b@example.com,Bo,2024-02-11,3,\n9,c@example.com,Cy,2024-03-12,4,\n`;

describe("a file with rows of the review", () => {
  test("is offered as a correction, and the review does not change meanwhile", async () => {
    const before = await review(users);
    const offered = await drop(before, mended);
    expect(offered.review).toBe(before.review);
    expect(offered.dropped?.file.name).toBe("mended.csv");
  });

  test("corrects it", async () => {
    const after = follow("reviewing", await drop(await review(users), mended), decide("apply"));
    expect(after.dropped).toBeNull();
    expect(after.review.file).toBe(users);
    expect(after.review.corrections).toEqual({
      3: { email: "b@example.com" },
      4: { externalUserId: "9", registrationDate: "2024-03-12" },
    });
    expect(after.review.rows.every(({ user }) => user !== null)).toBe(true);
    expect(after.review.lastCorrection).toEqual({ code: "applied", fileName: "mended.csv", rows: 2 });
  });

  test("replaces it, with its own rows", async () => {
    const after = follow("reviewing", await drop(await review(users), mended), decide("replace"));
    expect(after.review.file.name).toBe("mended.csv");
    expect(after.review.mapping).toEqual({
      externalUserId: 0,
      email: 1,
      name: 2,
      registrationDate: 3,
      lastLoginDate: null,
    });
    expect(after.review.rows.map(({ number }) => number)).toEqual([2, 3]);
  });

  test("is ignored", async () => {
    const before = await review(users);
    expect(follow("reviewing", await drop(before, mended), decide("dismiss"))).toEqual(before);
    expect(transition(before, decide("apply"))).toBe(before);
  });

  test("blocks the start until it is decided about", async () => {
    const offered = await drop(await review(users), mended);
    expect(startBlockers(offered)).toEqual([{ code: "file_undecided", fileName: "mended.csv" }]);
    expect(startBlockers(follow("reviewing", offered, decide("dismiss")))).toEqual([]);
  });

  test("overrides corrections made before, but undoes none that it does not contain", async () => {
    const typed: ImporterEvent[] = [
      { type: "cellCorrected", row: 3, field: "email", text: "typed@example.com" },
      { type: "cellCorrected", row: 2, field: "name", text: "Ada L." },
    ];
    const before = follow("reviewing", await review(users), ...typed);
    const after = follow(
      "reviewing",
      await drop(before, `${mended}007,a@example.com,Ada,2024-01-10,2,\n`),
      decide("apply"),
    );
    expect(after.review.corrections).toMatchObject({ 2: { name: "Ada L." }, 3: { email: "b@example.com" } });
  });
});

test.each([
  ["a file without row numbers", "user_id,email\n007,a@example.com\n"],
  ["a file whose numbers fit, with other people", `${header}\n8,x@example.com,Ada,2024-01-10,2,\n`],
  ["a file with numbers beyond", `${header}\n007,a@example.com,Ada,2024-01-10,99,\n`],
])("%s is a file of its own", async (_, text) => {
  const after = await drop(await review(users), text);
  expect(after.dropped).toBeNull();
  expect(after.review.file.name).toBe("mended.csv");
});

test.each([
  ["007,new@example.com,Ada,2024-01-10,2,", { 2: { email: "new@example.com" } }],
  ["008,a@example.com,Ada,2024-01-10,2,", { 2: { externalUserId: "008" } }],
  ["007,a@example.com,Ada L.,,2,", { 2: { name: "Ada L.", registrationDate: "" } }],
  // What spreadsheets do to ids is no correction, ...
  ["7,a@example.com,Ada,2024-01-10,2,", {}],
  ["1.23457E+15,b@example.com,Bo,2024-02-11,3,", { 3: { email: "b@example.com" } }],
  ["9.99999E+15,wrong,Bob,2024-02-11,3,", { 3: { externalUserId: "9.99999E+15", name: "Bob" } }],
  ["1234567890123456,b@example.com,Bo,2024-02-11,3,", { 3: { email: "b@example.com" } }],
  // ... nor what makes a good value a bad one; a bad one may become another bad one.
  ["007,a@example.com,Ada,10.01.2024,2,", {}],
  [",c@example.com,Cy,later,4,", { 4: { registrationDate: "later" } }],
] as const)("the row %s corrects", async (line, corrections) => {
  // A second row, so that there is an offer at all.
  const merge = await mergeOf(
    line,
    line.endsWith(",2,") ? ",c@example.com,Cy,soon,4," : "007,a@example.com,Ada,2024-01-10,2,",
  );
  expect(merge?.corrections).toEqual(corrections);
});

test("an id that a spreadsheet reformatted as a number is not a correction", async () => {
  const codes = chosen("codes.csv", "user_id,email,registration_date\n8e4,a@example.com,soon\n");
  const text = "user_id,email,registration_date,import_row\n8.00E+04,a@example.com,2024-01-10,2\n";
  const { review: open, dropped } = await drop(await review(codes), text);
  expect(dropped && findMerge(open, dropped.table)?.corrections).toEqual({ 2: { registrationDate: "2024-01-10" } });
});

test("exported rows that are corrected and chosen again are the same file, not a correction of it", async () => {
  const lines = ["01,good@example,Ada,2024-01-10,2,", "02,b@example,Bo,2024-02-11,7,", "03,c@example,Cy,2024-03-12,9,"];
  const text = `${[header, ...lines].join("\n")}\n`;
  const after = await drop(await review(chosen("mended.csv", text)), text.replaceAll("@example", "@example.com"));
  expect(after.dropped).toBeNull();
  expect(after.review.rows.every(({ user }) => user !== null)).toBe(true);
});

test("rows with problems of such a file correct it", async () => {
  const open = await review(
    chosen("fixes.csv", `${header}\n01,a@example,Ada,2024-01-10,7,\n02,b@example.com,Bo,2024-02-11,9,\n`),
  );
  const { dropped } = await drop(open, `${header}\n01,a@example.com,Ada,2024-01-10,2,\n`);
  expect(dropped && findMerge(open.review, dropped.table)?.corrections).toEqual({ 2: { email: "a@example.com" } });
});

test("rows that are not in the review are listed, also a repeated one", async () => {
  const merge = await mergeOf(
    "007,a@example.com,Ada,2024-01-10,2,",
    "x,x@example.com,Xi,2024-01-10,3,",
    "007,again@example.com,Ada,2024-01-10,2,",
    "5,e@example.com,Eve,2024-01-10,,",
  );
  expect(merge).toEqual({ corrections: {}, rows: 0, unmatchedRows: [3, 4, 5], unchangedValues: 0 });
});

test("values that would get worse are counted", async () => {
  expect(await mergeOf("007,a@example,Ada,10.01.2024,2,")).toMatchObject({ rows: 0, unchangedValues: 2 });
});

test("columns may have moved, and names may be corrected in parts or as a whole", async () => {
  const names = chosen("names.csv", "id,mail,first_name,last_name\n1,a@example.com,Ada,Love\n2,b@example.com,Bo,Lee\n");
  const whole: ImporterEvent = { type: "cellCorrected", row: 3, field: "name", text: "Bob Lee" };
  const open = follow("reviewing", await review(names), { type: "namesJoined", joined: true }, whole);
  const text =
    "import_row,full_name,last_name,first_name,mail,id\n2,Ada Love,Lovelace,Ada,a@example.com,1\n3,Robert Lee,Lee,Bo,b@example.com,2\n";
  const after = follow("reviewing", await drop(open, text), decide("apply"));
  expect(after.review.rows.map(({ input }) => input.name)).toEqual(["Ada Lovelace", "Robert Lee"]);
});
