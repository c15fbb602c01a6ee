// Converts date columns and null texts as chosen by hand, and says for which dates a conversion is worth offering.

import type { DateField } from "../../csv/rows/date-columns.ts";
import type { RepairField, TextRepair } from "../../csv/rows/repairs.ts";
import type { CsvTable } from "../../csv/table.ts";
import { convertDate, type DateFormat } from "../../csv/text/date-format.ts";
import type { Review } from "../state.ts";
import { withChanges } from "./review.ts";

/**
 * Reads the column of a date field in this format, or in the first of several that fits; `"iso"` leaves it as written, null
 * undoes the decision. Returns the same review if nothing changes.
 */
export function convertDates(
  review: Review,
  field: DateField,
  format: DateFormat | readonly DateFormat[] | null,
): Review {
  if (review.mapping[field] === null || `${review.dateFormats[field] ?? ""}` === `${format ?? ""}`) return review;
  const { [field]: _, ...others } = review.dateFormats;
  return withChanges(review, { dateFormats: format === null ? others : { ...others, [field]: format } });
}

/**
 * Repairs the texts of a field, or leaves them as written (`false`); null undoes the decision. Returns the same review if
 * nothing changes.
 */
export function repairTexts(review: Review, field: RepairField, repair: TextRepair | false | null): Review {
  if (review.mapping[field] === null || (review.repairs[field] ?? null) === repair) return review;
  const { [field]: _, ...others } = review.repairs;
  return withChanges(review, { repairs: repair === null ? others : { ...others, [field]: repair } });
}

/**
 * Replaces a domain of emails, in lower case, or leaves it as written (`false`); null undoes the decision. Returns the same
 * review if nothing changes.
 */
export function repairDomain(review: Review, from: string, to: string | false | null): Review {
  const before = Object.hasOwn(review.domains, from) ? review.domains[from] : null;
  if (review.mapping.email === null || before === to) return review;
  const { [from]: _, ...others } = review.domains;
  return withChanges(review, { domains: to === null ? others : { ...others, [from]: to } });
}

/** Reads these null texts as empty in names and dates; an empty list undoes it. Returns the same review if nothing changes. */
export function emptyTexts(review: Review, texts: readonly string[]): Review {
  const isSame = texts.join("\n") === review.emptyTexts.join("\n");
  return isSame ? review : withChanges(review, { emptyTexts: texts });
}

/** True if a date can't be read as written, or could not be before its column was converted. */
export function needsDates({ rows, dateFormats }: Review): boolean {
  return Object.keys(dateFormats).length > 0 || rows.some(hasUnreadDate);
}

/**
 * False if there is nothing to convert: all dates are read, and their years are those of our calendar. This saves trying
 * every format on every cell.
 */
export function mayConvertDates({ rows, dateFormats }: Pick<Review, "rows" | "dateFormats">): boolean {
  return Object.keys(dateFormats).length > 0 || rows.some((row) => hasUnreadDate(row) || hasOtherYear(row));
}

function hasOtherYear({ user }: Review["rows"][number]): boolean {
  return user !== null && (isOtherYear(user.registrationDate) || isOtherYear(user.lastLoginDate));
}

// Compared as text: 1402 and 2567 are years of other calendars.
function isOtherYear(date: string | undefined): boolean {
  return date !== undefined && (date < "15" || date > "25");
}

function hasUnreadDate({ issues }: Review["rows"][number]): boolean {
  return issues.some(({ code }) => code === "invalid_date");
}

/** One cell, as each of several formats reads it. */
export interface DateReadings {
  /** The row number in a spreadsheet. */
  readonly row: number;
  readonly from: string;
  readonly readings: readonly { readonly format: DateFormat; readonly to: string }[];
}

/** The first cell that these formats read as different days: 03/04/2025, but not 04/04/2025. Null if there is none. */
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
