// Tests that a CSV file in parts gives the same rows as the whole file, and that it is read as a whole where they might differ.
import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PartSizes } from "../../../src/cli/input/csv-parts.ts";
import { type InputRow, openFile } from "../../../src/cli/input/open-file.ts";
import { readCsvFile } from "../../../src/cli/input/read-csv.ts";
import { createFile, createTerminal } from "../terminal.ts";

const whole: PartSizes = { least: Number.POSITIVE_INFINITY, part: 0, most: 0 };
const { signal } = new AbortController();
const wholeNote = /in memory as a whole/;

async function open(content: string | Uint8Array, least: number, options = {}) {
  const path = createFile("users.csv", content);
  const file = await openFile(path, undefined, createTerminal().terminal, signal);
  const sizes = least === 0 ? { least: 0, part: 300, most: 2_000 } : whole;
  return { path, input: await readCsvFile(file, options, signal, sizes) };
}

async function collect(rows: Iterable<InputRow> | AsyncIterable<InputRow>): Promise<InputRow[]> {
  const all: InputRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const families = [
  "Lovelace",
  "Néill",
  "Löfgren",
  "O'Neil",
  "Hopper",
  "Noether",
  "Franklin",
  "Curie",
  "Meitner",
  "Turing",
];
const firstNames = ["Ada", "Seán", "Ann", "Grace", "Emmy", "Lise"];
const toName = (index: number) => {
  const family = families[index % 10] ?? "";
  const name = `${firstNames[Math.floor(index / 10)]} ${family}`;
  return ["", `"${family}, ${name}"`, `"${name} ""Mac"""`, `"${name}\nand more"`][index % 20] ?? name;
};
const count = 60;
const toRow = (index: number) => `u${index},person${index}@example.com,${toName(index)},2024-01-10T09:00:00Z`;
const lines = Array.from({ length: count }, (_, index) => toRow(index));
const header = "user_id,email,name,registration_date";
const change = (index: number, line: string) => [header, ...lines.with(index, line)].join("\n");

test.each<[string, string | Uint8Array, object]>([
  ["quotes and line breaks in cells", [header, ...lines, ""].join("\n"), {}],
  ["line breaks of Windows, none at the end", [header, ...lines].join("\r\n"), {}],
  ["a byte order mark", `\uFEFF${[header, ...lines].join("\n")}`, {}],
  ["semicolons", [header, ...lines].join("\n").replaceAll(",", ";"), {}],
  ["rows with problems", change(40, "u40,no email,Ann,2024-01-10"), {}],
  [
    "other columns, named by flags",
    [header, ...lines].join("\n").replace("user_id", "x"),
    { map: { externalUserId: "x" } },
  ],
  ["times without a zone everywhere", [header, ...lines].join("\n").replaceAll("00Z", "00"), {}],
])("in parts: %s", async (_, content, options) => {
  const { input } = await open(content, 0, options);
  const { input: expected } = await open(content, 1, options);
  expect([input.total, input.notes]).toEqual([expected.total, expected.notes]);
  expect(await collect(input.rows)).toEqual(await collect(expected.rows));
  // The rows can be read again, and are not in memory.
  expect(await collect(input.rows)).toHaveLength(count);
  expect(Array.isArray(input.rows) || Symbol.iterator in input.rows).toBe(false);
});

test("in parts: emails that belong to nobody are counted over all parts, each in its row of the file", async () => {
  const content = [header, ...lines.with(10, "u10,none@none.com,Ann,").with(50, "u50,na@na.na,Ann,")].join("\n");
  const { input } = await open(content, 0);
  const { input: expected } = await open(content, 1);
  expect(input.notes).toEqual(expected.notes);
  expect(input.notes.at(-1)).toMatch(/^2 emails are placeholders .* in row 12\./);
  expect(Symbol.iterator in input.rows).toBe(false);
});

test.each<[string, string | Uint8Array, object]>([
  ["a row with more cells", change(50, "u50,person50@example.com,Lee,Ann,2024-01-10"), {}],
  ["a row with fewer cells", change(50, "u50,person50@example.com"), {}],
  ["a blank row", change(50, ""), {}],
  ["a quote that is not doubled", change(50, 'u50,person50@example.com,"a "b" c",2024-01-10'), {}],
  ["a quotation mark in a cell without quotes", change(50, 'u50,person50@example.com,5" pipe,2024-01-10'), {}],
  ["text that was encoded twice", change(50, "u50,person50@example.com,MÃ¼ller,2024-01-10"), {}],
  ["a formula's apostrophe", change(50, "u50,person50@example.com,'=Ann,2024-01-10"), {}],
  ["a text for no value", change(50, "u50,person50@example.com,NULL,2024-01-10"), {}],
  ["one date in another format", change(50, "u50,person50@example.com,Ann,31.12.2024"), {}],
  ["one time without a zone", change(50, "u50,person50@example.com,Ann,2024-01-10T09:00:00"), {}],
  ["a title above the header", `Users of the shop\n\n${[header, ...lines].join("\n")}`, {}],
  ["bytes that are not UTF-8", Buffer.from(change(50, "u50,person50@example.com,Jürgen,2024-01-10"), "latin1"), {}],
  ["UTF-16", Buffer.from(`\uFEFF${[header, ...lines].join("\n")}`, "utf16le"), {}],
  ["a line break of old Macs", [header, ...lines].join("\r"), {}],
  ["flags for whole columns", [header, ...lines].join("\n"), { mend: true }],
])("as a whole: %s", async (_, content, options) => {
  const { input } = await open(content, 0, options);
  const { input: expected } = await open(content, 1, options);
  expect([input.total, input.notes.filter((note) => !wholeNote.test(note))]).toEqual([expected.total, expected.notes]);
  expect(await collect(input.rows)).toEqual(await collect(expected.rows));
  expect(Symbol.iterator in input.rows).toBe(true);
  expect(input.notes.some((note) => wholeNote.test(note))).toBe(!("mend" in options));
});

test.each([
  ["a quote that never closes", change(50, 'u50,person50@example.com,"Ann,2024-01-10'), /quote opens in row/],
  [
    "dates that need a flag",
    [header, ...lines].join("\n").replaceAll("2024-01-10T09:00:00Z", "03.04.2024"),
    /--date-format/,
  ],
])("refused with the reason of the whole file: %s", async (_, content, reason) => {
  await expect(open(content, 0)).rejects.toThrow(reason);
});

test("a file that changes after its first reading is refused", async () => {
  const { path, input } = await open([header, ...lines, ""].join("\n"), 0);
  appendFileSync(path, `${toRow(count)}\n`);
  await expect(collect(input.rows)).rejects.toMatchObject({ code: "file_changed" });
});

const oddCells = [
  "N/A",
  "-",
  "0000-00-00",
  "1970-01-01",
  "2050-01-01",
  "1E+15",
  "'quoted'",
  "=1+1",
  "O&#039;Neil",
  "J?rgen",
  "b'Ada'",
  '"a\tb"',
  " padded ",
  "person 5 <person5@example.com>",
  "two@example.com; three@example.com",
  "45000",
  "pending",
  "Lee; Ann",
  "\\N",
];
test.each(oddCells)("rows with the cell %s anywhere are the rows of the whole file", async (cell) => {
  for (const [row, column] of [0, 17, 35, 59].flatMap((line) => [0, 1, 2, 3].map((place) => [line, place] as const))) {
    const cells = [`u${row}`, `person${row}@example.com`, "Ada Lee", "2024-01-10T09:00:00Z"].with(column, cell);
    const read = async (least: number) => {
      const { input } = await open(change(row, cells.join(",")), least);
      return [input.total, input.notes.filter((note) => !wholeNote.test(note)), await collect(input.rows)];
    };
    // Where the whole file is refused, so is the one in parts, for the same reason.
    const [parts, all] = await Promise.all([0, 1].map((least) => read(least).catch((error: Error) => error.message)));
    expect(parts, `row ${row}, column ${column}`).toEqual(all);
  }
});
