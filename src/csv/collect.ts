// Text to the records worth keeping, with their row numbers: in slices, so that a page stays alive.
import { isBlank } from "./aliases.ts";
import { unshield } from "./formula.ts";
import { type ParsedSlice, parseSlices } from "./parse.ts";
import { pause } from "./pause.ts";
import type { CsvRecord, Delimiter, ReadOptions } from "./table.ts";

/** How many rows something was seen in, and the first of them. */
export interface Tally {
  readonly count: number;
  readonly firstRow: number;
}

/** All records that are not blank: the first of them themselves, the others counted. */
export interface Collected {
  records: CsvRecord[];
  count: number;
  /** The row whose quote does not close; what comes behind it is not known. */
  unclosed: number | null;
  malformed: Tally | null;
  unshielded: Tally | null;
}

// Half a frame; with the slice on top still far from the 50 ms that people feel.
const taskLength = 8;

/** Parses the text and keeps the first `keep` records. Rejects with the signal's reason when aborted. */
export async function collect(
  text: string,
  delimiter: Delimiter,
  keep: number,
  { signal, onProgress }: ReadOptions,
): Promise<Collected> {
  const collected: Collected = { records: [], count: 0, unclosed: null, malformed: null, unshielded: null };
  let since = performance.now();
  for (const slice of parseSlices(text, delimiter)) {
    addRecords(collected, slice, keep);
    addFaults(collected, slice);
    onProgress?.(slice.share);
    if (performance.now() - since < taskLength) continue;
    await pause();
    signal?.throwIfAborted();
    since = performance.now();
  }
  return collected;
}

/** Counts one more row. */
export function tally(before: Tally | null, row: number): Tally {
  return { count: (before?.count ?? 0) + 1, firstRow: before?.firstRow ?? row };
}

function addRecords(collected: Collected, { records, start }: ParsedSlice, keep: number): void {
  for (const [index, cells] of records.entries()) {
    if (cells.every(isBlank)) continue;
    collected.count += 1;
    if (collected.records.length >= keep) continue;
    const number = start + index + 1;
    const unshielded = cells.map(unshield);
    if (unshielded.some((cell, column) => cell !== cells[column])) {
      collected.unshielded = tally(collected.unshielded, number);
    }
    collected.records.push({ number, cells: unshielded });
  }
}

function addFaults(collected: Collected, { faults }: ParsedSlice): void {
  for (const { record, unclosed } of faults) {
    collected.malformed = tally(collected.malformed, record + 1);
    if (unclosed) collected.unclosed ??= record + 1;
  }
}
