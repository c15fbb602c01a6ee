// Parses CSV text to records with PapaParse, slice by slice.
import Papa from "papaparse";
import type { Delimiter } from "../table.ts";

/** Some records, and the share of the text parsed so far. */
export interface ParsedSlice {
  readonly records: readonly (readonly string[])[];
  /** How many records came before. */
  readonly start: number;
  readonly faults: readonly QuoteFault[];
  /** Share of the text that is parsed, 0 to 1. */
  readonly share: number;
  /** How many empty lines stand in place of the records. */
  readonly emptyLines?: number;
}

/** A record (counted from 0) with a quote that does not close, or closes before the end of its cell. */
interface QuoteFault {
  readonly record: number;
  readonly unclosed: boolean;
}

// About 2 ms on a desktop: several fit in a task, and one is short even on a slow phone.
const sliceLength = 128 * 1024;
// Spreadsheets hold 32,767 characters in a cell, so a quote still open after this many is unclosed.
const maxQuotedLength = 1024 * 1024;

/**
 * Parses slice by slice, so that the caller can yield to the main thread between two slices.
 *
 * Lines end with LF, CRLF or CR, also mixed; line ends inside quotes stay as they are. An unclosed quote ends the parsing.
 */
export function* parseSlices(text: string, delimiter: Delimiter, quote: '"' | "'" = '"'): Generator<ParsedSlice, void> {
  const lineEnds = createLineEnds(text);
  const parser = () => new Papa.Parser({ delimiter, newline: "\n", quoteChar: quote });
  // A line end is added after the last record, so that it needs no special case.
  const endsLine = text.endsWith("\n") || text.endsWith("\r");
  let rest = "";
  let start = 0;
  for (let from = 0, length = sliceLength; from < text.length; ) {
    const to = endOfSlice(text, from + length);
    const last = to === text.length;
    const emptyLines = rest === "" ? countEmptyLines(text.slice(from, to)) : 0;
    if (emptyLines > 0) {
      yield { records: [], start, faults: [], share: to / text.length, emptyLines };
      start += emptyLines;
      from = to;
      continue;
    }
    // Sliced from the text instead of concatenated, so that cells share its memory and no second copy stays alive.
    const unread =
      lineEnds === unmarked ? text.slice(from - rest.length, to) : rest + lineEnds.mark(text.slice(from, to));
    const piece = last && !endsLine ? `${unread}\n` : unread;
    // Without a line end there is no record yet, and PapaParse would look for one behind every quote.
    const parsed = piece.includes("\n")
      ? (parser().parse(piece, 0, !last) as Papa.ParseResult<string[]>)
      : nothingParsed;
    const faults = toFaults(parsed, start);
    if (last) dropEmptyEnd(parsed.data);
    rest = last ? "" : piece.slice(parsed.meta.cursor);
    if (rest.length > maxQuotedLength && rest.includes(quote)) {
      yield { records: [], start, faults: [{ record: start, unclosed: true }], share: 1 };
      return;
    }
    yield {
      records: lineEnds === unmarked ? parsed.data : parsed.data.map(lineEnds.restore),
      start,
      faults,
      share: to / text.length,
    };
    start += parsed.data.length;
    // A record longer than the slice is parsed again from its start; doubling the slice keeps that linear.
    length = parsed.data.length === 0 ? length * 2 : sliceLength;
    from = to;
  }
}

const nothingParsed: Papa.ParseResult<string[]> = {
  data: [],
  errors: [],
  meta: { delimiter: "", linebreak: "", aborted: false, truncated: false, cursor: 0 },
};

// Fewer are records like any others.
const minEmptyLength = 10_000;

// The number of lines in a slice of nothing but line ends of one kind; 0 for any other. Some files have millions of them.
function countEmptyLines(slice: string): number {
  if (slice.length < minEmptyLength) return 0;
  const lineEnd = slice.startsWith("\r\n") ? "\r\n" : (slice[0] ?? "");
  if (lineEnd !== "\n" && lineEnd !== "\r" && lineEnd !== "\r\n") return 0;
  const count = slice.length / lineEnd.length;
  return Number.isInteger(count) && slice === lineEnd.repeat(count) ? count : 0;
}

// PapaParse returns an empty record after the last line end.
function dropEmptyEnd(records: string[][]): void {
  const end = records.at(-1);
  if (end?.length === 1 && end[0] === "") records.pop();
}

function endOfSlice(text: string, wanted: number): number {
  const cutsLineEnd = text[wanted - 1] === "\r" && text[wanted] === "\n";
  return Math.min(cutsLineEnd ? wanted + 1 : wanted, text.length);
}

function toFaults({ data, errors }: Papa.ParseResult<string[]>, start: number): QuoteFault[] {
  const faults: QuoteFault[] = [];
  for (const { row = 0, code } of errors) {
    // Faults of a record that the slice cut in two are reported again with the next slice.
    const cells = data[row];
    if (!cells) continue;
    // A malformed quote in a cell of several lines has most likely swallowed the next row.
    const unclosed = code === "MissingQuotes" || cells.some((cell) => cell.includes("\n"));
    if (faults.at(-1)?.record !== start + row) faults.push({ record: start + row, unclosed });
  }
  return faults;
}

interface LineEnds {
  mark(piece: string): string;
  restore(cells: string[]): string[];
}

const unmarked: LineEnds = { mark: (piece) => piece, restore: (cells) => cells };

// PapaParse supports one kind of line end per text. To allow all of them, each becomes LF with a mark in front that shows its
// kind: white space that does not occur in the text, because PapaParse allows white space between a closing quote and the line
// end. Outside quotes the mark is dropped; inside quotes the line end is restored.
function createLineEnds(text: string): LineEnds {
  if (!text.includes("\r")) return unmarked;
  const [crlf, cr] = [..."\v\f\u2028\u2029\u1680\u2000\u2001\u2002"].filter((mark) => !text.includes(mark));
  // No real text contains all of them; in one that does, line ends inside quotes become LF.
  if (!crlf || !cr) return { ...unmarked, mark: (piece) => piece.replace(/\r\n?/g, "\n") };
  const unmark = (cell: string) => cell.replaceAll(`${crlf}\n`, "\r\n").replaceAll(`${cr}\n`, "\r");
  return {
    mark: (piece) => piece.replaceAll("\r\n", `${crlf}\n`).replaceAll("\r", `${cr}\n`),
    restore: (cells) => {
      const restored = cells.map((cell) => (cell.includes("\n") ? unmark(cell) : cell));
      const end = restored.at(-1) ?? "";
      if (end.endsWith(crlf) || end.endsWith(cr)) restored[restored.length - 1] = end.slice(0, -1);
      return restored;
    },
  };
}
