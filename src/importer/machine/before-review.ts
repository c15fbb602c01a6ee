// The states before the review, idle and reading: the part of the state machine that loads with the page.

import type { ImporterEvent } from "../events.ts";
import type {
  ChosenFile,
  FailedState,
  FinishedState,
  IdleState,
  ImporterState,
  ReadChoices,
  ReadingState,
  Refusal,
  Review,
  ReviewingState,
} from "../state.ts";

/** The event of this type. */
export type EventOf<Type extends ImporterEvent["type"]> = Extract<ImporterEvent, { type: Type }>;

/**
 * The next state, as `transition` says it for idle and reading. `fileRead` is left to `transition`: the review begins with it,
 * and its code comes with the file reader. An event that is not expected, or that changes nothing, returns the same reference.
 */
export function beforeReview(state: ImporterState, event: ImporterEvent): ImporterState {
  switch (state.status) {
    case "idle":
      return fromIdle(state, event);
    case "reading":
      return fromReading(state, event);
    default:
      return state;
  }
}

function fromIdle(state: IdleState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case "fileChosen":
      return toReading(state, event.file);
    case "fileRefused":
      return withRefusal(state, event);
    // Without a review, new settings can only be for the refused file.
    case "dialectChanged":
    case "refusalOverruled":
      return readRefused(state, event.choices);
    case "sourceNamed":
      return withName(state, event);
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
    case "fileRefused":
      return toStateBefore(state, event.refusal);
    case "cancelled":
      return toStateBefore(state, null);
    case "sourceNamed":
      return withName(state, event);
    default:
      return state;
  }
}

/** The first state, and the one after a restart. */
export function toIdle(sourceName: string): IdleState {
  return { status: "idle", sourceName, sourceNameEdited: false, refusal: null };
}

/** Starts to read a file. Keeps the review on screen, to return to it if the file is refused. */
export function toReading(
  state: IdleState | ReviewingState,
  file: ChosenFile,
  choices: ReadChoices = {},
): ReadingState {
  const review = state.status === "reviewing" ? state.review : null;
  const unconfirmed = state.status === "reviewing" ? state.unconfirmed : null;
  return { status: "reading", ...nameOf(state), file, choices, share: 0, previous: review, unconfirmed };
}

/** Reads the refused file again with these choices; the same state if there is none. */
export function readRefused(state: IdleState | ReviewingState, choices: ReadChoices): ImporterState {
  const { refusal } = state;
  return refusal?.file ? toReading(state, refusal.file, { ...refusal.choices, ...choices }) : state;
}

/** The state that shows this review. */
export function toReviewing(
  state: ReadingState | FailedState,
  review: Review,
  unconfirmed: string | null,
  changes: Partial<Pick<ReviewingState, "refusal" | "dropped">> = {},
): ReviewingState {
  return { status: "reviewing", ...nameOf(state), review, refusal: null, dropped: null, unconfirmed, ...changes };
}

// The state before a reading that was refused or cancelled.
function toStateBefore(state: ReadingState, refusal: Refusal | null): IdleState | ReviewingState {
  const { previous, unconfirmed } = state;
  if (!previous) return { status: "idle", ...nameOf(state), refusal };
  return toReviewing(state, previous, unconfirmed, { refusal });
}

/** The state with the notice of a refused file. */
export function withRefusal<State extends IdleState | ReviewingState | FailedState | FinishedState>(
  state: State,
  { refusal }: EventOf<"fileRefused">,
): State {
  return { ...state, refusal };
}

/** The state with this source name; the same state if it has it. */
export function withName<State extends IdleState | ReadingState | ReviewingState>(
  state: State,
  { sourceName, edited }: EventOf<"sourceNamed">,
): State {
  const isSame = sourceName === state.sourceName && edited === state.sourceNameEdited;
  return isSame ? state : { ...state, sourceName, sourceNameEdited: edited };
}

/** True while a run holds the file, its review and its name: nothing can be edited. */
export function isLocked(state: ImporterState): boolean {
  if (state.status === "failed") return state.run.saved.length > 0;
  return state.status === "importing" || state.status === "paused";
}

/** The source name, to carry it into another state. */
export function nameOf({ sourceName, sourceNameEdited }: Pick<IdleState, "sourceName" | "sourceNameEdited">) {
  return { sourceName, sourceNameEdited };
}
