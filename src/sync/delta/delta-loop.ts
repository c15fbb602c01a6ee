// The loop of a delta sync: wait for a batch or its age, take, deliver, and give back what was not judged.

import type { Timing } from "../../client/clock.ts";
import { toBackoffDelay } from "../../client/retry.ts";
import { toDeltaBatches } from "./delta-batch.ts";
import { createDeliver, type DeliveryStop } from "./delta-delivery.ts";
import { toFailureCode } from "./delta-failure.ts";
import type { DeltaSettings } from "./delta-options.ts";
import type { Delta } from "./delta-queue.ts";
import type { DeltaTally } from "./delta-stats.ts";
import { createJudge } from "./settle-deltas.ts";
import type { Alarm } from "./wake-signal.ts";

/** What a loop works with. */
export interface DeltaLoopSetup {
  readonly settings: DeltaSettings;
  readonly timing: Timing;
  readonly tally: DeltaTally;
  readonly alarm: Alarm;
  /** How many this process has enqueued since the last take. */
  readonly fresh: { count: number };
}

/** A loop that runs. */
export interface DeltaLoop {
  /** Settles when it has ended; never rejects. */
  readonly finished: Promise<void>;
  /** Ends it as soon as nothing waits. */
  drain(): void;
  /** Ends it now. */
  halt(): void;
  /** True when the last take found nothing. */
  isEmptied(): boolean;
}

/** How often a queue hears that deltas handed out are still in work, in milliseconds. */
const keepInterval = 20_000;

/** Begins to send. */
export function startDeltaLoop({ settings, timing, tally, alarm, fresh }: DeltaLoopSetup): DeltaLoop {
  const { queue, batchSize, maxAge, backoff } = settings;
  const halted = new AbortController();
  const { signal } = halted;
  let isDraining = false;
  let isEmptied = false;

  const deliver = createDeliver({
    ...{ client: settings.client, name: settings.name, backoff, timing, signal },
    ...createJudge({ settings, timing, tally, signal, fail }),
    delayed: (error, delay) => fail(toFailureCode(error), error, delay),
  });

  async function loop(): Promise<void> {
    tally.turned("running");
    for (let failures = 0; !signal.aborted; ) {
      try {
        const stop = await sendAll();
        if (stop) return stopFor(stop);
        failures = 0;
        if (isDraining) break;
        await nap();
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        const delay = toBackoffDelay(error, failures, backoff, timing.random());
        fail("queue", error, delay);
        await alarm.wait(delay);
      }
    }
    tally.turned("drained");
  }

  async function nap(): Promise<void> {
    // Nobody but this process puts anything into a queue in memory: without anything there, there is nothing to look for.
    if (!queue.durable && fresh.count === 0 && !isDraining) await alarm.wait(null);
    if (fresh.count < batchSize && !isDraining) await alarm.wait(maxAge);
  }

  async function sendAll(): Promise<DeliveryStop | null> {
    for (;;) {
      fresh.count = 0;
      const taken = await queue.take(batchSize);
      isEmptied = taken.length === 0;
      if (isEmptied) return null;
      const stop = await sendTaken(taken);
      if (stop || (taken.length < batchSize && !isDraining)) return stop;
      signal.throwIfAborted();
    }
  }

  async function sendTaken(taken: readonly Delta[]): Promise<DeliveryStop | null> {
    const batches = toDeltaBatches(taken);
    const done = new AbortController();
    void keep(batches, done.signal);
    let reason = "halted";
    try {
      const stop = await deliver(batches);
      if (stop) reason = toFailureCode(stop.error);
      return stop;
    } finally {
      done.abort();
      const left = batches.flat().map((delta) => delta.id);
      if (left.length > 0) await queue.release(left, reason);
    }
  }

  async function keep(batches: readonly Delta[][], ended: AbortSignal): Promise<void> {
    if (!queue.keep) return;
    while (!ended.aborted) {
      await timing.sleep(keepInterval, ended).catch(() => {});
      const ids = batches.flat().map((delta) => delta.id);
      if (!ended.aborted && ids.length > 0) await queue.keep(ids).catch((error) => fail("queue", error, keepInterval));
    }
  }

  function stopFor({ error }: DeliveryStop): void {
    tally.turned("stopped");
    fail(toFailureCode(error), error, null);
  }

  function fail(code: string, error: unknown, retryIn: number | null): void {
    const failure = { code, error, retryIn };
    tally.failed(failure);
    try {
      settings.onError?.(failure);
    } catch {
      // Nobody is left to tell that telling failed.
    }
  }

  return {
    finished: loop(),
    drain() {
      isDraining = true;
      alarm.ring();
    },
    halt() {
      halted.abort(new DOMException("The delta sync was halted.", "AbortError"));
      alarm.ring();
    },
    isEmptied: () => isEmptied,
  };
}
