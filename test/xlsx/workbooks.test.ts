// A corpus of Excel workbooks, as different programs write them: what the reader makes of each.
import { describe, expect, test } from "vitest";
import { findDamagedIds, readCsv } from "../../src/csv/index.ts";
import type { ReadOptions } from "../../src/csv/table.ts";
import { xlsx } from "../../src/xlsx/index.ts";
import { toWorkbookBytes, type WorkbookParts } from "./workbook.ts";
import { toZipBomb } from "./zip-bomb.ts";

const read = (parts: WorkbookParts | Uint8Array, options: ReadOptions = {}) =>
  readCsv(parts instanceof Uint8Array ? parts : toWorkbookBytes(parts), { workbooks: xlsx, ...options });

async function readCells(parts: WorkbookParts, options: ReadOptions = {}) {
  const result = await read(parts, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issue));
  return result.table.records.map(({ cells }) => cells);
}

// One sheet with the header user_id, email, and this XML as row 2.
const withRow = (cells: string, rest: Omit<WorkbookParts, "sheets"> = {}): WorkbookParts => ({
  ...rest,
  sheets: [
    {
      rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>user_id</t></is></c><c r="B1" t="inlineStr"><is><t>email</t></is></c><c r="C1" t="inlineStr"><is><t>created</t></is></c></row><row r="2">${cells}</row>`,
    },
  ],
});

describe("how programs write cells", () => {
  const strings = "<si><t>ada@example.com</t></si>";
  test.for<[name: string, parts: WorkbookParts, cells: readonly string[]]>([
    [
      "Excel: shared strings",
      withRow(`<c r="A2"><v>7</v></c><c r="B2" t="s"><v>0</v></c>`, { sharedStrings: strings }),
      ["7", "ada@example.com", ""],
    ],
    [
      "Google Sheets: inline strings",
      withRow(`<c r="A2" t="n"><v>7</v></c><c r="B2" t="inlineStr"><is><t>a@x.org</t></is></c>`),
      ["7", "a@x.org", ""],
    ],
    [
      "cells without a reference",
      withRow(`<c><v>7</v></c><c t="inlineStr"><is><t>a@x.org</t></is></c>`),
      ["7", "a@x.org", ""],
    ],
    ["cells out of reach of each other", withRow(`<c r="C2" t="inlineStr"><is><t>x</t></is></c>`), ["", "", "x"]],
    ["elements with a prefix", withRow(`<c r="A2"><v>7</v></c>`, { prefix: "x" }), ["7", "", ""]],
    ["absolute paths of sheets", withRow(`<c r="A2"><v>7</v></c>`, { hasAbsoluteTargets: true }), ["7", "", ""]],
    [
      "rich text, without its phonetic reading",
      withRow(`<c r="A2" t="s"><v>0</v></c>`, {
        sharedStrings: `<si><r><t>Zo</t></r><r><rPr><b/></rPr><t xml:space="preserve">ë </t></r><rPh sb="0" eb="1"><t>ゾ</t></rPh></si>`,
      }),
      ["Zoë ", "", ""],
    ],
    [
      "escaped characters and line breaks",
      withRow(`<c r="A2" t="inlineStr"><is><t>a_x000D_\nb &amp; "c"</t></is></c>`),
      ['a\r\nb & "c"', "", ""],
    ],
    ["a formula gives its value", withRow(`<c r="A2"><f>3+4</f><v>7</v></c>`), ["7", "", ""]],
    ["a formula with text gives its value", withRow(`<c r="A2" t="str"><f>B1</f><v>K-7</v></c>`), ["K-7", "", ""]],
    ["errors keep their text, which is a null text", withRow(`<c r="A2" t="e"><v>#REF!</v></c>`), ["#REF!", "", ""]],
    ["true and false", withRow(`<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>`), ["TRUE", "FALSE", ""]],
    [
      "numbers as text keep their zeros",
      withRow(`<c r="A2" t="inlineStr"><is><t>00123</t></is></c>`),
      ["00123", "", ""],
    ],
    ["numbers are written in full", withRow(`<c r="A2"><v>1.5</v></c><c r="B2"><v>-20</v></c>`), ["1.5", "-20", ""]],
    [
      "a cell with commas and quotes",
      withRow(`<c r="A2" t="inlineStr"><is><t>a, "b"; c</t></is></c>`),
      ['a, "b"; c', "", ""],
    ],
    [
      "a cell that begins like a formula",
      withRow(`<c r="A2" t="inlineStr"><is><t>=1+1</t></is></c>`),
      ["=1+1", "", ""],
    ],
    [
      "letters beyond the basic plane",
      withRow(`<c r="A2" t="inlineStr"><is><t>𠮷田 😀</t></is></c>`),
      ["𠮷田 😀", "", ""],
    ],
  ])("%s", async ([, parts, cells]) => {
    expect(await readCells(parts)).toEqual([cells]);
  });
});

