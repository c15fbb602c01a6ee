// What happens once the server has judged: everybody is told, the ledger is written, and then the queue forgets.

import type { Timing } from "../../client/clock.ts";
import type { ImportOutcome } from "../../client/import-client.ts";
import { toBackoffDelay } from "../../client/retry.ts";
import { createRecorder } from "../ledger/record-outcomes.ts";
import { toOutcomes, type UserOutcome } from "../report/outcome.ts";
import type { DeltaSettings } from "./delta-options.ts";
import type { Delta } from "./delta-queue.ts";
import type { DeltaTally } from "./delta-stats.ts";

/** What judging works with. */
export interface JudgeSetup {
  readonly settings: DeltaSettings;
  readonly timing: Timing;
  readonly tally: DeltaTally;
  /** Ends waiting for the queue. */
  readonly signal: AbortSignal;
  /** Tells of a failure that is tried again after this many milliseconds, or with null not at all. */
  fail(code: string, error: unknown, retryIn: number | null): void;
}

/** Ends deltas, one way or the other. */
export interface Judge {
  judged(batch: readonly Delta[], outcome: ImportOutcome): Promise<void>;
  /** No request can carry these. */
  buried(deltas: readonly Delta[], reason: string): Promise<void>;
}

/** Makes what ends deltas. Rejects with the signal's reason when it is ended before the queue was told. */
export function createJudge({ settings, timing, tally, signal, fail }: JudgeSetup): Judge {
  const { queue, backoff, ledger } = settings;
  const recorder = ledger && createRecorder(ledger, { now: timing.now });

  async function judged(batch: readonly Delta[], outcome: ImportOutcome): Promise<void> {
    const users = batch.map((delta) => delta.user);
    const outcomes = toOutcomes(users, outcome, false);
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

  async function buried(deltas: readonly Delta[], reason: string): Promise<void> {
    await insist(() => queue.bury(deltas, reason));
    tally.buried(deltas.length);
    for (const { user } of deltas) {
      try {
        settings.onBuried?.(user, reason);
      } catch (error) {
        fail("callback", error, null);
      }
    }
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

  return { judged, buried };
}
