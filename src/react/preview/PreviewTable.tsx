"use client";
// Shows the rows as they would be sent, with their problems, filters and cell corrections.
import { type ReactElement, useMemo, useRef } from "react";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import type { ColumnMapping } from "../../csv/mapping/suggestion.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { checkedResult, checkedRowNumber } from "../../importer/machine/check-run.ts";
import { correctedCells } from "../../importer/review/corrections.ts";
import { hasProblem, isDuplicate } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { type ExtraScreens, useExtraScreens } from "../context/load-extra-screens.ts";
import { Button } from "../controls/Button.tsx";
import { RichText } from "../controls/Notice.tsx";
import { download } from "../export/download.ts";
import { issueOf, warningOf } from "../messages/issue-text.ts";
import { toStatusText } from "../result/StatusBar.tsx";
import { CellText } from "../table/CellText.tsx";
import type { ColumnLook, DataColumn } from "../table/columns.ts";
import { DataTable, type DataTableHandle } from "../table/DataTable.tsx";
import { FilterChips } from "../table/FilterChips.tsx";
import { isWorthCorrecting, type RowFilter, toRowFilters } from "./row-filters.ts";
import { toRowNumber } from "./row-number.tsx";
import { CellCorrectionsContext, useCellCorrections } from "./use-corrections.ts";
import { useFilteredRows } from "./use-filtered-rows.ts";

export interface PreviewTableProps {
  readonly review: Review;
  readonly isLocked: boolean;
  readonly actions: Pick<
    ImporterActions,
    "correctCell" | "undoCorrections" | "leaveOutRows" | "replaceTexts" | "undoReplacement"
  >;
}

