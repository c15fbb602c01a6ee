// Rows as records of a CSV file to save: the original columns, then what we know about each row.
import type { FieldKey } from "../contract/fields.ts";
import { userFields } from "../contract/fields.ts";
import type { ImportRow } from "../csv/rows.ts";
import { hasProblem } from "../importer/review-counts.ts";
import type { ImportReport, ReportRow, Review } from "../importer/state.ts";
import { toMeaning } from "./meanings.ts";
import type { Messages } from "./messages.ts";
import { toIssueText } from "./preview-columns.tsx";

/** The columns we add. Not translated: a file that is uploaded again must be recognised. */
const addedHeaders = { row: "import_row", problem: "import_problem", status: "import_status" } as const;

/** The rows with problems: the file's own columns, corrections included, then row and problem. */
export function toProblemRecords(review: Review, messages: Messages): string[][] {
  const { rows } = review;
  const problems = rows.filter(hasProblem).map((row) => ({ row, text: toProblemText(row, messages) }));
  return toRecords(review, problems);
}

/** The rows that can be fixed: those the server found invalid or under another name, and those held back. */
export function toFixRecords(review: Review, report: ImportReport, messages: Messages): string[][] {
  const rows = report.rows.filter(canBeFixed);
  return toRecords(
    review,
    rows.map((line) => ({ row: line.row, text: toMeaning(line, report, messages) })),
  );
}

/** Every row of the report: number, the five fields as they were sent, status as on the wire, and what it means. */
export function toResultRecords(report: ImportReport, messages: Messages): string[][] {
  const header = [
    addedHeaders.row,
    ...userFields.map((field) => field.header),
    addedHeaders.status,
    addedHeaders.problem,
  ];
  const records = report.rows.map((line) => [
    String(line.row.number),
    ...userFields.map(({ key }) => line.row.user?.[key] ?? line.row.input[key] ?? ""),
    line.result?.status ?? "",
    toMeaning(line, report, messages),
  ]);
  return [header, ...records];
}

/** True for a row that a person can mend in the file; `not_found` mends itself when the account exists. */
export function canBeFixed({ row, result }: ReportRow): boolean {
  if (!result) return row.user === null;
  return result.status === "invalid_row" || result.status === "name_mismatch";
}

interface KnownRow {
  readonly row: ImportRow;
  readonly text: string;
}

function toRecords({ table, mapping, corrections }: Review, rows: readonly KnownRow[]): string[][] {
  const cellsOf = new Map(table.records.map(({ number, cells }) => [number, cells]));
  const known: readonly string[] = Object.values(addedHeaders);
  // A file of ours, uploaded again: its old remarks make room for the new ones.
  const kept = table.headers
    .map((_, column) => column)
    .filter((column) => !known.includes(table.headers[column] ?? ""));
  const header = [...kept.map((column) => table.headers[column] ?? ""), addedHeaders.row, addedHeaders.problem];
  const records = rows.map(({ row, text }) => {
    const cells = [...(cellsOf.get(row.number) ?? [])];
    for (const [field, corrected] of Object.entries(corrections[row.number] ?? {})) {
      const column = mapping[field as FieldKey];
      if (column !== null) cells[column] = corrected ?? "";
    }
    return [...kept.map((column) => cells[column] ?? ""), String(row.number), text];
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
