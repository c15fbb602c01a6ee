// Reads one sheet of an Excel workbook (.xlsx) as CSV text; the library `hucre` parses the file.
import { type Cell, readXlsx, type Sheet, streamXlsxRows } from "hucre/xlsx";
import type { WorkbookIssue, WorkbookNotice, WorkbookOptions, WorkbookSheet, WorkbookText } from "../csv/workbook.ts";
import { toLine } from "../csv/write/stringify.ts";
import { type ArchivedFile, readDirectory } from "./archive-directory.ts";
import { type CellText, type DateSystem, toCellText } from "./cell-text.ts";
import { addUsualNames } from "./part-names.ts";

// Bytes: 10,000 rows of 50 columns take about 30 MiB as XML.
const maxSheetBytes = 128 * 1024 * 1024;
const maxArchiveBytes = 256 * 1024 * 1024;
// More than all parts of an import; beyond it, blank rows alone would fill the memory.
const maxLastRow = 300_000;
// Sheets that are looked through for an email address, each of which takes about as long as reading it.
const maxMeasured = 10;

/** Reads a sheet: the one that is named, or else the first visible one with an email address, or the first that is not empty. */
export async function readWorkbook(bytes: Uint8Array, options: WorkbookOptions): Promise<WorkbookText | WorkbookIssue> {
  const files = readDirectory(bytes);
  if (files === null) return { code: "workbook_unreadable", reason: "damaged" };
  if (isTooLarge(files)) return { code: "workbook_unreadable", reason: "too_large" };
  try {
    return await readChosenSheet(addUsualNames(bytes, files), options, files.some(isOtherSheet));
  } catch (error) {
    return { code: "workbook_unreadable", reason: isTooWide(error) ? "too_large" : "damaged" };
  }
}

// A file that holds more than it declares is cut there by the library.
function isTooLarge(files: readonly ArchivedFile[]): boolean {
  const sizes = files.map(({ size }) => size);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all > maxArchiveBytes || sizes.some((size) => size > maxSheetBytes);
}

// A sheet that holds a chart, a dialog or macros, and no cells.
function isOtherSheet({ name }: ArchivedFile): boolean {
  return /(?:chart|dialog|macro)sheets[/\\]/i.test(name);
}

async function readChosenSheet(
  bytes: Uint8Array,
  options: WorkbookOptions,
  hasOtherSheets: boolean,
): Promise<WorkbookText | WorkbookIssue> {
  const { sheets, system } = await listSheets(bytes);
  const wanted = sheets.filter(({ name, isHidden }) => (options.sheet === null ? !isHidden : name === options.sheet));
  const chosen = await chooseSheet(bytes, wanted.slice(0, maxMeasured), hasOtherSheets);
  if (chosen === null) return { code: "workbook_unreadable", reason: "no_sheet" };
  const { name, filled, last } = chosen;
  // Without the header.
  const count = filled - 1;
  if (count > options.maxRows) return { code: "too_many_rows", count, limit: options.maxRows, estimated: true };
  if (last > maxLastRow) return { code: "workbook_unreadable", reason: "too_large" };
  // See WorkbookCell for the date system.
  const { sheets: read } = await readXlsx(bytes, { sheets: [name], readStyles: true, dateSystem: "1904" });
  const [sheet] = read;
  if (!sheet) return { code: "workbook_unreadable", reason: "no_sheet" };
  return { ...toText(sheet, options, sheets, system), sheet: name, sheets };
}

interface MeasuredSheet {
  readonly name: string;
  /** Rows that are not blank. */
  readonly filled: number;
  readonly last: number;
  readonly hasEmail: boolean;
}

// Covers, explanations and lists of values stand in front of the users, and hold no address.
async function chooseSheet(
  bytes: Uint8Array,
  sheets: readonly WorkbookSheet[],
  hasOtherSheets: boolean,
): Promise<MeasuredSheet | null> {
  let first: MeasuredSheet | null = null;
  for (const { name } of sheets) {
    const measured = await measureSheet(bytes, name, hasOtherSheets);
    if (measured.hasEmail) return measured;
    if (measured.filled > 0) first ??= measured;
  }
  return first;
}

// Row by row, because the library keeps a place for every cell between two that are far apart.
async function measureSheet(bytes: Uint8Array, name: string, mayHaveNoCells: boolean): Promise<MeasuredSheet> {
  let filled = 0;
  let last = 0;
  let hasEmail = false;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
      if (isBlank(values)) continue;
      filled += 1;
      last = index + 1;
      hasEmail ||= values.some((value) => typeof value === "string" && value.includes("@"));
    }
  } catch (error) {
    if (!mayHaveNoCells || !hasNoCells(error)) throw error;
  }
  return { name, filled, last, hasEmail };
}

