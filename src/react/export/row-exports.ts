// Turns rows into CSV records to download: the original columns, then row number, status and problem.
import { userFields } from "../../contract/fields.ts";
import { isRowStatus, type RowStatus } from "../../contract/status.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { addedHeaders } from "../../csv/text/headers.ts";
import { checkedResult, checkedRowNumber } from "../../importer/machine/check-run.ts";
import { exportColumns } from "../../importer/review/corrected-file.ts";
import type { OpenedSource } from "../../importer/sources/source-results.ts";
import type { ImportReport, ReportRow, RestOfFile, Review } from "../../importer/state.ts";
import { toIssueText } from "../messages/issue-text.ts";
import type { Messages } from "../messages/messages.ts";
import { toCheckMeaning, toResultMeaning, toRowMeaning } from "../messages/result-text.ts";

/**
 * Rows of the preview: the file's own columns with corrections applied, then row number, the status that a check found, if
 * there was one, and the problem.
 */
export function toPreviewRecords(review: Review, rows: readonly ImportRow[], messages: Messages): string[][] {
  if (!review.check?.result) {
    const problems = rows.map((row) => ({ row, texts: [toProblemText(row, messages)] }));
    return toRecords(review, problems, [addedHeaders.problem]);
  }
  const resultOf = checkedResult(review);
  const rowAt = checkedRowNumber(review);
  const checked = rows.map((row) => {
    const result = resultOf(row);
    const isNews = result !== null && row.user !== null;
    const texts = [toProblemText(row, messages), isNews ? toCheckMeaning(result, rowAt, messages) : ""];
    return { row, texts: [result?.status ?? "", texts.filter(Boolean).join("; ")] };
  });
  return toRecords(review, checked, [addedHeaders.status, addedHeaders.problem]);
}

/** The rows to correct after an import (invalid, under another name, or held back), with status and problem. */
export function toRecordsToCorrect(review: Review, report: ImportReport, messages: Messages): string[][] {
  const rows = report.rows.filter(isCorrectable).map((line) => {
    return { row: line.row, texts: [line.result?.status ?? "", toRowMeaning(line, report, messages)] };
  });
  return toRecords(review, rows, [addedHeaders.status, addedHeaders.problem]);
}

/** All rows of the report: row number, the five fields as sent, the status code, and its meaning. */
export function toResultRecords(
  report: ImportReport,
  messages: Messages,
  rows: readonly ReportRow[] = report.rows,
): string[][] {
  const header = [
    addedHeaders.row,
    ...userFields.map((field) => field.header),
    addedHeaders.status,
    addedHeaders.problem,
  ];
  const records = rows.map((line) => [
    String(line.row.number),
    ...userFields.map(({ key }) => line.row.user?.[key] ?? line.row.input[key] ?? ""),
    line.result?.status ?? "",
    toRowMeaning(line, report, messages),
  ]);
  return [header, ...records];
}

/** The rows that were not imported, as they are in the review; null if it does not hold them. */
export function toRestRecords(review: Review, { firstRow }: RestOfFile): string[][] | null {
  const rows = review.rows.filter(({ number }) => number >= firstRow);
  const lines = rows.map((row) => ({ row, texts: [] }));
  return rows.length === 0 ? null : toRecords(review, lines, []);
}

/** Rows of a saved source: position, id, email and, where one is known, name as they were sent, the status code, and its meaning. */
export function toStoredRecords({ results, hasNames }: OpenedSource, messages: Messages): string[][] {
  const name = hasNames ? ["name"] : [];
  const header = [addedHeaders.row, "user_id", "email", ...name, addedHeaders.status, addedHeaders.problem];
  const records = results.map((result) => [
    String(result.index + 1),
    result.externalUserId,
    result.email,
    ...(hasNames ? [result.name ?? ""] : []),
    result.status,
    // The server does not store the row numbers of the file.
    toResultMeaning(result, () => null, messages),
  ]);
  return [header, ...records];
}

// A `not_found` row needs no change: it succeeds once the account exists.
const isToCorrect: Readonly<Record<RowStatus, boolean>> = {
  imported: false,
  already_connected: false,
  not_found: false,
  name_mismatch: true,
  invalid_row: true,
};

/** True for a row that has to be changed in the file. */
export function isCorrectable({ row, result }: ReportRow): boolean {
  if (!result) return row.user === null;
  return isRowStatus(result.status) && isToCorrect[result.status];
}

interface ExportedRow {
  readonly row: ImportRow;
  /** The cells of the added columns after the row number. */
  readonly texts: readonly string[];
}

function toRecords(review: Review, rows: readonly ExportedRow[], added: readonly string[]): string[][] {
  const recordOf = new Map(review.table.records.map((record) => [record.number, record]));
  const known = rows.flatMap((line) => {
    const record = recordOf.get(line.row.number);
    return record ? [{ ...line, record }] : [];
  });
  const columns = exportColumns(
    review,
    known.map(({ record }) => record),
  );
  const header = [...columns.map((column) => column.written), addedHeaders.row, ...added];
  const records = known.map(({ row, record, texts }) => {
    return [...columns.map((column) => column.textOf(record, row)), String(row.number), ...texts];
  });
  return [header, ...records];
}

function toProblemText(row: ImportRow, messages: Messages): string {
  const issues = row.issues.map((issue) => {
    const text = toIssueText(issue, messages);
    return issue.field === null ? text : messages.meanings.invalidField(messages.fields[issue.field], text);
  });
  return [...issues, ...row.warnings.map(({ code, firstRow }) => messages.warnings[code](firstRow))].join("; ");
}
