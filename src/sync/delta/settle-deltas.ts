// Settles deltas after the server has judged them: calls the host, writes the ledger, then completes them in the queue.

import type { Timing } from "../../client/clock.ts";
import type { ImportOutcome } from "../../client/import-client.ts";
import { toBackoffDelay } from "../../client/retry.ts";
import { createRecorder } from "../ledger/ledger.ts";
import { toOutcomes, type UserOutcome } from "../report/outcome.ts";
import type { DeltaCounter, DeltaSettings } from "./delta-options.ts";
import type { Delta } from "./delta-queue.ts";

/** Reports a failure, to be tried again after this many milliseconds; null if it is not. */
export type ReportFailure = (code: string, error: unknown, retryIn: number | null) => void;

/** What settling works with. */
export interface DeltaSettlerSetup {
  readonly settings: DeltaSettings;
  readonly timing: Timing;
  readonly counter: DeltaCounter;
  /** Ends waiting for the queue. */
  readonly signal: AbortSignal;
  readonly reportFailure: ReportFailure;
}

/** Settles deltas. Its functions reject with the signal's reason when they are ended before the queue was updated. */
export interface DeltaSettler {
  /** Completes the deltas of a batch, whatever their outcomes. Pending ones are left to a reconcile. */
  settle(batch: readonly Delta[], response: ImportOutcome): Promise<void>;
  /** Completes the deltas of a batch of which nothing can show whether it was saved: told, and left to a reconcile. */
  abandon(batch: readonly Delta[], error: unknown): Promise<void>;
  /** Buries deltas that can't be sent in any request. */
  bury(deltas: readonly Delta[], reason: string): Promise<void>;
}

/** Creates a settler. */
export function createDeltaSettler(setup: DeltaSettlerSetup): DeltaSettler {
  const { settings, timing, counter, reportFailure } = setup;
  const { queue, ledger } = settings;
  const recorder = ledger && createRecorder(ledger, { now: timing.now });

  async function callOnOutcome({ user }: Delta, outcome: UserOutcome): Promise<void> {
    try {
      await settings.onOutcome?.(user, outcome);
    } catch (error) {
      reportFailure("callback", error, null);
    }
    await recorder?.onOutcome(user, outcome).catch((error) => reportFailure("ledger", error, null));
  }

  function callOnBuried({ user }: Delta, reason: string): void {
    try {
      settings.onBuried?.(user, reason);
    } catch (error) {
      reportFailure("callback", error, null);
    }
  }

  async function complete(batch: readonly Delta[], outcomes: readonly UserOutcome[]): Promise<void> {
    for (const [index, outcome] of outcomes.entries()) await callOnOutcome(batch[index] as Delta, outcome);
    await recorder?.flush().catch((error) => reportFailure("ledger", error, null));
    await retryQueue(setup, () => queue.complete(batch.map((delta) => delta.id)));
  }

  return {
    async settle(batch, response) {
      const users = batch.map((delta) => delta.user);
      const outcomes = toOutcomes(users, response, false);
      counter.addJudged(outcomes, timing.now());
      await complete(batch, outcomes);
    },
    async abandon(batch, error) {
      counter.addUnknown(batch.length);
      reportFailure("outcome_unknown", error, null);
      await complete(
        batch,
        batch.map((): UserOutcome => ({ kind: "pending", reason: "outcome_unknown" })),
      );
    },
    async bury(deltas, reason) {
      await retryQueue(setup, () => queue.bury(deltas, reason));
      counter.addBuried(deltas.length);
      for (const delta of deltas) callOnBuried(delta, reason);
    },
  };
}

// The server has judged the deltas. If the queue is out of reach now, waiting for it spares sending them again.
async function retryQueue(
  { settings, timing, signal, reportFailure }: DeltaSettlerSetup,
  update: () => Promise<void>,
): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await update();
    } catch (error) {
      const delay = toBackoffDelay(error, failures, settings.backoff, timing.random());
      reportFailure("queue", error, delay);
      await timing.sleep(delay, signal);
    }
  }
}
