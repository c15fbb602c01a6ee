// Rows with more cells than the header are held back, unless no field can be cut.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { type Corrections, toImportRows } from "../../../src/csv/rows/import-rows.ts";
import type { ReadOptions } from "../../../src/csv/table.ts";

async function read(text: string, options: ReadOptions = {}) {
  const result = await readCsv(text, options);
  if (!result.ok) throw new Error(result.issue.code);
  const { table } = result;
  const rows = toImportRows(table, suggestMapping(table).mapping);
  const shifted = rows.filter(({ issues }) => issues.some(({ code }) => code === "shifted"));
  return { table, rows, shifted: shifted.map(({ number }) => number) };
}

const notJoinable = {
  code: "rows_long",
  count: 1,
  firstRow: 3,
  joinable: 0,
  columns: [],
  examples: [{ row: 3, column: null }],
};

const many = (header: string, row: (index: number) => string, count = 60) =>
  `${header}\n${Array.from({ length: count }, (_, index) => row(index + 1)).join("\n")}\n`;

describe("a row longer than the header", () => {
  test.each<[string, string, number[]]>([
    ["a name cut at its comma", "id,email,name\n7,a@x.io,Ann Roe\n8,b@x.io,Chan, Bo\n", [3]],
    ["every name cut", many("id,email,name", (n) => `${n},u${n}@x.io,Gómez, Lucía`, 3), [2, 3, 4]],
    ["a name before other texts", "id,email,name,city\n7,a@x.io,Ann Roe,Leeds\n8,b@x.io,Chan, Bo,York\n", [3]],
    ["a name with semicolons", "id;email;name\n7;a@x.io;Ann\n8;b@x.io;Chan; Bo; Dr\n", [3]],
    ["a text before the email", "name,email,id\nAnn,a@x.io,7\nChan, Bo,b@x.io,8\n", [3]],
    ["a note at the end", "id,email,name,seen,note\n7,a@x.io,Ann,2026-05-01,x\n8,b@x.io,Bo,2026-05-02,y, z\n", []],
    [
      "a name, with dates behind",
      "id,email,name,last_login\n7,a@x.io,Ann,2026-05-01\n8,b@x.io,Chan, Bo,2026-05-02\n",
      [3],
    ],
    ["empty cells at the end", "id,email,name\n7,a@x.io,Ann\n8,b@x.io,Bo,,\n", []],
    ["cells behind a file without names", "id,email\n7,a@x.io\n8,b@x.io,Bo\n", []],
  ])("is held back where a field may be cut: %s", async (_, text, expected) => {
    const { rows, shifted } = await read(text);
    expect(shifted).toEqual(expected);
    expect(rows.filter(({ user }) => user === null).map(({ number }) => number)).toEqual(expected);
  });

  test("is joined on request where only one value can have been split", async () => {
    const { table, rows, shifted } = await read(
      "id,email,name\n7,a@x.io,Ann Roe\n8,b@x.io,Chan, Bo\n9,c@x.io,Li, Jo\n",
      {
        longRows: "join",
      },
    );
    expect([shifted, rows.map(({ user }) => user?.name)]).toEqual([[], ["Ann Roe", "Chan, Bo", "Li, Jo"]]);
    expect(table.notices).toEqual([{ code: "rows_joined", count: 2, firstRow: 3, columns: [2] }]);
  });

  test("is not joined where two values can have been split", async () => {
    const text = "id,email,name,city\n7,a@x.io,Ann,Leeds\n8,b@x.io,Chan,Bo,York\n";
    const { table, shifted } = await read(text, { longRows: "join" });
    expect(shifted).toEqual([3]);
    expect(table.notices).toEqual([notJoinable]);
  });

  test.each<[string, string, string[]]>([
    [
      "a name beside a town",
      "name,city,email\nAnn,Leeds,a@x.io\nChan, Bo,York,b@x.io\n",
      ["Chan, Bo", "York", "b@x.io"],
    ],
    [
      "three parts",
      "email,name,city\na@x.io,Ann,Leeds\nb@x.io,Moore, Bo, Jr.,York\n",
      ["b@x.io", "Moore, Bo, Jr.", "York"],
    ],
    ["a note", "email,name,note\na@x.io,Ann,x\nb@x.io,Bo,tea, not coffee\n", ["b@x.io", "Bo", "tea, not coffee"]],
  ])("is joined where a blank shows which value was split: %s", async (_, text, cells) => {
    const { table } = await read(text, { longRows: "join" });
    expect(table.records[1]?.cells).toEqual(cells);
  });

  test("is not joined by blanks where other rows have them too", async () => {
    const { table } = await read("name,city,email\nAnn, Leeds,a@x.io\nChan, Bo,York,b@x.io\n", { longRows: "join" });
    expect(table.notices).toEqual([notJoinable]);
  });

  test("loses its extra cells on request", async () => {
    const { table, rows, shifted } = await read("id,email,name\n7,a@x.io,Ann\n8,b@x.io,Bo,x\n", { longRows: "cut" });
    expect([shifted, rows.map(({ user }) => user?.name)]).toEqual([[], ["Ann", "Bo"]]);
    expect(table.notices).toEqual([{ code: "rows_cut", count: 1, firstRow: 3, joinable: 1, columns: [2] }]);
  });

  // Row 3 can only be joined in one way, row 4 in two.
  const both = "id,email,name,city\n7,a@x.io,Ann,Leeds\n8,b@x.io,Chan, Bo,York\n9,c@x.io,Li,Jo,Bath\n";

  test.each<[string, NonNullable<ReadOptions["longRows"]>, (string | undefined)[], string[]]>([
    ["none is decided", {}, ["Ann", undefined, undefined], ["rows_long"]],
    ["the split one is joined", { split: "join" }, ["Ann", "Chan, Bo", undefined], ["rows_long", "rows_joined"]],
    ["the other one is cut", { extra: "cut" }, ["Ann", undefined, "Li"], ["rows_long", "rows_cut"]],
    [
      "one is joined, one is cut",
      { split: "join", extra: "cut" },
      ["Ann", "Chan, Bo", "Li"],
      ["rows_joined", "rows_cut"],
    ],
    ["both are cut", { split: "cut", extra: "cut" }, ["Ann", "Chan", "Li"], ["rows_cut"]],
    ["both are left", { split: "ask", extra: "ask" }, ["Ann", undefined, undefined], ["rows_long"]],
  ])("is decided for each kind on its own: %s", async (_, longRows, names, codes) => {
    const { table, rows } = await read(both, { longRows });
    expect(rows.map(({ user }) => user?.name)).toEqual(names);
    expect(table.notices.map(({ code }) => code)).toEqual(codes);
  });

  test("names three examples of each kind, with the column of a split value", async () => {
    const { table } = await read(`${both}${"1,d@x.io,Di, Mo,Rye\n".repeat(5)}`);
    expect(table.notices).toMatchObject([
      {
        count: 7,
        joinable: 6,
        columns: [2],
        examples: [
          { row: 3, column: 2 },
          { row: 4, column: null },
          { row: 5, column: 2 },
          { row: 6, column: 2 },
        ],
      },
    ]);
  });

  test("is settled by a correction of its field", async () => {
    const { table } = await read("id,email,name\n7,a@x.io,Ann Roe\n8,b@x.io,Chan, Bo\n");
    const { mapping } = suggestMapping(table);
    const row = (corrections: Corrections) => toImportRows(table, mapping, { corrections })[1];
    expect(row({})?.issues).toEqual([{ field: "name", code: "shifted", value: "Chan" }]);
    expect(row({ 3: { name: "Bo Chan" } })?.user?.name).toBe("Bo Chan");
  });
});

