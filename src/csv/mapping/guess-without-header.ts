// Which columns of a table without header are which field: by what the cells hold.
import { parseDate } from "../../contract/field-values.ts";
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { CsvTable } from "../table.ts";
import { type ColumnValues, isPlainlyDate, valuesOf } from "./column-evidence.ts";
import { orderDates } from "./date-order.ts";
import type { FieldSuggestion } from "./suggestion.ts";
import { fits } from "./verdict.ts";

// A few wrong addresses do not make another column of it.
const enough = 0.9;
// In fewer rows anything is unique by chance.
const tellingRows = 5;
const mostColumns = 200;

/**
 * Guesses with care: the one column of emails; the other fields where the table has the columns of the guide's own file in its
 * order; else ids, a full name and two dates, where the rows are many enough to show which they are.
 */
export function guessFields(table: CsvTable): Map<FieldKey, FieldSuggestion> {
  const columns = table.headers.slice(0, mostColumns).map((_, column) => valuesOf(table, column));
  const emails = columns.flatMap(({ emails }, column) => (emails >= enough ? [column] : []));
  const [email] = emails;
  const values = email === undefined ? undefined : columns[email];
  if (email === undefined || !values) return new Map();
  if (emails.length > 1) return new Map([["email", unsure(emails)]]);
  const found = isGuideOrder(columns, email) ? inGuideOrder(columns) : byValues(table, columns);
  const reason = { code: "values", matching: Math.round(values.count * values.emails), of: values.count } as const;
  return found.set("email", { column: email, how: "guess", confidence: 0.8, reason });
}

function unsure(columns: readonly number[]): FieldSuggestion {
  return { column: null, how: "none", confidence: 0, reason: { code: "ambiguous", columns } };
}

// The guide's two required columns, or all five.
function isGuideOrder(columns: readonly ColumnValues[], email: number): boolean {
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

function inGuideOrder(columns: readonly ColumnValues[]): Map<FieldKey, FieldSuggestion> {
  return new Map(
    columns.flatMap((_, column) => {
      const key = fieldKeys[column];
      return key ? [[key, { column, how: "guess", confidence: 0.6, reason: { code: "guide_order" } }] as const] : [];
    }),
  );
}

function byValues(table: CsvTable, columns: readonly ColumnValues[]): Map<FieldKey, FieldSuggestion> {
  const found = new Map<FieldKey, FieldSuggestion>();
  if (table.records.length < tellingRows) return found;
  const isDates = ({ cells }: ColumnValues) => cells.length >= tellingRows && cells.every(isPlainlyDate);
  const dates = columns.flatMap((values, column) => (isDates(values) ? [column] : []));
  const id = columns.findIndex(
    (values, column) => !dates.includes(column) && fits("externalUserId", values) && isIdLike(values),
  );
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

// A number, or letters with numbers: no phone number, no word, no long hash with signs in it.
function isIdLike({ cells }: ColumnValues): boolean {
  return (
    cells.every((cell) => /^[\w.:|-]{1,64}$/.test(cell)) &&
    cells.filter((cell) => /\d/.test(cell)).length > cells.length * 0.5
  );
}
