"use client";
// The rows as they would be sent, with what is wrong said in the row itself, and corrected there.
import { type ReactElement, useMemo, useRef } from "react";
import type { ImportRow } from "../../csv/rows/import-row.ts";
import { stringify } from "../../csv/write/stringify.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { correctedCells } from "../../importer/review/corrections.ts";
import { hasProblem, isDuplicate, type ReviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { RichText } from "../controls/RichText.tsx";
import { download } from "../export/download.ts";
import { toProblemRecords } from "../export/row-exports.ts";
import { issueOf, warningOf } from "../messages/issue-text.ts";
import { DataTable, type DataTableHandle } from "../table/DataTable.tsx";
import { type Chip, FilterChips } from "../table/FilterChips.tsx";
import { CorrectionBar } from "./CorrectionBar.tsx";
import { CorrectingContext } from "./correction-context.ts";
import { toPreviewColumns, toPreviewFields } from "./preview-columns.tsx";
import { useCorrecting } from "./use-corrections.ts";
import { type Filter, useListedRows } from "./use-filtered-rows.ts";

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
