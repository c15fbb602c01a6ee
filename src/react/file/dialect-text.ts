// Puts the dialect of a file into words: the reasons for its encoding, delimiter and header row, and the rows to choose from.
import type { CsvTable, Dialect, EncodingReason } from "../../csv/table.ts";
import { toRowSample } from "../../csv/text/cells.ts";
import type { CardTexts } from "../context/card-context.ts";

export function toEncodingReason({ reasons }: Dialect, { messages: { encoding }, format }: CardTexts): string {
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

/** The first text beyond ASCII, by which a person can check the encoding; null without one. */
export function toEncodingSample({ sample, reasons }: Dialect, { messages: { encoding } }: CardTexts): string | null {
  if (!sample) return null;
  const isCertain = certainReasons.includes(reasons.encoding.code);
  return (isCertain ? encoding.sample : encoding.sampleDoubted)(sample.text, sample.row);
}

const certainReasons: readonly EncodingReason["code"][] = ["text", "byte_order_mark", "valid_utf8"];

// A runner-up is named from this share of the winner's score on; weaker ones would only confuse.
const minRunnerUpShare = 0.75;

export function toDelimiterReason(dialect: Dialect, rowCount: number, texts: CardTexts): string {
  const words = texts.messages.delimiter;
  const { delimiter: reason } = dialect.reasons;
  const text = toFitReason(dialect, rowCount, texts);
  const runnerUp = reason.code === "consistent" && reason.runnerUp;
  return runnerUp && runnerUp.score >= reason.fit.score * minRunnerUpShare
    ? words.runnerUp(text, words.names[runnerUp.delimiter])
    : text;
}

function toFitReason({ reasons, hasHeader }: Dialect, rowCount: number, { messages, format }: CardTexts): string {
  const reason = reasons.delimiter;
  const words = messages.delimiter.reasons;
  if (reason.code !== "consistent") return words[reason.code];
  const { agreeing, sampled, columns } = reason.fit;
  // The reader counts the header as a row, the screen does not.
  const header = hasHeader && sampled > 1 ? 1 : 0;
  const rows = sampled - header;
  if (rows < rowCount) return words.first(agreeing - header, rows, columns, format);
  return agreeing === sampled ? words.all(rows, columns, format) : words.most(agreeing - header, rows, columns, format);
}

export function toHeaderReason(dialect: Dialect, texts: CardTexts): string {
  const text = toNameReason(dialect, texts);
  const { reasons, headerRow, headerCandidates } = dialect;
  // Another row with about as many known names, such as a repeated header.
  const names = headerCandidates.find(({ row }) => row === headerRow)?.names.length ?? 0;
  const runnerUp = headerCandidates.find((one) => one.row !== headerRow && one.names.length > 1);
  return reasons.header.code !== "chosen" && runnerUp && runnerUp.names.length >= names * minRunnerUpShare
    ? texts.messages.headerRow.runnerUp(text, runnerUp.row)
    : text;
}

function toNameReason({ reasons }: Dialect, { messages, format }: CardTexts): string {
  const reason = reasons.header;
  const words = messages.headerRow.reasons;
  if (reason.code === "known_names") return words.known_names(reason.names.slice(0, 3), format);
  if (reason.code === "holds_value") return words.holds_value(reason.value);
  return words[reason.code];
}

// First rows that are offered as the header; a deeper header is offered if it was detected.
const maxFirstRows = 10;

/** Options of the header select: the first rows, detected header candidates further down, and none. */
export function toHeaderOptions(
  table: CsvTable,
  { messages: { headerRow } }: CardTexts,
): (readonly [value: string, label: string])[] {
  const { headerRow: found, headerCandidates } = table.dialect;
  // At least one row must follow the header.
  const last = (table.records.at(-1)?.number ?? 1) - 1;
  const first = Array.from({ length: Math.min(maxFirstRows, last) }, (_, index) => index + 1);
  const likely = headerCandidates.map(({ row }) => row).filter((row) => row <= last);
  const rows = [...new Set([...first, ...likely, ...(found === null ? [] : [found])])].sort((a, b) => a - b);
  const named = rows.map((row) => [String(row), headerRow.row(row, sampleOf(row, table))] as const);
  return [...named, ["", headerRow.none] as const];
}

function sampleOf(row: number, { dialect, headers, records }: CsvTable): readonly string[] {
  if (row === dialect.headerRow) return toRowSample(headers);
  const candidate = dialect.headerCandidates.find((one) => one.row === row);
  if (candidate) return candidate.sample;
  const record = records.slice(0, maxFirstRows).find(({ number }) => number === row);
  return record ? toRowSample(record.cells) : [];
}
