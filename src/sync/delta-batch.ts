// What one batch of deltas is called and under which key it is sent: the same again after a crash.
import type { ImportRequest } from "../contract/import.ts";
import type { Delta } from "./delta-queue.ts";
import { toFingerprint } from "./fingerprint.ts";

/** A batch ready to be sent, and sent again. */
export interface DeltaRequest {
  readonly request: ImportRequest;
  readonly idempotencyKey: string;
}

/** What stands after the name of a source: a time of 24 characters and a fingerprint of 8. */
export const batchSuffixLength = " 2026-05-03T07:22:00.123Z (01234567)".length;

/**
 * The request for a batch. Its name carries the time at which the newest of its users was enqueued, not that of sending, and
 * a fingerprint: so the same deltas are the same request, and no two batches share a name.
 */
export function toDeltaRequest(name: string, batch: readonly Delta[]): DeltaRequest {
  const users = batch.map((delta) => delta.user);
  const newest = batch.reduce((time, delta) => Math.max(time, delta.enqueuedAt), 0);
  const content = toFingerprint(JSON.stringify([batch.map((delta) => delta.id), users]));
  const sourceName = `${name} ${new Date(newest).toISOString()} (${content.slice(-8)})`;
  return { request: { sourceName, users }, idempotencyKey: `delta-${toFingerprint(sourceName)}-${content}` };
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
