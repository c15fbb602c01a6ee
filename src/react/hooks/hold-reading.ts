"use client";
// Shows the screen before for the first moment in which a file is read: most files are read by then, and need no other.
import type { Importer } from "../../importer/importer.ts";
import type { ImporterState } from "../../importer/state.ts";

type States = Pick<Importer, "getState" | "subscribe">;

/** Milliseconds. Files that are read faster skip the reading screen, which would only flash. */
export const readingScreenDelay = 100;

/**
 * The states of an importer for one card: a reading without an earlier review becomes its state only once it has lasted for
 * `readingScreenDelay`, or changes. Nothing is rendered, laid out and painted for one that is shorter.
 */
export function holdReading({ getState, subscribe }: States): States {
  let shown: ImporterState | null = null;
  return {
    getState: () => shown ?? getState(),
    subscribe(listener) {
      let before = getState();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tell = () => {
        shown = null;
        listener();
      };
      const stop = subscribe(() => {
        const now = getState();
        clearTimeout(timer);
        if (before.status !== "reading" && now.status === "reading" && !now.previous) {
          shown = before;
          timer = setTimeout(tell, readingScreenDelay);
        } else tell();
        before = now;
      });
      return () => {
        stop();
        clearTimeout(timer);
        shown = null;
      };
    },
  };
}
