// Whole workbooks as programs write them, with what the reader should make of each.
import type { ZipEntry } from "../../demo/samples/zip.ts";
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

// The same files, each as this function makes it.
const altered = (name: string, parts: WorkbookParts, alter: (file: ZipEntry) => ZipEntry | null): CorpusWorkbook => ({
  name,
  bytes: toDeflatedZip(toEntries(parts).flatMap((file) => alter(file) ?? [])),
  wanted: ada,
});
const replaced = (name: string, parts: WorkbookParts, part: RegExp, from: string | RegExp, to: string) =>
  altered(name, parts, ({ path, text }) => ({ path, text: part.test(path) ? text.replace(from, to) : text }));

// Ada a few rows and columns further.
const moved = (rows: string, rowsDown: number, columnsRight: number) =>
  rows.replace(/ r="([A-D]?)(\d)"/g, (_, column: string, place) => {
    const letter = column && String.fromCharCode(column.charCodeAt(0) + columnsRight);
    return ` r="${letter}${Number(place) + rowsDown}"`;
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
  good("Numbers: a summary in front of the table", {
    ...withInline(""),
    sheets: [
      { name: "Export Summary", rows: [["This document was exported from Numbers."]] },
      { name: "Users", rows: inlineHead + inlineAda() },
    ],
  }),
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
      withInline(row(2, inline("A2", "All users of 2024")) + moved(inlineHead + inlineAda(), 3, 0), {
        afterRows: `<mergeCells count="1"><mergeCell ref="A2:D2"/></mergeCells>`,
      }),
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
  good("Google Sheets: whole numbers with a decimal point", {
    ...excel,
    sheets: [{ rows: sharedHead + sharedAda.replace("<v>7<", "<v>7.0<").replace("45301", "45301.0") }],
  }),
  good("SheetJS: a date format that every program knows, by its id", { ...excel, formats: [14] }),
  good("Excel in Japanese: a date format of its own, by its id", { ...excel, formats: [31] }),
  altered("a writer without styles", withInline(inlineHead + inlineAda(inline("D2", "2024-01-10"))), (file) =>
    file.path === "xl/styles.xml" ? null : file,
  ),
  altered(".NET: paths with backslashes", excel, ({ path, text }) => ({ path: path.replaceAll("/", "\\"), text })),
  altered("a slash in front of every path", excel, ({ path, text }) => ({ path: `/${path}`, text })),
  altered("paths with other capital letters", excel, ({ path, text }) => ({
    path: path.replace("sharedStrings", "SharedStrings").replace("worksheets/sheet", "Worksheets/Sheet"),
    text,
  })),
  altered("Apache POI: the workbook's part under another name", excel, ({ path, text }) => ({
    path: path.replace("workbook.xml", "book.xml"),
    text: path === "_rels/.rels" ? text.replace("workbook.xml", "book.xml") : text,
  })),
  altered(
    "Excel: a chart on a sheet of its own in front",
    {
      ...excel,
      sheets: [
        { name: "Chart1", rows: "" },
        { name: "Users", rows: sharedHead + sharedAda },
      ],
    },
    ({ path, text }) => ({
      path: path.replace("worksheets/sheet1", "chartsheets/sheet1"),
      text: path.includes("sheet1")
        ? text.replace(/<(\/?)worksheet/g, "<$1chartsheet")
        : text.replace(/worksheet" Target="worksheets\/sheet1/, `chartsheet" Target="chartsheets/sheet1`),
    }),
  ),
  good(
    "Excel: one formula for many cells",
    withInline(
      inlineHead +
        inlineAda().replace(`<c r="A2" s="0">`, `<c r="A2"><f t="shared" ref="A2:A3" si="0">ROW()+5</f>`) +
        row(3, `<c r="A3"><f t="shared" si="0"/><v>8</v></c>`, inline("B3", "b@example.com")),
    ),
  ),
  good("Excel: email addresses as links", {
    ...excel,
    afterRows: `<hyperlinks><hyperlink ref="B2" r:id="rId1" display="Write to Ada"/></hyperlinks>`,
    others: [
      {
        path: "xl/worksheets/_rels/sheet1.xml.rels",
        text: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:office@example.com" TargetMode="External"/></Relationships>`,
      },
    ],
  }),
  good("Excel: a hidden column, and a list of the whole sheet's cells", {
    ...excel,
    beforeRows: `<dimension ref="A1:XFD1048576"/><cols><col min="2" max="2" width="0" hidden="1" customWidth="1"/></cols>`,
  }),
  good(
    "rows and cells in another order",
    withInline(inlineAda().replace(/(<c r="A2".*?<\/c>)(.*)<\/row>/, "$2$1</row>") + inlineHead),
  ),
  replaced(
    "attributes in single quotes, comments, and instructions to programs",
    excel,
    /sheet1/,
    /<sheetData>(.*)<\/sheetData>/s,
    `<?mso-application x?><!-- <row r="1"><c r="A1"><v>1</v></c></row> --><sheetData>${(sharedHead + sharedAda).replaceAll('"', "'")}</sheetData>`,
  ),
  good(
    "CDATA, and characters by their numbers",
    withInline(inlineHead + inlineAda().replace("Ada Lovelace", "<![CDATA[Ada]]>&#32;&#x4C;ovelace")),
  ),
  good(
    "ClosedXML: rich texts within the cell",
    withInline(
      inlineHead +
        inlineAda().replace(
          "<t>Ada Lovelace</t>",
          `<r><t xml:space="preserve">Ada </t></r><r><rPr><b/></rPr><t>Lovelace</t></r><rPh sb="0" eb="3"><t>エイダ</t></rPh>`,
        ),
    ),
  ),
  {
    ...good("pandas: blank rows above and blank columns beside", withInline(moved(inlineHead + inlineAda(), 2, 2))),
    wanted: ["", "", ...ada],
    notices: ["rows_skipped"],
  },
  {
    ...good("Crystal Reports: groups of headers over merged cells", {
      ...withInline(row(1, inline("A1", "Account"), inline("C1", "Person")) + moved(inlineHead + inlineAda(), 1, 0)),
      afterRows: `<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>`,
    }),
    notices: ["rows_skipped"],
  },
  good(
    "Power BI: the filters below the data",
    withInline(inlineHead + inlineAda() + row(4, inline("A4", "Applied filters:&#10;Country is DE"))),
  ),
  withCell("an amount whose currency looks like a date", number("D2", "1234.5", 1), "1234.5", {
    formats: ["#,##0.00\\ [$Din.-81A]"],
  }),
  withCell("a number with the German name of the general format", number("D2", 7, 1), "7", { formats: ["Standard"] }),
  withCell("a number with more digits than a spreadsheet shows", number("D2", "1234.5600000000002"), "1234.56"),
  withCell("hours beyond a day", number("D2", "1.25", 1), "30:00:00", { formats: [46] }),
  withCell("hours beyond a day in the date system of 1904", number("D2", "1.25", 1), "30:00:00", {
    formats: ["[h]:mm"],
    workbookProperties: `<workbookPr date1904="true"/>`,
  }),
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
