// The columns of the preview: the row's number, then each field that has a column, problems below the value.
import type { ReactNode } from "react";
import { type FieldKey, userFields } from "../contract/fields.ts";
import type { RowIssue } from "../contract/user.ts";
import type { ImportRow, RowWarning } from "../csv/rows.ts";
import type { ColumnMapping } from "../csv/suggestion.ts";
import { CellText } from "./CellText.tsx";
import type { DataColumn } from "./DataTable.tsx";
import type { Messages } from "./messages.ts";

export function toPreviewColumns(
  mapping: ColumnMapping,
  isJoined: boolean,
  messages: Messages,
): DataColumn<ImportRow>[] {
  const isFed = (key: FieldKey) => mapping[key] !== null || (key === "name" && isJoined);
  const fields = userFields.filter(({ key, required }) => required || isFed(key));
  return [
    {
      id: "row",
      header: messages.table.row,
      text: (row) => row.number,
      isRowHeader: true,
      isNumber: true,
    },
    ...fields.map(({ key }) => toFieldColumn(key, messages)),
  ];
}

const widths: Record<FieldKey, string> = {
  externalUserId: "7rem",
  email: "15rem",
  name: "6.5rem",
  registrationDate: "11rem",
  lastLoginDate: "11rem",
};

function toFieldColumn(field: FieldKey, messages: Messages): DataColumn<ImportRow> {
  return {
    id: field,
    header: messages.fields[field],
    text: (row) => row.input[field] ?? "",
    minWidth: widths[field],
    cell: (row) => toCell(row, field, messages),
  };
}

function toCell(row: ImportRow, field: FieldKey, messages: Messages): ReactNode {
  const value = row.input[field] ?? "";
  const issue = row.issues.find((candidate) => candidate.field === field);
  const warning = row.warnings.find(({ code }) => warnedField[code] === field);
  if (!issue && !warning) return <CellText text={value} />;
  return (
    <>
      {value !== "" && <CellText text={value} isBad={issue !== undefined} />}
      {issue && <span className="ieu-cell-problem">{toIssueText(issue, messages)}</span>}
      {warning && <span className="ieu-cell-warning">{messages.warnings[warning.code](warning.firstRow)}</span>}
    </>
  );
}

const warnedField: Record<RowWarning["code"], FieldKey> = {
  duplicate_email: "email",
  duplicate_user_id: "externalUserId",
};

/** What is wrong with a value and what is expected. */
export function toIssueText({ field, code }: RowIssue, messages: Messages): string {
  return messages.issues[code](field === null ? "" : messages.fields[field]);
}
