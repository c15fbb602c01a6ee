// One take on its way: each batch is repeated until the server has judged it, halved where it refuses the whole.

import type { Timing } from "../../client/clock.ts";
import type { ImportClient, ImportOutcome } from "../../client/import-client.ts";
import { type Backoff, toBackoffDelay } from "../../client/retry.ts";
import { toDeltaRequest } from "./delta-batch.ts";
import { toFailureCode, toFailureMeaning } from "./delta-failure.ts";
import type { Delta } from "./delta-queue.ts";

/** What a delivery needs, and whom it tells. */
export interface Delivery {
  readonly client: ImportClient;
  readonly name: string;
  readonly backoff: Backoff;
  readonly timing: Timing;
  /** Ends it; what was not judged stays among the batches. */
  readonly signal: AbortSignal;
  judged(batch: readonly Delta[], outcome: ImportOutcome): Promise<void>;
  /** No request can carry this one. */
  buried(deltas: readonly Delta[], reason: string): Promise<void>;
  /** A failure that is waited out, in milliseconds. */
  delayed(error: unknown, delay: number): void;
}

// So many lone users refused as a request, and not one request taken between them: then it is not the users.
const mostRefusalsInARow = 5;

/** Why a delivery ended before everybody was judged. */
export interface DeliveryStop {
  readonly error: unknown;
}

/** Makes what delivers batches; it remembers from one take to the next how many users were refused alone. */
export function createDeliver(delivery: Delivery): (batches: Delta[][]) => Promise<DeliveryStop | null> {
  const { client, name, backoff, timing, signal } = delivery;
  let refusedInARow = 0;
  let failures = 0;

  // Takes each batch off the list when it is judged. Rejects with the signal's reason.
  return async (batches) => {
    for (let batch = batches[0]; batch; batch = batches[0]) {
      const error = await attempt(batch, batches);
      const stop = error === null ? null : await recover(error, batch, batches);
      if (stop) return stop;
    }
    return null;
  };

  async function attempt(batch: Delta[], batches: Delta[][]): Promise<unknown> {
    signal.throwIfAborted();
    let outcome: ImportOutcome;
    try {
      const { request, idempotencyKey } = await toDeltaRequest(name, batch);
      outcome = await client.importUsers(request, { idempotencyKey, signal });
    } catch (error) {
      signal.throwIfAborted();
      return error;
    }
    refusedInARow = 0;
    failures = 0;
    batches.shift();
    await delivery.judged(batch, outcome);
    return null;
  }

  async function recover(error: unknown, batch: Delta[], batches: Delta[][]): Promise<DeliveryStop | null> {
    const meaning = toFailureMeaning(error);
    if (meaning === "stop") return { error };
    if (meaning === "retry") return wait(error);
    if (meaning === "refused" && batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      batches.splice(0, 1, batch.slice(0, half), batch.slice(half));
      return null;
    }
    if (meaning === "refused") refusedInARow += 1;
    if (refusedInARow >= mostRefusalsInARow) return { error };
    batches.shift();
    await delivery.buried(batch, toFailureCode(error));
    return null;
  }

  async function wait(error: unknown): Promise<null> {
    failures += 1;
    const delay = toBackoffDelay(error, failures, backoff, timing.random());
    delivery.delayed(error, delay);
    await timing.sleep(delay, signal);
    return null;
  }
}
