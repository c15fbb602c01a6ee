// The two functions that take a file, before their code is there: a page loads it with its first file, not with itself.

import type { FileIssue, ReadOptions, ReadResult } from "../table.ts";
import type { CsvInput } from "./load-text.ts";
import type { SplitOptions, SplitResult } from "./split-csv.ts";

/**
 * Reads a CSV file: finds encoding, delimiter and header, and gives every data row as text.
 *
 * Works in short tasks, so that a page stays responsive. A file that can't be used is a result with an issue; so is a reader
 * that the page could not fetch (`unreadable`, reason `reader_not_loaded`).
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function readCsv(input: CsvInput, options: ReadOptions = {}): Promise<ReadResult> {
  const reader = await loadReader(options.signal);
  return "code" in reader ? { ok: false, issue: reader } : reader.readCsv(input, options);
}

/**
 * Splits a file of up to 64 MiB: every row in its order, under the same header; blank rows and what stands above the header
 * are left out. Cells that a spreadsheet might run are made safe as `stringify` does it.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function splitCsv(input: CsvInput, options: SplitOptions = {}): Promise<SplitResult> {
  const reader = await loadReader(options.signal);
  return "code" in reader ? { ok: false, issue: reader } : reader.splitCsv(input, options);
}

async function loadReader(signal: AbortSignal | undefined): Promise<typeof import("./reader-chunk.ts") | FileIssue> {
  signal?.throwIfAborted();
  // Offline, or after a new release; the platform tries again with the next file.
  return import("./reader-chunk.ts").catch((): FileIssue => ({ code: "unreadable", reason: "reader_not_loaded" }));
}
