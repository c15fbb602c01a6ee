// The filters of the preview that exist for every file: which rows each one shows, and how many.
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { toPairedRows } from "../../importer/review/duplicates.ts";
import { hasProblem, isDuplicate, reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import type { Messages } from "../messages/messages.ts";
import type { Chip } from "../table/FilterChips.tsx";

/** A chip of the preview, and the rows behind it. */
export interface RowFilter extends Chip<string> {
  readonly matches: (row: ImportRow) => boolean;
  /** The rows to list, where these are more than those that match. */
  readonly list?: (rows: readonly ImportRow[]) => readonly ImportRow[];
}

/** The filters by what the file says. */
export function toRowFilters(review: Review, { preview: words }: Messages): RowFilter[] {
  const { all, ready, problems, duplicates, leftOut } = reviewCounts(review);
  const isLeftOut = ({ number }: ImportRow) => review.leftOut.has(number);
  return [
    { value: "all", label: words.all, count: all, matches: () => true },
    {
      value: "ready",
      label: words.ready,
      count: ready,
      tone: "imported",
      icon: "check",
      matches: (row) => !hasProblem(row) && !isLeftOut(row),
    },
    {
      value: "problems",
      label: words.problems,
      count: problems,
      tone: "invalid_row",
      icon: "exclamation",
      matches: (row) => hasProblem(row) && !isLeftOut(row),
    },
    {
      value: "duplicates",
      label: words.duplicates,
      count: duplicates,
      tone: "name_mismatch",
      icon: "copies",
      matches: isDuplicate,
      list: toPairedRows,
    },
    ...(leftOut > 0
      ? [{ value: "leftOut", label: words.leftOut, count: leftOut, icon: "out", matches: isLeftOut } as const]
      : []),
  ];
}

/** True for a status that a correction of the row may change. */
export function isWorthCorrecting(status: string | undefined): boolean {
  return status === "not_found" || status === "name_mismatch";
}
