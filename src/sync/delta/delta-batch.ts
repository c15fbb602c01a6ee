// What one batch of deltas is called and under which key it is sent: the same again after a crash.
import type { ImportRequest } from "../../contract/import.ts";
import { toHash } from "../run/batch-hash.ts";
import type { Delta } from "./delta-queue.ts";

/** A batch ready to be sent, and sent again. */
export interface DeltaRequest {
  readonly request: ImportRequest;
  readonly idempotencyKey: string;
}

/** What stands after the name of a source: a time of 24 characters and 8 of a hash. */
export const batchSuffixLength = " 2026-05-03T07:22:00.123Z (01234567)".length;

/**
 * The request for a batch. Its name carries the time at which the newest of its users was enqueued, not that of sending, and
 * a hash: so the same deltas are the same request, and no two batches share a name.
 */
export async function toDeltaRequest(name: string, batch: readonly Delta[]): Promise<DeltaRequest> {
  const users = batch.map((delta) => delta.user);
  const newest = batch.reduce((time, delta) => Math.max(time, delta.enqueuedAt), 0);
  const content = JSON.stringify([name, batch.map((delta) => delta.id), users]);
  const hash = await toHash(new TextEncoder().encode(content));
  const sourceName = `${name} ${new Date(newest).toISOString()} (${hash.slice(0, 8)})`;
  return { request: { sourceName, users }, idempotencyKey: `delta-${hash}` };
}

/**
 * The deltas of one take as batches: those of the same attempt together. What was in one request before a crash comes back
 * together and makes the same request, if nobody new is mixed in.
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
