// Reads a CSV file in stages: load, choose the delimiter, collect records, assemble the table.
import { withWords } from "../mapping/languages/words-in-use.ts";
import type { CsvTable, FileIssue, FileNotice, ReaderExtra, ReadOptions, ReadResult } from "../table.ts";
import { type AssembledTable, assembleTable, countRows, recordsToKeep } from "./assemble-table.ts";
import { type CollectedRecords, collectRecords } from "./collect-records.ts";
import type { DelimiterChoice } from "./delimiter.ts";
import { encodingNotices, handleMojibake, toEncodingSample } from "./encodings/encoding-notices.ts";
import { handleEscapedTexts, isMended, lostLettersNotice } from "./escaped-texts.ts";
import { findDialect } from "./find-dialect.ts";
import { loadExtrasFor } from "./load-extras.ts";
import { type CsvInput, type LoadedText, loadText } from "./load-text.ts";
import { yieldToMain } from "./yield-to-main.ts";

/**
 * Reads a CSV file: finds encoding, delimiter and header, and returns every data row as text.
 *
 * Works in short tasks, so that a page stays responsive. A file that can't be used gives a result with an issue.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function readCsv(input: CsvInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { signal, onProgress, overflow } = options;
  signal?.throwIfAborted();
  const loaded = await loadText(input, options);
  signal?.throwIfAborted();
  if ("code" in loaded) return refuse(loaded);
  const { text, choice, words, lacksWords } = await findDialect(loaded, options);
  signal?.throwIfAborted();
  const collected = await collectRecords(
    text,
    choice,
    { ...recordsToKeep(options), cut: loaded.share < 1 && overflow === "first", countsAll: overflow === "first" },
    options,
  );
  signal?.throwIfAborted();
  if (loaded.bytes > loaded.limit && overflow !== "first") return refuse(tooLarge(loaded, collected, options));
  await rest(collected, signal);
  const assembled = withWords(words, () => assembleTable(collected, options, choice.delimiter, loaded.share));
  if ("code" in assembled) return refuse(assembled);
  await rest(collected, signal);
  const missing = new Set<ReaderExtra>([
    ...(loaded.isUnknown ? ["encodings" as const] : []),
    ...(lacksWords ? ["languages" as const] : []),
    ...(await loadExtrasFor(assembled)),
  ]);
  await rest(collected, signal);
  onProgress?.(1);
  return { ok: true, table: toTable(loaded, choice, assembled, options, [...missing]) };
}

// Looking through many records takes milliseconds each time.
const manyRecords = 20_000;

async function rest({ records }: CollectedRecords, signal: AbortSignal | undefined): Promise<void> {
  if (records.length > manyRecords) await yieldToMain();
  signal?.throwIfAborted();
}

function refuse(issue: FileIssue): ReadResult {
  return { ok: false, issue };
}

function tooLarge({ bytes, limit, share }: LoadedText, collected: CollectedRecords, options: ReadOptions): FileIssue {
  return { code: "file_too_large", bytes, limit, estimatedRows: countRows(collected, options, share) };
}

function toTable(
  loaded: LoadedText,
  choice: DelimiterChoice,
  assembled: AssembledTable,
  { garbled }: ReadOptions,
  missing: readonly ReaderExtra[],
): CsvTable {
  const { headers, headerRow, counts } = assembled;
  const mojibake = handleMojibake(assembled, loaded, isMended(garbled, "mojibake"));
  const repaired = handleEscapedTexts(mojibake.records, loaded.text, garbled);
  const dialect = {
    encoding: loaded.encoding,
    delimiter: choice.delimiter,
    hasHeader: headerRow !== null,
    headerRow,
    reasons: { encoding: loaded.reason, delimiter: choice.reason, header: assembled.reason },
    sample: toEncodingSample(repaired.records, loaded),
    delimiters: choice.fits,
    headerCandidates: assembled.candidates,
    workbook: loaded.workbook ? { sheet: loaded.workbook.sheet, sheets: loaded.workbook.sheets } : null,
  };
  const notices: FileNotice[] = [
    ...(missing.length > 0 ? [{ code: "extras_not_loaded" as const, extras: missing }] : []),
    ...(loaded.workbook?.notices ?? []),
    ...encodingNotices(loaded, assembled),
    ...lostLettersNotice(repaired.records, loaded.text),
    ...mojibake.notices,
    ...repaired.notices,
    ...assembled.notices,
  ];
  return { headers, records: repaired.records, dialect, notices, counts };
}
