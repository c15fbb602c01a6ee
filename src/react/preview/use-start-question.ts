"use client";
// Decides whether Start asks once more, as no row would be imported.
import { useState } from "react";
import { type StartDoubt, startDoubt } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";

/** The doubt about a start, and the question that Start asks in place of starting. */
export interface StartQuestion {
  readonly doubt: StartDoubt | null;
  /** True while the question is on screen. */
  readonly isAsked: boolean;
  /** Starts, or asks first if no row would be imported. */
  readonly start: () => void;
  readonly close: () => void;
}

/** Asks once for each state of the rows. */
export function useStartQuestion(review: Review, onStart: () => void): StartQuestion {
  const doubt = startDoubt(review);
  const [askedFor, setAskedFor] = useState<Review["rows"] | null>(null);
  const isAsked = doubt !== null && isHopeless(doubt) && askedFor === review.rows;
  return {
    doubt,
    isAsked,
    start: () => (doubt && isHopeless(doubt) ? setAskedFor(review.rows) : onStart()),
    close: () => setAskedFor(null),
  };
}

function isHopeless({ rows, of }: StartDoubt): boolean {
  return rows === of;
}
