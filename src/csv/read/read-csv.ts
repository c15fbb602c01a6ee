// A file in, a table or a reason out: the stages in their order.

import type { CsvTable, FileIssue, ReadOptions, ReadResult } from "../table.ts";
import { type Assembled, assemble, countRows, recordsToKeep } from "./assemble-table.ts";
import { type Collected, collect } from "./collect-records.ts";
import { chooseDelimiter, readDeclaration, type Split, splitAt } from "./delimiter.ts";
import { mendRecords, textNotices, toSample } from "./encoding-notices.ts";
import { type CsvInput, type LoadedText, load } from "./load-text.ts";

/**
 * Reads a CSV file: finds encoding, delimiter and header, and gives every data row as text.
 *
 * Works in short tasks, so that a page stays responsive. A file that can't be used is a result with an issue.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function readCsv(input: CsvInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { signal, onProgress, overflow } = options;
  signal?.throwIfAborted();
  const loaded = await load(input, options);
  signal?.throwIfAborted();
  if ("code" in loaded) return refuse(loaded);
  const { text, split } = divide(loaded.text, options);
  const collected = await collect(
    text,
    split,
    { keep: recordsToKeep(options), cut: loaded.share < 1 && overflow === "first" },
    options,
  );
  signal?.throwIfAborted();
  if (loaded.bytes > loaded.limit && overflow !== "first") return refuse(tooLarge(loaded, collected, options));
  const assembled = assemble(collected, options, loaded.share);
  if ("code" in assembled) return refuse(assembled);
  onProgress?.(1);
  return { ok: true, table: toTable(loaded, split, assembled, options) };
}

/** The text below its own declaration, and how it is divided. */
export function divide(whole: string, { delimiter = "auto" }: ReadOptions): { text: string; split: Split } {
  const declaration = readDeclaration(whole);
  const text = declaration ? whole.slice(declaration.length) : whole;
  if (delimiter !== "auto") return { text, split: splitAt(text, delimiter, { code: "chosen" }) };
  if (declaration) return { text, split: splitAt(text, declaration.delimiter, { code: "declared" }) };
  return { text, split: chooseDelimiter(text) };
}

function refuse(issue: FileIssue): ReadResult {
  return { ok: false, issue };
}

function tooLarge({ bytes, limit, share }: LoadedText, collected: Collected, options: ReadOptions): FileIssue {
  return { code: "file_too_large", bytes, limit, estimatedRows: countRows(collected, options, share) };
}

function toTable(loaded: LoadedText, split: Split, assembled: Assembled, { garbled }: ReadOptions): CsvTable {
  const { headers, headerRow, counts } = assembled;
  const mended = mendRecords(assembled, loaded, garbled === "mend");
  const dialect = {
    encoding: loaded.encoding,
    delimiter: split.delimiter,
    hasHeader: headerRow !== null,
    headerRow,
    reasons: { encoding: loaded.reason, delimiter: split.reason, header: assembled.reason },
    sample: toSample(mended.records, loaded),
    delimiters: split.fits,
    headerCandidates: assembled.candidates,
  };
  const notices = [...textNotices(loaded, assembled), ...mended.notices, ...assembled.notices];
  return { headers, records: mended.records, dialect, notices, counts };
}
