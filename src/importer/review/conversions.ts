// Offers that a person takes up: date columns in another format, names that stand in several columns, texts that mean nothing.

import type { NameColumns } from "../../csv/mapping/suggestion.ts";
import type { DateField } from "../../csv/rows/date-columns.ts";
import type { CsvTable } from "../../csv/table.ts";
import { convertDate, type DateFormat } from "../../csv/text/date-format.ts";
import type { Review } from "../state.ts";
import { withoutFields } from "./carry-over.ts";
import { derive } from "./derive-rows.ts";

/**
 * Reads a date field's column in this format; `"iso"` leaves it as it is written, null takes the decision back.
 * The same review when nothing changes.
 */
export function convertDates(review: Review, field: DateField, format: DateFormat | null): Review {
  if (review.mapping[field] === null || (review.dateFormats[field] ?? null) === format) return review;
  const { [field]: _, ...others } = review.dateFormats;
  return derive(review, { dateFormats: format === null ? others : { ...others, [field]: format } });
}

/**
 * Joins first and last name, in these columns or in those that the file offers, or parts them again. The same review when
 * nothing changes.
 */
export function joinNames(review: Review, joined: boolean, columns?: readonly number[]): Review {
  const nameColumns = joined ? toNameColumns(review, columns) : null;
  if ((joined && !nameColumns) || isSame(nameColumns, review.nameColumns)) return review;
  const { name: _, ...chosen } = review.chosen;
  // A correction was typed over another text: over this one it would be wrong.
  const corrections = withoutFields(review.corrections, ["name"]);
  const manual = review.manual.filter((field) => field !== "name");
  const mapping = { ...review.mapping, name: null };
  return derive(review, { nameColumns, mapping, manual, chosen, corrections, taken: null });
}

function toNameColumns({ suggestion, table }: Review, columns: readonly number[] | undefined): NameColumns | null {
  const offered = suggestion.nameColumns;
  if (!columns) return offered;
  const isThere = columns.length > 1 && columns.every((column) => column in table.headers);
  return isThere ? { columns, separator: offered?.separator ?? " " } : null;
}

function isSame(one: NameColumns | null, other: NameColumns | null): boolean {
  return `${one?.columns}` === `${other?.columns}`;
}

/** Reads these texts as empty in name and dates; none takes that back. The same review when nothing changes. */
export function emptyTexts(review: Review, texts: readonly string[]): Review {
  return texts.join("\n") === review.emptyTexts.join("\n") ? review : derive(review, { emptyTexts: texts });
}

/** True when a date can't be read as it is written, or could not before a person decided about its column. */
export function needsDates({ rows, dateFormats }: Review): boolean {
  return Object.keys(dateFormats).length > 0 || rows.some(hasUnreadDate);
}

/**
 * False when the date columns as they are written are the best that any format makes of them: most dates are read, and what
 * is not is no date in the same order either. Then there is nothing to offer, and no need to try every format on every cell.
 */
export function mayConvertDates({ rows, dateFormats }: Review): boolean {
  return Object.keys(dateFormats).length > 0 || dateFields.some((field) => isDoubtful(rows, field));
}

const dateFields: readonly DateField[] = ["registrationDate", "lastLoginDate"];

// Of all other formats only year_month_day reads ISO dates too; each of the others reads what ISO does not, or less than half.
function isDoubtful(rows: Review["rows"], field: DateField): boolean {
  let read = 0;
  let unread = 0;
  for (const { user, input, issues } of rows) {
    if (user) {
      if (user[field] !== undefined) read += 1;
    } else if (issues.some((issue) => issue.field === field && issue.code === "invalid_date")) {
      unread += 1;
      if (convertDate(input[field] ?? "", "year_month_day") !== null) return true;
    }
  }
  return unread > 0 && unread >= read;
}

function hasUnreadDate({ issues }: Review["rows"][number]): boolean {
  return issues.some(({ code }) => code === "invalid_date");
}

/** One cell, and what each of several formats makes of it. */
export interface DateReadings {
  /** The row a spreadsheet shows. */
  readonly row: number;
  readonly from: string;
  readonly readings: readonly { readonly format: DateFormat; readonly to: string }[];
}

/** The first cell that two formats read as different days: 03/04/2025, but not 04/04/2025. Null when there is none. */
export function findReadings(table: CsvTable, column: number, formats: readonly DateFormat[]): DateReadings | null {
  for (const { number, cells } of table.records) {
    const from = cells[column]?.trim() ?? "";
    const readings = formats.flatMap((format) => {
      const to = convertDate(from, format);
      return to === null ? [] : [{ format, to }];
    });
    const days = new Set(readings.map(({ to }) => to));
    if (readings.length === formats.length && days.size === formats.length) return { row: number, from, readings };
  }
  return null;
}
