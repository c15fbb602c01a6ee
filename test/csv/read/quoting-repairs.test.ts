// Faulty quoting of exports: whole lines in quotes, blanks before quotes, apostrophes before every value.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { removeBlanksBeforeQuotes } from "../../../src/csv/read/delimiter.ts";
import { stringify } from "../../../src/csv/write/stringify.ts";
import { readTable } from "../reading.ts";

const rows = [
  ["1", "Roe, Ann", "ann@example.com"],
  ["2", "Bob", "bob@example.com"],
];

describe("faults that are repaired", () => {
  const cases: [name: string, text: string, notices: object[]][] = [
    [
      "every line in quotes",
      '"user_id,name,email"\r\n"1,""Roe, Ann"",ann@example.com"\r\n"2,Bob,bob@example.com"\r\n',
      [{ code: "lines_unwrapped", count: 3, firstRow: 1 }],
    ],
    [
      "only lines with quotes in quotes",
      'user_id,name,email\n"1,""Roe, Ann"",ann@example.com"\n2,Bob,bob@example.com\n',
      [{ code: "lines_unwrapped", count: 1, firstRow: 2 }],
    ],
    [
      "every line in quotes, semicolons",
      '"user_id;name;email"\n"1;Roe, Ann;ann@example.com"\n"2;Bob;bob@example.com"\n',
      [{ code: "lines_unwrapped", count: 3, firstRow: 1 }],
    ],
    [
      "a blank before each quote",
      'user_id, "name", "email"\n1, "Roe, Ann", "ann@example.com"\n2, "Bob", "bob@example.com"\n',
      [],
    ],
    [
      "values in apostrophes",
      "user_id,name,email\n'1',\"'Roe, Ann'\",'ann@example.com'\n'2','Bob','bob@example.com'\n",
      [{ code: "apostrophes_removed", count: 2, firstRow: 2 }],
    ],
    [
      "texts written as formulas",
      'user_id,name,email\n="1","=""Roe, Ann""",ann@example.com\n="2","=""Bob""",bob@example.com\n',
      [{ code: "formulas_unwrapped", count: 2, firstRow: 2 }],
    ],
    [
      "an apostrophe before every value",
      "'user_id,'name,'email\n'1,\"'Roe, Ann\",'ann@example.com\n'2,'Bob,'bob@example.com\n",
      [{ code: "apostrophes_removed", count: 2, firstRow: 2 }],
    ],
    [
      "quotes within quotes around every value",
      '"""user_id""","""name""","""email"""\n"""1""","""Roe, Ann""","""ann@example.com"""\n"""2""","""Bob""","""bob@example.com"""\n',
      [{ code: "quotes_removed", count: 2, firstRow: 2 }],
    ],
    [
      "curly quotes around every value",
      "“user_id”;“name”;“email”\n“1”;“Roe, Ann”;“ann@example.com”\n“2”;“Bob”;“bob@example.com”\n",
      [{ code: "quotes_removed", count: 2, firstRow: 2 }],
    ],
    [
      "German quotes around every value but the numbers",
      "„user_id“;„name“;„email“\n1;„Roe, Ann“;„ann@example.com“\n2;„Bob“;„bob@example.com“\n",
      [{ code: "quotes_removed", count: 2, firstRow: 2 }],
    ],
    [
      "guillemets around every value",
      "«user_id»|«name»|«email»\n«1»|«Roe, Ann»|«ann@example.com»\n«2»|«Bob»|«bob@example.com»\n",
      [{ code: "quotes_removed", count: 2, firstRow: 2 }],
    ],
    [
      "an apostrophe before every value of one column",
      "user_id,name,email\n'1,\"Roe, Ann\",ann@example.com\n'2,Bob,bob@example.com\n",
      [{ code: "apostrophes_removed", count: 2, firstRow: 2 }],
    ],
  ];
  for (const [name, text, notices] of cases) {
    test(name, async () => {
      const table = await readTable(text);
      expect(table.headers).toEqual(["user_id", "name", "email"]);
      expect(table.records.map(({ cells }) => cells)).toEqual(rows);
      expect(table.notices).toEqual(notices);
    });
  }
});

test.each<[name: string, text: string, cells: string[]]>([
  ["nicknames in quotes", 'user_id,name,email\n1,"""Red""",a@x.org\n2,"""Blue""",b@x.org\n', ["1", '"Red"', "a@x.org"]],
  ["names in guillemets", "user_id;name;email\n1;«Ada»;a@x.org\n2;«Bo»;b@x.org\n", ["1", "«Ada»", "a@x.org"]],
  ["a header in quotes above plain values", '"""user_id""","""email"""\n1,a@x.org\n', ["1", "a@x.org"]],
])("%s keep their quotes", async (_, text, cells) => {
  const { records, notices } = await readTable(text);
  expect(records[0]?.cells).toEqual(cells);
  expect(notices).toEqual([]);
});