export function PreviewTable({ review, isLocked, actions }: PreviewTableProps): ReactElement {
  const card = useCard();
  const extra = useExtraScreens();
  const { messages, format } = card;
  const words = messages.preview;
  const { mapping, corrections, leftOut } = review;
  const rowFilters = useMemo(() => toRowFilters(review, messages), [review, messages]);
  const causeFilters = useMemo(() => extra?.toCauseFilters(review, card) ?? [], [review, card, extra]);
  const statusFilters = useMemo(() => extra?.toStatusFilters(review, messages) ?? [], [review, messages, extra]);
  const resultOf = useMemo(() => checkedResult(review), [review]);
  const hasFinding = (row: ImportRow) =>
    hasProblem(row) || isDuplicate(row) || isWorthCorrecting(resultOf(row)?.status);
  const { filter, rows, current, choose, rowsWithFindings } = useFilteredRows(
    review,
    [...rowFilters, ...causeFilters, ...statusFilters] as [RowFilter, ...RowFilter[]],
    hasFinding,
  );
  const isJoined = review.nameColumns !== null;
  const fields = useMemo(() => toPreviewFields(mapping, isJoined), [mapping, isJoined]);
  const checkColumn = useMemo(() => extra && toCheckColumn(review, messages, extra), [review, messages, extra]);
  const onLeaveOut = actions.leaveOutRows;
  const columns = useMemo(() => {
    const numberOf = (row: ImportRow) => toRowNumber(row, { leftOut, isLocked, onLeaveOut }, messages);
    return toPreviewColumns(fields, checkColumn, messages, numberOf, extra);
  }, [fields, checkColumn, messages, leftOut, isLocked, onLeaveOut, extra]);
  const table = useRef<DataTableHandle<ImportRow>>(null);
  const cellCorrections = useCellCorrections({
    review,
    fields,
    table,
    correctCell: actions.correctCell,
    canCorrect: (row) => rowsWithFindings.has(row.number) || hasFinding(row) || row.number in corrections,
    isLocked,
    needsCorrection: (row, field) =>
      issueOf(row, field) !== null ||
      (filter.value === "duplicates" && warningOf(row, field) !== null) ||
      (filter.value === resultOf(row)?.status && fieldToCorrect[filter.value] === field),
  });
  const correctedCount = correctedCells(review);
  // The rows that they repeat are listed beside them, but not left out.
  const isPaired = filter.value === "duplicates";
  const listedDuplicates = useMemo(
    () => (isPaired ? new Set(rows.filter(isDuplicate).map(({ number }) => number)) : null),
    [rows, isPaired],
  );

  // The rows of the chosen filter as they are now; with all rows on screen, those with problems.
  const isAll = filter.value === "all" || filter.value === "ready";
  const wanted = isAll || filter.value === "problems" ? rowFilters.find(({ value }) => value === "problems") : filter;

  function saveRows({ value, label, matches }: RowFilter): void {
    const { delimiter } = review.table.dialect;
    const { name } = review.file;
    if (!extra) return;
    const records = extra.toPreviewRecords(review, review.rows.filter(matches), messages);
    const fileName = value === "problems" ? words.problemsFile(name) : words.theseFile(name, label);
    download(fileName, extra.stringify(records, { delimiter }));
  }

  return (
    <div className="ieu-preview">
      {extra && rowsWithFindings.size > 0 && (
        // Hidden without losing its space, so that nothing below moves when the import starts.
        <p className="ieu-hint" style={{ visibility: isLocked ? "hidden" : undefined }}>
          <RichText text={messages.corrections.hint(format)} />
        </p>
      )}
      <CellCorrectionsContext.Provider value={cellCorrections}>
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={rows}
          current={current}
          handle={table}
          rowId={rowId}
          isPlain={(row) => !cellCorrections.canCorrect(row)}
          noRows={messages.table.noRows}
          isGrid={extra !== null && rowsWithFindings.size > 0}
          toolbar={
            <div className="ieu-filters">
              <FilterChips label={words.filter} chips={rowFilters} chosen={filter.value} onChoose={choose} />
              {causeFilters.length > 0 && (
                <FilterChips label={words.causes} chips={causeFilters} chosen={filter.value} onChoose={choose} />
              )}
              {statusFilters.length > 0 && (
                <FilterChips
                  look="titled"
                  label={messages.check.filter}
                  chips={statusFilters}
                  chosen={filter.value}
                  onChoose={choose}
                />
              )}
            </div>
          }
          below={(found) =>
            extra && (
              <extra.LeaveOutBar
                found={found}
                among={listedDuplicates}
                count={review.rows.length}
                leftOut={leftOut}
                isLocked={isLocked}
                onLeaveOut={onLeaveOut}
              />
            )
          }
        />
      </CellCorrectionsContext.Provider>
      {extra && <extra.FindReplace review={review} fields={fields} isLocked={isLocked} actions={actions} />}
      {extra && ((wanted && wanted.count > 0) || correctedCount > 0) && (
        <div className="ieu-preview-actions">
          {wanted && wanted.count > 0 && (
            <Button look="link" icon="download" onClick={() => saveRows(wanted)}>
              {words[wanted.value === "problems" ? "downloadProblems" : "downloadThese"](wanted.count, format)}
            </Button>
          )}
          {correctedCount > 0 && (
            <extra.CorrectionBar
              count={correctedCount}
              isLocked={isLocked}
              onUndoAll={() => {
                actions.undoCorrections();
                // Applies the filter to the original rows again.
                if (filter.value !== "ready") choose(filter.value);
                cellCorrections.goToFirst();
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function rowId({ number }: ImportRow): string {
  return String(number);
}

// The fields that have a column in the preview.
function toPreviewFields(mapping: ColumnMapping, isJoined: boolean): FieldKey[] {
  const isMapped = (key: FieldKey) => mapping[key] !== null || (key === "name" && isJoined);
  return userFields.filter(({ key, required }) => required || isMapped(key)).map(({ key }) => key);
}

function toPreviewColumns(
  fields: readonly FieldKey[],
  checkColumn: DataColumn<ImportRow> | null,
  messages: CardTexts["messages"],
  numberOf: (row: ImportRow) => ReactElement,
  extra: ExtraScreens | null,
): DataColumn<ImportRow>[] {
  return [
    {
      id: "row",
      header: messages.table.row,
      accessorFn: (row) => row.number,
      cell: ({ row }) => numberOf(row.original),
      meta: { isRowHeader: true, isNumber: true },
    },
    ...(checkColumn ? [checkColumn] : []),
    ...fields.map((field) => toFieldColumn(field, messages, extra)),
  ];
}

// The field whose correction may change the status.
const fieldToCorrect: Readonly<Record<string, FieldKey>> = { not_found: "email", name_mismatch: "name" };

/** The column with the result that each row would get; null before a check. */
function toCheckColumn(
  review: Review,
  messages: CardTexts["messages"],
  extra: ExtraScreens,
): DataColumn<ImportRow> | null {
  if (!review.check?.result) return null;
  const resultOf = checkedResult(review);
  const rowAt = checkedRowNumber(review);
  return {
    id: "status",
    header: messages.result.statusColumn,
    accessorFn: (row) => toStatusText(resultOf(row)?.status ?? "", messages),
    meta: { minWidth: "9rem", isNeverPlain: true, part: "status" },
    cell({ row }) {
      const result = resultOf(row.original);
      return result && <extra.CheckedCell result={result} rowAt={rowAt} />;
    },
  };
}

const widths: Record<FieldKey, string> = {
  externalUserId: "7rem",
  email: "15rem",
  name: "6.5rem",
  registrationDate: "11rem",
  lastLoginDate: "11rem",
};

const parts: Partial<Record<FieldKey, Pick<ColumnLook, "part">>> = {
  externalUserId: { part: "id" },
  email: { part: "email" },
  name: { part: "name" },
};

function toFieldColumn(
  field: FieldKey,
  messages: CardTexts["messages"],
  extra: ExtraScreens | null,
): DataColumn<ImportRow> {
  return {
    id: field,
    header: messages.fields[field],
    accessorFn: (row) => row.input[field] ?? "",
    cell: ({ row: { original } }) =>
      extra ? (
        <extra.PreviewCell row={original} field={field} />
      ) : (
        // Nothing can be corrected without the other screens, which the card says.
        <CellText text={original.input[field] ?? ""} isBad={issueOf(original, field) !== null} />
      ),
    meta: { minWidth: widths[field], ...parts[field] },
  };
}
