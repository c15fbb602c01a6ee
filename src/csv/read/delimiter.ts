// Chooses the delimiter of a text, and detects and repairs faulty quoting.
import { isEmail, knownHeader } from "../mapping/known-headers.ts";
import type { Delimiter, DelimiterFit, DelimiterReason, ReadOptions } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { parseSlices } from "./parse.ts";

// The delimiters that are tried, the guide's two first.
const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

const sampleLength = 64 * 1024;
const maxSampledRecords = 500;
// Known headers count in the first records only, emails in all of them.
const maxHeaderRecords = 30;
const maxLineLength = 10_000;

/** A first line such as `sep=;`, which sets the delimiter and is not a row in spreadsheets. */
export interface Declaration {
  readonly delimiter: Delimiter;
  /** Length of the line with its line end. */
  readonly length: number;
}

/** The declaration of a text; null without one, or for an unknown delimiter. */
export function readDeclaration(text: string): Declaration | null {
  const [line, declared] = /^sep=([,;\t|])[ \t]*(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 100)) ?? [];
  const delimiter = delimiters.find((known) => known === declared);
  return line && delimiter ? { delimiter, length: line.length } : null;
}

/** The delimiter of a text, why it was chosen, and how its quoting departs from the rules. */
export interface DelimiterChoice {
  readonly delimiter: Delimiter;
  readonly reason: DelimiterReason;
  readonly quoting: Quoting;
  /** Every delimiter that was tried, best first. */
  readonly fits: readonly DelimiterFit[];
  /** The first records that are not blank. */
  readonly top: readonly (readonly string[])[];
}

/** The text below its declaration, and its delimiter: the wanted one, the declared one, or the best one. */
export function findDelimiter(
  whole: string,
  { delimiter = "auto" }: ReadOptions,
): { text: string; choice: DelimiterChoice } {
  const declaration = readDeclaration(whole);
  const text = declaration ? whole.slice(declaration.length) : whole;
  if (delimiter !== "auto") return { text, choice: toDelimiterChoice(text, delimiter, { code: "chosen" }) };
  if (declaration) return { text, choice: toDelimiterChoice(text, declaration.delimiter, { code: "declared" }) };
  return { text, choice: chooseDelimiter(text) };
}

/**
 * Parses the beginning of the text with each delimiter, and takes the one whose records agree best on their number of columns
 * and hold most emails and known headers.
 */
export function chooseDelimiter(text: string): DelimiterChoice {
  const trials = delimiters
    .map((delimiter) => tryDelimiter(text, delimiter))
    .sort((a, b) => b.fit.score - a.fit.score || b.fit.columns - a.fit.columns);
  const fits = trials.map(({ fit }) => fit);
  const [best, second] = trials.filter(({ fit }) => fit.columns > 1);
  if (!best) return { delimiter: ",", reason: { code: "single_column" }, quoting: regularQuoting, fits, top: [] };
  const reason = { code: "consistent", fit: best.fit, runnerUp: second?.fit ?? null } as const;
  return { delimiter: best.fit.delimiter, reason, quoting: best.quoting, fits, top: best.top };
}

// For a delimiter that was given or declared: only the quoting is detected.
function toDelimiterChoice(text: string, delimiter: Delimiter, reason: DelimiterReason): DelimiterChoice {
  const { quoting, top } = tryDelimiter(text, delimiter);
  return { delimiter, reason, quoting, fits: [], top };
}

const regularQuoting: Quoting = { wrapped: 0, spaced: false, escaped: false, backslash: false, quote: '"' };

interface Trial extends Pick<DelimiterChoice, "quoting" | "top"> {
  readonly fit: DelimiterFit;
}

function tryDelimiter(text: string, delimiter: Delimiter): Trial {
  const sample = text.slice(0, sampleLength);
  if (!sample.includes(delimiter))
    return { fit: { delimiter, columns: 1, agreeing: 0, sampled: 0, score: 0 }, quoting: regularQuoting, top: [] };
  const spaced = hasSpacedQuotes(text, delimiter);
  const read = (marks: Omit<Quoting, "wrapped">): Reading => {
    const repaired = repairQuotes(sample, delimiter, marks);
    const { records, faults } = readSample(repaired, delimiter, text.length, marks.quote);
    const restored = records.map((cells) => restoreEscapes(cells, marks));
    return { trial: scoreRecords(restored, delimiter, marks), faults };
  };
  const marks = { spaced, escaped: isEscaped(sample), backslash: false, quote: '"' } as const;
  const regular = read(marks);
  if (regular.faults === 0 && regular.trial.fit.agreeing === regular.trial.fit.sampled) return regular.trial;
  return otherMarks(sample, delimiter, marks).map(read).reduce(betterReading, regular).trial;
}

