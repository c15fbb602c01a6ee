// What is wrong with a value or noticed in it, in words.
import type { FieldKey } from "../../contract/fields.ts";
import type { RowIssue } from "../../contract/user.ts";
import type { ImportRow, RowWarning } from "../../csv/rows/import-row.ts";
import type { Messages } from "./messages.ts";

/** What is wrong with a value and what is expected. */
export function toIssueText({ field, code }: RowIssue, messages: Messages): string {
  return messages.issues[code](field === null ? "" : messages.fields[field]);
}

/** What is wrong with a row's field; null for nothing. */
export function issueOf(row: ImportRow, field: FieldKey): RowIssue | null {
  return row.issues.find((issue) => issue.field === field) ?? null;
}

/** What was noticed in a row's field; null for nothing. */
export function warningOf(row: ImportRow, field: FieldKey): RowWarning | null {
  return row.warnings.find(({ code }) => warnedField[code] === field) ?? null;
}

const warnedField: Record<RowWarning["code"], FieldKey> = {
  duplicate_email: "email",
  duplicate_user_id: "externalUserId",
};