describe("dates become ISO by the format of their cell", () => {
  test.for<[format: string, serial: string, text: string]>([
    ["yyyy\\-mm\\-dd", "45301", "2024-01-10"],
    ["dd/mm/yyyy", "45301.75", "2024-01-10"],
    ["[$-407]d\\.\\ mmmm\\ yyyy;@", "45301", "2024-01-10"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45301", "2024-01-10"],
    ["m/d/yy h:mm", "45301.5", "2024-01-10T12:00:00"],
    ["yyyy-mm-dd hh:mm:ss", "45301.999999", "2024-01-11"],
    ['yyyy"年"m"月"d"日"', "45301", "2024-01-10"],
    ["mmm\\-yy", "45292", "2024-01-01"],
    ["h:mm AM/PM", "0.25", "06:00:00"],
    ["mm:ss.0", "45301.375", "2024-01-10T09:00:00"],
    ["hh:mm:ss", "45301.375", "2024-01-10T09:00:00"],
    ["[h]:mm", "0.5", "12:00:00"],
    ["[h]:mm", "1.25", "30:00:00"],
    ["[hh]:mm:ss", "59.5", "1428:00:00"],
    ["[hh]:mm:ss", "60.5", "1452:00:00"],
    ["[mm]:ss", "0.0625", "01:30:00"],
    ["[ss]", "2", "48:00:00"],
    ["[h]:mm:ss", "-0.5", "-12:00:00"],
    ["[h]:mm", "45301.375", "2024-01-10T09:00:00"],
    ["h:mm", "1.25", "06:00:00"],
    ["yyyy-mm-dd", "0", "1900-01-00"],
    ["yyyy-mm-dd", "1", "1900-01-01"],
    ["yyyy-mm-dd", "61", "1900-03-01"],
  ])("%s of %s", async ([format, serial, text]) => {
    const cells = await readCells(withRow(`<c r="C2" s="1"><v>${serial}</v></c>`, { formats: [format] }));
    expect(cells).toEqual([["", "", text]]);
  });

  test("the date system of 1904", async () => {
    const parts = withRow(`<c r="C2" s="1"><v>43839</v></c>`, {
      formats: ["yyyy-mm-dd"],
      workbookProperties: `<workbookPr date1904="1"/>`,
    });
    expect(await readCells(parts)).toEqual([["", "", "2024-01-10"]]);
  });

  test.for([
    "General",
    "Standard",
    "0.00",
    '"Day "0',
    "0%",
    "#,##0",
    "0\\d",
    "[$Md-40A]0",
    "#,##0\\ [$Din.-81A]",
    "[$m.]\\ 0",
  ])("%s is no date", async (format) => {
    const [cells] = await readCells(withRow(`<c r="C2" s="1"><v>45301</v></c>`, { formats: [format] }));
    expect(cells?.[2]).toBe("45301");
  });
});

describe("numbers with leading zeros by their format", () => {
  const parts = withRow(`<c r="A2" s="1"><v>1002</v></c>`, { formats: ["00000"] });
  const examples = [{ row: 2, shown: "01002", stored: "1002" }];
  const notice = { code: "numbers_padded", count: 1, firstRow: 2, columns: [0], examples };

  test("are read as shown, and the notice asks", async () => {
    const result = await read(parts);
    expect(result).toMatchObject({ ok: true, table: { notices: [{ ...notice, read: "shown" }] } });
    expect(await readCells(parts)).toEqual([["01002", "", ""]]);
  });

  test("are read as stored on request", async () => {
    const result = await read(parts, { paddedNumbers: "stored" });
    expect(result).toMatchObject({ ok: true, table: { notices: [{ ...notice, read: "stored" }] } });
    expect(await readCells(parts, { paddedNumbers: "stored" })).toEqual([["1002", "", ""]]);
  });
});

test("ids that Excel took for dates are named", async () => {
  const date = `<row r="3"><c r="A3" s="1"><v>45385</v></c><c r="B3" t="inlineStr"><is><t>b@x.org</t></is></c></row>`;
  const parts = withRow(`<c r="A2" t="inlineStr"><is><t>4-17</t></is></c>`, { formats: ["d\\-mmm"] });
  const [sheet] = parts.sheets;
  const result = await read({ ...parts, sheets: [{ ...sheet, rows: `${sheet?.rows}${date}` }] });
  const mapping = { externalUserId: 0, email: 1, name: null, registrationDate: null, lastLoginDate: null };
  const damaged = result.ok ? await findDamagedIds(result.table, mapping) : null;
  expect(damaged).toMatchObject({ damage: "dates", count: 1, firstRow: 3, text: "2024-04-03" });
});

describe("numbers shown with more than leading zeros", () => {
  test.for<[format: string, stored: string, shown: string]>([
    ['"C-"00000', "101", "C-00101"],
    ["000\\-000", "123451", "123-451"],
    ["00000\\-0000", "123456781", "12345-6781"],
    ["[<=99999]00000;00000\\-0000", "11", "00011"],
    ["[<=99999]00000;00000\\-0000", "123456781", "12345-6781"],
    ["00000;-00000", "11", "00011"],
    ["000000_);\\(000000\\)", "11", "000011"],
    ["[Blue]00000", "11", "00011"],
    ["[$-407]00000", "11", "00011"],
    ["#0000", "11", "0011"],
    ["#0000", "123456", "123456"],
    ['00000"-DE"', "11", "00011-DE"],
    ['"K"0', "11", "K11"],
    ['"ID-"0', "11", "ID-11"],
    ["00 00 00", "1234567", "123 45 67"],
  ])("%s of %s", async ([format, stored, shown]) => {
    const parts = withRow(`<c r="A2" s="1"><v>${stored}</v></c>`, { formats: [format] });
    const notices = shown === stored ? [] : [{ code: "numbers_padded", examples: [{ row: 2, shown, stored }] }];
    expect(await read(parts)).toMatchObject({ ok: true, table: { records: [{ cells: [shown, "", ""] }], notices } });
  });

  test.for<[format: string, stored: string]>([
    ["#,##0", "1234"],
    ['0" €"', "12"],
    ['"€"0', "12"],
    ['"Day "0', "12"],
    ['0" kg"', "12"],
    ["[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "5551234"],
    ["0%", "1"],
    ["0.00", "12"],
    ["@", "12"],
    ["000;-000;", "0"],
    ['"0"0', "5"],
  ])("%s of %s is read as stored, without a notice", async ([format, stored]) => {
    const parts = withRow(`<c r="A2" s="1"><v>${stored}</v></c>`, { formats: [format] });
    expect(await read(parts)).toMatchObject({
      ok: true,
      table: { records: [{ cells: [stored, "", ""] }], notices: [] },
    });
  });
});

describe("what a person should know", () => {
  test.for<[name: string, cells: string, notice: object]>([
    [
      "digits that Excel has lost",
      `<c r="A2"><v>1.2345678901234600E+16</v></c>`,
      { code: "numbers_rounded", count: 1, firstRow: 2 },
    ],
    [
      "a formula without a stored value",
      `<c r="A2"><f>NOW()</f></c><c r="B2" t="inlineStr"><is><t>a@x.org</t></is></c>`,
      { code: "formulas_empty", count: 1, firstRow: 2 },
    ],
  ])("%s", async ([, cells, notice]) => {
    expect(await read(withRow(cells))).toMatchObject({ ok: true, table: { notices: [notice] } });
  });
});

const users = [
  ["user_id", "email"],
  ["7", "ada@example.com"],
];

describe("sheets", () => {
  const sheetsOf = async (parts: WorkbookParts, options: ReadOptions = {}) => {
    const result = await read(parts, options);
    return result.ok ? result.table.dialect.workbook?.sheet : result.issue;
  };

  test("the first sheet that is visible and not empty is read", async () => {
    const sheets = [
      { name: "Old", state: "hidden", rows: users },
      { name: "Secret", state: "veryHidden", rows: users },
      { name: "Cover", rows: "" },
      { name: "Users", rows: users },
    ] as const;
    expect(await sheetsOf({ sheets })).toBe("Users");
    expect(await read({ sheets })).toMatchObject({
      ok: true,
      table: {
        notices: [{ code: "sheets_hidden", names: ["Old", "Secret"] }],
        dialect: {
          workbook: {
            sheets: [
              { name: "Old", isHidden: true },
              { name: "Secret", isHidden: true },
              { name: "Cover", isHidden: false },
              { name: "Users", isHidden: false },
            ],
          },
        },
      },
    });
  });

  test.for<[name: string, rows: readonly (readonly string[])[]]>([
    ["a cover", [["Customers of 2024"]]],
    [
      "an explanation",
      [
        ["Column", "Meaning"],
        ["user_id", "the number of the user"],
      ],
    ],
    ["values to choose from", [["country"], ["DE"], ["FR"]]],
    [
      "the summary that Numbers exports",
      [
        ["Numbers Sheet Name", "Excel Worksheet Name"],
        ["Sheet 1", "Sheet 1 - Users"],
      ],
    ],
  ])("%s in front of the users is not taken for them", async ([, rows]) => {
    const sheets = [
      { name: "First", rows },
      { name: "Users", rows: users },
    ];
    expect(await sheetsOf({ sheets })).toBe("Users");
    expect(await sheetsOf({ sheets }, { sheet: "First" })).not.toBe("Users");
  });

  test("without an email address in any sheet the first one is read", async () => {
    const sheets = [
      {
        name: "Users",
        rows: [
          ["user_id", "email"],
          ["7", "unknown"],
        ],
      },
      { name: "Lists", rows: [["country"], ["DE"]] },
    ];
    expect(await sheetsOf({ sheets })).toBe("Users");
  });

  test("another sheet is read by its name, also a hidden one", async () => {
    const sheets = [
      { name: "Users", rows: users },
      { name: "Kunden &amp; Co", rows: users },
      { name: "Old", state: "hidden" as const, rows: users },
    ];
    expect(await sheetsOf({ sheets }, { sheet: "Kunden & Co" })).toBe("Kunden & Co");
    expect(await sheetsOf({ sheets }, { sheet: "Old" })).toBe("Old");
    expect(await sheetsOf({ sheets }, { sheet: "Nobody" })).toEqual({
      code: "workbook_unreadable",
      reason: "no_sheet",
    });
  });

  test("a workbook of empty sheets is refused", async () => {
    expect(await sheetsOf({ sheets: [{ rows: "" }, { rows: `<row r="1"/>` }] })).toEqual({
      code: "workbook_unreadable",
      reason: "no_sheet",
    });
  });

  test("row numbers are the sheet's: title, blank rows and gaps count", async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="2">${cell("A2", "All users")}</row><row r="4">${cell("A4", "user_id")}${cell("B4", "email")}</row><row r="9">${cell("A9", "7")}${cell("B9", "a@x.org")}</row>`;
    const result = await read({ sheets: [{ rows }] });
    expect(result).toMatchObject({
      ok: true,
      table: { dialect: { headerRow: 4 }, records: [{ number: 9, cells: ["7", "a@x.org"] }] },
    });
  });

  test("formatted cells without a value add no columns", async () => {
    expect(await readCells(withRow(`<c r="A2"><v>7</v></c><c r="Z2" s="0"/>`))).toEqual([["7", "", ""]]);
  });
});

describe("what is refused", () => {
  const manyRows = (count: number) => ({
    sheets: [
      { rows: [["user_id", "email"], ...Array.from({ length: count }, (_, index) => [`${index}`, `u${index}@x.org`])] },
    ],
  });

  test.for<[name: string, bytes: Uint8Array, reason: string]>([
    ["half of a workbook", toWorkbookBytes({ sheets: [{ rows: users }] }).subarray(0, 1500), "damaged"],
    ["an archive that declares more than it may hold", toZipBomb(1_000_000, 400_000_000), "too_large"],
    [
      "a sheet with cells in its first and its last column",
      toWorkbookBytes({
        sheets: [{ rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="10000"><c r="XFD10000"><v>1</v></c></row>` }],
      }),
      "too_large",
    ],
  ])("%s", async ([, bytes, reason]) => {
    expect(await read(bytes)).toEqual({ ok: false, issue: { code: "workbook_unreadable", reason } });
  });

  test("without a reader of workbooks, the file is named as one", async () => {
    const bytes = toWorkbookBytes({ sheets: [{ rows: users }] });
    expect(await readCsv(bytes)).toEqual({ ok: false, issue: { code: "not_csv", found: "xlsx" } });
  });

  test("10,001 rows, with their count; the first 10,000, or all of them, on request", async () => {
    expect(await read(manyRows(10_001))).toMatchObject({ ok: false, issue: { code: "too_many_rows", count: 10_001 } });
    expect(await readCells(manyRows(10_001), { overflow: "first" })).toHaveLength(10_000);
    expect(await readCells(manyRows(10_001), { overflow: "all" })).toHaveLength(10_001);
  });

  test("12,500 rows, more than are taken into memory, with about their count", async () => {
    expect(await read(manyRows(12_500))).toMatchObject({
      ok: false,
      issue: { code: "too_many_rows", count: 12_500, estimated: true },
    });
  });

  test("a row far below the others is read, with its number", async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell("A1", "email")}</row><row r="20000">${cell("A20000", "a@x.org")}</row>`;
    const result = await read({ sheets: [{ rows }] });
    expect(result).toMatchObject({ ok: true, table: { records: [{ number: 20_000, cells: ["a@x.org"] }] } });
  });

  test("a cell in the last row of a sheet does not fill the memory with blank rows", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>email</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>a@x.org</t></is></c></row>`;
    expect(await read({ sheets: [{ rows }] })).toMatchObject({ ok: false, issue: { reason: "too_large" } });
  });
});
