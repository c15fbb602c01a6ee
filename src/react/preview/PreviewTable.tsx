"use client";
// The rows as they would be sent, with what is wrong said in the row itself, and corrected there.
import { type ReactElement, useCallback, useMemo, useRef, useState } from "react";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import type { ColumnMapping } from "../../csv/mapping/suggestion.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { stringify } from "../../csv/write/stringify.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { correctedCells } from "../../importer/review/corrections.ts";
import { hasProblem, isDuplicate, type ReviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";
import { download } from "../export/download.ts";
import { toProblemRecords } from "../export/row-exports.ts";
import { issueOf, warningOf } from "../messages/code-text.ts";
import type { Messages } from "../messages/messages.ts";
import { type DataColumn, DataTable, type DataTableHandle } from "../table/DataTable.tsx";
import { type Chip, FilterChips } from "../table/FilterChips.tsx";
import { PreviewCell } from "./PreviewCell.tsx";
import { CorrectingContext, useCorrecting } from "./use-corrections.ts";

export interface PreviewTableProps {
  readonly review: Review;
  readonly counts: ReviewCounts;
  readonly isLocked: boolean;
  readonly actions: Pick<ImporterActions, "correctCell" | "undoCorrections">;
}

export function PreviewTable({ review, counts, isLocked, actions }: PreviewTableProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.preview;
  const { filter, rows, current, choose, wereOpen } = useListedRows(review);
  const { mapping, corrections } = review;
  const isJoined = review.nameColumns !== null;
  const fields = useMemo(() => toPreviewFields(mapping, isJoined), [mapping, isJoined]);
  const columns = useMemo(() => toPreviewColumns(fields, messages), [fields, messages]);
  const table = useRef<DataTableHandle<ImportRow>>(null);
  const correcting = useCorrecting({
    review,
    fields,
    table,
    correctCell: actions.correctCell,
    canCorrect: (row) => wereOpen.has(row.number) || hasProblem(row) || isDuplicate(row) || row.number in corrections,
    isLocked,
    isWanted: (row, field) =>
      issueOf(row, field) !== null || (filter === "duplicates" && warningOf(row, field) !== null),
  });
  const cells = correctedCells(review);

  function saveProblems(): void {
    const { delimiter } = review.table.dialect;
    download(words.problemsFile(review.file.name), stringify(toProblemRecords(review, messages), { delimiter }));
  }

  return (
    <div className="ieu-preview">
      {wereOpen.size > 0 && (
        // It keeps its room while it does not apply: what is below must not jump when the import starts.
        <p className="ieu-hint" style={{ visibility: isLocked ? "hidden" : "visible" }}>
          <RichText text={messages.corrections.hint(format)} />
        </p>
      )}
      <CorrectingContext.Provider value={correcting}>
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={rows}
          current={current}
          handle={table}
          rowId={rowId}
          isPlain={(row) => !correcting.canCorrect(row)}
          noRows={messages.table.noRows}
          toolbar={
            <FilterChips label={words.filter} chips={toChips(counts, words)} chosen={filter} onChoose={choose} />
          }
        />
      </CorrectingContext.Provider>
      {(counts.problems > 0 || cells > 0) && (
        <div className="ieu-preview-actions">
          {counts.problems > 0 && (
            <Button look="link" icon="download" onClick={saveProblems}>
              {words.downloadProblems}
            </Button>
          )}
          {cells > 0 && (
            <CorrectionBar
              cells={cells}
              isLocked={isLocked}
              onUndoAll={() => {
                actions.undoCorrections();
                // What was listed without them is to be found again.
                if (filter !== "ready") choose(filter);
                correcting.goToFirst();
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function toChips(counts: ReviewCounts, words: ReturnType<typeof useCard>["messages"]["preview"]): Chip<Filter>[] {
  return [
    { value: "all", label: words.all, count: counts.all },
    { value: "ready", label: words.ready, count: counts.ready, tone: "imported", icon: "check" },
    { value: "problems", label: words.problems, count: counts.problems, tone: "invalid_row", icon: "exclamation" },
    { value: "duplicates", label: words.duplicates, count: counts.duplicates, tone: "name_mismatch", icon: "copies" },
  ];
}

function rowId({ number }: ImportRow): string {
  return String(number);
}

interface CorrectionBarProps {
  readonly cells: number;
  readonly isLocked: boolean;
  readonly onUndoAll: () => void;
}

function CorrectionBar({ cells, isLocked, onUndoAll }: CorrectionBarProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.corrections;
  return (
    <p className="ieu-corrections">
      <Icon name="check" />
      {words.count(cells, format)}
      {!isLocked && (
        <Button look="link" onClick={onUndoAll}>
          {words.undoAll}
        </Button>
      )}
    </p>
  );
}

/** The fields that have a column in the preview. */
function toPreviewFields(mapping: ColumnMapping, isJoined: boolean): FieldKey[] {
  const isFed = (key: FieldKey) => mapping[key] !== null || (key === "name" && isJoined);
  return userFields.filter(({ key, required }) => required || isFed(key)).map(({ key }) => key);
}

function toPreviewColumns(fields: readonly FieldKey[], messages: Messages): DataColumn<ImportRow>[] {
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

export type Filter = keyof ReviewCounts;

interface ListedRows {
  readonly filter: Filter;
  /** As they were when they were listed. */
  readonly rows: readonly ImportRow[];
  /** A listed row as it is by now; null while all are as they were. */
  readonly current: ((row: ImportRow) => ImportRow) | null;
  readonly choose: (filter: Filter) => void;
  /** The numbers of the rows that had a problem, or were there twice, when they were listed. */
  readonly wereOpen: ReadonlySet<number>;
}

const filters: Record<Filter, (row: ImportRow) => boolean> = {
  all: () => true,
  ready: (row) => !hasProblem(row),
  problems: hasProblem,
  duplicates: isDuplicate,
};

function useListedRows({ table, mapping, dateFormats, nameColumns, emptyTexts, rows }: Review): ListedRows {
  // An object of its own for each choice, so that the same filter chosen again lists anew.
  const [chosen, setChosen] = useState<{ readonly filter: Filter }>({ filter: "all" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: not for a correction, which changes the rows and nothing else
  const listed = useMemo(() => {
    const found = chosen.filter === "all" ? rows : rows.filter(filters[chosen.filter]);
    // A filter with nothing in it would hide every row.
    const isEmpty = found.length === 0;
    const open = rows.filter((row) => hasProblem(row) || isDuplicate(row));
    return {
      filter: isEmpty ? ("all" as const) : chosen.filter,
      rows: isEmpty ? rows : found,
      from: rows,
      wereOpen: new Set(open.map(({ number }) => number)),
    };
  }, [chosen, table, mapping, dateFormats, nameColumns, emptyTexts]);
  // Before the first correction there is nothing to look up, and ten thousand entries that need not be kept.
  const byNumber = useMemo(
    () => (rows === listed.from ? null : new Map(rows.map((row) => [row.number, row]))),
    [rows, listed.from],
  );
  const current = useMemo(() => byNumber && ((row: ImportRow) => byNumber.get(row.number) ?? row), [byNumber]);
  const choose = useCallback((filter: Filter) => setChosen({ filter }), []);
  return { ...listed, current, choose };
}
