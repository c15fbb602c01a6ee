// Reads a large CSV file on disk part by part, if every part is plain: then no part can change how another one is read.
import { joinUnreachable, type UnreachableEmails } from "../../csv/rows/unreachable-emails.ts";
import type { CsvRecord, CsvTable } from "../../csv/table.ts";
import type { InputOptions } from "../commands/options.ts";
import { InputError } from "../terminal/terminal.ts";
import { describeTable, toUnreachableLines } from "./csv-text.ts";
import { type CutSizes, cutCsv, type FilePart } from "./cut-csv.ts";
import type { Input, InputRow, OpenFile } from "./open-file.ts";

/** A table with its columns chosen. */
export interface OpenTable {
  readonly table: CsvTable;
  /** How it was read: the table, its columns, then all that is noticed, doubted or offered. */
  readonly notes: readonly string[];
  /** Finds emails that belong to nobody. Apart from the notes, because those of all parts are counted together. */
  readonly findUnreachable: () => readonly UnreachableEmails[];
  readonly toRow: (record: CsvRecord) => InputRow;
}

/** Reads tables as the flags say. Both throw an InputError for a table that can't be used. */
export interface TableReader {
  read(bytes: Uint8Array): Promise<CsvTable>;
  open(table: CsvTable): OpenTable;
}

/** The rows of a file in parts, or else the file to be read as a whole, with a note about it. */
export type PartsResult =
  | { readonly input: Input }
  | { readonly input: null; readonly file: OpenFile; readonly notes: readonly string[] };

/** Sizes in bytes. */
export interface PartSizes extends CutSizes {
  /** Smaller files are read as a whole. */
  readonly least: number;
}

const mebibyte = 1024 * 1024;
/** A part is about 3,000 rows. */
export const defaultSizes: PartSizes = { least: 4 * mebibyte, part: mebibyte / 4, most: 8 * mebibyte };

/**
 * Reads a large file twice: first all parts, to see whether they are plain and read alike, then its rows. A file that is not so, or
 * whose flags concern all of it, is to be read as a whole.
 */
export async function readInParts(
  file: OpenFile,
  options: InputOptions,
  reader: TableReader,
  sizes: PartSizes,
): Promise<PartsResult> {
  const { name, stored, size } = file;
  if (!stored || (size ?? 0) < sizes.least || concernsWhole(options)) return { input: null, file, notes: [] };
  // Ends the first reading.
  for await (const _ of file.bytes) break;
  const before = await stored.version();
  const cut = () => cutCsv(stored.read(), sizes);
  const checked = await checkParts(cut(), reader);
  if (typeof checked === "string") return { input: null, file: { ...file, bytes: stored.read() }, notes: [checked] };
  const { first, counts, notes, unreachable } = checked;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const requireUnchanged = async () => {
    if ((await stored.version()) !== before) throw changed(name);
  };
  const rows = {
    async *[Symbol.asyncIterator]() {
      await requireUnchanged();
      let offset = 0;
      let index = 0;
      for await (const { bytes } of cut()) {
        const table = await reader.read(bytes);
        if (table.records.length !== counts[index]) throw changed(name);
        const { toRow } = reader.open(table);
        for (const record of table.records) yield toRow({ ...record, number: record.number + offset });
        offset += table.records.length;
        index += 1;
      }
      await requireUnchanged();
    },
  };
  const all = [describeTable(first, total), ...notes, ...toUnreachableLines(unreachable)];
  return { input: { format: "csv", unit: "row", total, notes: all, rows } };
}

function changed(name: string): InputError {
  return new InputError("file_changed", `${name} was changed while it was read. Write a new file, then rename it.`);
}

/** True for flags about a certain row, an encoding, or repairs that look at whole columns. */
export function concernsWhole({ headerRow, encoding, mend, longRows, sheet, paddedNumbers }: InputOptions): boolean {
  const isOther = encoding !== undefined && encoding !== "utf-8";
  return isOther || [headerRow, mend, longRows, sheet, paddedNumbers].some((flag) => flag !== undefined);
}

