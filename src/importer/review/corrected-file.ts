// Exports rows for correction in a spreadsheet, and merges the corrected file into the review it came from.
import { type FieldKey, fieldKeys, userFields } from "../../contract/fields.ts";
import { trimText } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import { writtenHeaders } from "../../csv/read/damaged-headers.ts";
import { type Corrections, createRowReader, type ImportRow } from "../../csv/rows/import-rows.ts";
import type { CsvRecord, CsvTable } from "../../csv/table.ts";
import { addedHeaders, isAddedHeader, toComparableHeader } from "../../csv/text/headers.ts";
import type { Review } from "../state.ts";
import { originalText, toRowOptions } from "./review.ts";

/** One column of an exported file. */
export interface ExportColumn {
  /** The name as it is read. */
  readonly header: string;
  /** The name as it is in the file. */
  readonly written: string;
  /** The field that the column is assigned to; null for none. */
  readonly field: FieldKey | null;
  textOf(record: CsvRecord, row: ImportRow): string;
}

/**
 * The columns of a file with these records: every cell of the original file, with the corrections in place. Columns added
 * by an earlier export are dropped. A corrected field without a single column, such as a joined name, gets a column of its own.
 */
export function exportColumns(review: Review, records: readonly CsvRecord[]): ExportColumn[] {
  const { headers } = review.table;
  const width = records.reduce((widest, { cells }) => Math.max(widest, cells.length), headers.length);
  const columns = Array.from({ length: width }, (_, column) => column);
  const own = columns.filter((column) => !isAddedHeader(headers[column] ?? ""));
  const written = writtenHeaders(headers, review.table.notices);
  return [...own.map((column) => toOwnColumn(review, column, written)), ...addedColumns(review, records)];
}

function toOwnColumn(review: Review, column: number, allWritten: readonly string[]): ExportColumn {
  const { table, mapping, corrections } = review;
  const field = fieldKeys.find((key) => mapping[key] === column) ?? null;
  // A file without a header gets the guide's: otherwise columns chosen by hand would not be recognised again.
  const given = table.dialect.hasHeader || field === null ? null : headerOf(field);
  const header = given ?? table.headers[column] ?? "";
  const written = given ?? allWritten[column] ?? "";
  const corrected = (row: number) => (field === null ? undefined : corrections[row]?.[field]);
  return { header, written, field, textOf: ({ number, cells }) => corrected(number) ?? cells[column] ?? "" };
}

function addedColumns({ mapping, corrections }: Review, records: readonly CsvRecord[]): ExportColumn[] {
  const isCorrected = (field: FieldKey) => records.some(({ number }) => corrections[number]?.[field] !== undefined);
  const fields = fieldKeys.filter((field) => mapping[field] === null && isCorrected(field));
  return fields.map((field) => {
    const header = headerOf(field);
    return { header, written: header, field, textOf: (_, row) => row.input[field] ?? "" };
  });
}

// Next to first and last name, "name" alone would be recognised as one of them.
function headerOf(field: FieldKey): string {
  return field === "name" ? "full_name" : (userFields.find(({ key }) => key === field)?.header ?? field);
}

/** The changes that a corrected file would make to a review. */
export interface Merge {
  /** The texts that differ from the review. */
  readonly corrections: Corrections;
  readonly rows: number;
  /** Rows of the other file, by their number in a spreadsheet, that are not in the review. */
  readonly unmatchedRows: readonly number[];
  /** The number of values that stay because they are valid and those of the other file are not. */
  readonly unchangedValues: number;
}

// What was compared, by the rows of the review: they are others once anything is that they follow from.
const compared = new WeakMap<Review["rows"], WeakMap<CsvTable, { readonly merge: Merge | null }>>();

/**
 * Compares a file with a review; null if none of its rows is in the review. Comparing them again takes no time, as long as the
 * rows of the review are the same.
 */
export function findMerge(review: Review, table: CsvTable): Merge | null {
  const known = compared.get(review.rows) ?? new WeakMap();
  compared.set(review.rows, known);
  const found = known.get(table) ?? { merge: compareFile(review, table) };
  known.set(table, found);
  return found.merge;
}

