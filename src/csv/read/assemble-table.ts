// Assembles a table from collected records: finds the header, applies the row limit, and makes all rows as wide as the header.
import type {
  CsvRecord,
  Delimiter,
  FileIssue,
  FileNotice,
  HeaderCandidate,
  HeaderReason,
  ReadOptions,
  RowCounts,
} from "../table.ts";
import { addedColumnsNotice } from "../text/headers.ts";
import { removeOuterQuotes } from "../text/outer-quotes.ts";
import { removeApostrophes, unwrapFormulaTexts } from "../text/spreadsheet-escapes.ts";
import type { CollectedRecords, CollectLimits } from "./collect-records.ts";
import { decodedHeadersNotice, decodeHeader } from "./damaged-headers.ts";
import { addRowNames, fitRecords, toGenericHeaders } from "./fit-records.ts";
import { countFurtherHeaders, findHeader, headerSearchLength } from "./header-row.ts";

/** Guide: "Maximum 10,000 rows per import". */
const defaultMaxRows = 10_000;

/** The part of a table that comes from its records. */
export interface AssembledTable {
  readonly headers: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly headerRow: number | null;
  readonly reason: HeaderReason;
  readonly candidates: readonly HeaderCandidate[];
  readonly notices: readonly FileNotice[];
  readonly counts: RowCounts;
}

/** Which records to keep, so that `maxRows` data rows from `fromRow` on, and the one after them, remain below any header. */
export function recordsToKeep(options: ReadOptions): Pick<CollectLimits, "keep" | "top" | "fromRow"> {
  const { maxRows = defaultMaxRows, headerRow, overflow, fromRow = 1 } = options;
  const top = typeof headerRow === "number" ? headerRow : headerSearchLength;
  return { keep: overflow === "all" ? Number.POSITIVE_INFINITY : maxRows + 1, top, fromRow };
}

/** Counts the rows below the header, estimated when reading stopped early; `share` is the part of the file that was loaded. */
export function countRows(collected: CollectedRecords, options: ReadOptions, share: number): number {
  const { headerRow } = locateHeader(collected.records, options.headerRow);
  return countBelow(collected, countAbove(collected, headerRow), share);
}

function countAbove({ records }: CollectedRecords, headerRow: number | null): number {
  const firstBelow = records.findIndex(({ number }) => number > (headerRow ?? 0));
  return firstBelow < 0 ? records.length : firstBelow;
}

// The records below those above the data, and not above `fromRow`.
function countBelow({ count, before, share: parsed }: CollectedRecords, above: number, share: number): number {
  return Math.round((count - Math.max(above, before)) / (parsed * share));
}

