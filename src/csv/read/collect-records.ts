// Text to the records worth keeping, with their row numbers: in slices, so that a page stays alive.

import type { CsvRecord, ReadOptions } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "../text/cells.ts";
import { type DelimiterChoice, repairQuotes, unwrapLine } from "./delimiter.ts";
import { type ParsedSlice, parseSlices } from "./parse.ts";
import { yieldToMain } from "./yield-to-main.ts";

/** All records that are not blank: the first of them themselves, the others counted. */
export interface CollectedRecords {
  records: CsvRecord[];
  count: number;
  blank: number;
  /** Share of the text that was parsed: less than 1 when there was no point in going on. */
  share: number;
  /** The row whose quote does not close; what comes behind it is not known. */
  unclosed: number | null;
  malformed: AffectedRows | null;
  unwrapped: AffectedRows | null;
  /** False when no cell can begin with an apostrophe. */
  readonly apostrophes: boolean;
  /** False when no cell can be a text written as a formula. */
  readonly formulas: boolean;
}

/** How much to collect. */
export interface CollectLimits {
  /** The first records that are kept. */
  readonly keep: number;
  /** The text is only a file's beginning: its last record is cut. */
  readonly cut: boolean;
}

// Half a frame; with the slice on top still far from the 50 ms that people feel.
const taskLength = 8;
// Counting the rows of a file that is refused anyway ends here: the rest is estimated.
const countedLength = 8 * 1024 * 1024;

/** Parses the text and keeps the first records. Rejects with the signal's reason when aborted. */
export async function collectRecords(
  text: string,
  choice: DelimiterChoice,
  { keep, cut }: CollectLimits,
  { signal, onProgress }: ReadOptions,
): Promise<CollectedRecords> {
  const collected: CollectedRecords = {
    ...{ records: [], count: 0, blank: 0, share: 1 },
    ...{ unclosed: null, malformed: null, unwrapped: null },
    ...{ apostrophes: text.includes("'"), formulas: text.includes('="') },
  };
  const { delimiter, quoting } = choice;
  let since = performance.now();
  for (const slice of parseSlices(repairQuotes(text, delimiter, quoting), delimiter)) {
    addRecords(collected, cut && slice.share === 1 ? withoutLast(slice) : slice, keep, choice);
    addFaults(collected, slice, cut);
    onProgress?.(slice.share);
    collected.share = slice.share;
    if (collected.count > keep && slice.share * text.length > countedLength) break;
    if (performance.now() - since < taskLength) continue;
    await yieldToMain();
    signal?.throwIfAborted();
    since = performance.now();
  }
  return collected;
}

function withoutLast(slice: ParsedSlice): ParsedSlice {
  return { ...slice, records: slice.records.slice(0, -1) };
}

function addRecords(
  collected: CollectedRecords,
  { records, start }: ParsedSlice,
  keep: number,
  choice: DelimiterChoice,
): void {
  for (let index = 0; index < records.length; index += 1) {
    const cells = records[index] ?? [];
    if (cells.every(isBlank)) {
      collected.blank += 1;
      continue;
    }
    collected.count += 1;
    if (collected.records.length >= keep) continue;
    const number = start + index + 1;
    const inside = choice.quoting.wrapped > 0 ? unwrapLine(cells, choice.delimiter) : null;
    const isLine = inside?.length === choice.quoting.wrapped;
    if (isLine) collected.unwrapped = addRow(collected.unwrapped, number);
    collected.records.push({ number, cells: isLine ? inside : cells });
  }
}

function addFaults(collected: CollectedRecords, { faults, start, records, share }: ParsedSlice, cut: boolean): void {
  for (const { record, unclosed } of faults) {
    // The quote that a cut leaves open was closed in the file.
    if (cut && share === 1 && record >= start + records.length - 1) continue;
    collected.malformed = addRow(collected.malformed, record + 1);
    if (unclosed) collected.unclosed ??= record + 1;
  }
}
