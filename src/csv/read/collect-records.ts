// Collects the records of a text with their row numbers, in short tasks that keep the page responsive.
import type { CsvRecord, ReadOptions } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "../text/cells.ts";
import { mayHaveOuterQuotes } from "../text/outer-quotes.ts";
import { type DelimiterChoice, repairQuotes, restoreEscapes, unwrapRecord } from "./delimiter.ts";
import { type ParsedSlice, parseSlices } from "./parse.ts";
import { yieldToMain } from "./yield-to-main.ts";

/** The first records that are not blank, and counts of all of them. */
export interface CollectedRecords {
  records: CsvRecord[];
  count: number;
  /** How many of them are above `CollectLimits.fromRow`. */
  before: number;
  blank: number;
  /** The number of the last record that is not blank. */
  lastRow: number;
  /** Share of the text that was parsed; less than 1 when parsing stopped early. */
  share: number;
  /** The row whose quote does not close; everything after it is unknown. */
  unclosed: number | null;
  malformed: AffectedRows | null;
  unwrapped: AffectedRows | null;
  /** False when no cell can begin with an apostrophe. */
  readonly apostrophes: boolean;
  /** False when no cell can be a text written as a formula. */
  readonly formulas: boolean;
  /** False when no cell can have further quotes around its value. */
  readonly quotes: boolean;
}

/** How much to collect. */
export interface CollectLimits {
  /** How many records to keep, beside those of `top`. */
  readonly keep: number;
  /** How many of the first records are kept in any case: the header is among them. */
  readonly top: number;
  /** Other records above this row are not kept. */
  readonly fromRow: number;
  /** True to count on to the end of the file, however long it is. */
  readonly countsAll: boolean;
  /** True when the text is only the beginning of a file, so that its last record is incomplete. */
  readonly cut: boolean;
}

// Half a frame. Together with one slice still far below 50 ms, where delays become noticeable.
const maxTaskMilliseconds = 8;
// In a file that is refused anyway rows are counted up to here, and the rest is estimated.
const maxCountedLength = 8 * 1024 * 1024;

/** Parses the text and keeps the first records. Rejects with the signal's reason when aborted. */
export async function collectRecords(
  text: string,
  choice: DelimiterChoice,
  limits: CollectLimits,
  { signal, onProgress }: ReadOptions,
): Promise<CollectedRecords> {
  const collected: CollectedRecords = {
    records: [],
    count: 0,
    before: 0,
    blank: 0,
    lastRow: 0,
    share: 1,
    unclosed: null,
    malformed: null,
    unwrapped: null,
    apostrophes: text.includes("'"),
    formulas: text.includes('="'),
    quotes: mayHaveOuterQuotes(text),
  };
  const { delimiter, quoting } = choice;
  let since = performance.now();
  for (const slice of parseSlices(repairQuotes(text, delimiter, quoting), delimiter, quoting.quote)) {
    addRecords(collected, limits.cut && slice.share === 1 ? withoutLast(slice) : slice, limits, choice);
    addFaults(collected, slice, limits.cut);
    onProgress?.(slice.share);
    collected.share = slice.share;
    if (mayEstimate(collected, limits) && slice.share * text.length > maxCountedLength) break;
    if (performance.now() - since < maxTaskMilliseconds) continue;
    await yieldToMain();
    signal?.throwIfAborted();
    since = performance.now();
  }
  return collected;
}

function mayEstimate({ count, before }: CollectedRecords, { keep, top, countsAll }: CollectLimits): boolean {
  return !countsAll && count - before > keep + top;
}

function withoutLast(slice: ParsedSlice): ParsedSlice {
  return { ...slice, records: slice.records.slice(0, -1) };
}

function addRecords(
  collected: CollectedRecords,
  { records, start, emptyLines = 0 }: ParsedSlice,
  { keep, top, fromRow }: CollectLimits,
  choice: DelimiterChoice,
): void {
  collected.blank += emptyLines;
  for (let index = 0; index < records.length; index += 1) {
    const cells = restoreEscapes(records[index] ?? [], choice.quoting);
    if (isBlank(cells[0] ?? "") && cells.every(isBlank)) {
      collected.blank += 1;
      continue;
    }
    const number = start + index + 1;
    collected.count += 1;
    collected.lastRow = number;
    if (number < fromRow) collected.before += 1;
    const kept = collected.records.length;
    if (kept >= top && (number < fromRow || kept >= top + keep)) continue;
    const unwrapped = unwrapRecord(cells, choice);
    if (unwrapped) collected.unwrapped = addRow(collected.unwrapped, number);
    collected.records.push({ number, cells: unwrapped ?? cells });
  }
}

function addFaults(collected: CollectedRecords, { faults, start, records, share }: ParsedSlice, cut: boolean): void {
  for (const { record, unclosed } of faults) {
    // A quote that is open where the text was cut is closed later in the file.
    if (cut && share === 1 && record >= start + records.length - 1) continue;
    collected.malformed = addRow(collected.malformed, record + 1);
    if (unclosed) collected.unclosed ??= record + 1;
  }
}
