// A clock that does not wait: it records each wait and advances by it.
import type { Timing } from "../../src/client/clock.ts";

export interface InstantTiming extends Timing {
  /** Every wait asked for, in milliseconds. */
  readonly waits: readonly number[];
}

/** Chance is always the same: 1 makes every backoff as long as it can be. */
export function createInstantTiming(chance = 1): InstantTiming {
  const waits: number[] = [];
  let now = Date.parse("2026-05-03T00:00:00Z");
  return {
    waits,
    now: () => now,
    random: () => chance,
    async sleep(delay, signal) {
      signal?.throwIfAborted();
      waits.push(delay);
      now += delay;
    },
  };
}
