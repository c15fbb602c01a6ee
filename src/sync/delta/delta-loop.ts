// Runs the loop of a delta sync: waits for a full batch or its age, takes, delivers, and releases what was not judged.

import type { Timing } from "../../client/clock.ts";
import { toBackoffDelay } from "../../client/retry.ts";
import { createDeltaDelivery, type DeliveryStop, toDeltaBatches, toErrorCode } from "./delta-delivery.ts";
import type { DeltaCounter, DeltaSettings } from "./delta-options.ts";
import type { Delta } from "./delta-queue.ts";
import { createDeltaRequests } from "./delta-request.ts";
import { createDeltaSettler, type ReportFailure } from "./settle-deltas.ts";
import { createDeltaWatch } from "./watch-deltas.ts";

/** What a loop works with. */
export interface DeltaLoopSetup {
  readonly settings: DeltaSettings;
  readonly timing: Timing;
  readonly counter: DeltaCounter;
  readonly wakeSignal: WakeSignal;
  /** How many deltas this process has enqueued since the last take. */
  readonly enqueued: { count: number };
}

/** A running loop. */
export interface DeltaLoop {
  /** Resolves when the loop has ended; never rejects. */
  readonly finished: Promise<void>;
  /** Ends the loop as soon as the queue is empty. */
  drain(): void;
  /** Ends the loop now. */
  halt(): void;
  /** True when the last take found nothing. */
  isEmptied(): boolean;
}

/** Interval at which taken deltas are marked as still in work, in milliseconds. */
const keepInterval = 20_000;

/** Starts to send. */
export function startDeltaLoop(setup: DeltaLoopSetup): DeltaLoop {
  const halted = new AbortController();
  const context = createContext(setup, halted.signal);
  return {
    finished: run(context).finally(context.close),
    drain() {
      context.isDraining = true;
      setup.wakeSignal.wake();
    },
    halt() {
      halted.abort(new DOMException("The delta sync was halted.", "AbortError"));
      setup.wakeSignal.wake();
    },
    isEmptied: () => context.isEmptied,
  };
}

interface LoopContext extends DeltaLoopSetup {
  readonly signal: AbortSignal;
  readonly reportFailure: ReportFailure;
  readonly close: () => Promise<void>;
  readonly deliver: (batches: Delta[][]) => Promise<DeliveryStop | null>;
  isDraining: boolean;
  isEmptied: boolean;
}

function createContext(setup: DeltaLoopSetup, signal: AbortSignal): LoopContext {
  const { settings, timing, counter } = setup;
  const tellFailure = createReportFailure(setup);
  const watch = createDeltaWatch({ settings, timing, signal, reportFailure: tellFailure });
  const reportFailure: ReportFailure = (code, error, retryIn) => {
    watch.recordFailure(code, error);
    tellFailure(code, error, retryIn);
  };
  const { client, queue, name, backoff } = settings;
  const settler = createDeltaSettler({ settings, timing, counter, signal, reportFailure });
  const deliver = createDeltaDelivery({
    ...settler,
    client,
    watch,
    prepare: createDeltaRequests({ client, queue, name, timing, signal }),
    backoff,
    timing,
    signal,
    onDelay: (error, delay) => reportFailure(toErrorCode(error), error, delay),
  });
  return { ...setup, signal, reportFailure, close: watch.close, deliver, isDraining: false, isEmptied: false };
}

function createReportFailure({ settings, counter }: DeltaLoopSetup): ReportFailure {
  return (code, error, retryIn) => {
    const failure = { code, error, retryIn };
    counter.setFailure(failure);
    try {
      settings.onError?.(failure);
    } catch {
      // Ignores errors thrown by the host's onError.
    }
  };
}

async function run(context: LoopContext): Promise<void> {
  const { settings, timing, counter, wakeSignal, signal, reportFailure } = context;
  counter.setState("running");
  for (let failures = 0; !signal.aborted; ) {
    try {
      const stop = await sendAll(context);
      if (stop) {
        counter.setState("stopped");
        return reportFailure(toErrorCode(stop.error), stop.error, null);
      }
      failures = 0;
      if (context.isDraining) break;
      await waitForDeltas(context);
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const delay = toBackoffDelay(error, failures, settings.backoff, timing.random());
      reportFailure("queue", error, delay);
      await wakeSignal.wait(delay);
    }
  }
  counter.setState("drained");
}

async function waitForDeltas(context: LoopContext): Promise<void> {
  const { settings, wakeSignal, enqueued } = context;
  const { queue, batchSize, maxAge } = settings;
  // Only this process fills a queue in memory, so there is nothing to look for until it enqueues.
  if (!queue.durable && enqueued.count === 0 && !context.isDraining) await wakeSignal.wait(null);
  if (enqueued.count < batchSize && !context.isDraining) await wakeSignal.wait(maxAge);
}

// Takes and sends until the queue has less than a full batch; when draining, until it is empty.
async function sendAll(context: LoopContext): Promise<DeliveryStop | null> {
  const { queue, batchSize } = context.settings;
  for (;;) {
    context.enqueued.count = 0;
    const taken = await queue.take(batchSize);
    context.isEmptied = taken.length === 0;
    if (context.isEmptied) return null;
    const stop = await sendTaken(context, taken);
    if (stop || (taken.length < batchSize && !context.isDraining)) return stop;
    context.signal.throwIfAborted();
  }
}

async function sendTaken(context: LoopContext, taken: readonly Delta[]): Promise<DeliveryStop | null> {
  const batches = toDeltaBatches(taken);
  const done = new AbortController();
  void keepTaken(context, batches, done.signal);
  let reason = "halted";
  try {
    const stop = await context.deliver(batches);
    if (stop) reason = toErrorCode(stop.error);
    return stop;
  } finally {
    done.abort();
    const unjudged = batches.flat().map((delta) => delta.id);
    if (unjudged.length > 0) await context.settings.queue.release(unjudged, reason);
  }
}

async function keepTaken(
  { settings: { queue }, timing, reportFailure }: LoopContext,
  batches: readonly Delta[][],
  done: AbortSignal,
): Promise<void> {
  if (!queue.keep) return;
  while (!done.aborted) {
    await timing.sleep(keepInterval, done).catch(() => {});
    const ids = batches.flat().map((delta) => delta.id);
    if (done.aborted || ids.length === 0) continue;
    await queue.keep(ids).catch((error) => reportFailure("queue", error, keepInterval));
  }
}

/** Lets one loop wait until it is woken. */
export interface WakeSignal {
  /** Resolves after this many milliseconds or on `wake()`; with null only on `wake()`. */
  wait(delay: number | null): Promise<void>;
  /** Ends the current wait; without one it does nothing. */
  wake(): void;
}

/** Creates a wake signal on the given clock. */
export function createWakeSignal(timing: Timing): WakeSignal {
  let wake = () => {};
  return {
    wake: () => wake(),
    wait: (delay) =>
      new Promise((resolve) => {
        const woken = new AbortController();
        wake = () => {
          woken.abort();
          resolve();
        };
        if (delay !== null) timing.sleep(delay, woken.signal).then(resolve, () => {});
      }),
  };
}