interface CheckedParts {
  readonly first: CsvTable;
  /** The rows of each part. */
  readonly counts: readonly number[];
  /** The notes of every part, without the one about its table. */
  readonly notes: readonly string[];
  /** The emails of all parts that belong to nobody. */
  readonly unreachable: readonly UnreachableEmails[];
}

// The text says why the file is read as a whole. What is wrong with it is told then.
async function checkParts(parts: AsyncIterable<FilePart>, reader: TableReader): Promise<CheckedParts | string> {
  let first: OpenTable | null = null;
  const counts: number[] = [];
  const sample = createRowSample();
  let unreachable: readonly UnreachableEmails[] = [];
  let row = firstRow;
  for await (const { bytes, rows } of parts) {
    const part = await orNull(async () => reader.open(await reader.read(bytes)));
    first ??= part;
    if (!part || !first || !isPlain(part, rows) || !isReadAlike(part, first)) return toWholeText(row, row + rows - 1);
    sample.add(part.table.records);
    unreachable = joinUnreachable(unreachable, moveRows(part.findUnreachable(), row - firstRow));
    counts.push(rows);
    row += rows;
  }
  // Columns are judged by cells from all over a file, which look different from those of each part.
  const { table } = first ?? { table: null };
  const all = table && (await orNull(async () => reader.open({ ...table, records: sample.rows() })));
  if (!table || !first || !all || !isReadAlike(all, first)) return toWholeText(firstRow, row - 1);
  return { first: { ...table, records: [] }, counts, notes: first.notes.slice(1), unreachable };
}

// Of each part, and of the file.
const firstRow = 2;

function moveRows(found: readonly UnreachableEmails[], by: number): UnreachableEmails[] {
  return found.map((emails) => ({
    ...emails,
    firstRow: emails.firstRow + by,
    rows: emails.rows.map((row) => row + by),
  }));
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const sampledOfPart = 50;
const maxSampled = 2_000;

// Rows from all over the file, in order. Once there are too many, every second one is dropped, and so of all later parts.
function createRowSample(): { add(records: readonly CsvRecord[]): void; rows(): readonly CsvRecord[] } {
  let rows: CsvRecord[] = [];
  let ofPart = sampledOfPart;
  return {
    add(records) {
      rows.push(...takeEvenly(records, ofPart));
      if (rows.length <= maxSampled) return;
      rows = rows.filter((_, index) => index % 2 === 0);
      ofPart /= 2;
    },
    rows: () => rows,
  };
}

// Spread over the part; all of a small one. Copied, because a text cut out of another one keeps all of that in memory.
function takeEvenly(records: readonly CsvRecord[], count: number): CsvRecord[] {
  const step = Math.max(1, records.length / count);
  const taken = records.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
  return JSON.parse(JSON.stringify(taken)) as CsvRecord[];
}

function toWholeText(from: number, to: number): string {
  const rows = to < from ? `from row ${from} on` : `rows ${from} to ${to}`;
  return `The file is in memory as a whole, because its rows can't be read one after the other: see ${rows}.`;
}

// Nothing repaired or noticed, a row for each line, and no note that counts rows.
function isPlain({ table, notes }: OpenTable, rows: number): boolean {
  const { dialect, records, notices } = table;
  const isUtf8 = dialect.encoding === "utf-8" && !dialect.workbook;
  const isWhole = records.length === rows && records.at(-1)?.number === rows + 1;
  return isUtf8 && dialect.headerRow === 1 && isWhole && notices.length === 0 && !notes.slice(2).some(hasDigit);
}

function hasDigit(note: string): boolean {
  return /\d/.test(note);
}

function isReadAlike({ table, notes }: OpenTable, first: OpenTable): boolean {
  const { dialect, headers } = table;
  const known = [first.table.dialect.delimiter, ...first.table.headers, ...first.notes.slice(1)];
  return JSON.stringify([dialect.delimiter, ...headers, ...notes.slice(1)]) === JSON.stringify(known);
}
