// The columns of the files we save with rows of a review: the file's own with the corrections in place, no cell left out.
import { type FieldKey, fieldKeys, userFields } from "../../contract/fields.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { CsvRecord } from "../../csv/table.ts";
import { isAddedHeader } from "../../csv/text/headers.ts";
import type { Review } from "../state.ts";

/** One column of a saved file. */
export interface SavedColumn {
  readonly header: string;
  /** The field it feeds; null for one that feeds none. */
  readonly field: FieldKey | null;
  textOf(record: CsvRecord, row: ImportRow): string;
}

/**
 * The columns that a file with these records has: the original text, or the corrected one. What an earlier download of ours
 * added makes room; a field that is corrected and has no single column, as a joined name, gets one of its own.
 */
export function savedColumns(review: Review, records: readonly CsvRecord[]): SavedColumn[] {
  const { headers } = review.table;
  const width = records.reduce((widest, { cells }) => Math.max(widest, cells.length), headers.length);
  const columns = Array.from({ length: width }, (_, column) => column);
  const own = columns.filter((column) => !isAddedHeader(headers[column] ?? ""));
  return [...own.map((column) => toOwnColumn(review, column)), ...addedColumns(review, records)];
}

function toOwnColumn(review: Review, column: number): SavedColumn {
  const { table, mapping, corrections } = review;
  const field = fieldKeys.find((key) => mapping[key] === column) ?? null;
  const written = table.headers[column] ?? "";
  // Without a header of its own the file gets the guide's: columns chosen by hand would not be found again.
  const header = table.dialect.hasHeader || field === null ? written : headerOf(field);
  const corrected = (row: number) => (field === null ? undefined : corrections[row]?.[field]);
  return { header, field, textOf: ({ number, cells }) => corrected(number) ?? cells[column] ?? "" };
}

function addedColumns({ mapping, corrections }: Review, records: readonly CsvRecord[]): SavedColumn[] {
  const isCorrected = (field: FieldKey) => records.some(({ number }) => corrections[number]?.[field] !== undefined);
  const fields = fieldKeys.filter((field) => mapping[field] === null && isCorrected(field));
  return fields.map((field) => ({ header: headerOf(field), field, textOf: (_, row) => row.input[field] ?? "" }));
}

// Beside first and last name, "name" alone would be taken for one of them.
function headerOf(field: FieldKey): string {
  return field === "name" ? "full_name" : (userFields.find(({ key }) => key === field)?.header ?? field);
}
