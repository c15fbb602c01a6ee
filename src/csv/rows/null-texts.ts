// Texts that stand where nothing is known: what databases and consoles write instead of leaving a cell empty.
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { type AffectedRows, addRow } from "../text/cells.ts";

/** Such a text in the mapped optional columns: an offer to read it as empty (`RowOptions.emptyTexts`). */
export interface EmptyText extends AffectedRows {
  readonly text: string;
}

const known =
  /^\s*(?:\(?null\)?|\\N|none|nil|nan|n\/a|#n\/a|undefined|not set|-+|never(?: logged in)?|nie|jamais|nunca|mai|nooit|nigdy|0000-00-00(?: 00:00:00)?)\s*$/i;
const longest = 20;
const optional: readonly FieldKey[] = ["name", "registrationDate", "lastLoginDate"];

/** Finds them, most frequent first. A text that stands in a required column is no empty one: that row has to be mended. */
export function findEmptyTexts(table: CsvTable, mapping: ColumnMapping): EmptyText[] {
  const found = new Map<string, AffectedRows>();
  for (const column of optional.map((key) => mapping[key])) {
    if (column === null) continue;
    for (const { number, cells } of table.records) {
      const cell = cells[column] ?? "";
      // Tried first: nearly all end here, at their first letter.
      if (!known.test(cell)) continue;
      const text = cell.trim();
      if (text.length > longest) continue;
      found.set(text, addRow(found.get(text) ?? null, number));
    }
  }
  return [...found].map(([text, seen]) => ({ text, ...seen })).sort((a, b) => b.count - a.count);
}
