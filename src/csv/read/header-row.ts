// Finds the header row, and gives the reason.
import { isEmail, knownHeader } from "../mapping/known-headers.ts";
import type { HeaderReason } from "../table.ts";
import { isBlank, toRowSample } from "../text/cells.ts";
import { isAddedHeader } from "../text/headers.ts";
import { decodeHeader } from "./damaged-headers.ts";

/** How many records from the top are searched. */
export const headerSearchLength = 30;

/** The header's index among the given records; null when there is none. */
export interface FoundHeader {
  readonly index: number | null;
  readonly reason: HeaderReason;
}

/** A record that may be the header, counted from 0. */
export interface CandidateRecord {
  readonly index: number;
  readonly names: readonly string[];
  readonly sample: readonly string[];
  readonly filled: number;
  readonly score: number;
}

const maxCandidates = 5;
// In a wider table the first cells are enough.
const maxCells = 1000;

/**
 * Finds the header among the first records that are not blank.
 *
 * Without clear evidence there is no header: a header read as a row shows as one invalid row, but a row read as a header loses
 * a user.
 */
export function findHeader(
  written: readonly (readonly string[])[],
): FoundHeader & { readonly candidates: readonly CandidateRecord[] } {
  const records = written.map((cells) => cells.slice(0, maxCells).map(toName));
  const firstEmail = findFirstEmail(records);
  const above = firstEmail < 0 ? records : records.slice(0, firstEmail);
  const found =
    findAddedNames(written) ??
    findKnownNames(above, firstEmail, records) ??
    findWordsAboveEmail(above, firstEmail, records) ??
    judgeFirstRecord(records);
  return { ...found, candidates: rankRecords(records, found.index) };
}

function toName(cell: string): string {
  return decodeHeader(cell.startsWith("'") ? cell.slice(1) : cell);
}

// Puts the header that was found first, then the records with most names and fewest values.
function rankRecords(records: readonly (readonly string[])[], found: number | null): CandidateRecord[] {
  const width = Math.max(...records.map(countFilled), 1);
  const ranked = records.slice(0, maxCandidates * 2).map((cells, index) => {
    const names = cells.filter((cell) => knownHeader(cell));
    const words = cells.filter((cell) => !isBlank(cell) && !isValue(cell));
    const score = index === found ? 1 : (names.length + words.length) / (2 * width + 1);
    return {
      index,
      names,
      sample: toRowSample(cells),
      filled: countFilled(cells),
      score: Math.round(score * 100) / 100,
    };
  });
  return ranked
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, maxCandidates);
}

// A row with nothing but an email may be a title above the table ("admin@example.com"), so wider rows are preferred. One that is
// above a wider header belongs to the facts above the table: "Created by, admin@example.com".
function findFirstEmail(records: readonly (readonly string[])[]): number {
  const inRow = records.findIndex((cells) => countFilled(cells) > 1 && cells.some(isEmail));
  if (inRow < 0) return records.findIndex((cells) => cells.some(isEmail));
  const header = records.findIndex((_, index) => index > inRow && isHeaderBelowFacts(records, index));
  const below = records.findIndex((cells, index) => index > header && cells.some(isEmail));
  return header < 0 || below < 0 ? inRow : below;
}

function isHeaderBelowFacts(records: readonly (readonly string[])[], index: number): boolean {
  const cells = records[index] ?? [];
  const width = Math.max(...records.slice(0, index).map(countFilled));
  if (countFilled(cells) <= width) return false;
  const kinds = new Set(cells.map((cell) => knownHeader(cell)?.kind).filter(Boolean));
  return kinds.size > 1 && findValue(records, index) === undefined;
}

// Two added columns prove that the file is one of our downloads.
function findAddedNames(records: readonly (readonly string[])[]): FoundHeader | null {
  const index = records.findIndex((cells) => cells.filter(isAddedHeader).length > 1);
  const names = (records[index] ?? []).filter(isAddedHeader);
  return index < 0 ? null : { index, reason: { code: "known_names", names } };
}

// The record with most known names. Below the first record a single name may be a word of a title.
function findKnownNames(
  above: readonly (readonly string[])[],
  firstEmail: number,
  records: readonly (readonly string[])[],
): FoundHeader | null {
  let best: { index: number; names: string[]; fields: number } | null = null;
  for (const [index, cells] of above.entries()) {
    const names = cells.filter((cell) => knownHeader(cell));
    const fields = new Set(names.map((name) => knownHeader(name)?.kind)).size;
    const isHeader =
      fields > 1 ||
      (fields === 1 && findValue(records, index) === undefined && (index === 0 || index === firstEmail - 1));
    if (isHeader && fields > (best?.fields ?? 0)) best = { index, names, fields };
  }
  return best && { index: best.index, reason: { code: "known_names", names: best.names } };
}

