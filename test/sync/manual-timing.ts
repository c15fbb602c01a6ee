// Creates a clock that a test moves by hand.
import type { Timing } from "../../src/client/clock.ts";

export interface ManualTiming extends Timing {
  /** Lets time pass, in milliseconds, and wakes whoever slept until then. */
  advance(delay: number): void;
  /** How long those who sleep now still will, in milliseconds. */
  sleeping(): readonly number[];
}

export function createManualTiming(): ManualTiming {
  let now = Date.parse("2026-05-03T07:22:00Z");
  const sleepers = new Set<{ readonly until: number; wake(): void }>();
  return {
    now: () => now,
    random: () => 1,
    sleep: (delay, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = { until: now + delay, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    advance(delay) {
      now += delay;
      for (const sleeper of [...sleepers].filter(({ until }) => until <= now)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
    sleeping: () => [...sleepers].map(({ until }) => until - now),
  };
}
