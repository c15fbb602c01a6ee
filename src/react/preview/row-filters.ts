// The filters of the preview: which rows each one shows, and how many.
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { checkedResult } from "../../importer/machine/check-run.ts";
import { toPairedRows } from "../../importer/review/duplicates.ts";
import { causeOf, reviewCauses } from "../../importer/review/problem-causes.ts";
import { hasProblem, isDuplicate, reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";
import type { Messages } from "../messages/messages.ts";
import { shownStatuses, toStatusCount } from "../result/StatusBar.tsx";
import type { Chip } from "../table/FilterChips.tsx";

/** A chip of the preview, and the rows behind it. */
export interface RowFilter extends Chip<string> {
  readonly matches: (row: ImportRow) => boolean;
  /** The rows to list, where these are more than those that match. */
  readonly list?: (rows: readonly ImportRow[]) => readonly ImportRow[];
}

/** The filters by what the file says: they exist for every file. */
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

/** The filters by the causes of problems, the most frequent first; empty without problems. */
export function toCauseFilters(review: Review, card: CardTexts): RowFilter[] {
  const { messages, format } = card;
  return reviewCauses(review).map(([cause, count]) => ({
    value: cause,
    label: messages.causes[cause](count, format),
    text: messages.causes[cause](count, format),
    count,
    matches: ({ issues, number }) => issues.some((issue) => causeOf(issue) === cause) && !review.leftOut.has(number),
  }));
}

/** The filters by the result that a check found; empty without one. Rows changed since then are in none. */
export function toStatusFilters(review: Review, messages: Messages): RowFilter[] {
  if (!review.check?.result) return [];
  const resultOf = checkedResult(review);
  const isOf = (row: ImportRow, status: string) => resultOf(row)?.status === status && !review.leftOut.has(row.number);
  const counts = new Map<string, number>(shownStatuses.map((status) => [status, 0]));
  for (const row of review.rows) {
    const status = review.leftOut.has(row.number) ? undefined : resultOf(row)?.status;
    if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => ({
    ...toStatusCount(status, count, messages),
    value: status,
    matches: (row) => isOf(row, status),
  }));
}

/** True for a status that a correction of the row may change. */
export function isWorthCorrecting(status: string | undefined): boolean {
  return status === "not_found" || status === "name_mismatch";
}
