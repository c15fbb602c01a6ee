// Which columns of a table without header are which field: by what the cells hold.

import { parseDate } from "../contract/date.ts";
import { type FieldKey, fieldKeys } from "../contract/fields.ts";
import { isDateField } from "../contract/user.ts";
import { isBlank, isEmail } from "./aliases.ts";
import type { FieldSuggestion } from "./mapping.ts";
import type { CsvTable } from "./table.ts";

const sampledRecords = 200;
// A few wrong addresses do not make another column of it.
const enough = 0.9;

/**
 * Guesses with care: the one column of emails; and the other fields only where the table has the columns of the guide's own
 * file in its order, and their cells do not speak against it.
 */
export function guessFields(table: CsvTable): Map<FieldKey, FieldSuggestion> {
  const columns = table.headers.map((_, column) => columnCells(table, column));
  const fits = columns.map((cells) => cells.filter(isEmail).length / Math.max(cells.length, 1));
  const emails = fits.flatMap((share, column) => (share >= enough ? [column] : []));
  const [email] = emails;
  if (email === undefined) return new Map();
  if (emails.length > 1) {
    return new Map([["email", { column: null, how: "none", reason: { code: "ambiguous", columns: emails } }]]);
  }
  const cells = columns[email] ?? [];
  const reason = { code: "values", matching: cells.filter(isEmail).length, of: cells.length } as const;
  const found = new Map<FieldKey, FieldSuggestion>();
  if (isGuideOrder(columns, email)) {
    for (const [column] of columns.entries()) {
      const key = fieldKeys[column];
      if (key) found.set(key, { column, how: "guess", reason: { code: "guide_order" } });
    }
  }
  return found.set("email", { column: email, how: "guess", reason });
}

function columnCells({ records }: CsvTable, column: number): string[] {
  const sampled = records.slice(0, sampledRecords).map(({ cells }) => cells[column] ?? "");
  return sampled.filter((cell) => !isBlank(cell));
}

// The guide's two required columns, or all five.
function isGuideOrder(columns: readonly (readonly string[])[], email: number): boolean {
  const fitting = columns.every((cells, column) => {
    const key = fieldKeys[column];
    if (key === "externalUserId") return cells.length > 0 && new Set(cells).size === cells.length;
    if (key === "name") return !cells.some((cell) => parseDate(cell));
    return key === "email" || (key !== undefined && isDateField(key) && cells.every((cell) => parseDate(cell)));
  });
  return (
    fitting && email === fieldKeys.indexOf("email") && (columns.length === 2 || columns.length === fieldKeys.length)
  );
}
