"use client";
// Shows the rows as they would be sent, with their problems, filters and cell corrections.
import { type ReactElement, useCallback, useMemo, useRef, useState } from "react";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import type { ColumnMapping } from "../../csv/mapping/suggestion.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { stringify } from "../../csv/write/stringify.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { correctedCells } from "../../importer/review/corrections.ts";
import { hasProblem, isDuplicate, type ReviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";
import { download } from "../export/download.ts";
import { toProblemRecords } from "../export/row-exports.ts";
import { issueOf, warningOf } from "../messages/code-text.ts";
import type { DataColumn } from "../table/columns.ts";
import { DataTable, type DataTableHandle } from "../table/DataTable.tsx";
import { type Chip, FilterChips } from "../table/FilterChips.tsx";
import { LeaveOutBar, toRowNumber } from "./LeftOutRows.tsx";
import { PreviewCell } from "./PreviewCell.tsx";
import { CellCorrectionsContext, useCellCorrections } from "./use-corrections.ts";

export interface PreviewTableProps {
  readonly review: Review;
  readonly counts: ReviewCounts;
  readonly isLocked: boolean;
  readonly actions: Pick<ImporterActions, "correctCell" | "undoCorrections" | "leaveOutRows">;
}

export function PreviewTable({ review, counts, isLocked, actions }: PreviewTableProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.preview;
  const { filter, rows, current, choose, rowsWithFindings } = useFilteredRows(review);
  const { mapping, corrections, leftOut } = review;
  const isJoined = review.nameColumns !== null;
  const fields = useMemo(() => toPreviewFields(mapping, isJoined), [mapping, isJoined]);
  const onLeaveOut = actions.leaveOutRows;
  const columns = useMemo(
    () => toPreviewColumns(fields, messages, (row) => toRowNumber(row, { leftOut, isLocked, onLeaveOut }, messages)),
    [fields, messages, leftOut, isLocked, onLeaveOut],
  );
  const table = useRef<DataTableHandle<ImportRow>>(null);
  const cellCorrections = useCellCorrections({
    review,
    fields,
    table,
    correctCell: actions.correctCell,
    canCorrect: (row) =>
      rowsWithFindings.has(row.number) || hasProblem(row) || isDuplicate(row) || row.number in corrections,
    isLocked,
    needsCorrection: (row, field) =>
      issueOf(row, field) !== null || (filter === "duplicates" && warningOf(row, field) !== null),
  });
  const correctedCount = correctedCells(review);

  function saveProblems(): void {
    const { delimiter } = review.table.dialect;
    download(words.problemsFile(review.file.name), stringify(toProblemRecords(review, messages), { delimiter }));
  }

  return (
    <div className="ieu-preview">
      {rowsWithFindings.size > 0 && (
        // Hidden without losing its space, so that nothing below moves when the import starts.
        <p className="ieu-hint" style={{ visibility: isLocked ? "hidden" : "visible" }}>
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
          toolbar={
            <FilterChips label={words.filter} chips={toChips(counts, messages)} chosen={filter} onChoose={choose} />
          }
          below={(found) => (
            <LeaveOutBar
              found={found}
              count={review.rows.length}
              leftOut={leftOut}
              isLocked={isLocked}
              onLeaveOut={onLeaveOut}
            />
          )}
        />
      </CellCorrectionsContext.Provider>
      {(counts.problems > 0 || correctedCount > 0) && (
        <div className="ieu-preview-actions">
          {counts.problems > 0 && (
            <Button look="link" icon="download" onClick={saveProblems}>
              {words.downloadProblems}
            </Button>
          )}
          {correctedCount > 0 && (
            <CorrectionBar
              count={correctedCount}
              isLocked={isLocked}
              onUndoAll={() => {
                actions.undoCorrections();
                // Applies the filter to the original rows again.
                if (filter !== "ready") choose(filter);
                cellCorrections.goToFirst();
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function toChips(counts: ReviewCounts, { preview: words }: CardTexts["messages"]): Chip<Filter>[] {
  const { leftOut } = counts;
  return [
    { value: "all", label: words.all, count: counts.all },
    { value: "ready", label: words.ready, count: counts.ready, tone: "imported", icon: "check" },
    { value: "problems", label: words.problems, count: counts.problems, tone: "invalid_row", icon: "exclamation" },
    { value: "duplicates", label: words.duplicates, count: counts.duplicates, tone: "name_mismatch", icon: "copies" },
    ...(leftOut > 0 ? [{ value: "leftOut", label: words.leftOut, count: leftOut, icon: "out" } as const] : []),
  ];
}

function rowId({ number }: ImportRow): string {
  return String(number);
}

interface CorrectionBarProps {
  readonly count: number;
  readonly isLocked: boolean;
  readonly onUndoAll: () => void;
}

/** The number of corrected cells, and the button that undoes all corrections. */
function CorrectionBar({ count, isLocked, onUndoAll }: CorrectionBarProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.corrections;
  return (
    <p className="ieu-corrections">
      <Icon name="check" />
      {words.count(count, format)}
      {!isLocked && (
        <Button look="link" onClick={onUndoAll}>
          {words.undoAll}
        </Button>
      )}
    </p>
  );
}

// The fields that have a column in the preview.
function toPreviewFields(mapping: ColumnMapping, isJoined: boolean): FieldKey[] {
  const isMapped = (key: FieldKey) => mapping[key] !== null || (key === "name" && isJoined);
  return userFields.filter(({ key, required }) => required || isMapped(key)).map(({ key }) => key);
}

function toPreviewColumns(
  fields: readonly FieldKey[],
  messages: CardTexts["messages"],
  numberOf: (row: ImportRow) => ReactElement,
): DataColumn<ImportRow>[] {
  return [
    {
      id: "row",
      header: messages.table.row,
      accessorFn: (row) => row.number,
      cell: ({ row }) => numberOf(row.original),
      meta: { isRowHeader: true, isNumber: true },
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

function toFieldColumn(field: FieldKey, messages: CardTexts["messages"]): DataColumn<ImportRow> {
  return {
    id: field,
    header: messages.fields[field],
    accessorFn: (row) => row.input[field] ?? "",
    cell: ({ row }) => <PreviewCell row={row.original} field={field} />,
    meta: { minWidth: widths[field] },
  };
}

type Filter = keyof ReviewCounts;

interface FilteredRows {
  readonly filter: Filter;
  /** The rows as they were when the filter was chosen. */
  readonly rows: readonly ImportRow[];
  /** Gives the current version of such a row; null while none has changed. */
  readonly current: ((row: ImportRow) => ImportRow) | null;
  readonly choose: (filter: Filter) => void;
  /** Numbers of the rows that had a problem or a duplicate when the filter was chosen. */
  readonly rowsWithFindings: ReadonlySet<number>;
}

const filters: Record<Filter, (row: ImportRow, isLeftOut: boolean) => boolean> = {
  all: () => true,
  ready: (row, isLeftOut) => !hasProblem(row) && !isLeftOut,
  problems: (row, isLeftOut) => hasProblem(row) && !isLeftOut,
  duplicates: (row) => isDuplicate(row),
  leftOut: (_, isLeftOut) => isLeftOut,
};

// A corrected row stays in the list until the filter is chosen again.
function useFilteredRows({
  table,
  mapping,
  dateFormats,
  nameColumns,
  emptyTexts,
  rows,
  leftOut,
}: Review): FilteredRows {
  // A new object for each choice, so that choosing the same filter again refreshes the list.
  const [chosen, setChosen] = useState<{ readonly filter: Filter }>({ filter: "all" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: not for a correction, which changes only the rows
  const listed = useMemo(() => {
    const found =
      chosen.filter === "all" ? rows : rows.filter((row) => filters[chosen.filter](row, leftOut.has(row.number)));
    // An empty filter would hide all rows.
    const isEmpty = found.length === 0;
    const withFindings = rows.filter((row) => hasProblem(row) || isDuplicate(row));
    return {
      filter: isEmpty ? ("all" as const) : chosen.filter,
      rows: isEmpty ? rows : found,
      from: rows,
      rowsWithFindings: new Set(withFindings.map(({ number }) => number)),
    };
  }, [chosen, table, mapping, dateFormats, nameColumns, emptyTexts]);
  // No index of up to 10,000 rows before the first correction.
  const byNumber = useMemo(
    () => (rows === listed.from ? null : new Map(rows.map((row) => [row.number, row]))),
    [rows, listed.from],
  );
  const current = useMemo(() => byNumber && ((row: ImportRow) => byNumber.get(row.number) ?? row), [byNumber]);
  const choose = useCallback((filter: Filter) => setChosen({ filter }), []);
  return { ...listed, current, choose };
}
