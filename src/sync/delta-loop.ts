// The loop of a delta sync: wait for a batch or its age, take, deliver, and give back what was not judged.
import type { ImportOutcome } from "../client/client.ts";
import type { Timing } from "../client/timing.ts";
import type { Alarm } from "./alarm.ts";
import { toDeltaBatches } from "./delta-batch.ts";
import { createDeliver, type DeliveryStop } from "./delta-delivery.ts";
import { toBackoffDelay, toFailureCode } from "./delta-failure.ts";
import type { DeltaSettings } from "./delta-options.ts";
import type { Delta } from "./delta-queue.ts";
import type { DeltaTally } from "./delta-stats.ts";
import { toUserOutcome, type UserOutcome } from "./outcome.ts";
import { createRecorder } from "./record-outcomes.ts";

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
  const { queue, batchSize, maxAge, backoff, ledger } = settings;
  const halted = new AbortController();
  const { signal } = halted;
  const recorder = ledger && createRecorder(ledger, { now: timing.now });
  let isDraining = false;
  let isEmptied = false;

  const deliver = createDeliver({
    ...{ client: settings.client, name: settings.name, backoff, timing, signal },
    judged,
    async buried(deltas, reason) {
      await insist(() => queue.bury(deltas, reason));
      tally.buried(deltas.length);
      for (const { user } of deltas) attempt(() => settings.onBuried?.(user, reason));
    },
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

  async function judged(batch: readonly Delta[], outcome: ImportOutcome): Promise<void> {
    const outcomes = toOutcomes(batch, outcome);
    tally.judged(outcomes, timing.now());
    for (const [index, one] of outcomes.entries()) await tell(batch[index], one);
    await recorder?.flush().catch((error) => fail("ledger", error, null));
    await insist(() => queue.complete(batch.map((delta) => delta.id)));
  }

  async function tell(delta: Delta | undefined, outcome: UserOutcome): Promise<void> {
    if (!delta) return;
    try {
      await settings.onOutcome?.(delta.user, outcome);
    } catch (error) {
      fail("callback", error, null);
    }
    await recorder?.onOutcome(delta.user, outcome).catch((error) => fail("ledger", error, null));
  }

  // The server has judged: that the queue is out of reach for a while must not make anybody wait twice.
  async function insist(settle: () => Promise<void>): Promise<void> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await settle();
      } catch (error) {
        const delay = toBackoffDelay(error, failures, backoff, timing.random());
        fail("queue", error, delay);
        await timing.sleep(delay, signal);
      }
    }
  }

  function stopFor({ error }: DeliveryStop): void {
    tally.turned("stopped");
    fail(toFailureCode(error), error, null);
  }

  function fail(code: string, error: unknown, retryIn: number | null): void {
    const failure = { code, error, retryIn };
    tally.failed(failure);
    // Nobody is left to tell that telling failed.
    attempt(() => settings.onError?.(failure));
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

// A source that was found saved after a lost answer may bring no results: then nobody knows what became of each.
function toOutcomes(batch: readonly Delta[], { source, results }: ImportOutcome): UserOutcome[] {
  const sourceId = source?.id ?? null;
  return batch.map((_, index) => {
    const result = results[index];
    return result ? toUserOutcome(result, sourceId) : { kind: "pending", reason: "results_unknown", sourceId };
  });
}

// What a callback throws that only listens must not end the loop.
function attempt(callback: () => void): void {
  try {
    callback();
  } catch {}
}
