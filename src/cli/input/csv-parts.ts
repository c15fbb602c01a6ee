// Reads a large CSV file on disk part by part, if every part is plain: then no part can change how another one is read.
import { stat } from "node:fs/promises";
import type { CsvRecord, CsvTable } from "../../csv/table.ts";
import type { InputOptions } from "../commands/options.ts";
import { InputError } from "../terminal/terminal.ts";
import { describeTable } from "./csv-text.ts";
import { type Input, type InputRow, type OpenFile, streamFile } from "./open-file.ts";

/** A table with its columns chosen. */
export interface OpenTable {
  readonly table: CsvTable;
  /** How it was read: the table, its columns, then all that is noticed, doubted or offered. */
  readonly notes: readonly string[];
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
export interface PartSizes {
  /** Smaller files are read as a whole. */
  readonly least: number;
  readonly part: number;
  /** A part that does not end by then has another line break, or a quote that does not close. */
  readonly most: number;
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
  signal: AbortSignal,
): Promise<PartsResult> {
  if (file.size === null || file.size < sizes.least || concernsWhole(options)) return { input: null, file, notes: [] };
  // Ends the first reading.
  for await (const _ of file.bytes) break;
  const before = await readVersion(file.name);
  const cut = () => cutFile(file.name, sizes, signal);
  const checked = await checkParts(cut(), reader);
  if (typeof checked === "string") {
    return { input: null, file: { ...file, bytes: streamFile(file.name, signal) }, notes: [checked] };
  }
  const { first, counts, notes } = checked;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const requireUnchanged = async () => {
    if ((await readVersion(file.name)) !== before) throw changed(file.name);
  };
  const rows = {
    async *[Symbol.asyncIterator]() {
      await requireUnchanged();
      let offset = 0;
      let index = 0;
      for await (const { bytes } of cut()) {
        const table = await reader.read(bytes);
        if (table.records.length !== counts[index]) throw changed(file.name);
        const { toRow } = reader.open(table);
        for (const record of table.records) yield toRow({ ...record, number: record.number + offset });
        offset += table.records.length;
        index += 1;
      }
      await requireUnchanged();
    },
  };
  return { input: { format: "csv", unit: "row", total, notes: [describeTable(first, total), ...notes], rows } };
}

function changed(name: string): InputError {
  return new InputError("file_changed", `${name} was changed while it was read. Write a new file, then rename it.`);
}

// Flags for a certain row, an encoding, or repairs that look at whole columns.
function concernsWhole({ headerRow, encoding, mend, longRows, sheet, paddedNumbers }: InputOptions): boolean {
  const isOther = encoding !== undefined && encoding !== "utf-8";
  return isOther || [headerRow, mend, longRows, sheet, paddedNumbers].some((flag) => flag !== undefined);
}

async function readVersion(path: string): Promise<string> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true });
  return `${size} ${mtimeNs} ${ino}`;
}

interface CheckedParts {
  readonly first: CsvTable;
  /** The rows of each part. */
  readonly counts: readonly number[];
  /** The notes of every part, without the one about its table. */
  readonly notes: readonly string[];
}

// The text says why the file is read as a whole. What is wrong with it is told then.
async function checkParts(parts: AsyncIterable<FilePart>, reader: TableReader): Promise<CheckedParts | string> {
  let first: OpenTable | null = null;
  const counts: number[] = [];
  const sample: CsvRecord[] = [];
  let row = 2;
  for await (const { bytes, rows } of parts) {
    const part = await orNull(async () => reader.open(await reader.read(bytes)));
    first ??= part;
    if (!part || !first || !isPlain(part, rows) || !isReadAlike(part, first)) return toWholeText(row, row + rows - 1);
    sample.push(...takeSample(part.table.records));
    counts.push(rows);
    row += rows;
  }
  // Columns are judged by cells from all over a file, which look different from those of each part.
  const { table } = first ?? { table: null };
  const all = table && (await orNull(async () => reader.open({ ...table, records: sample })));
  if (!table || !first || !all || !isReadAlike(all, first)) return toWholeText(2, row - 1);
  return { first: { ...table, records: [] }, counts, notes: first.notes.slice(1) };
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

// Spread over the part; all of a small one. Copied, because a text cut out of another one keeps all of that in memory.
function takeSample(records: readonly CsvRecord[]): CsvRecord[] {
  const step = Math.max(1, records.length / sampledOfPart);
  const sampled = records.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
  return JSON.parse(JSON.stringify(sampled)) as CsvRecord[];
}

function toWholeText(from: number, to: number): string {
  return `The file is in memory as a whole, because its rows can't be read one after the other: see rows ${from} to ${to}.`;
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

interface FilePart {
  /** The first line of the file, then the lines of this part. */
  readonly bytes: Uint8Array;
  /** Lines of this part. */
  readonly rows: number;
}

const quote = 0x22;
const lineFeed = 0x0a;

/**
 * Cuts a file after line breaks that are outside of quotes. Each part has at least the size of one: a few rows at the end could
 * look different. A part that does not end is empty, which no reader takes.
 */
async function* cutFile(path: string, { part, most }: PartSizes, signal: AbortSignal): AsyncGenerator<FilePart> {
  let header: Uint8Array | null = null;
  let buffer: Uint8Array = new Uint8Array(0);
  // Offsets in the buffer: of the next part, of its end, and of the last complete line.
  let start = 0;
  let cut = 0;
  let end = 0;
  let rows = { ofPart: 0, all: 0 };
  let isQuoted = false;
  for await (const chunk of streamFile(path, signal)) {
    let scanned = buffer.length - start;
    buffer = Buffer.concat([buffer.subarray(start), chunk]);
    [cut, end, start] = [cut - start, end - start, 0];
    for (; scanned < buffer.length; scanned += 1) {
      const byte = buffer[scanned];
      if (byte === quote) isQuoted = !isQuoted;
      if (byte !== lineFeed || isQuoted) continue;
      end = scanned + 1;
      if (!header) {
        header = buffer.slice(0, end);
        [start, cut] = [end, end];
        continue;
      }
      rows.all += 1;
      if (end - cut < part) continue;
      if (cut > start) yield { bytes: Buffer.concat([header, buffer.subarray(start, cut)]), rows: rows.ofPart };
      rows =
        cut > start ? { ofPart: rows.all - rows.ofPart, all: rows.all - rows.ofPart } : { ...rows, ofPart: rows.all };
      [start, cut] = [cut, end];
    }
    if (buffer.length - end > most) return yield { bytes: new Uint8Array(0), rows: 0 };
  }
  // The last line may have no break.
  const last = end < buffer.length ? 1 : 0;
  if (header && rows.all + last > 0)
    yield { bytes: Buffer.concat([header, buffer.subarray(start)]), rows: rows.all + last };
}
