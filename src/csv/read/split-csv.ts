// Splits a file with too many rows into files that can each be imported.
import { withWords } from "../mapping/languages/words-in-use.ts";
import type { CsvRecord, FileIssue, ReadOptions } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { escapeFormula, unescapeFormula } from "../text/spreadsheet-escapes.ts";
import { toLine } from "../write/stringify.ts";
import { locateHeader } from "./assemble-table.ts";
import { type DelimiterChoice, repairQuotes, restoreEscapes, unwrapRecord } from "./delimiter.ts";
import { findDialect } from "./find-dialect.ts";
import { headerSearchLength } from "./header-row.ts";
import { type CsvInput, loadText } from "./load-text.ts";
import { parseSlices } from "./parse.ts";
import { yieldToMain } from "./yield-to-main.ts";

/** How to read the file, and how many rows a part may have. */
export interface SplitOptions
  extends Pick<
    ReadOptions,
    "delimiter" | "encoding" | "headerRow" | "fromRow" | "maxBytes" | "workbooks" | "sheet" | "paddedNumbers" | "signal"
  > {
  /** @default 10,000 (guide: "Maximum 10,000 rows per import") */
  readonly rowsPerFile?: number;
}

/** One part: a CSV file with the header and delimiter of the whole file, in UTF-8 with a byte order mark. */
export interface CsvPart {
  /** Counted from 1. */
  readonly part: number;
  readonly rows: number;
  /** The rows of the whole file that the part begins and ends with, as a spreadsheet shows them. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly content: Blob;
}

/** The parts, made one at a time on demand; or why there are none. */
export type SplitResult =
  | { readonly ok: true; readonly parts: AsyncIterable<CsvPart> }
  | { readonly ok: false; readonly issue: FileIssue };

/**
 * Splits a file of up to 64 MiB: all rows in their order, under the same header, without blank rows and without rows above the
 * header. Cells that a spreadsheet might run as formulas are escaped, as by `stringify`.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function splitCsv(input: CsvInput, options: SplitOptions = {}): Promise<SplitResult> {
  options.signal?.throwIfAborted();
  const loaded = await loadText(input, { ...options, overflow: "all" });
  if ("code" in loaded) return { ok: false, issue: loaded };
  const { bytes, limit } = loaded;
  if (bytes > limit) return { ok: false, issue: { code: "file_too_large", bytes, limit, estimatedRows: 0 } };
  const { text, choice, words } = await findDialect(loaded, options);
  const searched = firstRecords(text, choice);
  if (searched.length === 0) return { ok: false, issue: { code: "empty_file" } };
  const { headerRow } = withWords(words, () => locateHeader(searched, options.headerRow));
  return { ok: true, parts: toParts(text, choice, headerRow, options) };
}

const defaultRowsPerFile = 10_000;

function firstRecords(text: string, choice: DelimiterChoice): CsvRecord[] {
  const found: CsvRecord[] = [];
  for (const records of readRecords(text, choice)) {
    found.push(...records);
    if (found.length >= headerSearchLength) break;
  }
  return found;
}

function* readRecords(text: string, choice: DelimiterChoice): Generator<CsvRecord[]> {
  const { delimiter, quoting } = choice;
  for (const { records, start } of parseSlices(repairQuotes(text, delimiter, quoting), delimiter, quoting.quote)) {
    const numbered = records.map((parsed, index) => {
      const cells = restoreEscapes(parsed, quoting);
      return { number: start + index + 1, cells: unwrapRecord(cells, choice) ?? cells };
    });
    yield numbered.filter(({ cells }) => !cells.every(isBlank));
  }
}

async function* toParts(
  text: string,
  choice: DelimiterChoice,
  headerRow: number | null,
  { rowsPerFile = defaultRowsPerFile, fromRow = 1, signal }: SplitOptions,
): AsyncGenerator<CsvPart> {
  let header = "";
  let part = 1;
  let rows: CsvRecord[] = [];
  for (const records of readRecords(text, choice)) {
    for (const record of records) {
      if (record.number === headerRow) header = toText([record], choice);
      if (record.number <= (headerRow ?? 0) || record.number < fromRow) continue;
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

// An apostrophe that protects already stays as it is; `readCsv` would remove only one of two.
function toText(records: readonly CsvRecord[], { delimiter }: DelimiterChoice): string {
  const toSafeCell = (cell: string) => escapeFormula(unescapeFormula(cell));
  return records.map(({ cells }) => `${toLine(cells.map(toSafeCell), delimiter)}\r\n`).join("");
}
