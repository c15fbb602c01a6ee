// How each state is entered: from which, and what is carried over.
import { trimText } from "../../contract/text.ts";
import type { ImporterEvent } from "../events.ts";
import { toRun } from "../import-run.ts";
import { correctCells } from "../review/corrections.ts";
import { findMerge } from "../review/merge-corrected-file.ts";
import type {
  ChosenFile,
  FailedState,
  IdleState,
  ImporterState,
  ImportFailure,
  ImportingState,
  ReadChoices,
  ReadingState,
  Refusal,
  Review,
  ReviewingState,
} from "../state.ts";

type EventOf<Type extends ImporterEvent["type"]> = Extract<ImporterEvent, { type: Type }>;

/** The state before anything happened. */
export function toIdle(sourceName: string): IdleState {
  return { status: "idle", sourceName, sourceNameEdited: false, refusal: null };
}

/** A file is read; the review on the screen, if there is one, is kept to return to. */
export function toReading(
  state: IdleState | ReviewingState,
  file: ChosenFile,
  choices: ReadChoices = {},
): ReadingState {
  const review = state.status === "reviewing" ? state.review : null;
  const unconfirmed = state.status === "reviewing" ? state.unconfirmed : null;
  return { status: "reading", ...nameOf(state), file, choices, share: 0, previous: review, unconfirmed };
}

/** The refused file is read after all, with other choices; the same state when there is none. */
export function overrule(state: IdleState | ReviewingState, choices: ReadChoices): ImporterState {
  const { refusal } = state;
  return refusal?.file ? toReading(state, refusal.file, { ...refusal.choices, ...choices }) : state;
}

/** The file is read. */
function toReviewing(state: ReadingState, review: Review): ReviewingState {
  return {
    status: "reviewing",
    ...nameOf(state),
    review,
    refusal: null,
    dropped: null,
    unconfirmed: state.unconfirmed,
  };
}

/** The file is read: on its own, or offered to the review before it, when it holds rows of that. */
export function toRead(state: ReadingState, review: Review): ReviewingState {
  const { previous } = state;
  const isOther = previous !== null && previous.file !== review.file;
  if (!isOther || !findMerge(previous, review.table)) return toReviewing(state, review);
  return { ...toReviewing(state, previous), dropped: review };
}

/** What becomes of the dropped file: its corrections are taken, it takes the place of the review, or it is put aside. */
export function toMerged(state: ReviewingState, { decision }: EventOf<"mergeDecided">): ReviewingState {
  const { dropped, review } = state;
  if (!dropped) return state;
  if (decision === "replace") return { ...state, review: dropped, dropped: null };
  const merge = decision === "apply" ? findMerge(review, dropped.table) : null;
  const merged = merge ? correctCells(review, merge.corrections, dropped.file.name) : review;
  return { ...state, review: merged, dropped: null };
}

/** The screen that was there before a reading that came to nothing. */
export function beforeReading(state: ReadingState, refusal: Refusal | null): IdleState | ReviewingState {
  if (!state.previous) return { status: "idle", ...nameOf(state), refusal };
  return { ...toReviewing(state, state.previous), refusal };
}

/** The same state with an edited review, or itself when the edit changed nothing. */
export function reviewed(state: ReviewingState, review: Review): ReviewingState {
  return review === state.review ? state : { ...state, review };
}

/** The same state under another name, or itself. */
export function named<State extends IdleState | ReadingState | ReviewingState>(
  state: State,
  { sourceName, edited }: EventOf<"sourceNamed">,
): State {
  const isSame = sourceName === state.sourceName && edited === state.sourceNameEdited;
  return isSame ? state : { ...state, sourceName, sourceNameEdited: edited };
}

/** A confirmed start. */
export function toImporting(state: ReviewingState, event: EventOf<"importStarted">): ImportingState {
  return { status: "importing", ...nameOf(state), review: state.review, run: toRun(state.review, event) };
}

/** A run that ended without an answer. What an earlier try may have saved stays in doubt, whatever the last says. */
export function toFailed(state: ImportingState, failure: ImportFailure): FailedState {
  const outcomeUnknown = failure.outcomeUnknown || state.run.outcomeUnknown === true;
  return { ...state, status: "failed", failure: { ...failure, outcomeUnknown } };
}

/** The same run again: same key, same users. */
export function toRetried({ review, run, failure, ...state }: FailedState): ImportingState {
  const again = { ...run, retry: null, outcomeUnknown: failure.outcomeUnknown };
  return { status: "importing", ...nameOf(state), review, run: again };
}

/** Back to the preview, remembering a start that may have been saved. */
export function toResumed(state: FailedState): ReviewingState {
  const unconfirmed = state.failure.outcomeUnknown ? trimText(state.sourceName) : null;
  return { status: "reviewing", ...nameOf(state), review: state.review, refusal: null, dropped: null, unconfirmed };
}

function nameOf({ sourceName, sourceNameEdited }: Pick<IdleState, "sourceName" | "sourceNameEdited">) {
  return { sourceName, sourceNameEdited };
}