function compareFile(review: Review, table: CsvTable): Merge | null {
  const rowColumn = table.headers.findIndex(isRowHeader);
  if (rowColumn < 0) return null;
  const find = createRowFinder(review, table, rowColumn);
  const withoutNewProblems = createProblemFilter(review);
  const places = new Map(review.table.records.map(({ number }, place) => [number, place]));
  const corrections: Record<number, UserInput> = {};
  const unmatchedRows: number[] = [];
  const found = new Set<number>();
  let unchangedValues = 0;
  for (const record of table.records) {
    const number = rowNumberIn(record, rowColumn);
    const match = found.has(number) ? null : find(record, places);
    if (!match) {
      unmatchedRows.push(record.number);
      continue;
    }
    found.add(number);
    const changed = changedTexts(review, match);
    const accepted = withoutNewProblems(match.reviewRow, changed);
    unchangedValues += Object.keys(changed).length - Object.keys(accepted).length;
    if (Object.keys(accepted).length > 0) corrections[number] = accepted;
  }
  if (found.size === 0 || countByOldNumbers(review, table, find) > found.size) return null;
  return { corrections, rows: Object.keys(corrections).length, unmatchedRows, unchangedValues };
}

// The rows that match by the numbers an earlier export wrote into both files. If those match better, the dropped file is
// the reviewed file itself, chosen again.
function countByOldNumbers(review: Review, table: CsvTable, find: RowFinder): number {
  const column = review.table.headers.findIndex(isRowHeader);
  if (column < 0) return 0;
  const places = new Map(review.table.records.map((record, place) => [rowNumberIn(record, column), place]));
  return table.records.filter((record) => find(record, places)).length;
}

// Row number -> place in the review.
type Places = ReadonlyMap<number, number>;

// A row of the review: as it is in the file, and as it was read.
interface ReviewRow {
  readonly record: CsvRecord;
  readonly row: ImportRow;
}

interface RowMatch {
  readonly reviewRow: ReviewRow;
  /** The texts of the corrected file. */
  readonly texts: UserInput;
}

type RowFinder = (record: CsvRecord, places: Places) => RowMatch | null;

function createRowFinder(review: Review, table: CsvTable, rowColumn: number): RowFinder {
  const readTexts = createTextReader(review, table);
  return (record, places) => {
    const reviewRow = reviewRowAt(review, places.get(rowNumberIn(record, rowColumn)));
    const match = reviewRow && { reviewRow, texts: readTexts(record, reviewRow) };
    return match && isSamePerson(review, match) ? match : null;
  };
}

function rowNumberIn({ cells }: CsvRecord, column: number): number {
  return Number(trimText(cells[column] ?? ""));
}

function reviewRowAt({ table, rows }: Review, place = -1): ReviewRow | null {
  const [record, row] = [table.records[place], rows[place]];
  return record && row ? { record, row } : null;
}

function isRowHeader(header: string): boolean {
  return isAddedHeader(header) && toComparableHeader(header) === toComparableHeader(addedHeaders.row);
}

type TextReader = (record: CsvRecord, reviewRow: ReviewRow) => UserInput;

// Finds columns by their exported headers, as they may have been moved in the spreadsheet.
function createTextReader(review: Review, table: CsvTable): TextReader {
  const exported = exportColumns(review, review.table.records);
  const sources = fieldKeys.flatMap((field) => {
    const place = exported.findIndex((column) => column.field === field);
    const column = place < 0 ? -1 : findNth(table.headers, exported[place]?.header ?? "", nthOf(exported, place));
    return column < 0 ? [] : [{ field, column }];
  });
  const { columns = [], separator = "" } = review.nameColumns ?? {};
  const parts = columns.map((column) => findNth(table.headers, review.table.headers[column] ?? "", 0));
  const isJoined = parts.length > 0 && parts.every((column) => column >= 0);
  return ({ cells }, reviewRow) => {
    const texts: UserInput = {};
    for (const { field, column } of sources) texts[field] = cells[column] ?? "";
    // If the whole name is unchanged, its parts may have been corrected.
    if (isJoined && (texts.name === undefined || knownTexts(review, reviewRow, "name").includes(texts.name))) {
      texts.name = parts
        .map((column) => trimText(cells[column] ?? ""))
        .filter(Boolean)
        .join(separator);
    }
    return texts;
  };
}

