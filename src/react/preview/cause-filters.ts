// The filters of the preview for files with problems, and for files that were checked.
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { checkedResult } from "../../importer/machine/check-run.ts";
import { causeOf, reviewCauses } from "../../importer/review/problem-causes.ts";
import type { Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";
import type { Messages } from "../messages/messages.ts";
import { shownStatuses, toStatusCount } from "../result/StatusBar.tsx";
import type { RowFilter } from "./row-filters.ts";

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
