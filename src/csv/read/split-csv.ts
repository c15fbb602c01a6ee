// A file with too many rows, cut into files that can each be imported.

import type { CsvRecord, FileIssue, ReadOptions } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { escapeFormula } from "../text/spreadsheet-escapes.ts";
import { toLine } from "../write/stringify.ts";
import { locateHeader } from "./assemble-table.ts";
import { type DelimiterChoice, repairQuotes, unwrapLine } from "./delimiter.ts";
import { headerSearchLength } from "./header-row.ts";
import { type CsvInput, loadText } from "./load-text.ts";
import { parseSlices } from "./parse.ts";
import { findDelimiter } from "./read-csv.ts";
import { yieldToMain } from "./yield-to-main.ts";

/** How to choice: how to read the file, and how many rows a part may have. */
export interface SplitOptions
  extends Pick<ReadOptions, "delimiter" | "encoding" | "headerRow" | "maxBytes" | "signal"> {
  /** @default 10,000 (guide: "Maximum 10,000 rows per import") */
  readonly rowsPerFile?: number;
}

/** One part: a CSV file of its own, with the header, UTF-8 with a byte order mark, in the delimiter of the whole. */
export interface CsvPart {
  /** Counted from 1. */
  readonly part: number;
  readonly rows: number;
  /** The rows of the whole file that the part begins and ends with, as a spreadsheet shows them. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly content: Blob;
}

/** The parts, made one at a time as they are asked for; or why there are none. */
export type SplitResult =
  | { readonly ok: true; readonly parts: AsyncIterable<CsvPart> }
  | { readonly ok: false; readonly issue: FileIssue };

/**
 * Splits a file of up to 64 MiB: every row in its order, under the same header; blank rows and what stands above the header
 * are left out. Cells that a spreadsheet might run are made safe as `stringify` does it.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function splitCsv(input: CsvInput, options: SplitOptions = {}): Promise<SplitResult> {
  options.signal?.throwIfAborted();
  const loaded = await loadText(input, options);
  if ("code" in loaded) return { ok: false, issue: loaded };
  const { bytes, limit } = loaded;
  if (bytes > limit) return { ok: false, issue: { code: "file_too_large", bytes, limit, estimatedRows: 0 } };
  const { text, choice } = findDelimiter(loaded.text, options);
  const searched = firstRecords(text, choice);
  if (searched.length === 0) return { ok: false, issue: { code: "empty_file" } };
  const { headerRow } = locateHeader(searched, options.headerRow);
  return { ok: true, parts: toParts(text, choice, headerRow, options) };
}

const defaultRows = 10_000;

function firstRecords(text: string, choice: DelimiterChoice): CsvRecord[] {
  const found: CsvRecord[] = [];
  for (const records of readRecords(text, choice)) {
    found.push(...records);
    if (found.length >= headerSearchLength) break;
  }
  return found;
}

function* readRecords(text: string, { delimiter, quoting }: DelimiterChoice): Generator<CsvRecord[]> {
  for (const { records, start } of parseSlices(repairQuotes(text, delimiter, quoting), delimiter)) {
    const numbered = records.map((cells, index) => {
      const inside = quoting.wrapped > 0 ? unwrapLine(cells, delimiter) : null;
      return { number: start + index + 1, cells: inside?.length === quoting.wrapped ? inside : cells };
    });
    yield numbered.filter(({ cells }) => !cells.every(isBlank));
  }
}

async function* toParts(
  text: string,
  choice: DelimiterChoice,
  headerRow: number | null,
  { rowsPerFile = defaultRows, signal }: SplitOptions,
): AsyncGenerator<CsvPart> {
  let header = "";
  let part = 1;
  let rows: CsvRecord[] = [];
  for (const records of readRecords(text, choice)) {
    for (const record of records) {
      if (record.number === headerRow) header = toText([record], choice);
      if (record.number <= (headerRow ?? 0)) continue;
      rows.push(record);
      if (rows.length < rowsPerFile) continue;
      yield toPart(part, header, rows, choice);
      part += 1;
      rows = [];
    }
    await yieldToMain();
    signal?.throwIfAborted();
  }
  if (rows.length > 0) yield toPart(part, header, rows, choice);
}

function toPart(part: number, header: string, rows: readonly CsvRecord[], choice: DelimiterChoice): CsvPart {
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const content = new Blob(["\uFEFF", header, toText(rows, choice)], { type: "text/csv" });
  return { part, rows: rows.length, firstRow: first, lastRow: last, content };
}

// An apostrophe that is there already protects; another would come off only once.
function toText(records: readonly CsvRecord[], { delimiter }: DelimiterChoice): string {
  const safe = (cell: string) => (cell.startsWith("'") ? cell : escapeFormula(cell));
  return records.map(({ cells }) => `${toLine(cells.map(safe), delimiter)}\r\n`).join("");
}
