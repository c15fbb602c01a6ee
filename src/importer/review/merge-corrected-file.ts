// A file of ours that was mended in a spreadsheet and comes back while its review is open: which rows it corrects, and how.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { trimText } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import { type Corrections, createJudge, type ImportRow } from "../../csv/rows/import-rows.ts";
import type { CsvRecord, CsvTable } from "../../csv/table.ts";
import { addedHeaders, isAddedHeader, toComparableHeader } from "../../csv/text/headers.ts";
import type { Review } from "../state.ts";
import { ownText, toRowOptions } from "./derive-rows.ts";
import { savedColumns } from "./export-columns.ts";
import { isRewritten } from "./rewritten.ts";

/** What another file would change in a review. */
export interface Merge {
  /** The new texts alone. */
  readonly corrections: Corrections;
  readonly rows: number;
  /** Rows of the other file, as a spreadsheet numbers them, that are none of this review. */
  readonly strangers: readonly number[];
  /** Values that stay as they are: they are good, and those of the other file are not. */
  readonly kept: number;
}

/** Compares a file with a review; null for a file of which no row belongs to it. */
export function findMerge(review: Review, table: CsvTable): Merge | null {
  const rowColumn = table.headers.findIndex(isRowHeader);
  if (rowColumn < 0) return null;
  const find = createFinder(review, table, rowColumn);
  const places = new Map(review.table.records.map(({ number }, place) => [number, place]));
  const corrections: Record<number, UserInput> = {};
  const strangers: number[] = [];
  const met = new Set<number>();
  let kept = 0;
  for (const record of table.records) {
    const number = numberIn(record, rowColumn);
    const found = met.has(number) ? null : find(record, places);
    if (!found) {
      strangers.push(record.number);
      continue;
    }
    const { mine, texts } = found;
    met.add(number);
    const wanted = changesOf(review, mine, texts);
    const taken = withoutHarm(review, mine, wanted);
    kept += Object.keys(wanted).length - Object.keys(taken).length;
    if (Object.keys(taken).length > 0) corrections[number] = taken;
  }
  if (met.size === 0 || countOfItself(review, table, find) > met.size) return null;
  return { corrections, rows: Object.keys(corrections).length, strangers, kept };
}

// Rows that a download of ours numbered for an earlier review, in both files: then it is the same file, chosen again.
function countOfItself(review: Review, table: CsvTable, find: Finder): number {
  const column = review.table.headers.findIndex(isRowHeader);
  if (column < 0) return 0;
  const places = new Map(review.table.records.map((record, place) => [numberIn(record, column), place]));
  return table.records.filter((record) => find(record, places)).length;
}

// Where in a review the row with a number is.
type Places = ReadonlyMap<number, number>;
type Finder = (record: CsvRecord, places: Places) => { readonly mine: Mine; readonly texts: UserInput } | null;

function createFinder(review: Review, table: CsvTable, rowColumn: number): Finder {
  const read = toReader(review, table);
  return (record, places) => {
    const mine = mineAt(review, places.get(numberIn(record, rowColumn)));
    const texts = mine && read(record, mine);
    return texts && isSamePerson(review, mine, texts) ? { mine, texts } : null;
  };
}

function numberIn({ cells }: CsvRecord, column: number): number {
  return Number(trimText(cells[column] ?? ""));
}

// A row of the review as the file has it, and as it was read.
interface Mine {
  readonly record: CsvRecord;
  readonly row: ImportRow;
}

function mineAt({ table, rows }: Review, place = -1): Mine | null {
  const [record, row] = [table.records[place], rows[place]];
  return record && row ? { record, row } : null;
}

function isRowHeader(header: string): boolean {
  return isAddedHeader(header) && toComparableHeader(header) === toComparableHeader(addedHeaders.row);
}

type Reader = (record: CsvRecord, mine: Mine) => UserInput;

// By the names that our download gives them: a person may have moved the columns.
function toReader(review: Review, table: CsvTable): Reader {
  const saved = savedColumns(review, review.table.records);
  const sources = fieldKeys.flatMap((field) => {
    const place = saved.findIndex((column) => column.field === field);
    const column = place < 0 ? -1 : findNth(table.headers, saved[place]?.header ?? "", nthOf(saved, place));
    return column < 0 ? [] : [{ field, column }];
  });
  const { columns = [], separator = "" } = review.nameColumns ?? {};
  const parts = columns.map((column) => findNth(table.headers, review.table.headers[column] ?? "", 0));
  const isJoined = parts.length > 0 && parts.every((column) => column >= 0);
  return ({ cells }, mine) => {
    const texts: UserInput = {};
    for (const { field, column } of sources) texts[field] = cells[column] ?? "";
    // Where the whole name says nothing new, its parts may.
    if (isJoined && (texts.name === undefined || knownTexts(review, mine, "name").includes(texts.name))) {
      texts.name = parts
        .map((column) => trimText(cells[column] ?? ""))
        .filter(Boolean)
        .join(separator);
    }
    return texts;
  };
}

function nthOf(saved: readonly { readonly header: string }[], place: number): number {
  return saved.slice(0, place).filter(({ header }) => header === saved[place]?.header).length;
}

function findNth(headers: readonly string[], header: string, nth: number): number {
  const places = headers.flatMap((other, column) => (other === header ? [column] : []));
  return places[nth] ?? -1;
}

// The row's number alone would fit any other export, too.
function isSamePerson(review: Review, mine: Mine, texts: UserInput): boolean {
  return (["externalUserId", "email"] as const).some((field) => {
    const text = trimText(texts[field] ?? "");
    return (
      text !== "" && knownTexts(review, mine, field).some((one) => trimText(one) === text || isRewritten(one, text))
    );
  });
}

function changesOf(review: Review, mine: Mine, texts: UserInput): UserInput {
  const changed = (Object.entries(texts) as [FieldKey, string][]).filter(
    ([field, text]) => !knownTexts(review, mine, field).some((one) => one === text || isRewritten(one, text)),
  );
  return Object.fromEntries(changed);
}

// What the file has in a cell, what was typed over it, and what was made of that.
function knownTexts(review: Review, { record, row }: Mine, field: FieldKey): string[] {
  const own = ownText(review, record.cells, field);
  return [own, review.corrections[record.number]?.[field] ?? own, row.input[field] ?? ""];
}

// A good value gives way only to another good one: dates that a spreadsheet wrote in its own way are no correction.
function withoutHarm(review: Review, { record, row }: Mine, wanted: UserInput): UserInput {
  const corrected = { ...review.corrections[record.number], ...wanted };
  const options = { ...toRowOptions(review), corrections: { [record.number]: corrected } };
  const { issues } = createJudge(review.table, review.mapping, options)(record);
  const isBad = (field: string) => issues.some((issue) => issue.field === field);
  const wasBad = (field: string) => row.issues.some((issue) => issue.field === field);
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => !isBad(field) || wasBad(field)));
}