test("a backslash before each quote inside quotes", async () => {
  const { records, notices } = await readTable('user_id,name\n1,"Ann \\"A, B\\" Roe"\n2,"C:\\"\n');
  expect(records.map(({ cells }) => cells)).toEqual([
    ["1", 'Ann "A, B" Roe'],
    ["2", "C:\\"],
  ]);
  expect(notices).toEqual([]);
});

const people = (...names: string[]) =>
  names.map((name, index) => `${index + 1},u${index + 1}@example.com,${name}\n`).join("");

describe("names in other kinds of quoting", () => {
  test.each<[string, string, string[]]>([
    ["an escaped quote before a delimiter", people('"Ann \\"A\\", Roe"', "Bob"), ['Ann "A", Roe', "Bob"]],
    ["an escaped quote at the end of a cell", people('"Ann \\"A\\""', "Bob"), ['Ann "A"', "Bob"]],
    ["an escaped delimiter without quotes", people("Chan\\, Bo", "Bob", "\\N"), ["Chan, Bo", "Bob", "\\N"]],
    ["an escaped line end and an escaped backslash", people("Roe\\\nAnn\\, A", "a\\\\b"), ["Roe\nAnn, A", "a\\b"]],
    [
      "apostrophes around delimiters",
      people("'Moore, Ada'", "'Bob'", "'O''Hara, Cy'"),
      ["Moore, Ada", "Bob", "O'Hara, Cy"],
    ],
    ["apostrophes with escapes", people("'O\\'Hara, Cy'", "'Bo'"), ["O'Hara, Cy", "Bo"]],
    [
      "a blank before the quotes of one row only",
      people("Ann", "Bo", ' "Cy, Dr"', "Di", "Ed"),
      ["Ann", "Bo", "Cy, Dr", "Di", "Ed"],
    ],
    ["quotes that are part of a text", people("Ann", ' "Bo" Chan'), ["Ann", ' "Bo" Chan']],
    ["a path with backslashes", people('"C:\\"', "D:\\x"), ["C:\\", "D:\\x"]],
    [
      "a backslash at the end of a cell",
      `note,email,name\n${"D:\\,a@x.io,Ann\n".repeat(3)}`.slice(16),
      ["Ann", "Ann", "Ann"],
    ],
    ["names that begin with an apostrophe", people("'tHooft", "'t Veld"), ["tHooft", "t Veld"]],
  ])("%s", async (_, rows, names) => {
    const { records } = await readTable(`user_id,email,name\n${rows}`);
    expect(records.map(({ cells }) => cells[2])).toEqual(names);
    expect(records.map(({ cells }) => cells.length)).toEqual(names.map(() => 3));
  });

  test("a blank before quotes far down in a file", async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => `${row},u${row}@example.com,Ann`).join("\n");
    const { records } = await readTable(`user_id,email,name\n${rows}\nx2, "b@example.com", "Bob"\n`);
    expect(records.at(-1)?.cells).toEqual(["x2", "b@example.com", "Bob"]);
  });

  test("an apostrophe before every value, also in a column with a single value", async () => {
    const { records } = await readTable("id,email,name\n'1,'a@example.com,\n'2,'b@example.com,'Bo\n");
    expect(records.map(({ cells }) => cells)).toEqual([
      ["1", "a@example.com", ""],
      ["2", "b@example.com", "Bo"],
    ]);
  });
});

describe("quoting that is correct", () => {
  const cases: [name: string, text: string, cells: string[][]][] = [
    ["one column of names with commas", 'name\n"Roe, Ann"\n"Doe, Bob"\n', [["Roe, Ann"], ["Doe, Bob"]]],
    [
      "a name that begins with an apostrophe",
      "user_id,name\n1,'tHooft\n2,Ann\n",
      [
        ["1", "'tHooft"],
        ["2", "Ann"],
      ],
    ],
    ["one such name alone", "user_id,name\n1,'tHooft\n", [["1", "'tHooft"]]],
  ];
  for (const [name, text, cells] of cases) {
    test(name, async () => expect((await readTable(text)).records.map((record) => record.cells)).toEqual(cells));
  }
});

test("blanks inside quotes stay", () => {
  const cell = fc.array(fc.constantFrom("a", " ", ",", '""', "\n"), { maxLength: 6 }).map((parts) => parts.join(""));
  const line = fc.array(cell, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const write = (between: string) =>
        lines.map((cells) => cells.map((text) => `"${text}"`).join(`,${between}`)).join("\n");
      expect(removeBlanksBeforeQuotes(write(" "), ",")).toBe(write(""));
    }),
  );
});

test("a real formula stays, and so does a text that looks like one and was written by stringify", async () => {
  const cells = ["=1+1", '="x"', '="a"&"b"'];
  const { records, notices } = await readTable(stringify([["a", "b", "c"], cells]));
  expect(records[0]?.cells).toEqual(cells);
  expect(notices.map(({ code }) => code)).toEqual(["apostrophes_removed"]);
});