// The record directly above the first email, if it holds words only and everything above it is a narrower title.
function findWordsAboveEmail(
  above: readonly (readonly string[])[],
  firstEmail: number,
  records: readonly (readonly string[])[],
): FoundHeader | null {
  const candidate = above[firstEmail - 1];
  if (!candidate || findValue(records, firstEmail - 1) !== undefined) return null;
  const width = countFilled(candidate);
  const titlesAbove = above.slice(0, firstEmail - 1).every((cells) => countFilled(cells) === 1 && width > 1);
  return titlesAbove ? { index: firstEmail - 1, reason: { code: "unlike_rows_below" } } : null;
}

function judgeFirstRecord(records: readonly (readonly string[])[]): FoundHeader {
  const value = findValue(records, 0);
  return value === undefined
    ? { index: 0, reason: { code: "words_only" } }
    : { index: null, reason: { code: "holds_value", value } };
}

// Numbers and dates in any notation, phone numbers, ids such as legacy_1001, and emails, valid or not.
const valueLike = /^\s*[+(-]?\d[\d.,:/() -]*$|\d{3}|@/;

function isValue(cell: string): boolean {
  return valueLike.test(cell);
}

// The first cell of a record that is a value, and no name with a number, such as "Fee 2024" above plain numbers.
function findValue(records: readonly (readonly string[])[], index: number): string | undefined {
  const below = records.slice(index + 1);
  return records[index]?.find((cell, column) => isValue(cell) && !isNumberedName(cell, below, column));
}

const wordFirst = /^\s*\p{L}{2}[^@]*$/u;
const plainNumber = /^\s*[+-]?[\d.,:%/ -]*\d[\d.,:%/ -]*$/;

function isNumberedName(cell: string, below: readonly (readonly string[])[], column: number): boolean {
  if (!wordFirst.test(cell)) return false;
  const filled = below.map((cells) => cells[column] ?? "").filter((text) => !isBlank(text));
  return filled.length > 0 && filled.every((text) => plainNumber.test(text));
}

/**
 * How many further rows of names stand directly below the header: the labels and ids of a survey, the points of a gradebook.
 * A row that may be a person is none of them.
 */
export function countFurtherHeaders(records: readonly (readonly string[])[]): number {
  const next = records.slice(0, 3);
  const ids = next.findIndex((cells) => cells.slice(0, maxCells).some((cell) => surveyId.test(cell)));
  const found = ids < 0 ? next.findIndex((cells) => !isFurtherHeader(cells)) : ids + 1;
  // At least one row remains.
  return found < 0 || found >= records.length ? 0 : found;
}

const surveyId = /^\s*\{"ImportId":/;
const points = /^\s*(?:points? possible|max(?:imum|\.)? ?points?|out of|maximalpunktzahl|punktzahl max\.?)\s*$/i;
// What programs write below the names of columns: a line, or the types of the values.
const line = /^\s*:?[-=─+|]{2,}:?\s*$/;
const longLine = /^\s*[-=─+|]{5,}\s*$/;
const type =
  /^\s*(?:(?:big|small)?int(?:eger)?|string|text|n?(?:var)?char(?:acter varying)?2?(?:\(\d+\))?|date(?:time)?2?|timestamp(?:tz)?|bool(?:ean)?|uuid|number|numeric|decimal|float|double)\s*$/i;
const answers = /^(?:open-ended response|response|other \(please specify\))$/i;

function isFurtherHeader(cells: readonly string[]): boolean {
  const filled = cells.slice(0, maxCells).filter((cell) => !isBlank(cell));
  if (filled.length === 0 || filled.some(isEmail)) return false;
  if (cells.slice(0, 5).some((cell) => points.test(cell))) return true;
  if (filled.every((cell) => longLine.test(cell))) return true;
  if (filled.length > 1 && [line, type].some((form) => filled.every((cell) => form.test(cell)))) return true;
  if (filled.every((cell) => answers.test(cell.trim()))) return true;
  const kinds = new Set(filled.map((cell) => knownHeader(cell)?.kind).filter(Boolean));
  return kinds.size > 1 && !filled.some(isValue);
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => !isBlank(cell)).length;
}
