// The state machine: (state, event) -> state, pure, and the one place that says which state may follow which. Comes with the file reader.

import type { ImporterEvent } from "../events.ts";
import { convertDates, emptyTexts, repairDomain, repairTexts } from "../review/conversions.ts";
import { findMerge } from "../review/corrected-file.ts";
import { correctCell, correctCells, undoCorrections } from "../review/corrections.ts";
import { leaveOutRows } from "../review/left-out-rows.ts";
import { isReadAlike } from "../review/read-choices.ts";
import { replaceTexts, undoReplacement } from "../review/replacements.ts";
import { assignColumn, forgetMapping, joinNames, takeIdFromEmail, toReview } from "../review/review.ts";
import type {
  ConfirmedStart,
  FailedState,
  FinishedState,
  ImporterState,
  ImportFailure,
  ImportingState,
  PausedState,
  ReadingState,
  Review,
  ReviewingState,
} from "../state.ts";
import {
  beforeReview,
  type EventOf,
  nameOf,
  readRefused,
  toIdle,
  toReading,
  toReviewing,
  withName,
  withRefusal,
} from "./before-review.ts";
import { beginCheck, followCheck, followRows, mayFollowCheck, needsCheck, stopCheck } from "./check-run.ts";
import { toReport } from "./import-report.ts";
import { canStart, currentPart, toImportRun } from "./import-run.ts";

/** The next state. An event that the state does not expect, or that changes nothing, returns the same reference. */
export function transition(state: ImporterState, event: ImporterEvent): ImporterState {
  const next = follow(state, event);
  if (next.status !== "reviewing") return next;
  const before = state.status === "reviewing" ? state.review : null;
  return before?.rows === next.review.rows && before.leftOut === next.review.leftOut
    ? next
    : withReview(next, followRows(next.review));
}

function follow(state: ImporterState, event: ImporterEvent): ImporterState {
  switch (state.status) {
    case "idle":
      return beforeReview(state, event);
    case "reading":
      return event.type === "fileRead" ? toReviewOrMerge(state, event) : beforeReview(state, event);
    case "reviewing":
      return fromReviewing(state, event);
    case "importing":
      return fromImporting(state, event);
    case "paused":
      return fromPaused(state, event);
    case "failed":
      return fromFailed(state, event);
    case "finished":
      return fromFinished(state, event);
  }
}

function fromReviewing(state: ReviewingState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "fileChosen":
      return toReading(withoutRun(state), event.file);
    case "fileRefused":
      return withRefusal(state, event);
    case "dialectChanged":
      return toReread(state, event);
    case "refusalOverruled":
      return readRefused(withoutRun(state), event.choices);
    case "mergeDecided":
      return toMerged(state, event);
    case "sourceNamed":
      return withName(state, event);
    case "importStarted":
      return canStart(state, event.skipInvalid) ? toStarted(state, event) : state;
    case "checkStarted":
      return isRunning(state) || !canStart(state, event.skipInvalid)
        ? state
        : withReview(state, beginCheck(state.review, event.skipInvalid));
    case "checkFinished":
      return toChecked(state, event);
    case "attemptFailed":
    case "checkFailed":
    case "cancelled":
      return withReview(state, followCheck(state.review, event));
    default:
      return withReview(state, editReview(state.review, event));
  }
}

// The edits of a review. Any other event returns the same review.
function editReview(review: Review, event: ImporterEvent): Review {
  switch (event.type) {
    case "columnAssigned":
      return assignColumn(review, event.field, event.column);
    case "datesConverted":
      return convertDates(review, event.field, event.format);
    case "namesJoined":
      return joinNames(review, event.joined, event.columns);
    case "textsEmptied":
      return emptyTexts(review, event.texts);
    case "textsRepaired":
      return repairTexts(review, event.field, event.repair);
    case "emailUsedAsId":
      return takeIdFromEmail(review, event.used);
    case "domainRepaired":
      return repairDomain(review, event.from, event.to);
    case "mappingForgotten":
      return forgetMapping(review, event.signature);
    case "cellCorrected":
      return correctCell(review, event.row, event.field, event.text);
    case "correctionsUndone":
      return undoCorrections(review);
    case "textsReplaced":
      return replaceTexts(review, event.search);
    case "replacementUndone":
      return undoReplacement(review);
    case "rowsLeftOut":
      return leaveOutRows(review, event.rows, event.leftOut);
    default:
      return review;
  }
}

