"use client";
// Shows a running import with Cancel, and announces each state of the card to assistive technology.
import { type ReactElement, useEffect, useId } from "react";
import { missingFields } from "../../importer/machine/import-run.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { ImporterState, ImportingState, ImportReport, Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { GuardedButton } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { useNow } from "../hooks/timing.ts";
import { issueOf, toFailureText, toIssueText } from "../messages/code-text.ts";
import { toStatusCounts } from "../result/StatusBar.tsx";

export interface ImportProgressProps {
  readonly state: ImporterState;
  readonly onCancel: () => void;
}

export function ImportProgress({ state, onCancel }: ImportProgressProps): ReactElement {
  const card = useCard();
  const { messages, format, slotClass } = card;
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
        {isRunning ? <RunLine run={state.run} /> : toAnnouncement(state, card)}
      </p>
      {isRunning && (
        <>
          <p id={`${id}-cancel`} className="ieu-hint">
            {messages.progress.kept} {messages.progress.cancelNote}
          </p>
          {/* Guarded, as on narrow screens it appears where Start was. */}
          <GuardedButton onClick={onCancel} aria-describedby={`${id}-cancel`}>
            {messages.progress.cancel}
          </GuardedButton>
        </>
      )}
    </div>
  );
}

// Milliseconds until the line says that we wait for an answer, and for how long.
const waitingTextDelay = 2_000;

// The seconds are hidden from assistive technology, which would announce them every second.
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
  if (waited < waitingTextDelay) return <>{words.sending}</>;
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

/** The text of the status line for assistive technology, in states where the line shows nothing visible. */
export function toAnnouncement(state: ImporterState, card: CardTexts): string {
  const { messages, format } = card;
  const words = messages.progress;
  switch (state.status) {
    case "reading":
      return `${words.reading(state.file.name)}, ${words.readingShare(toQuarter(state.share), format)}`;
    case "reviewing": {
      const correction = toCorrectionText(state.review, card);
      if (correction !== null) return correction;
      const { all, problems } = reviewCounts(state.review);
      // Without a required column every row would count as a problem.
      if (missingFields(state.review).length === 0) return words.read(all, problems, format);
      return `${words.read(all, null, format)}. ${messages.mapping.missing}`;
    }
    case "failed":
      return toFailureText(state.failure.code, messages).title;
    case "finished":
      return words.finished(toSummary(state.report, card));
    default:
      return "";
  }
}

// The statuses that occurred, with their counts: "6,204 imported, 12 invalid row".
function toSummary(report: ImportReport, { messages, format }: CardTexts): string {
  const parts = toStatusCounts(report, messages)
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${format.number(count)} ${label}`);
  return format.list(parts);
}

// Announced only at each 25 %.
function toQuarter(share: number): number {
  return Math.floor(share * 4) / 4;
}

// What the last correction changed; null without one.
function toCorrectionText(review: Review, { messages, format }: CardTexts): string | null {
  const { lastCorrection: change } = review;
  const words = messages.corrections;
  if (!change) return null;
  const remaining = words.left(reviewCounts(review).problems, format);
  switch (change.code) {
    case "corrected":
      return toRemainingProblem(review, change, messages) ?? `${words.ready(change.row)}. ${remaining}.`;
    case "undone":
      return `${words.undone(change.row, messages.fields[change.field])}. ${remaining}.`;
    case "all_undone":
      return `${words.allUndone(change.cells, format)}. ${remaining}.`;
    case "applied":
      return `${words.applied(change.fileName, change.rows, format)}. ${remaining}.`;
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
