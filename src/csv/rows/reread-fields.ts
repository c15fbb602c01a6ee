// Reads some fields of all rows again, after what was decided about their columns has changed.
import type { FieldKey } from "../../contract/fields.ts";
import type { UserInput } from "../../contract/user.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { createRowReader, type ImportRow, markDuplicates, type RowOptions } from "./import-rows.ts";

/**
 * Reads these fields of all rows again, after the repairs or formats of their columns have changed: the same rows as
 * `toImportRows`, in a part of the time. A row without change stays the same object.
 */
export function rereadFields(
  rows: readonly ImportRow[],
  fields: readonly FieldKey[],
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions = {},
): ImportRow[] {
  const { textOf, inputOf, judge } = createRowReader(table, mapping, options);
  const isIdRead = options.idFromEmail && fields.includes("email") && !fields.includes("externalUserId");
  const all: readonly FieldKey[] = isIdRead ? [...fields, "externalUserId"] : fields;
  const reread = table.records.map((record, index) => {
    const row = rows[index];
    if (!row) return judge(record, inputOf(record));
    let input: UserInput | null = null;
    for (const field of all) {
      const text = textOf(record, field);
      if (text === row.input[field]) continue;
      input ??= { ...row.input };
      input[field] = text ?? "";
    }
    return input ? judge(record, input) : row;
  });
  return markDuplicates(reread, options.leftOut);
}
