// Which record is the header, and why.

import { isEmail, knownHeader } from "../mapping/known-headers.ts";
import type { HeaderReason } from "../table.ts";
import { isBlank, toRowSample } from "../text/cells.ts";
import { isAddedHeader } from "../text/headers.ts";

/** How many records from the top may be looked at. */
export const headerSearchLength = 30;

/** Where the header stands among the records given; null when there is none. */
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
// The header of a wider table is known by its first cells.
const maxCells = 1000;

/**
 * Finds the header among the first records that are not blank.
 *
 * When in doubt there is none: a header taken for a row shows as one invalid row, but a row taken for a header is a lost user.
 */
export function findHeader(
  written: readonly (readonly string[])[],
): FoundHeader & { readonly candidates: readonly CandidateRecord[] } {
  const records = written.map((cells) => cells.slice(0, maxCells).map(withoutApostrophe));
  const firstEmail = findFirstEmail(records);
  const above = firstEmail < 0 ? records : records.slice(0, firstEmail);
  const found =
    ourNames(written) ?? knownNames(above, firstEmail) ?? unlikeBelow(above, firstEmail) ?? fromFirst(records);
  return { ...found, candidates: rankRecords(records, found.index) };
}

function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

// The header that was found, then the records with most names and fewest values.
function rankRecords(records: readonly (readonly string[])[], found: number | null): CandidateRecord[] {
  const ranked = records.slice(0, maxCandidates * 2).map((cells, index) => {
    const names = cells.filter((cell) => knownHeader(cell));
    const words = cells.filter((cell) => !isBlank(cell) && !isValue(cell));
    const width = Math.max(...records.map(filled), 1);
    const score = index === found ? 1 : (names.length + words.length) / (2 * width + 1);
    return { index, names, sample: toRowSample(cells), filled: filled(cells), score: Math.round(score * 100) / 100 };
  });
  return ranked
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, maxCandidates);
}

// An email alone in a wider file belongs to a title: "admin@example.com", then the table.
function findFirstEmail(records: readonly (readonly string[])[]): number {
  const inRow = records.findIndex((cells) => filled(cells) > 1 && cells.some(isEmail));
  return inRow < 0 ? records.findIndex((cells) => cells.some(isEmail)) : inRow;
}

// A download of ours has two of them at least: nothing else needs to be known of its header.
function ourNames(records: readonly (readonly string[])[]): FoundHeader | null {
  const index = records.findIndex((cells) => cells.filter(isAddedHeader).length > 1);
  const names = (records[index] ?? []).filter(isAddedHeader);
  return index < 0 ? null : { index, reason: { code: "known_names", names } };
}

// The record with most known names. Below the first record one name alone may be a word of a title.
function knownNames(above: readonly (readonly string[])[], firstEmail: number): FoundHeader | null {
  let best: { index: number; names: string[]; fields: number } | null = null;
  for (const [index, cells] of above.entries()) {
    const names = cells.filter((cell) => knownHeader(cell));
    const fields = new Set(names.map((name) => knownHeader(name)?.kind)).size;
    const counts = fields > 1 || (fields === 1 && !cells.some(isValue) && (index === 0 || index === firstEmail - 1));
    if (counts && fields > (best?.fields ?? 0)) best = { index, names, fields };
  }
  return best && { index: best.index, reason: { code: "known_names", names: best.names } };
}

// Words right above the first email, under nothing but narrower title rows.
function unlikeBelow(above: readonly (readonly string[])[], firstEmail: number): FoundHeader | null {
  const candidate = above[firstEmail - 1];
  if (!candidate || candidate.some(isValue)) return null;
  const width = filled(candidate);
  const titlesAbove = above.slice(0, firstEmail - 1).every((cells) => filled(cells) === 1 && width > 1);
  return titlesAbove ? { index: firstEmail - 1, reason: { code: "unlike_rows_below" } } : null;
}

function fromFirst([first = []]: readonly (readonly string[])[]): FoundHeader {
  const value = first.find(isValue);
  return value === undefined
    ? { index: 0, reason: { code: "words_only" } }
    : { index: null, reason: { code: "holds_value", value } };
}

// Numbers and dates in any notation, phone numbers, ids like legacy_1001, and what was meant to be an email.
const valueLike = /^\s*[+(-]?\d[\d.,:/() -]*$|\d{3}|@/;

function isValue(cell: string): boolean {
  return valueLike.test(cell);
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => !isBlank(cell)).length;
}