describe("a file without header", () => {
  test("has as many columns as most of its rows", async () => {
    const names = ["Ada Moore", "Chan, Bo", "Cy Ng", "Di Poe", "Ed Roe", "Fay Lee"];
    const { table, rows, shifted } = await read(
      names.map((name, index) => `${index + 7},u${index}@x.io,${name}\n`).join(""),
    );
    expect([table.headers.length, shifted]).toEqual([3, [2]]);
    expect(table.notices).toEqual([
      { code: "rows_long", count: 1, firstRow: 2, joinable: 1, columns: [2], examples: [{ row: 2, column: 2 }] },
    ]);
    expect(rows.map(({ user }) => user?.name)).toEqual(["Ada Moore", undefined, ...names.slice(2)]);
  });
});

describe("names of rows in front of every row", () => {
  test.each<[string, string, string[]]>([
    [
      "running numbers",
      'id,email,name\n"1","u7","a@x.io","Ann"\n"2","u8","b@x.io","Bo"\n',
      ["", "id", "email", "name"],
    ],
    ["words", "email id\nann a@x.io u7\nbo b@x.io u8\n".replaceAll(" ", "\t"), ["", "email", "id"]],
    ["no emails", "id,name\n1,u7,Ann\n2,u8,Bo\n", ["", "id", "name"]],
  ])("are a column of their own: %s", async (_, text, expected) => {
    const { table } = await read(text);
    expect(table.headers).toEqual(expected);
    expect(table.notices).toEqual([{ code: "row_names", count: 2, firstRow: 2 }]);
  });

  test.each([
    ["a cell behind every row", "id,email,name\n1,a@x.io,Ann,x\n2,b@x.io,Bo,y\n"],
    ["one row of the usual width", "id,email,name\n1,u7,a@x.io,Ann\n2,u8,b@x.io,Bo\n3,c@x.io,Cy\n"],
    ["empty cells behind every row", "id,email,name\n1,a@x.io,Ann,\n2,b@x.io,Bo,\n"],
  ])("are not assumed for %s", async (_, text) => {
    expect((await read(text)).table.headers).toEqual(["id", "email", "name"]);
  });
});
