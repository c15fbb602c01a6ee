"use client";
// Searches a file in short tasks once the screen was painted, so that the page stays responsive.
import { type Steps, stepsInTasks } from "../../csv/rows/steps.ts";
import { afterPaint } from "./after-paint.ts";

/** Searches in short tasks after the next paint, and reports what was found once. Returns a function that stops the search. */
export function searchAfterPaint<Found>(search: () => Steps<Found>, onFound: (found: Found) => void): () => void {
  const abort = new AbortController();
  const cancel = afterPaint(async () => {
    const found = await stepsInTasks(search(), abort.signal);
    if (found !== null && !abort.signal.aborted) onFound(found);
  });
  return () => {
    abort.abort();
    cancel();
  };
}
