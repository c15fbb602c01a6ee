// What became of the last correction, in words for everybody who does not see the table change.
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import type { Format } from "../messages/format.ts";
import { issueOf, toIssueText } from "../messages/issue-text.ts";
import type { Messages } from "../messages/messages.ts";
import type { Place } from "../preview/correction-context.ts";

/** Null when nothing was corrected last. */
export function toCorrectionText(review: Review, messages: Messages, format: Format): string | null {
  const { lastCorrection: change } = review;
  const words = messages.corrections;
  if (!change) return null;
  const left = words.left(reviewCounts(review).problems, format);
  switch (change.code) {
    case "corrected":
      return toVerdict(review, change, messages) ?? `${words.ready(change.row)}. ${left}.`;
    case "undone":
      return `${words.undone(change.row, messages.fields[change.field])}. ${left}.`;
    case "all_undone":
      return `${words.allUndone(change.cells, format)}. ${left}.`;
    case "applied":
      return `${words.applied(change.fileName, change.rows, format)}. ${left}.`;
  }
}

// What is still wrong, first in the cell itself; null for a row that is ready.
function toVerdict({ rows }: Review, { row, field }: Place, messages: Messages): string | null {
  const now = rows.find(({ number }) => number === row);
  const issue = now && (issueOf(now, field) ?? now.issues[0]);
  if (!issue) return null;
  const name = issue.field === null ? "" : messages.fields[issue.field];
  return messages.corrections.stillWrong(row, name, toIssueText(issue, messages));
}
