// Reads some fields of all rows again, after what was decided about their columns has changed.
import { type FieldKey, type UserField, userFields } from "../../contract/fields.ts";
import { checkField, type ImportUser, type UserInput } from "../../contract/user.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import {
  createRowReader,
  type ImportRow,
  type ImportRowIssue,
  isShifted,
  markDuplicates,
  noWarnings,
  type RowOptions,
} from "./import-rows.ts";

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
  const checked = userFields.filter(({ key }) => all.includes(key));
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
    return input ? (judgeFields(row, input, checked) ?? judge(record, input)) : row;
  });
  return markDuplicates(reread, options.leftOut);
}

// The row with these texts, of which only these fields may have changed; null if it must be judged as a whole.
function judgeFields(row: ImportRow, input: UserInput, fields: readonly UserField[]): ImportRow | null {
  if (isShifted(row)) return null;
  const { number } = row;
  const issues: ImportRowIssue[] = row.issues.filter((issue) => !fields.some(({ key }) => key === issue.field));
  let isSame = row.user === row.input;
  for (const field of fields) {
    const found = checkField(field, input[field.key]);
    if (typeof found === "object") issues.push(found);
    else if (found !== input[field.key]) isSame = false;
  }
  if (issues.length > 0) return { number, input, user: null, issues: issues.sort(byField), warnings: noWarnings };
  // All other texts are sent as they are.
  return isSame ? { number, input, user: input as ImportUser, issues, warnings: noWarnings } : null;
}

const places = new Map(userFields.map(({ key }, place) => [key, place]));

function byField(one: ImportRowIssue, other: ImportRowIssue): number {
  return (places.get(one.field as FieldKey) ?? 0) - (places.get(other.field as FieldKey) ?? 0);
}
