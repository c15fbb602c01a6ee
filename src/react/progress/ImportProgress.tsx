"use client";
// While users are sent: what happens right now, and the way out; and the card's one line for assistive technology.
import { type ReactElement, useEffect, useId } from "react";
import { missingFields } from "../../importer/machine/import-run.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { ImporterState, ImportingState, ImportReport, Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { GuardedButton } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { useNow } from "../hooks/timing.ts";
import { issueOf, toFailureWords, toIssueText } from "../messages/code-text.ts";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";
import type { Place } from "../preview/use-corrections.ts";
import { toStatusCounts } from "../result/StatusBar.tsx";

export interface ImportProgressProps {
  readonly state: ImporterState;
  readonly onCancel: () => void;
}

export function ImportProgress({ state, onCancel }: ImportProgressProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const id = useId();
  const isRunning = state.status === "importing";
  usePageGuard(isRunning);
  return (
    <div className={isRunning ? slotClass("section") : undefined} data-step={isRunning ? "progress" : undefined}>
      {isRunning && (
        <>
          <Heading id={id} depth={2} focusFor={state.run.startedAt}>
            {messages.progress.heading(state.run.sent.length, format)}
          </Heading>
          <progress className={slotClass("progress")} aria-labelledby={id} />
        </>
      )}
      <p role="status" className={isRunning ? "ieu-progress-line" : "ieu-hidden"}>
        {isRunning ? <RunLine run={state.run} /> : toAnnouncement(state, messages, format)}
      </p>
      {isRunning && (
        <>
          <p id={`${id}-cancel`} className="ieu-hint">
            {messages.progress.kept} {messages.progress.cancelNote}
          </p>
          {/* Where Start stands full width, this button comes up in its place. */}
          <GuardedButton onClick={onCancel} aria-describedby={`${id}-cancel`}>
            {messages.progress.cancel}
          </GuardedButton>
        </>
      )}
    </div>
  );
}

// Up to here an answer is on its way as it should be; later, people wonder.
const patience = 2_000;

// Seconds are hidden from assistive technology: a line that changes every second would be read out every second.
function RunLine({ run }: { readonly run: ImportingState["run"] }): ReactElement {
  const { messages, format } = useCard();
  const now = useNow(true);
  const words = messages.progress;
  if (run.retry) {
    const { attempt, attempts, at, code } = run.retry;
    const seconds = Math.ceil((at - now) / 1000);
    return (
      <>
        {words.tryingAgain(words.tryReasons[code ?? ""], attempt, attempts, format)}{" "}
        {seconds > 0 && <span aria-hidden="true">{words.inSeconds(seconds, format)}</span>}
      </>
    );
  }
  const waited = now - run.startedAt;
  if (waited < patience) return <>{words.sending}</>;
  return (
    <>
      {words.waiting} <span aria-hidden="true">{words.waited(Math.floor(waited / 1000), format)}</span>
    </>
  );
}

function usePageGuard(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    window.addEventListener("beforeunload", askBeforeLeaving);
    return () => window.removeEventListener("beforeunload", askBeforeLeaving);
  }, [isRunning]);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export function toAnnouncement(state: ImporterState, messages: Messages, format: Format): string {
  const words = messages.progress;
  switch (state.status) {
    case "reading":
      return `${words.reading(state.file.name)}, ${words.readingShare(toQuarter(state.share), format)}`;
    case "reviewing": {
      const correction = toCorrectionText(state.review, messages, format);
      if (correction !== null) return correction;
      const { all, problems } = reviewCounts(state.review);
      // Without a required column every row has the same problem, which is none of the row.
      if (missingFields(state.review).length === 0) return words.read(all, problems, format);
      return `${words.read(all, null, format)}. ${messages.mapping.missing}`;
    }
    case "failed":
      return toFailureWords(state.failure.code, messages).title;
    case "finished":
      return words.finished(toSummary(state.report, messages, format));
    default:
      return "";
  }
}

/** The statuses that occurred, with their counts: "6,204 imported, 12 invalid row". */
function toSummary(report: ImportReport, messages: Messages, format: Format): string {
  const parts = toStatusCounts(report, messages)
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${format.number(count)} ${label}`);
  return format.list(parts);
}

// Said at every 25 % only.
function toQuarter(share: number): number {
  return Math.floor(share * 4) / 4;
}

/** Null when nothing was corrected last. */
function toCorrectionText(review: Review, messages: Messages, format: Format): string | null {
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
