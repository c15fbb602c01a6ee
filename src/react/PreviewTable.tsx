"use client";
// The rows as they would be sent, with what is wrong said in the row itself.
import { type ReactElement, useMemo, useState } from "react";
import type { ImportRow } from "../csv/rows.ts";
import { stringify } from "../csv/stringify.ts";
import { hasProblem, isDuplicate, type ReviewCounts } from "../importer/review-counts.ts";
import type { Review } from "../importer/state.ts";
import { Button } from "./Button.tsx";
import { useCard } from "./context.ts";
import { DataTable } from "./DataTable.tsx";
import { download } from "./download.ts";
import { type Chip, FilterChips } from "./FilterChips.tsx";
import { toPreviewColumns } from "./preview-columns.tsx";
import { toProblemRecords } from "./row-files.ts";

export interface PreviewTableProps {
  readonly review: Review;
  readonly counts: ReviewCounts;
}

type Filter = keyof ReviewCounts;

const filters: Record<Exclude<Filter, "all">, (row: ImportRow) => boolean> = {
  ready: (row) => !hasProblem(row),
  problems: hasProblem,
  duplicates: isDuplicate,
};

export function PreviewTable({ review, counts }: PreviewTableProps): ReactElement {
  const { messages } = useCard();
  const words = messages.preview;
  const [chosen, setChosen] = useState<Filter>("all");
  // A filter with nothing left in it would hide every row.
  const filter = counts[chosen] === 0 ? "all" : chosen;
  const rows = useMemo(
    () => (filter === "all" ? review.rows : review.rows.filter(filters[filter])),
    [review.rows, filter],
  );
  const { mapping, table } = review;
  const isJoined = review.nameColumns !== null;
  const columns = useMemo(() => toPreviewColumns(mapping, isJoined, messages), [mapping, isJoined, messages]);
  const chips: Chip<Filter>[] = [
    { value: "all", label: words.all, count: counts.all },
    { value: "ready", label: words.ready, count: counts.ready, tone: "imported", icon: "check" },
    { value: "problems", label: words.problems, count: counts.problems, tone: "invalid_row", icon: "exclamation" },
    { value: "duplicates", label: words.duplicates, count: counts.duplicates, tone: "name_mismatch", icon: "copies" },
  ];

  function saveProblems(): void {
    const records = toProblemRecords(review, messages);
    download(words.problemsFile(review.file.name), stringify(records, { delimiter: table.dialect.delimiter }));
  }

  return (
    <div className="ieu-preview">
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={rows}
        rowId={rowId}
        noRows={messages.table.noRows}
        toolbar={<FilterChips label={words.filter} chips={chips} chosen={filter} onChoose={setChosen} />}
      />
      {counts.problems > 0 && (
        <Button look="link" icon="download" onClick={saveProblems}>
          {words.downloadProblems}
        </Button>
      )}
    </div>
  );
}

function rowId({ number }: ImportRow): string {
  return String(number);
}