function fromImporting(state: ImportingState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "attemptFailed":
      return { ...state, run: { ...state.run, retry: event.retry } };
    case "importFinished":
      return toSaved(state, event);
    case "pauseChosen":
      return toPausing(state, event);
    case "importFailed":
      return toFailed(state, event.failure);
    case "cancelled":
      return toFailed(state, cancelledFailure);
    default:
      return state;
  }
}

// With its current part saved, a run ends, pauses, or goes on with the next part.
function toSaved(state: ImportingState, { response, finishedAt }: EventOf<"importFinished">): ImporterState {
  const { outcomeUnknown: _, ...run } = state.run;
  const saved = [...run.saved, response];
  const next = { ...state, run: { ...run, saved, sentAt: finishedAt, isPausing: false, retry: null } };
  if (!currentPart(next.run)) return toFinished(next, finishedAt);
  return run.isPausing ? { ...next, status: "paused" } : next;
}

function toFinished(state: ImportingState | PausedState | FailedState, endedAt: number): FinishedState {
  return { status: "finished", report: toReport(state, endedAt), review: state.review };
}

// There is nothing to pause after the last part.
function toPausing(state: ImportingState, { isPausing }: EventOf<"pauseChosen">): ImportingState {
  const { run } = state;
  const isLast = run.saved.length + 1 === run.parts.length;
  return isLast || run.isPausing === isPausing ? state : { ...state, run: { ...run, isPausing } };
}

function fromPaused(state: PausedState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "continued":
      return { ...state, status: "importing", run: { ...state.run, sentAt: event.continuedAt } };
    case "importEnded":
      return toFinished(state, event.endedAt);
    default:
      return state;
  }
}

// The server may have received the whole request.
const cancelledFailure: ImportFailure = {
  code: "cancelled",
  status: null,
  retryAt: null,
  askedToWaitUntil: null,
  outcomeUnknown: true,
  cause: null,
};

function fromFailed(state: FailedState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "retried":
      return toRetried(state);
    case "importEnded":
      return state.run.saved.length > 0 ? toFinished(state, event.endedAt) : state;
    case "reviewResumed":
      return state.run.saved.length > 0 ? state : toResumed(state);
    case "fileRefused":
      return withRefusal(state, event);
    // A generated name must not replace the failure and its Retry on screen.
    case "sourceNamed":
      return event.edited ? editFailed(state, event) : state;
    case "fileChosen":
    case "dialectChanged":
    case "columnAssigned":
    case "datesConverted":
    case "namesJoined":
    case "textsEmptied":
    case "textsRepaired":
    case "emailUsedAsId":
    case "domainRepaired":
    case "cellCorrected":
    case "correctionsUndone":
    case "textsReplaced":
    case "replacementUndone":
    case "rowsLeftOut":
      return editFailed(state, event);
    default:
      return state;
  }
}

// An edit makes it a different import, which returns to the preview. An edit that changes nothing keeps the failure. Parts that
// are saved can't become another import.
function editFailed(state: FailedState, event: ImporterEvent): ImporterState {
  if (state.run.saved.length > 0) return state;
  const resumed = toResumed(state);
  const next = fromReviewing(resumed, event);
  return next === resumed ? state : next;
}

function fromFinished(state: FinishedState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    // This name is taken now. The importer, which knows all names, replaces it with a free one.
    case "fileChosen":
      return toReading(toIdle(state.report.sourceName), event.file);
    case "fileRefused":
      return withRefusal(state, event);
    case "restarted":
      return toIdle(event.sourceName);
    case "restChosen":
      return toReadingRest(state, event);
    default:
      return state;
  }
}