// Thrown for a sheet whose kind is not that of a table of cells.
function hasNoCells(error: unknown): boolean {
  return error instanceof Error && /\bmissing worksheet file\b/.test(error.message);
}

// The library tells the names before it reads a sheet; here it reads none.
async function listSheets(bytes: Uint8Array): Promise<{ sheets: readonly WorkbookSheet[]; system: DateSystem }> {
  const found: WorkbookSheet[] = [];
  const collect = ({ name, hidden = false, veryHidden = false }: SheetInfo) => {
    found.push({ name, isHidden: hidden || veryHidden });
    return false;
  };
  const { dateSystem = "1900" } = await readXlsx(bytes, { sheets: collect });
  return { sheets: found, system: dateSystem };
}

interface SheetInfo {
  readonly name: string;
  readonly hidden?: boolean;
  readonly veryHidden?: boolean;
}

function isBlank(cells: readonly unknown[]): boolean {
  return cells.every((cell) => cell === null || cell === undefined || cell === "");
}

// Thrown where the cells of a sheet would not fit into memory.
function isTooWide(error: unknown): boolean {
  return error instanceof Error && /\bover the \d+ limit\b/.test(error.message);
}

function toText(
  { rows, cells }: Sheet,
  { paddedNumbers }: WorkbookOptions,
  sheets: readonly WorkbookSheet[],
  system: DateSystem,
) {
  const width = findWidth(rows);
  const found = createFindings(paddedNumbers);
  let text = "";
  rows.forEach((row, index) => {
    const line: string[] = [];
    for (let column = 0; column < width; column += 1) {
      const cell = toCellText(toWorkbookCell(row[column], cells?.get(`${index},${column}`)), system);
      found.add(cell, index + 1, column);
      line.push(cell.stored !== undefined && paddedNumbers === "stored" ? cell.stored : cell.text);
    }
    text += `${toLine(line, ",")}\r\n`;
  });
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const hiddenNotice: WorkbookNotice[] = hidden.length > 0 ? [{ code: "sheets_hidden", names: hidden }] : [];
  return { text, notices: [...hiddenNotice, ...found.toNotices()] };
}

// Formatted cells without a value count in the file, but hold nothing.
function findWidth(rows: readonly (readonly unknown[])[]): number {
  let width = 1;
  for (const row of rows) {
    let last = row.length;
    while (last > width && (row[last - 1] === null || row[last - 1] === "")) last -= 1;
    width = Math.max(width, last);
  }
  return width;
}

function toWorkbookCell(value: unknown, cell: Cell | undefined) {
  return { value, format: cell?.style?.numFmt ?? "", isFormula: cell?.formula !== undefined };
}

// Counts what a person should know, with its first row.
function createFindings(read: WorkbookOptions["paddedNumbers"]) {
  let padded: Extract<WorkbookNotice, { code: "numbers_padded" }> | null = null;
  const counts = { numbers_rounded: toCount(), formulas_empty: toCount() };
  const count = (code: keyof typeof counts, row: number) => {
    counts[code] = { count: counts[code].count + 1, firstRow: counts[code].firstRow || row };
  };
  return {
    add({ text, stored, isRounded, isUnknown }: CellText, row: number, column: number): void {
      if (isRounded) count("numbers_rounded", row);
      if (isUnknown) count("formulas_empty", row);
      if (stored === undefined) return;
      const before = padded ?? { code: "numbers_padded", count: 0, firstRow: row, columns: [], examples: [], read };
      const { columns, examples } = before;
      padded = {
        ...before,
        count: before.count + 1,
        columns: columns.includes(column) ? columns : [...columns, column],
        examples: examples.length < maxExamples ? [...examples, { row, shown: text, stored }] : examples,
      };
    },
    toNotices(): WorkbookNotice[] {
      const counted = Object.entries(counts) as [keyof typeof counts, { count: number; firstRow: number }][];
      const others = counted.filter(([, { count: cells }]) => cells > 0).map(([code, place]) => ({ code, ...place }));
      return [...(padded ? [padded] : []), ...others];
    },
  };
}

const maxExamples = 3;

function toCount() {
  return { count: 0, firstRow: 0 };
}
