// Tests which rows are told because their email belongs to nobody: as they would be sent, and only where they would be.
import { expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { createRowReader, type RowOptions } from "../../../src/csv/rows/import-rows.ts";
import { textRepairs } from "../../../src/csv/rows/repairs.ts";
import { findUnreachableEmails, joinUnreachable } from "../../../src/csv/rows/unreachable-emails.ts";
import { makeFile, readTable } from "../reading.ts";

async function find(emails: readonly string[], options: RowOptions = {}) {
  const rows = emails.map((email, row) => `${row},"${email}"`);
  const table = await readTable(["user_id,email", ...rows].join("\n"));
  const { mapping } = suggestMapping(table);
  return findUnreachableEmails(table, createRowReader(table, mapping, options));
}

const toText = (found: Awaited<ReturnType<typeof find>>) =>
  found.map(({ reason, email, count, firstRow, rows }) => `${reason} ${count} ${firstRow} ${email}: ${rows.join()}`);

test("each reason has its rows, in the order of the reasons", async () => {
  const emails = [
    "ann@acme.com",
    "none@none.com",
    " A***@x.io ",
    "na@na.na",
    "bob@acme.com",
    "b***@x.io",
    "аnn@acme.com",
  ];
  expect(toText(await find(emails))).toEqual([
    "masked 2 4 A***@x.io: 4,7",
    "mixed_letters 1 8 аnn@acme.com: 8",
    "placeholder 2 3 none@none.com: 3,5",
  ]);
});

test("rows with problems, and rows left out, are not told", async () => {
  const table = await readTable(
    "user_id,email,registration_date\n1,none@none.com,soon\n,none@none.com,\n3,none@none.com,\n4,none@none.com,\n5,a@acme.com,2024-01-10\n",
  );
  const { mapping } = suggestMapping(table);
  expect(toText(findUnreachableEmails(table, createRowReader(table, mapping), new Set([4])))).toEqual([
    "placeholder 1 5 none@none.com: 5",
  ]);
});

test("emails are looked at as corrections, repairs and replaced domains make them", async () => {
  const emails = ["<none@none.com>", "ann@site.local", "none@none.com", "bob@acme.com"];
  expect(toText(await find(emails))).toEqual(["no_mail 1 3 ann@site.local: 3", "placeholder 1 4 none@none.com: 4"]);
  const options: RowOptions = {
    repairs: { email: textRepairs.email },
    domains: { "site.local": "site.com" },
    corrections: { 4: { email: "cy@acme.com" }, 5: { email: "b***@acme.com" } },
  };
  expect(toText(await find(emails, options))).toEqual([
    "masked 1 5 b***@acme.com: 5",
    "placeholder 1 2 none@none.com: 2",
  ]);
});

test.each([
  ["one star in most", "a*@x.io b*@x.io c*n@x.io dan@x.io", 3],
  ["several x in most", "axxxn@x.io bxxx@x.io cxxxy@x.io dan@x.io", 3],
  ["stars, one or several, in most", "a*@x.io b**@x.io c***@x.io dan@x.io", 3],
  ["one star in few", "a*@x.io b*@x.io cy@x.io dan@x.io eve@x.io", 0],
  ["one star in two of two", "a*@x.io b*@x.io", 0],
  ["several x in few", "xxxann@x.io bob@x.io cy@x.io xxxdan@x.io eve@x.io", 0],
])("a program has masked a whole file: %s", async (_, emails, count) => {
  expect((await find(emails.split(" "))).map((one) => one.count)).toEqual(count === 0 ? [] : [count]);
});

test("a clean file has none, nor one without emails", async () => {
  const table = await readTable(makeFile(300));
  const { mapping } = suggestMapping(table);
  expect(findUnreachableEmails(table, createRowReader(table, mapping))).toEqual([]);
  expect(findUnreachableEmails(table, createRowReader(table, { ...mapping, email: null }))).toEqual([]);
});

test("the emails of two parts of a file are counted together", async () => {
  const [one, other] = [await find(["none@none.com", "bob@acme.com"]), await find(["a**@x.io", "na@na.na"])];
  expect(toText(joinUnreachable(one, other))).toEqual(["masked 1 2 a**@x.io: 2", "placeholder 2 2 none@none.com: 2,3"]);
});
