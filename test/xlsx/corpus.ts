// Whole workbooks as programs write them, with what the reader should make of each.
import { toEntries, toWorkbookBytes, type WorkbookParts } from "./workbook.ts";
import { toZipBomb } from "./zip-bomb.ts";
import { toDeflatedZip, type ZipForm } from "./zip-forms.ts";

/** One workbook; `wanted` is the first record, or the code and the reason of the refusal. */
export interface CorpusWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly wanted: readonly string[] | string;
  /** Codes of notices, if any. */
  readonly notices?: readonly string[];
  readonly sheet?: string;
}

const shared = (ref: string, index: number) => `<c r="${ref}" t="s"><v>${index}</v></c>`;
const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (ref: string, value: string | number, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const row = (place: number, ...cells: string[]) => `<row r="${place}">${cells.join("")}</row>`;
const item = (text: string) => `<si><t>${text}</t></si>`;

const headers = ["user_id", "email", "name", "registration_date"];
const letters = ["A", "B", "C", "D"];
const strings = [...headers, "ada@example.com", "Ada Lovelace"].map(item).join("");
const sharedHead = row(1, ...headers.map((_, index) => shared(`${letters[index]}1`, index)));
const inlineHead = row(1, ...headers.map((text, index) => inline(`${letters[index]}1`, text)));
const dates = ["yyyy\\-mm\\-dd"];
const ada = ["7", "ada@example.com", "Ada Lovelace", "2024-01-10"];

// Ada as Excel stores her: two texts in the table of texts, a number, and a date as a number with a format.
const sharedAda = row(2, number("A2", 7), shared("B2", 4), shared("C2", 5), number("D2", 45301, 1));
const inlineAda = (date = number("D2", 45301, 1)) =>
  row(2, number("A2", 7), inline("B2", "ada@example.com"), inline("C2", "Ada Lovelace"), date);
const excel: WorkbookParts = { sharedStrings: strings, formats: dates, sheets: [{ rows: sharedHead + sharedAda }] };
const withInline = (rows: string, rest: Partial<WorkbookParts> = {}): WorkbookParts => ({
  formats: dates,
  sheets: [{ rows }],
  ...rest,
});

const zip = (parts: WorkbookParts, form: ZipForm = {}) => toDeflatedZip(toEntries(parts), form);
const good = (name: string, parts: WorkbookParts, form: ZipForm = {}): CorpusWorkbook => ({
  name,
  bytes: zip(parts, form),
  wanted: ada,
});
const withCell = (name: string, cell: string, text: string, rest: Partial<WorkbookParts> = {}): CorpusWorkbook => ({
  name,
  bytes: zip(withInline(inlineHead + inlineAda(cell), rest)),
  wanted: [...ada.slice(0, 3), text],
});

const manyRows = (count: number): WorkbookParts => ({
  sheets: [
    { rows: [headers, ...Array.from({ length: count }, (_, index) => [`${index}`, `u${index}@x.org`, "U", ""])] },
  ],
});

// The first bytes of the older container, which holds .xls files and workbooks with a password.
const toContainer = (stream: string) => {
  const bytes = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(stream, "utf16le").copy(bytes, 1024);
  return new Uint8Array(bytes);
};

/** All of them. */
export const corpus: readonly CorpusWorkbook[] = [
  good("Excel", excel),
  good("Excel, ISO 29500 Strict", { ...excel, isStrict: true }),
  good("Excel, a table with a filter", { ...excel, afterRows: `<autoFilter ref="A1:D2"/>` }),
  good("Excel, the date system of 1904", {
    ...withInline(inlineHead + inlineAda(number("D2", 43839, 1))),
    workbookProperties: `<workbookPr date1904="1"/>`,
  }),
  good("Excel, rich texts with a phonetic reading", {
    ...excel,
    sharedStrings: strings.replace(
      item("Ada Lovelace"),
      `<si><r><t xml:space="preserve">Ada </t></r><r><rPr><b/></rPr><t>Lovelace</t></r><rPh sb="0" eb="3"><t>エイダ</t></rPh></si>`,
    ),
  }),
  good("Excel, rows that a filter hides", {
    ...excel,
    sheets: [{ rows: sharedHead + sharedAda.replace("<row", `<row hidden="1"`) }],
  }),
  good("Excel, formulas with their last values", {
    ...withInline(
      inlineHead +
        row(
          2,
          `<c r="A2"><f>3+4</f><v>7</v></c>`,
          `<c r="B2" t="str"><f>LOWER(F2)</f><v>ada@example.com</v></c>`,
          inline("C2", "Ada Lovelace"),
          `<c r="D2" s="1"><f>DATE(2024,1,10)</f><v>45301</v></c>`,
        ),
    ),
  }),
  good(
    "Excel, dates stored as ISO texts",
    withInline(inlineHead + inlineAda(`<c r="D2" s="1" t="d"><v>2024-01-10</v></c>`)),
  ),
  good("LibreOffice: columns, styles and empty formatted cells", {
    ...excel,
    beforeRows: `<sheetPr filterMode="false"/><dimension ref="A1:D2"/><cols><col collapsed="false" min="1" max="1025" width="11.5"/></cols>`,
    sheets: [{ rows: sharedHead + sharedAda.replace("</row>", `<c r="E2" s="0"/><c r="F2" s="0"/></row>`) }],
  }),
  good("Google Sheets: a thousand empty rows behind the users", {
    ...excel,
    sheets: [
      {
        rows:
          sharedHead +
          sharedAda +
          Array.from({ length: 998 }, (_, index) => row(index + 3, `<c r="A${index + 3}" s="0"/>`)).join(""),
      },
    ],
  }),
  {
    ...good("Numbers: a summary in front of the table", {
      ...withInline(""),
      sheets: [
        { name: "Export Summary", rows: [["This document was exported from Numbers."]] },
        { name: "Users", rows: inlineHead + inlineAda() },
      ],
    }),
    sheet: "Users",
  },
  good("openpyxl: absolute paths, types on all cells", {
    ...excel,
    hasAbsoluteTargets: true,
    sheets: [{ rows: sharedHead + sharedAda.replaceAll(`s="0"`, `t="n"`).replace(`s="1"`, `s="1" t="n"`) }],
  }),
  good("openpyxl, write-only: inline texts", withInline(inlineHead + inlineAda(), { hasAbsoluteTargets: true })),
  good("Apache POI, streaming: sizes of 64 bits", withInline(inlineHead + inlineAda()), { isZip64: true }),
  good("a directory whose place has 64 bits", excel, { isZip64: true, isZip64End: true }),
  good("Apache POI, streaming: sizes behind and of 64 bits", withInline(inlineHead + inlineAda()), {
    isZip64: true,
    isStreamed: true,
  }),
  good(
    "SheetJS: texts as results without a formula",
    withInline((inlineHead + inlineAda()).replace(/t="inlineStr"><is><t>([^<]*)<\/t><\/is>/g, `t="str"><v>$1</v>`)),
  ),
  good("Open XML SDK: every element with a prefix", { ...excel, prefix: "x" }),
  good(
    "PHP and Perl writers: rows and cells without places",
    withInline((inlineHead + inlineAda()).replace(/ r="\w+"/g, "")),
  ),
  good("R, writexl: sizes behind the content", withInline(inlineHead + inlineAda()), { isStreamed: true }),
  good("a byte order mark in every part", excel, { hasMark: true }),
  { name: "no compression", bytes: toWorkbookBytes(excel), wanted: ada },
  {
    ...good(
      "a title over merged cells, and blank rows above the headers",
      withInline(
        row(2, inline("A2", "All users of 2024")) +
          (inlineHead + inlineAda()).replace(
            / r="([A-D]?)([12])"/g,
            (_, column, place) => ` r="${column}${Number(place) + 3}"`,
          ),
        { afterRows: `<mergeCells count="1"><mergeCell ref="A2:D2"/></mergeCells>` },
      ),
    ),
    notices: ["rows_skipped"],
  },
  {
    ...good("hidden and very hidden sheets in front", {
      ...excel,
      sheets: [
        { name: "Lists", state: "hidden", rows: [["x"]] },
        { name: "Secret", state: "veryHidden", rows: [["y"]] },
        { name: "Users", rows: sharedHead + sharedAda },
      ],
    }),
    notices: ["sheets_hidden"],
  },
  good("a name of a sheet in other letters", {
    ...excel,
    sheets: [{ name: "Пользователи 名簿", rows: sharedHead + sharedAda }],
  }),
  withCell("a date with a time", number("D2", 45301.75, 1), "2024-01-10T18:00:00", { formats: ["dd/mm/yyyy hh:mm"] }),
  withCell("a date in the words of a language", number("D2", 45301, 1), "2024-01-10", {
    formats: ["[$-407]d. mmmm yyyy;@"],
  }),
  withCell("a percentage", number("D2", 0.25, 1), "0.25", { formats: ["0.0%"] }),
  withCell("an amount with its currency", number("D2", 1234.5, 1), "1234.5", { formats: [`#,##0.00\\ "€"`] }),
  withCell("an error", `<c r="D2" t="e"><v>#N/A</v></c>`, "#N/A"),
  withCell("true", `<c r="D2" t="b"><v>1</v></c>`, "TRUE"),
  withCell("line breaks within a cell", inline("D2", "a_x000D_\nb"), "a\r\nb"),
  {
    ...withCell("numbers with leading zeros by their format", number("D2", 1002, 1), "01002", { formats: ["00000"] }),
    notices: ["numbers_padded"],
  },
  {
    ...withCell("more digits than Excel keeps", number("D2", "1.2345678901234600E+16"), "12345678901234600"),
    notices: ["numbers_rounded"],
  },
  { name: "10,000 users", bytes: zip(manyRows(10_000)), wanted: ["0", "u0@x.org", "U", ""] },
  { name: "10,001 users", bytes: zip(manyRows(10_001)), wanted: "too_many_rows" },
  {
    name: "no users in any sheet",
    bytes: zip({ sheets: [{ rows: "" }, { rows: row(1) }] }),
    wanted: "workbook_unreadable: no_sheet",
  },
  { name: "half of a workbook", bytes: zip(excel).subarray(0, 900), wanted: "workbook_unreadable: damaged" },
  {
    name: "an archive of something else",
    bytes: toDeflatedZip([{ path: "content.xml", text: "<office/>" }]),
    wanted: "not_csv: zip",
  },
  {
    name: "an archive that declares 400 MB",
    bytes: toZipBomb(1_000_000, 400_000_000),
    wanted: "workbook_unreadable: too_large",
  },
  { name: "an archive that holds 150 MB", bytes: toZipBomb(150_000_000), wanted: "workbook_unreadable: too_large" },
  {
    name: "an archive whose 64 bits declare 150 MB",
    bytes: zip(
      { ...excel, others: [{ path: "xl/media/image1.xml", text: " ".repeat(150_000_000) }] },
      { isZip64: true, isZip64End: true },
    ),
    wanted: "workbook_unreadable: too_large",
  },
  {
    name: "a cell in the last row and column",
    bytes: zip(withInline(inlineHead + row(1_048_576, inline("XFD1048576", "x")))),
    wanted: "workbook_unreadable: too_large",
  },
  { name: "Excel 97 under another name", bytes: toContainer("Workbook"), wanted: "not_csv: xls" },
  { name: "a workbook with a password", bytes: toContainer("EncryptedPackage"), wanted: "not_csv: xls" },
];
