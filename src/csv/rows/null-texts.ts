// Finds null texts: what databases and consoles write for a missing value (NULL, N/A, Never).
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { type AffectedRows, addRow } from "../text/cells.ts";

/** A null text in the mapped optional columns. `RowOptions.emptyTexts` reads it as empty. */
export interface EmptyText extends AffectedRows {
  readonly text: string;
}

const nullText =
  /^\s*(?:\(?null\)?|\\N|none|nil|nan|n\/a|#n\/a|undefined|not set|-+|never(?: logged in)?|nie|jamais|nunca|mai|nooit|nigdy|0000-00-00(?: 00:00:00)?)\s*$/i;
const maxTextLength = 20;
const optionalFields: readonly FieldKey[] = ["name", "registrationDate", "lastLoginDate"];

/** Finds null texts, most frequent first. Required columns are left out: a row without their value has to be corrected. */
export function findEmptyTexts(table: CsvTable, mapping: ColumnMapping): EmptyText[] {
  const found = new Map<string, AffectedRows>();
  for (const column of optionalFields.map((key) => mapping[key])) {
    if (column === null) continue;
    for (const { number, cells } of table.records) {
      const cell = cells[column] ?? "";
      // First, because it rejects nearly every cell at its first letter.
      if (!nullText.test(cell)) continue;
      const text = cell.trim();
      if (text.length > maxTextLength) continue;
      found.set(text, addRow(found.get(text) ?? null, number));
    }
  }
  return [...found].map(([text, seen]) => ({ text, ...seen })).sort((a, b) => b.count - a.count);
}
