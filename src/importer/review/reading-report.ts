// Reports how the file of a review was read, for support.
import { type ReadReport, toReadReport } from "../../csv/read/read-report.ts";
import { detectDateFormats } from "../../csv/rows/date-columns.ts";
import type { Review } from "../state.ts";
import { needsDates } from "./conversions.ts";

/** Reports how the file of a review was read: decisions and counts, without the content of any row. */
export function reportReading(review: Review): ReadReport {
  const { table, suggestion, mapping } = review;
  return toReadReport(table, suggestion, needsDates(review) ? detectDateFormats(table, mapping) : {});
}