interface Reading {
  readonly trial: Trial;
  /** The number of records with a quote that does not close, or closes before the end of its cell. */
  readonly faults: number;
}

// More rows of one width, or as many with fewer others, or the same with fewer faults.
function betterReading(one: Reading, other: Reading): Reading {
  const [{ fit }, { fit: second }] = [one.trial, other.trial];
  const [rest, otherRest] = [fit.sampled - fit.agreeing, second.sampled - second.agreeing];
  const gain = second.agreeing - fit.agreeing || rest - otherRest || one.faults - other.faults;
  return gain > 0 ? other : one;
}

// Other ways to read the quoting: with backslashes that escape any character, and with apostrophes as quotes.
function otherMarks(sample: string, delimiter: Delimiter, marks: Omit<Quoting, "wrapped">): Omit<Quoting, "wrapped">[] {
  const mayEscape = escapedSign.test(sample) && !placeholders.test(sample);
  const mayQuote = (["\n'", `${delimiter}'`] as const).some((start) => sample.includes(start));
  const escaping = { ...marks, escaped: false, backslash: true };
  return [
    ...(mayEscape ? [escaping] : []),
    ...(mayQuote ? [{ ...marks, quote: "'" as const }] : []),
    ...(mayEscape && mayQuote ? [{ ...escaping, quote: "'" as const }] : []),
  ];
}

function readSample(
  sample: string,
  delimiter: Delimiter,
  length: number,
  quote: Quoting["quote"],
): { readonly records: (readonly string[])[]; readonly faults: number } {
  const slices = [...parseSlices(sample, delimiter, quote)];
  const records = slices.flatMap((slice) => slice.records);
  const whole = sampleLength < length && records.length > 1 ? records.slice(0, -1) : records;
  const filled = whole.filter((cells) => !cells.every(isBlank)).slice(0, maxSampledRecords);
  return { records: filled, faults: slices.flatMap((slice) => slice.faults).length };
}

function scoreRecords(
  records: readonly (readonly string[])[],
  delimiter: Delimiter,
  marks: Omit<Quoting, "wrapped">,
): Trial {
  const inside = records.map((cells) => unwrapLine(cells, delimiter));
  // A file of one column may hold "Roe, Ann" in quotes too: only an email inside proves that a whole line was quoted.
  const isWrapped = inside.some((cells) => cells?.some((cell) => isEmail(cell)));
  const unwrapped = isWrapped ? records.map((cells, index) => inside[index] ?? cells) : records;
  const [columns, agreeing] = commonWidth(unwrapped);
  const meaningful = unwrapped.filter(isMeaningful).length;
  // With a wrong delimiter, emails and headers are split or joined with other cells.
  const score = columns > 1 ? (agreeing + meaningful) / (2 * unwrapped.length) : 0;
  const fit = { delimiter, columns, agreeing, sampled: unwrapped.length, score: Math.round(score * 1000) / 1000 };
  const top = unwrapped.slice(0, maxHeaderRecords);
  return { fit, quoting: { wrapped: isWrapped && columns > 1 ? columns : 0, ...marks }, top };
}

function isMeaningful(cells: readonly string[], index: number): boolean {
  return (
    cells.some(isEmail) || (index < maxHeaderRecords && cells.slice(0, 200).some((cell) => knownHeader(cell) !== null))
  );
}

