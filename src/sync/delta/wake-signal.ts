// Waiting that somebody else can end.
import type { Timing } from "../../client/clock.ts";

/** Wakes one waiting loop. */
export interface Alarm {
  /** Resolves after this many milliseconds, or when it rings; with null only when it rings. */
  wait(delay: number | null): Promise<void>;
  /** Ends the wait that runs now; without one it does nothing. */
  ring(): void;
}

/** Creates an alarm on the given clock. */
export function createAlarm(timing: Timing): Alarm {
  let wake = () => {};
  return {
    ring: () => wake(),
    wait: (delay) =>
      new Promise((resolve) => {
        const rung = new AbortController();
        wake = () => {
          rung.abort();
          resolve();
        };
        if (delay !== null) timing.sleep(delay, rung.signal).then(resolve, () => {});
      }),
  };
}