function nthOf(columns: readonly { readonly header: string }[], place: number): number {
  return columns.slice(0, place).filter(({ header }) => header === columns[place]?.header).length;
}

function findNth(headers: readonly string[], header: string, nth: number): number {
  const places = headers.flatMap((other, column) => (other === header ? [column] : []));
  return places[nth] ?? -1;
}

// The row number alone would match any other export too.
function isSamePerson(review: Review, { reviewRow, texts }: RowMatch): boolean {
  return (["externalUserId", "email"] as const).some((field) => {
    const text = trimText(texts[field] ?? "");
    const known = knownTexts(review, reviewRow, field);
    return text !== "" && known.some((one) => trimText(one) === text || isRewritten(one, text));
  });
}

function changedTexts(review: Review, { reviewRow, texts }: RowMatch): UserInput {
  const changed = (Object.entries(texts) as [FieldKey, string][]).filter(
    ([field, text]) => !knownTexts(review, reviewRow, field).some((one) => one === text || isRewritten(one, text)),
  );
  return Object.fromEntries(changed);
}

// The original text, the corrected text, and the text after conversion.
function knownTexts(review: Review, { record, row }: ReviewRow, field: FieldKey): string[] {
  const original = originalText(review, record.cells, field);
  return [original, review.corrections[record.number]?.[field] ?? original, row.input[field] ?? ""];
}

// A valid value is replaced only by another valid one: dates reformatted by a spreadsheet are not corrections.
function createProblemFilter(review: Review): (reviewRow: ReviewRow, changed: UserInput) => UserInput {
  const corrections: Record<number, UserInput> = {};
  const { inputOf, judge } = createRowReader(review.table, review.mapping, { ...toRowOptions(review), corrections });
  return ({ record, row }, changed) => {
    const texts = Object.entries(changed);
    if (texts.length === 0) return changed;
    corrections[record.number] = { ...review.corrections[record.number], ...changed };
    const { issues } = judge(record, inputOf(record));
    const isInvalid = (field: string) => issues.some((issue) => issue.field === field);
    const wasInvalid = (field: string) => row.issues.some((issue) => issue.field === field);
    return Object.fromEntries(texts.filter(([field]) => !isInvalid(field) || wasInvalid(field)));
  };
}

const integer = /^\d+$/;
const number = /^\d+(?:[.,]\d+)?(?:E[+-]?\d+)?$/i;
// A spreadsheet keeps at most 15 significant digits of a number.
const maxDigits = 15;

/**
 * True if the second text is what a spreadsheet saves for the first, and so is not a correction: 00123 as 123, 1E5 as
 * 1,00E+05, a long number cut off.
 */
export function isRewritten(before: string, text: string): boolean {
  if (!number.test(before) || !number.test(text)) return false;
  // Compared as numbers, long integers that differ only in their last digits would be equal.
  if (integer.test(before) && integer.test(text)) return text === withoutZeros(before) || text === cutOff(before);
  return Number(toNumber(before).toPrecision(digitsOf(text))) === toNumber(text);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

// 12345678901234567 becomes 12345678901234500.
function cutOff(digits: string): string {
  const significant = withoutZeros(digits);
  return significant.slice(0, maxDigits).padEnd(significant.length, "0");
}

function toNumber(text: string): number {
  return Number(text.replace(",", "."));
}

// Scientific notation is rounded to what fits into a cell.
function digitsOf(text: string): number {
  const [mantissa = "", exponent] = text.split(/E/i);
  return exponent === undefined ? maxDigits : Math.min(mantissa.replace(/\D/, "").length, 100);
}
