// Collected records to a table: header, data rows, limits, rows of another length.
import { isBlank } from "./aliases.ts";
import { type Collected, type Tally, tally } from "./collect.ts";
import { type FoundHeader, findHeader, headerSearchLength } from "./header.ts";
import type { CsvRecord, FileIssue, FileNotice, HeaderReason, ReadOptions } from "./table.ts";

/** Guide: "Maximum 10,000 rows per import". */
const defaultMaxRows = 10_000;

// A header of a million cells is no header; filling ten thousand rows up to it would take the page's memory.
const mostFilledColumns = 1000;

/** The part of a table that comes from its records. */
export interface Assembled {
  readonly headers: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly headerRow: number | null;
  readonly reason: HeaderReason;
  readonly notices: readonly FileNotice[];
}

/** How many records to keep, so that `maxRows` data rows are left below any header. */
export function recordsToKeep({ maxRows = defaultMaxRows, headerRow }: ReadOptions): number {
  return maxRows + (typeof headerRow === "number" ? headerRow : headerSearchLength);
}

/** Finds the header and puts the data rows below it in its width; or says why there is nothing to import. */
export function assemble(collected: Collected, options: ReadOptions): Assembled | FileIssue {
  const { maxRows: limit = defaultMaxRows, overflow = "refuse" } = options;
  if (collected.unclosed !== null) return { code: "unclosed_quote", row: collected.unclosed };
  if (collected.count === 0) return { code: "empty_file" };
  const { headerRow, reason } = locateHeader(collected.records, options.headerRow);
  const header = collected.records.find((record) => record.number === headerRow);
  const below = collected.records.filter((record) => record.number > (headerRow ?? 0));
  const count = collected.count - collected.records.length + below.length;
  if (count === 0) return { code: "no_rows", headers: header?.cells ?? [] };
  if (count > limit && overflow === "refuse") return { code: "too_many_rows", count, limit };
  const kept = below.slice(0, limit);
  const headers = headerRow === null ? genericHeaders(kept) : (header?.cells ?? []);
  const fitted = fitRecords(kept, headers.length);
  const notices = [
    headerRow !== null && headerRow > 1 && ({ code: "rows_skipped", count: headerRow - 1, firstRow: 1 } as const),
    count > limit && ({ code: "rows_over_limit", count, limit } as const),
    ...fitted.notices,
    collected.malformed && ({ code: "quotes_malformed", ...collected.malformed } as const),
    collected.unshielded && ({ code: "apostrophes_removed", ...collected.unshielded } as const),
  ].filter((notice) => notice !== null && notice !== false);
  return { headers, records: fitted.records, headerRow, reason, notices };
}

function locateHeader(
  records: readonly CsvRecord[],
  wanted: ReadOptions["headerRow"] = "auto",
): { headerRow: number | null; reason: FoundHeader["reason"] } {
  if (wanted !== "auto") return { headerRow: wanted, reason: { code: "chosen" } };
  const { index, reason } = findHeader(records.slice(0, headerSearchLength).map((record) => record.cells));
  return { headerRow: index === null ? null : (records[index]?.number ?? null), reason };
}

// English, for use without a view; a view names them itself where `dialect.hasHeader` is false.
function genericHeaders(records: readonly CsvRecord[]): string[] {
  const width = records.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: Math.min(width, mostFilledColumns) }, (_, index) => `Column ${index + 1}`);
}

function fitRecords(records: readonly CsvRecord[], width: number): { records: CsvRecord[]; notices: FileNotice[] } {
  let short: Tally | null = null;
  let long: Tally | null = null;
  const fitted = records.map(({ number, cells }) => {
    if (cells.length === width) return { number, cells };
    if (cells.length < width) {
      short = tally(short, number);
      const missing = Math.min(width, mostFilledColumns) - cells.length;
      return { number, cells: missing > 0 ? [...cells, ...Array<string>(missing).fill("")] : cells };
    }
    // Spreadsheets leave delimiters behind where cells were emptied: nothing is lost with those.
    if (cells.slice(width).every(isBlank)) return { number, cells: cells.slice(0, width) };
    long = tally(long, number);
    return { number, cells };
  });
  const notices: FileNotice[] = [];
  if (short) notices.push({ code: "rows_short", ...(short as Tally) });
  if (long) notices.push({ code: "rows_long", ...(long as Tally) });
  return { records: fitted, notices };
}
