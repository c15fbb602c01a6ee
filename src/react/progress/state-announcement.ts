// The announcements of the card's states for assistive technology: corrections, checks, and what follows Start.
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Check, ImporterState, ImportReport, Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";
import { toFailureText } from "../messages/code-text.ts";
import { issueOf, toIssueText } from "../messages/issue-text.ts";
import { toParts } from "../preview/CheckState.tsx";
import { toStatusCounts } from "../result/StatusBar.tsx";
import { toReadText } from "./announcement.ts";

/** The text of the status line for assistive technology, in states where the line shows nothing visible. */
export function toAnnouncement(state: ImporterState, card: CardTexts): string {
  const { messages, format } = card;
  const words = messages.progress;
  switch (state.status) {
    case "reviewing": {
      const correction = toCorrectionText(state.review, card);
      if (correction !== null) return correction;
      if (state.review.check) return toCheckText(state.review.check, card);
      return toReadText(state.review, card);
    }
    case "paused":
      return messages.parts.heading(state.run.saved.length, state.run.parts.length, format);
    case "failed":
      return toFailureText(state.failure.code, messages).title;
    case "finished":
      return words.finished(toSummary(state.report, card));
    default:
      return "";
  }
}

function toCheckText(check: Check, card: CardTexts): string {
  const { messages, format } = card;
  const words = messages.check;
  if (check.status === "running") return `${words.running(check.rows.length, format)}. ${words.nothingIsWritten}`;
  if (check.status === "failed")
    return `${words.failed}. ${toFailureText(check.failure?.code ?? null, messages).title}.`;
  if (check.changes > 0) return words.changed(check.changes, format);
  if (check.status === "stopped" || !check.result) return words.stopped;
  const found = words.found(toParts(check.result, card), format);
  return `${words.done(format.time(check.result.checkedAt))}. ${found}.`;
}

// The statuses that occurred, with their counts: "6,204 imported, 12 invalid row".
function toSummary(report: ImportReport, { messages, format }: CardTexts): string {
  const parts = toStatusCounts(report, messages)
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${format.number(count)} ${label}`);
  return format.list(parts);
}

// What the last correction changed; null without one.
function toCorrectionText(review: Review, { messages, format }: CardTexts): string | null {
  const { lastCorrection: change } = review;
  const words = messages.corrections;
  if (!change) return null;
  const { check } = review;
  const outdated = check && check.changes > 0 ? `. ${messages.check.changed(check.changes, format)}` : ".";
  const remaining = words.left(reviewCounts(review).problems, format);
  switch (change.code) {
    case "corrected":
      return toRemainingProblem(review, change, messages) ?? `${words.ready(change.row)}. ${remaining}${outdated}`;
    case "undone":
      return `${words.undone(change.row, messages.fields[change.field])}. ${remaining}${outdated}`;
    case "all_undone":
      return `${words.allUndone(change.cells, format)}. ${remaining}${outdated}`;
    case "replaced":
      return `${words.replaced(change.cells, format)}. ${remaining}.`;
    case "left_out":
      return `${words.leftOut(change.rows, format)}. ${remaining}${outdated}`;
    case "put_back":
      return `${words.putBack(change.rows, format)}. ${remaining}${outdated}`;
    case "applied":
      return `${words.applied(change.fileName, change.rows, format)}. ${remaining}${outdated}`;
  }
}

// A remaining problem of the row, preferably of the corrected cell; null if there is none.
function toRemainingProblem(
  { rows }: Review,
  { row, field }: Extract<Review["lastCorrection"], { row: number }>,
  messages: CardTexts["messages"],
): string | null {
  const now = rows.find(({ number }) => number === row);
  const issue = now && (issueOf(now, field) ?? now.issues[0]);
  if (!issue) return null;
  const name = issue.field === null ? "" : messages.fields[issue.field];
  return messages.corrections.stillWrong(row, name, toIssueText(issue, messages));
}