function commonWidth(records: readonly (readonly string[])[]): readonly [columns: number, agreeing: number] {
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  return [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
}

/** How the quoting of a file departs from the rules. */
export interface Quoting {
  /** The number of cells in lines that are quoted as a whole ("1,Ann,ann@example.com"); 0 when there are none. */
  readonly wrapped: number;
  /** A blank precedes opening quotes (1, "Roe, Ann"), where by RFC 4180 they would be text. */
  readonly spaced: boolean;
  /** A quote inside quotes is escaped by a backslash instead of being doubled, as databases write it. */
  readonly escaped: boolean;
  /** A backslash escapes delimiters, line ends, quotes and itself, inside and outside of quotes, in the whole file. */
  readonly backslash: boolean;
  /** The character around cells that contain delimiters. */
  readonly quote: '"' | "'";
}

// Not before a quote, delimiter or line end: there the backslash is text and the quote ends the cell.
const escapedQuote = /\\"(?!["',;\t|\r\n]|$)/;
const escapedQuotes = new RegExp(escapedQuote.source, "g");

// True for a text whose quotes are escaped by backslashes. Never true for a text that `stringify` wrote.
function isEscaped(text: string): boolean {
  return text.includes('\\"') && escapedQuote.test(text);
}

/** Rewrites backslash escapes and blanks before quotes, so that the quoting follows RFC 4180. */
export function repairQuotes(
  text: string,
  delimiter: Delimiter,
  { spaced, escaped, backslash }: Omit<Quoting, "wrapped">,
): string {
  const plain = backslash && !placeholders.test(text) ? text.replace(escapedSigns, toPlaceholder) : text;
  const doubled = escaped ? plain.replace(escapedQuotes, '""') : plain;
  return spaced ? removeBlanksBeforeQuotes(doubled, delimiter) : doubled;
}

// Until the cells are split, escaped characters are replaced by characters that no text contains.
const signs = "\\\"',;\t|\n\r";
const escapedSign = /\\["',;\t|\r\n]/;
const escapedSigns = /\\([\\"',;\t|\n\r])/g;
const firstPlaceholder = 0xfdd0;
const placeholders = /[\uFDD0-\uFDD8]/;
const allPlaceholders = /[\uFDD0-\uFDD8]/g;

function toPlaceholder(_: string, sign: string): string {
  return String.fromCharCode(firstPlaceholder + signs.indexOf(sign));
}

/** The cells of a record with the characters that backslashes escaped. */
export function restoreEscapes(cells: readonly string[], { backslash }: Pick<Quoting, "backslash">): readonly string[] {
  if (!backslash) return cells;
  return cells.map((cell) =>
    cell.replace(allPlaceholders, (found) => signs[found.charCodeAt(0) - firstPlaceholder] ?? found),
  );
}

/** The cells of a line that was quoted as a whole; null for any other record. */
export function unwrapRecord(
  cells: readonly string[],
  { delimiter, quoting }: Pick<DelimiterChoice, "delimiter" | "quoting">,
): readonly string[] | null {
  const inside = quoting.wrapped > 0 ? unwrapLine(cells, delimiter) : null;
  return inside?.length === quoting.wrapped ? inside : null;
}

// The cells inside a record that is one cell with delimiters in it; null for any other record.
function unwrapLine(cells: readonly string[], delimiter: Delimiter): readonly string[] | null {
  const [line = ""] = cells;
  // A longer cell is a text, not a line.
  if (cells.length !== 1 || line.length > maxLineLength || !line.includes(delimiter)) return null;
  const [slice] = parseSlices(line, delimiter);
  return slice?.records.length === 1 ? (slice.records[0] ?? null) : null;
}

// True if anywhere in the text a blank stands between a delimiter or line end and a quote.
function hasSpacedQuotes(text: string, delimiter: Delimiter): boolean {
  if (!text.includes(' "') && !text.includes('\t"')) return false;
  const starts = [delimiter, "\n"].flatMap((start) =>
    delimiter === "\t" ? [`${start} "`] : [`${start} "`, `${start}\t"`],
  );
  return starts.some((start) => text.includes(start)) || /^[ \t]+"/.test(text) || text.includes(`${delimiter}  "`);
}

/**
 * Removes the blanks between a delimiter or line end and an opening quote whose closing quote ends the cell; nothing changes
 * inside quotes.
 */
export function removeBlanksBeforeQuotes(text: string, delimiter: Delimiter): string {
  let closed = "";
  let from = 0;
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote)) {
    const blanks = blanksBefore(text, quote, from, delimiter);
    const before = text[blanks - 1];
    const opens = blanks === 0 || before === delimiter || before === "\n" || before === "\r";
    if (!opens) {
      quote += 1;
      continue;
    }
    const end = endOfQuotes(text, quote);
    // In ` "Bob" Roe` the quotes are part of the text.
    if (blanks < quote && endsCell(text, end, delimiter)) {
      closed += text.slice(from, blanks);
      from = quote;
    }
    quote = blanks < quote && !endsCell(text, end, delimiter) ? quote + 1 : end;
  }
  return closed + text.slice(from);
}

function endsCell(text: string, end: number, delimiter: Delimiter): boolean {
  let at = end;
  while (text[at] === " " || (text[at] === "\t" && delimiter !== "\t")) at += 1;
  return at >= text.length || text[at] === delimiter || text[at] === "\n" || text[at] === "\r";
}

function blanksBefore(text: string, quote: number, from: number, delimiter: Delimiter): number {
  let start = quote;
  const isBlank = (character: string | undefined) => character === " " || (character === "\t" && delimiter !== "\t");
  while (start > from && isBlank(text[start - 1])) start -= 1;
  return start;
}

// The position after the closing quote; a doubled quote does not close.
function endOfQuotes(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}
