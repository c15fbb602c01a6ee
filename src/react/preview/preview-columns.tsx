// The columns of the preview: the row's number, then each field that has a column, problems below the value.
import { type FieldKey, userFields } from "../../contract/fields.ts";
import type { ColumnMapping } from "../../csv/mapping/suggestion.ts";
import type { ImportRow } from "../../csv/rows/import-row.ts";
import type { Messages } from "../messages/messages.ts";
import type { DataColumn } from "../table/data-column.ts";
import { PreviewCell } from "./PreviewCell.tsx";

/** The fields that have a column in the preview. */
export function toPreviewFields(mapping: ColumnMapping, isJoined: boolean): FieldKey[] {
  const isFed = (key: FieldKey) => mapping[key] !== null || (key === "name" && isJoined);
  return userFields.filter(({ key, required }) => required || isFed(key)).map(({ key }) => key);
}

export function toPreviewColumns(fields: readonly FieldKey[], messages: Messages): DataColumn<ImportRow>[] {
  return [
    {
      id: "row",
      header: messages.table.row,
      text: (row) => row.number,
      isRowHeader: true,
      isNumber: true,
    },
    ...fields.map((field) => toFieldColumn(field, messages)),
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
    cell: (row) => <PreviewCell row={row} field={field} />,
  };
}
