// Explains results of rows in words; a file of its own, as it is loaded with the later screens.
import type { RowResult } from "../../contract/import.ts";
import { isRowStatus } from "../../contract/status.ts";
import type { RowIssueCode } from "../../contract/user.ts";
import type { ImportRowIssue } from "../../csv/rows/import-rows.ts";
import type { ImportReport, ReportRow } from "../../importer/state.ts";
import { toIssueText } from "./issue-text.ts";
import type { Messages } from "./messages.ts";

/** Explains the outcome of one row of a report, warnings of the server included. */
export function toRowMeaning(line: ReportRow, report: ImportReport, messages: Messages): string {
  const { row, result } = line;
  const words = messages.meanings;
  if (!result) {
    const reasons = row.issues.map((issue) => toIssueText(issue, messages));
    if (line.isLeftOut) return words.leftOut(reasons);
    return row.user === null ? words.heldBack(reasons) : words.noResult;
  }
  return toResultMeaning(result, (index) => rowNumberAt(report, index), messages, row.issues);
}

/** Explains one result. `rowAt` gives the row number for an index of the request, or null when it is unknown; `issues` are those of the row. */
export function toResultMeaning(
  result: RowResult,
  rowAt: (index: number | undefined) => number | null,
  messages: Messages,
  issues: readonly ImportRowIssue[] = [],
): string {
  return [toStatusMeaning(result, messages, issues), ...toWarningTexts(result, rowAt, messages)].join(" ");
}

/** Explains the result that a check found, where nothing was written. */
export function toCheckMeaning(
  result: RowResult,
  rowAt: (index: number | undefined) => number | null,
  messages: Messages,
): string {
  const { status } = result;
  const meaning =
    status === "invalid_row"
      ? messages.check.meanings.invalid_row(toInvalidReason(result, messages))
      : Object.hasOwn(messages.check.meanings, status)
        ? messages.check.meanings[status as "imported"]
        : toStatusMeaning(result, messages);
  return [meaning, ...toWarningTexts(result, rowAt, messages)].join(" ");
}

function toStatusMeaning(result: RowResult, messages: Messages, issues?: readonly ImportRowIssue[]): string {
  const words = messages.meanings;
  const { status } = result;
  if (!isRowStatus(status)) return words.unknown;
  return status === "invalid_row" ? words.invalid_row(toInvalidReason(result, messages, issues)) : words[status];
}

// The value is known from the file, or for an email from the result, so that the cause can be named.
function toInvalidReason(
  { code, field, email }: RowResult,
  messages: Messages,
  issues: readonly ImportRowIssue[] = [],
): string | null {
  if (code === null) return null;
  const name = field === null ? null : messages.fields[field];
  if (!Object.hasOwn(messages.issues, code)) return messages.meanings.serverIssue(name, code);
  const known = issues.find((issue) => issue.field === field && issue.code === code)?.value;
  const value = known ?? (field === "email" ? email : "");
  const reason = toIssueText({ code: code as RowIssueCode, field, value }, messages);
  return name === null || reason.startsWith(name) ? reason : messages.meanings.invalidField(name, reason);
}

function toWarningTexts(
  { warnings }: RowResult,
  rowAt: (index: number | undefined) => number | null,
  messages: Messages,
): string[] {
  return warnings.flatMap(({ code, firstIndex }) => {
    const words = messages.meanings.warnings;
    return Object.hasOwn(words, code) ? (words[code]?.(rowAt(firstIndex)) ?? []) : [];
  });
}

// The server counts the users of the request; the screen shows the row numbers of the file.
function rowNumberAt(report: ImportReport, index: number | undefined): number | null {
  if (index === undefined) return null;
  const direct = report.rows[index];
  if (direct?.result?.index === index) return direct.row.number;
  return report.rows.find(({ result }) => result?.index === index)?.row.number ?? null;
}
