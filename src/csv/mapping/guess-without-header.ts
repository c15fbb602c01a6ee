// Guesses the columns of a table without header by what their cells hold.
import { parseDate } from "../../contract/field-values.ts";
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { CsvTable } from "../table.ts";
import { isUnmistakableDate, toUnmistakableTime } from "../text/date-format.ts";
import { type ColumnSample, clearlyFits, sampleColumn } from "./column-evidence.ts";
import { areShared, toRepeatedReason } from "./email-columns.ts";
import { isRunning } from "./id-columns.ts";
import type { FieldSuggestion, MappingReason } from "./suggestion.ts";

// A column of emails may have a few invalid ones.
const minEmailShare = 0.9;
// With more, nothing else may be the column of emails: a person decides.
const minAskedShare = 0.5;
// In fewer rows any column is unique by chance.
const minRows = 5;
const maxColumns = 200;
// Rows whose two dates are compared, and the share of them that must agree on which one is earlier.
const sampledRecords = 200;
const minAgreeingShare = 0.9;

/**
 * Guesses cautiously: the only column of emails; the other fields where the columns are in the order of the guide's own file;
 * else ids, a full name and two dates, where there are enough rows to recognise them.
 */
export function guessFields(table: CsvTable): Map<FieldKey, FieldSuggestion> {
  const columns = table.headers.slice(0, maxColumns).map((_, column) => sampleColumn(table, column));
  const emails = columns.flatMap(({ emails }, column) => (emails >= minEmailShare ? [column] : []));
  const [email] = emails;
  const values = email === undefined ? undefined : columns[email];
  if (email === undefined || !values) return toQuestion(columns);
  if (emails.length > 1) return new Map([["email", undecided({ code: "ambiguous", columns: emails })]]);
  if (areShared(values)) return new Map([["email", undecided(toRepeatedReason(email, values))]]);
  const found = isGuideOrder(columns, email) ? mapInGuideOrder(columns) : mapByValues(table, columns);
  const reason = { code: "values", matching: Math.round(values.count * values.emails), of: values.count } as const;
  return found.set("email", { column: email, how: "guess", confidence: 0.8, reason });
}

function undecided(reason: MappingReason): FieldSuggestion {
  return { column: null, how: "none", confidence: 0, reason };
}

// Columns that hold emails in most cells.
function toQuestion(columns: readonly ColumnSample[]): Map<FieldKey, FieldSuggestion> {
  const few = columns.flatMap((values, column) => (values.emails >= minAskedShare ? [{ values, column }] : []));
  const [first] = few;
  if (!first) return new Map();
  const matching = Math.round(first.values.count * first.values.emails);
  const found = { code: "doubtful_emails", doubt: "few", matching, of: first.values.count } as const;
  return new Map([["email", undecided({ ...found, columns: few.map(({ column }) => column) })]]);
}

// True for the guide's two required columns, or all five.
function isGuideOrder(columns: readonly ColumnSample[], email: number): boolean {
  const fitting = columns.every(({ cells, count, unique }, column) => {
    const key = fieldKeys[column];
    if (key === "externalUserId") return count > 0 && unique === 1;
    if (key === "name") return !cells.some((cell) => parseDate(cell));
    return key === "email" || (key !== undefined && isDateField(key) && cells.every((cell) => parseDate(cell)));
  });
  return (
    fitting && email === fieldKeys.indexOf("email") && (columns.length === 2 || columns.length === fieldKeys.length)
  );
}

function mapInGuideOrder(columns: readonly ColumnSample[]): Map<FieldKey, FieldSuggestion> {
  return new Map(
    columns.flatMap((_, column) => {
      const key = fieldKeys[column];
      return key ? [[key, { column, how: "guess", confidence: 0.6, reason: { code: "guide_order" } }] as const] : [];
    }),
  );
}

function mapByValues(table: CsvTable, columns: readonly ColumnSample[]): Map<FieldKey, FieldSuggestion> {
  const found = new Map<FieldKey, FieldSuggestion>();
  if (table.records.length < minRows) return found;
  const isDates = ({ cells }: ColumnSample) => cells.length >= minRows && cells.every(isUnmistakableDate);
  const dates = columns.flatMap((values, column) => (isDates(values) ? [column] : []));
  const ids = columns.flatMap((values, column) =>
    !dates.includes(column) && clearlyFits("externalUserId", values) && isIdLike(values) ? [column] : [],
  );
  // A running number counts the rows, where another column may be the id.
  const id = ids.find((column) => !isRunning(table, column)) ?? ids[0] ?? -1;
  const of = columns[id]?.count ?? 0;
  if (id >= 0)
    found.set("externalUserId", { column: id, how: "guess", confidence: 0.5, reason: { code: "unique_values", of } });
  const names = columns.flatMap(({ words, spaced, unique }, column) =>
    words > 0.95 && spaced > 0.8 && unique > 0.8 ? [column] : [],
  );
  const [name] = names;
  const count = name === undefined ? 0 : (columns[name]?.count ?? 0);
  if (name !== undefined && names.length === 1) {
    found.set("name", {
      column: name,
      how: "guess",
      confidence: 0.4,
      reason: { code: "values", matching: count, of: count },
    });
  }
  for (const [key, suggestion] of orderDates(table, dates)) found.set(key, suggestion);
  return found;
}

// A number, or letters with digits; not a phone number, a word or a long hash with signs in it.
function isIdLike({ cells }: ColumnSample): boolean {
  return (
    cells.every((cell) => /^[\w.:|-]{1,64}$/.test(cell)) &&
    cells.filter((cell) => /\d/.test(cell)).length > cells.length * 0.5
  );
}

// The earlier and the later of exactly two date columns; empty when the rows do not agree which is which.
function orderDates(table: CsvTable, columns: readonly number[]): Map<FieldKey, FieldSuggestion> {
  const [one, other, third] = columns;
  const found = new Map<FieldKey, FieldSuggestion>();
  if (one === undefined || other === undefined || third !== undefined) return found;
  const pairs = table.records.slice(0, sampledRecords).flatMap(({ cells }) => {
    const [a, b] = [toUnmistakableTime(cells[one] ?? ""), toUnmistakableTime(cells[other] ?? "")];
    return Number.isNaN(a) || Number.isNaN(b) ? [] : [b - a];
  });
  const later = pairs.filter((difference) => difference > 0).length;
  const earlier = pairs.filter((difference) => difference < 0).length;
  const matching = pairs.length - Math.min(later, earlier);
  if (pairs.length < minRows || later === earlier || matching < pairs.length * minAgreeingShare) return found;
  const [first, last] = later > earlier ? [one, other] : [other, one];
  const reason = { code: "date_order", matching, of: pairs.length } as const;
  found.set("registrationDate", { column: first, how: "guess", confidence: 0.5, reason });
  return found.set("lastLoginDate", { column: last, how: "guess", confidence: 0.5, reason });
}
