// A file in, a table or a reason out: the stages in their order.
import { type Assembled, assemble, recordsToKeep } from "./assemble.ts";
import { type Collected, collect } from "./collect.ts";
import { chooseDelimiter, readDeclaration } from "./dialect.ts";
import { type CsvInput, type LoadedText, load } from "./load.ts";
import type { CsvTable, Delimiter, DelimiterReason, FileIssue, FileNotice, ReadOptions, ReadResult } from "./table.ts";

/**
 * Reads a CSV file: finds encoding, delimiter and header, and gives every data row as text.
 *
 * Works in short tasks, so that a page stays responsive. A file that can't be used is a result with an issue.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function readCsv(input: CsvInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const loaded = await load(input, options);
  signal?.throwIfAborted();
  if ("code" in loaded) return refuse(loaded);
  const declaration = readDeclaration(loaded.text);
  const text = declaration ? loaded.text.slice(declaration.length) : loaded.text;
  const split = splitBy(text, options.delimiter, declaration?.delimiter);
  const collected = await collect(text, split.delimiter, recordsToKeep(options), options);
  signal?.throwIfAborted();
  if (loaded.bytes > loaded.limit) return refuse(tooLarge(loaded, collected));
  const assembled = assemble(collected, options);
  if ("code" in assembled) return refuse(assembled);
  onProgress?.(1);
  return { ok: true, table: toTable(loaded, split, assembled) };
}

interface Split {
  readonly delimiter: Delimiter;
  readonly reason: DelimiterReason;
}

function splitBy(text: string, wanted: ReadOptions["delimiter"] = "auto", declared: Delimiter | undefined): Split {
  if (wanted !== "auto") return { delimiter: wanted, reason: { code: "chosen" } };
  return declared ? { delimiter: declared, reason: { code: "declared" } } : chooseDelimiter(text);
}

function refuse(issue: FileIssue): ReadResult {
  return { ok: false, issue };
}

function tooLarge({ bytes, limit, share }: LoadedText, { count }: Collected): FileIssue {
  return { code: "file_too_large", bytes, limit, estimatedRows: Math.round(count / share) };
}

function toTable(loaded: LoadedText, split: Split, assembled: Assembled): CsvTable {
  const { headers, records, headerRow } = assembled;
  const dialect = {
    encoding: loaded.encoding,
    delimiter: split.delimiter,
    hasHeader: headerRow !== null,
    headerRow,
    reasons: { encoding: loaded.reason, delimiter: split.reason, header: assembled.reason },
  };
  return { headers, records, dialect, notices: [...encodingNotices(loaded, assembled), ...assembled.notices] };
}

function encodingNotices({ text, encoding, reason }: LoadedText, { records }: Assembled): FileNotice[] {
  const notices: FileNotice[] = [];
  if (reason.code === "not_utf8" || reason.code === "zero_bytes") notices.push({ code: "encoding_guessed", encoding });
  const count = text.split("\uFFFD").length - 1;
  if (count > 0) {
    const damaged = records.find(({ cells }) => cells.some((cell) => cell.includes("\uFFFD")));
    notices.push({ code: "characters_damaged", count, firstRow: damaged?.number ?? null });
  }
  return notices;
}
