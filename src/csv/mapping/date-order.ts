// Two columns of dates without names: who registered first signs in later.
import type { FieldKey } from "../../contract/fields.ts";
import type { CsvTable } from "../table.ts";
import { convertDate, type DateFormat } from "../text/date-format.ts";
import type { FieldSuggestion } from "./suggestion.ts";

const sampledRecords = 200;
const tellingRows = 5;
const enough = 0.9;

/** The earlier and the later of exactly two columns of dates; nothing when the rows do not say which is which. */
export function orderDates(table: CsvTable, columns: readonly number[]): Map<FieldKey, FieldSuggestion> {
  const [one, other, third] = columns;
  const found = new Map<FieldKey, FieldSuggestion>();
  if (one === undefined || other === undefined || third !== undefined) return found;
  const pairs = table.records.slice(0, sampledRecords).flatMap(({ cells }) => {
    const [a, b] = [timeOf(cells[one] ?? ""), timeOf(cells[other] ?? "")];
    return Number.isNaN(a) || Number.isNaN(b) ? [] : [b - a];
  });
  const later = pairs.filter((difference) => difference > 0).length;
  const earlier = pairs.filter((difference) => difference < 0).length;
  const matching = pairs.length - Math.min(later, earlier);
  if (pairs.length < tellingRows || later === earlier || matching < pairs.length * enough) return found;
  const [first, last] = later > earlier ? [one, other] : [other, one];
  const reason = { code: "date_order", matching, of: pairs.length } as const;
  found.set("registrationDate", { column: first, how: "guess", confidence: 0.5, reason });
  return found.set("lastLoginDate", { column: last, how: "guess", confidence: 0.5, reason });
}

// Only formats in which day and month can't be mixed up.
const certain: readonly DateFormat[] = ["iso", "year_month_day", "month_name", "epoch_milliseconds"];

function timeOf(cell: string): number {
  for (const format of certain) {
    const text = convertDate(cell, format);
    if (text !== null) return Date.parse(text);
  }
  return Number.NaN;
}
