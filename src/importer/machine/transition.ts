// (state, event) -> state: pure, and the one place that says what may follow what.

import type { ImporterEvent } from "../events.ts";
import { cancelledFailure } from "../import-failure.ts";
import { toReport } from "../import-run.ts";
import { convertDates, emptyTexts, joinNames } from "../review/conversions.ts";
import { correctCell, undoCorrections } from "../review/corrections.ts";
import { forgetMapping } from "../review/forget-mapping.ts";
import { assignColumn, toReview } from "../review/review.ts";
import type {
  FailedState,
  FinishedState,
  IdleState,
  ImporterState,
  ImportingState,
  ReadingState,
  ReviewingState,
} from "../state.ts";
import {
  beforeReading,
  named,
  overrule,
  reviewed,
  toFailed,
  toIdle,
  toImporting,
  toMerged,
  toRead,
  toReading,
  toResumed,
  toRetried,
} from "./next-state.ts";
import { canStart } from "./start-blockers.ts";

/** What follows. An event that does not belong to the state, or changes nothing, returns the same reference. */
export function transition(state: ImporterState, event: ImporterEvent): ImporterState {
  switch (state.status) {
    case "idle":
      return fromIdle(state, event);
    case "reading":
      return fromReading(state, event);
    case "reviewing":
      return fromReviewing(state, event);
    case "importing":
      return fromImporting(state, event);
    case "failed":
      return fromFailed(state, event);
    case "finished":
      return fromFinished(state, event);
  }
}

function fromIdle(state: IdleState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "fileChosen":
      return toReading(state, event.file);
    case "fileRefused":
      return { ...state, refusal: event.refusal };
    // With nothing else on the screen, choices can only be about the refused file.
    case "dialectChanged":
    case "refusalOverruled":
      return overrule(state, event.choices);
    case "sourceNamed":
      return named(state, event);
    default:
      return state;
  }
}

function fromReading(state: ReadingState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "fileChosen":
      return { ...state, file: event.file, choices: {}, share: 0 };
    case "readProgressed":
      return event.share > state.share ? { ...state, share: event.share } : state;
    case "fileRead":
      return toRead(state, toReview(state, event.table, event.suggestion, event.remembered));
    case "fileRefused":
      return beforeReading(state, event.refusal);
    case "cancelled":
      return beforeReading(state, null);
    case "sourceNamed":
      return named(state, event);
    default:
      return state;
  }
}

function fromReviewing(state: ReviewingState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "fileChosen":
      return toReading(state, event.file);
    case "fileRefused":
      return { ...state, refusal: event.refusal };
    case "dialectChanged":
      return toReading(state, state.review.file, { ...state.review.choices, ...event.choices });
    case "refusalOverruled":
      return overrule(state, event.choices);
    case "columnAssigned":
      return reviewed(state, assignColumn(state.review, event.field, event.column));
    case "datesConverted":
      return reviewed(state, convertDates(state.review, event.field, event.format));
    case "namesJoined":
      return reviewed(state, joinNames(state.review, event.joined, event.columns));
    case "textsEmptied":
      return reviewed(state, emptyTexts(state.review, event.texts));
    case "mappingForgotten":
      return reviewed(state, forgetMapping(state.review, event.signature));
    case "cellCorrected":
      return reviewed(state, correctCell(state.review, event.row, event.field, event.text));
    case "correctionsUndone":
      return reviewed(state, undoCorrections(state.review));
    case "mergeDecided":
      return toMerged(state, event);
    case "sourceNamed":
      return named(state, event);
    case "importStarted":
      return canStart(state, event.skipInvalid) ? toImporting(state, event) : state;
    default:
      return state;
  }
}

function fromImporting(state: ImportingState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "attemptFailed":
      return { ...state, run: { ...state.run, retry: event.retry } };
    case "importFinished":
      return { status: "finished", report: toReport(state, event.response, event.finishedAt) };
    case "importFailed":
      return toFailed(state, event.failure);
    case "cancelled":
      return toFailed(state, cancelledFailure);
    default:
      return state;
  }
}

function fromFailed(state: FailedState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "retried":
      return toRetried(state);
    case "reviewResumed":
      return toResumed(state);
    case "fileRefused":
      return { ...state, refusal: event.refusal };
    // A name that nobody typed must not take the failure, and its Retry, off the screen.
    case "sourceNamed":
      return event.edited ? edited(state, event) : state;
    case "fileChosen":
    case "dialectChanged":
    case "columnAssigned":
    case "datesConverted":
    case "namesJoined":
    case "textsEmptied":
    case "cellCorrected":
    case "correctionsUndone":
      return edited(state, event);
    default:
      return state;
  }
}

// An edit of what was sent makes another start, so it belongs to the preview; one that changes nothing is none.
function edited(state: FailedState, event: ImporterEvent): ImporterState {
  const resumed = toResumed(state);
  const next = fromReviewing(resumed, event);
  return next === resumed ? state : next;
}

function fromFinished(state: FinishedState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    // The name is taken now; the importer, who knows the others, finds a free one.
    case "fileChosen":
      return toReading(toIdle(state.report.sourceName), event.file);
    case "fileRefused":
      return { ...state, refusal: event.refusal };
    case "restarted":
      return toIdle(event.sourceName);
    default:
      return state;
  }
}
