// Why a file was read with this encoding, delimiter and header row, in words.
import type { CsvTable, Dialect, EncodingReason } from "../../csv/table.ts";
import { toRowSample } from "../../csv/text/cells.ts";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";

export function toEncodingReason({ reasons }: Dialect, { encoding }: Messages, format: Format): string {
  const reason = reasons.encoding;
  const words = encoding.reasons;
  switch (reason.code) {
    case "valid_utf8":
      return reason.ascii ? words.ascii : words.valid_utf8;
    case "mostly_utf8":
      return words.mostly_utf8(reason.characters, reason.damaged, format);
    case "letters_fit":
      return words.letters_fit(format.language(reason.language), reason.share, encoding.names[reason.runnerUp], format);
    case "not_utf8":
      return words.not_utf8(reason.runnerUp ? encoding.names[reason.runnerUp] : null);
    default:
      return words[reason.code];
  }
}

/** The first text beyond ASCII, for a person to judge the encoding; null without one. */
export function toEncodingSample({ sample, reasons }: Dialect, { encoding }: Messages): string | null {
  if (!sample) return null;
  const isCertain = certain.includes(reasons.encoding.code);
  return (isCertain ? encoding.sample : encoding.sampleDoubted)(sample.text, sample.row);
}

const certain: readonly EncodingReason["code"][] = ["text", "byte_order_mark", "valid_utf8"];

// A second choice worth a look is about as good as the first; the others only confuse.
const close = 0.75;

export function toDelimiterReason(dialect: Dialect, rowCount: number, messages: Messages, format: Format): string {
  const words = messages.delimiter;
  const { delimiter: reason } = dialect.reasons;
  const text = toFitReason(dialect, rowCount, messages, format);
  const runnerUp = reason.code === "consistent" && reason.runnerUp;
  return runnerUp && runnerUp.score >= reason.fit.score * close
    ? words.runnerUp(text, words.names[runnerUp.delimiter])
    : text;
}

function toFitReason(
  { reasons, hasHeader }: Dialect,
  rowCount: number,
  { delimiter }: Messages,
  format: Format,
): string {
  const reason = reasons.delimiter;
  if (reason.code !== "consistent") return delimiter.reasons[reason.code];
  const { agreeing, sampled, columns } = reason.fit;
  // Rows as the screen counts them: without the header, which the reader counted too.
  const header = hasHeader && sampled > 1 ? 1 : 0;
  const rows = sampled - header;
  if (rows < rowCount) return delimiter.reasons.first(agreeing - header, rows, columns, format);
  return agreeing === sampled
    ? delimiter.reasons.all(rows, columns, format)
    : delimiter.reasons.most(agreeing - header, rows, columns, format);
}

export function toHeaderReason(dialect: Dialect, { headerRow: words }: Messages, format: Format): string {
  const text = toNameReason(dialect, words, format);
  const { reasons, headerRow, headerCandidates } = dialect;
  // Another row with as many known names, such as a header that is there twice.
  const names = headerCandidates.find(({ row }) => row === headerRow)?.names.length ?? 0;
  const runnerUp = headerCandidates.find((one) => one.row !== headerRow && one.names.length > 1);
  return reasons.header.code !== "chosen" && runnerUp && runnerUp.names.length >= names * close
    ? words.runnerUp(text, runnerUp.row)
    : text;
}

function toNameReason({ reasons }: Dialect, headerRow: Messages["headerRow"], format: Format): string {
  const reason = reasons.header;
  if (reason.code === "known_names") return headerRow.reasons.known_names(reason.names.slice(0, 3), format);
  if (reason.code === "holds_value") return headerRow.reasons.holds_value(reason.value);
  return headerRow.reasons[reason.code];
}

// Rows that are offered; deeper ones are found, or reached by choosing again.
const offered = 10;

/** The options of the select: the first rows, the found header wherever it is, other likely rows, and none. */
export function toHeaderOptions(table: CsvTable, { headerRow }: Messages): (readonly [value: string, label: string])[] {
  const { headerRow: found, headerCandidates } = table.dialect;
  // Below a header there is at least one row.
  const last = (table.records.at(-1)?.number ?? 1) - 1;
  const first = Array.from({ length: Math.min(offered, last) }, (_, index) => index + 1);
  const likely = headerCandidates.map(({ row }) => row).filter((row) => row <= last);
  const rows = [...new Set([...first, ...likely, ...(found === null ? [] : [found])])].sort((a, b) => a - b);
  const named = rows.map((row) => [String(row), headerRow.row(row, sampleOf(row, table))] as const);
  return [...named, ["", headerRow.none] as const];
}

function sampleOf(row: number, { dialect, headers, records }: CsvTable): readonly string[] {
  if (row === dialect.headerRow) return toRowSample(headers);
  const candidate = dialect.headerCandidates.find((one) => one.row === row);
  if (candidate) return candidate.sample;
  const record = records.slice(0, offered).find(({ number }) => number === row);
  return record ? toRowSample(record.cells) : [];
}
