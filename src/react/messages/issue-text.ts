// Puts the problems of a row into words; a file of its own, as it is loaded with the later screens.
import type { FieldKey } from "../../contract/fields.ts";
import type { ImportRow, ImportRowIssue, RowWarning } from "../../csv/rows/import-rows.ts";
import { toCauseText } from "../../csv/rows/value-causes.ts";
import type { Messages } from "./messages.ts";

/** Says what is wrong with a value and what is expected. */
export function toIssueText({ field, code, value }: ImportRowIssue, messages: Messages): string {
  // These texts come with the screens that follow those of a plain file, which may not have been loaded.
  const words: Messages["valueCauses"] | undefined = messages.valueCauses;
  const cause = words ? toCauseText({ code, value }, words) : null;
  if (cause !== null) return code === "invalid_email" ? words.email(cause) : cause;
  const isDamaged = code === "control_character" && value.includes("\uFFFD");
  return messages.issues[isDamaged ? "damaged" : code](field === null ? "" : messages.fields[field]);
}

/** The first problem of a row in this field; null without one. */
export function issueOf(row: ImportRow, field: FieldKey): ImportRowIssue | null {
  return row.issues.find((issue) => issue.field === field) ?? null;
}

/** The first warning of a row in this field; null without one. */
export function warningOf(row: ImportRow, field: FieldKey): RowWarning | null {
  return row.warnings.find(({ code }) => warnedField[code] === field) ?? null;
}

const warnedField: Record<RowWarning["code"], FieldKey> = {
  duplicate_email: "email",
  duplicate_user_id: "externalUserId",
};
