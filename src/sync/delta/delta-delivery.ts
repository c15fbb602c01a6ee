// Delivers batches of deltas: sends each until the server has judged it, and halves requests that are refused as a whole.

import type { Timing } from "../../client/clock.ts";
import { ContractError, HttpError, ImportClientError } from "../../client/errors.ts";
import type { ImportClient, ImportOutcome } from "../../client/import-client.ts";
import { asksForLongWait, type Backoff, isRetryable, toBackoffDelay } from "../../client/retry.ts";
import { SyncError } from "../sync-error.ts";
import type { Delta } from "./delta-queue.ts";
import { type DeltaRequest, toDeltaRecovery } from "./delta-request.ts";
import type { DeltaWatch } from "./watch-deltas.ts";

/** What a delivery works with. */
export interface DeltaDeliverySetup {
  readonly client: ImportClient;
  /** Makes the request of a batch; the same one for the same batch. */
  readonly prepare: (batch: readonly Delta[]) => Promise<DeltaRequest>;
  readonly watch: DeltaWatch;
  readonly backoff: Backoff;
  readonly timing: Timing;
  /** Ends the delivery. Batches that were not judged stay in the list. */
  readonly signal: AbortSignal;
  /** Called with a batch that the server has judged. */
  settle(batch: readonly Delta[], response: ImportOutcome): Promise<void>;
  /** Called with a batch of which nothing can show whether it was saved. */
  abandon(batch: readonly Delta[], error: unknown): Promise<void>;
  /** Called with deltas that can't be sent in any request. */
  bury(deltas: readonly Delta[], reason: string): Promise<void>;
  /** Called after a failure, with the wait in milliseconds before the next attempt. */
  onDelay(error: unknown, delay: number): void;
}

/** Why a delivery ended before all batches were judged. */
export interface DeliveryStop {
  readonly error: unknown;
}

// If so many requests with a single user are refused and none is accepted in between, the users are not the cause.
const maxRefusalsInARow = 5;
// A request that is answered so often with something else than a response will be so for ever.
const maxUnreadable = 5;

/**
 * Creates a function that delivers batches and takes each off the list once it is judged. It rejects with the signal's reason.
 *
 * The count of refused single users is kept from one call to the next.
 */
export function createDeltaDelivery(setup: DeltaDeliverySetup): (batches: Delta[][]) => Promise<DeliveryStop | null> {
  const { client, prepare, watch, backoff, timing, signal } = setup;
  let refusedInARow = 0;
  let failures = 0;

  async function send(batch: Delta[], batches: Delta[][]): Promise<DeliveryStop | null> {
    signal.throwIfAborted();
    let made: DeltaRequest | null = null;
    let response: ImportOutcome;
    try {
      watch.checkBatch(batch);
      made = await prepare(batch);
      const { request, idempotencyKey } = made;
      const options = await watch.open(batch, made);
      response = await client.importUsers(request, { ...options, idempotencyKey, recovery: toDeltaRecovery(made) });
    } catch (error) {
      signal.throwIfAborted();
      return recover(error, made, batches);
    }
    refusedInARow = 0;
    failures = 0;
    batches.shift();
    const tripped = await watch.record(batch, made, response);
    await setup.settle(batch, response);
    return tripped && { error: tripped };
  }

  // Without a request, only the list or the queue was asked.
  async function recover(error: unknown, made: DeltaRequest | null, batches: Delta[][]): Promise<DeliveryStop | null> {
    const [batch = []] = batches;
    const reaction = made ? toReaction(error, made) : toReactionToList(error);
    if (reaction === "stop") return { error };
    if (reaction === "retry") return waitForRetry(error);
    if (reaction === "abandon") {
      batches.shift();
      await setup.abandon(batch, error);
      return null;
    }
    if (reaction === "divide" && batch.length > 1) {
      watch.recordFailure(toErrorCode(error), error);
      const half = Math.ceil(batch.length / 2);
      batches.splice(0, 1, batch.slice(0, half), batch.slice(half));
      return null;
    }
    if (reaction === "divide") refusedInARow += 1;
    if (refusedInARow >= maxRefusalsInARow) return { error };
    watch.recordFailure(toErrorCode(error), error);
    batches.shift();
    await setup.bury(batch, toErrorCode(error));
    return null;
  }

  async function waitForRetry(error: unknown): Promise<null> {
    failures += 1;
    const delay = toBackoffDelay(error, failures, backoff, timing.random());
    setup.onDelay(error, delay);
    await timing.sleep(delay, signal);
    return null;
  }

  return async (batches) => {
    for (let batch = batches[0]; batch; batch = batches[0]) {
      const stop = await send(batch, batches);
      if (stop) return stop;
    }
    return null;
  };
}

/**
 * Groups the deltas of one take into batches by attempt, most attempts first. Deltas that were in one request before a crash come
 * back together and form the same request, because no new delta is mixed in.
 */
export function toDeltaBatches(deltas: readonly Delta[]): Delta[][] {
  const batches = new Map<number, Delta[]>();
  for (const delta of deltas) {
    const batch = batches.get(delta.attempt);
    if (batch) batch.push(delta);
    else batches.set(delta.attempt, [delta]);
  }
  return [...batches.values()].sort((one, other) => (other[0]?.attempt ?? 0) - (one[0]?.attempt ?? 0));
}

/**
 * - `retry`: the failure may pass by itself;
 * - `stop`: a person must act first, such as renewing a token, because every further request would fail too;
 * - `abandon`: nothing can show whether the batch was saved;
 * - `divide`: the server never accepts this request, but may accept a part of it;
 * - `bury`: these deltas were saved before, and their source was rolled back.
 */
type Reaction = "retry" | "stop" | "abandon" | "divide" | "bury";

const refusingStatuses = new Set([
  400, // Bad Request: also from proxies that reject a body
  413, // Content Too Large
  422, // Unprocessable Content
]);

// A host's own client may throw anything. A TypeError is a programming error; everything else may be transient.
function toReaction(error: unknown, made: DeltaRequest): Reaction {
  if (error instanceof ImportClientError && error.outcomeUnknown) {
    made.wasSent ||= !made.isRepeatable;
    if (error.isUndecidable) return "abandon";
  }
  if (error instanceof ContractError && !error.isPage) made.unreadable += 1;
  if (made.unreadable >= maxUnreadable) return "abandon";
  if (error instanceof TypeError || asksForLongWait(error)) return "stop";
  if (!(error instanceof HttpError) || isRetryable(error)) return "retry";
  if (error.code === "source-deleted") return "bury";
  if (refusingStatuses.has(error.status)) return "divide";
  return error.status >= 500 || error.status === 409 ? "retry" : "stop";
}

// What the list is refused with says nothing of the users.
function toReactionToList(error: unknown): "retry" | "stop" {
  if (error instanceof SyncError && error.code === "guard_tripped") return "stop";
  if (error instanceof TypeError || asksForLongWait(error)) return "stop";
  if (!(error instanceof HttpError) || isRetryable(error)) return "retry";
  return error.status >= 500 || error.status === 409 ? "retry" : "stop";
}

/** The code of a failure; `failed` for an error without one. */
export function toErrorCode(error: unknown): string {
  return error instanceof ImportClientError || error instanceof SyncError ? error.code : "failed";
}