/** Assembles the table, or gives the issue why there is nothing to import. */
export function assembleTable(
  collected: CollectedRecords,
  options: ReadOptions,
  delimiter: Delimiter,
  share = 1,
): AssembledTable | FileIssue {
  const { maxRows = defaultMaxRows, overflow = "refuse", fromRow = 1 } = options;
  const limit = overflow === "all" ? Number.POSITIVE_INFINITY : maxRows;
  if (collected.unclosed !== null) return { code: "unclosed_quote", row: collected.unclosed };
  if (collected.count === 0) return { code: "empty_file" };
  const { headerRow, reason, candidates } = locateHeader(collected.records, options.headerRow);
  const top = collected.records.find((record) => record.number === headerRow);
  const above = countAbove(collected, headerRow);
  const below = collected.records.slice(above);
  const isEstimated = collected.share * share < 1;
  const count = countBelow(collected, above, share);
  const estimated = isEstimated ? ({ estimated: true } as const) : {};
  if (count === 0 || (below.length === 0 && !isEstimated)) return { code: "no_rows", headers: top?.cells ?? [] };
  if (count > limit && overflow === "refuse") return { code: "too_many_rows", count, limit, ...estimated };
  const further =
    headerRow === null ? 0 : countFurtherHeaders(below.slice(0, headerSearchLength).map(({ cells }) => cells));
  const wanted = below.slice(further).filter(({ number }) => number >= fromRow);
  if (fromRow > 1 && wanted.length === 0) return { code: "no_rows", headers: top?.cells ?? [] };
  const kept = { header: top?.cells ?? null, records: wanted.slice(0, limit), affected: null };
  const texts = collected.formulas ? unwrapFormulaTexts(kept.header, kept.records) : kept;
  const plain = collected.apostrophes ? removeApostrophes(texts.header, texts.records) : { ...texts, affected: null };
  const taken =
    collected.quotes && plain.header ? removeOuterQuotes(plain.header, plain.records) : { ...plain, affected: null };
  const header = (taken.header ?? []).map(decodeHeader);
  const headers = headerRow === null ? toGenericHeaders(taken.records) : addRowNames(header, taken.records);
  // An empty name, added in front, moves all others.
  const written = [...headers.slice(header.length), ...(taken.header ?? [])];
  const fitted = fitRecords(headers, taken.records, { delimiter, longRows: options.longRows ?? "ask" });
  const aboveData = collected.records.length - below.length + further;
  const before = Math.max(0, collected.before - aboveData);
  const overLimit = Math.max(0, countBelow(collected, aboveData, share) - fitted.records.length);
  const notices = [
    headerRow !== null && headerRow > 1 && ({ code: "rows_skipped", count: headerRow - 1, firstRow: 1 } as const),
    further > 0 && ({ code: "headers_skipped", count: further, firstRow: below[0]?.number ?? 1 } as const),
    headerRow !== null && decodedHeadersNotice(written),
    headerRow !== null && addedColumnsNotice(headers),
    before > 0 && ({ code: "rows_before", count: before, fromRow } as const),
    overLimit > 0 &&
      ({
        code: "rows_over_limit",
        count: fitted.records.length + overLimit,
        limit,
        ...estimated,
        firstRow: wanted[limit]?.number ?? (kept.records.at(-1)?.number ?? 0) + 1,
        lastRow: isEstimated ? null : collected.lastRow,
      } as const),
    headerRow !== null &&
      headers.length > header.length &&
      ({ code: "row_names", count: fitted.records.length, firstRow: fitted.records[0]?.number ?? 1 } as const),
    ...fitted.notices,
    collected.malformed && ({ code: "quotes_malformed", ...collected.malformed } as const),
    collected.unwrapped && ({ code: "lines_unwrapped", ...collected.unwrapped } as const),
    texts.affected && ({ code: "formulas_unwrapped", ...texts.affected } as const),
    plain.affected && ({ code: "apostrophes_removed", ...plain.affected } as const),
    taken.affected && ({ code: "quotes_removed", ...taken.affected } as const),
  ].filter((notice) => notice !== null && notice !== false);
  const counts = {
    kept: fitted.records.length,
    blank: Math.round(collected.blank / (collected.share * share)),
    aboveData,
    before,
    overLimit,
    estimated: isEstimated,
  };
  return { headers, records: fitted.records, headerRow, reason, candidates, notices, counts };
}

/** The header's row, why, and other candidates. */
export interface Located {
  readonly headerRow: number | null;
  readonly reason: HeaderReason;
  readonly candidates: readonly HeaderCandidate[];
}

/** Locates the header: the wanted row, or the one found. */
export function locateHeader(records: readonly CsvRecord[], wanted: ReadOptions["headerRow"] = "auto"): Located {
  const searched = records.slice(0, headerSearchLength);
  const found = findHeader(searched.map(({ cells }) => cells));
  const numberOf = (index: number) => searched[index]?.number ?? 1;
  const candidates = found.candidates.map(({ index, ...candidate }) => ({ row: numberOf(index), ...candidate }));
  if (wanted !== "auto") return { headerRow: wanted, reason: { code: "chosen" }, candidates };
  return { headerRow: found.index === null ? null : numberOf(found.index), reason: found.reason, candidates };
}