// To leave damaged texts or long rows as they are is a decision too, but nothing is read anew for it.
function toReread(state: ReviewingState, event: EventOf<"dialectChanged">): ImporterState {
  const { review } = state;
  const choices = { ...review.choices, ...event.choices };
  const isAboutDamage = Object.keys(event.choices).every((key) => key === "garbled" || key === "longRows");
  if (isAboutDamage && isReadAlike(review.choices, choices)) return withReview(state, { ...review, choices });
  return toReading(withoutRun(state), review.file, choices);
}

function toReadingRest(state: FinishedState, { sourceName }: EventOf<"restChosen">): ImporterState {
  const { report, review } = state;
  if (!report.rest) return state;
  const choices = { ...review.choices, fromRow: report.rest.firstRow };
  return { ...toReading(toIdle(sourceName), review.file, choices), imported: review };
}

// Another file with rows of the previous review is offered as a correction of it.
function toReviewOrMerge(state: ReadingState, event: EventOf<"fileRead">): ReviewingState {
  const { previous, unconfirmed } = state;
  const review = toReview(state, event);
  const isOther = previous !== null && previous.file !== review.file;
  if (!isOther || !findMerge(previous, review.table)) return toReviewing(state, review, unconfirmed);
  return toReviewing(state, previous, unconfirmed, { dropped: review });
}

function toMerged(state: ReviewingState, { decision }: EventOf<"mergeDecided">): ReviewingState {
  const { dropped, review } = state;
  if (!dropped) return state;
  if (decision === "replace") return { ...state, review: dropped, dropped: null };
  const merge = decision === "apply" ? findMerge(review, dropped.table) : null;
  const merged = merge ? correctCells(review, merge.corrections, dropped.file.name) : review;
  return { ...state, review: merged, dropped: null };
}

// A start that waits for its check is not started again by a second click.
function toStarted(state: ReviewingState, event: EventOf<"importStarted">): ImporterState {
  const { key, startedAt, skipInvalid } = event;
  const { check } = state.review;
  if (isRunning(state) && check?.start) return state;
  if (!event.checkFirst || !needsCheck(state.review)) return toImporting(state, event);
  return withReview(state, beginCheck(state.review, skipInvalid, { key, startedAt, skipInvalid }));
}

// A review that is shown again after a reading does not go on with its check.
function withoutRun(state: ReviewingState): ReviewingState {
  return withReview(state, stopCheck(state.review));
}

function isRunning({ review }: ReviewingState): boolean {
  return review.check?.status === "running";
}

function toChecked(state: ReviewingState, event: EventOf<"checkFinished">): ImporterState {
  const checked = withReview(state, followCheck(state.review, event));
  const start = checked === state ? null : mayFollowCheck(checked.review);
  if (!start || !canStart(checked, start.skipInvalid)) return checked;
  return toImporting(checked, { ...start, startedAt: event.finishedAt });
}

function toImporting(state: ReviewingState, start: ConfirmedStart): ImportingState {
  const review = stopCheck(state.review);
  return { status: "importing", ...nameOf(state), review, run: toImportRun({ ...state, review }, start) };
}

// An earlier attempt may have been saved, whatever the last failure says.
function toFailed(state: ImportingState, failure: ImportFailure): FailedState {
  const outcomeUnknown = failure.outcomeUnknown || state.run.outcomeUnknown === true;
  return { ...state, status: "failed", failure: { ...failure, outcomeUnknown } };
}

function toRetried({ review, run, failure, ...state }: FailedState): ImportingState {
  const again = { ...run, retry: null, outcomeUnknown: failure.outcomeUnknown };
  return { status: "importing", ...nameOf(state), review, run: again };
}

function toResumed(state: FailedState): ReviewingState {
  const sent = state.failure.outcomeUnknown ? currentPart(state.run) : null;
  return toReviewing(state, state.review, sent?.sourceName ?? null);
}

function withReview(state: ReviewingState, review: Review): ReviewingState {
  return review === state.review ? state : { ...state, review };
}
