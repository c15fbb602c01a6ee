// When are two requests with one Idempotency-Key the same request, and what the second one gets.
import { fieldKeys } from "../src/contract/fields.ts";
import type { ProblemCode } from "../src/contract/problem.ts";
import { nextTask } from "./slices.ts";
import type { SourceRecord } from "./world.ts";

/** Why a key can't be used again; null when the stored answer is the answer. */
export function judgeReuse(earlier: SourceRecord, fingerprint: string | null): ProblemCode | null {
  if (earlier.rollback) return "source-deleted";
  return earlier.fingerprint === fingerprint ? null : "idempotency-key-reused";
}

/** A short text that is the same for the same payload, whatever its white space, member order or unknown members. */
export async function toFingerprint(sourceName: string, users: readonly unknown[]): Promise<string> {
  const payload = JSON.stringify([sourceName, users.map(toCells)]);
  await nextTask();
  return `${payload.length.toString(36)}-${hash(payload, 0)}-${hash(payload, 1)}`;
}

function toCells(user: unknown): unknown {
  if (typeof user !== "object" || user === null || Array.isArray(user)) return user;
  return fieldKeys.map((key) => (Object.hasOwn(user, key) ? (user as Record<string, unknown>)[key] : null));
}

// cyrb53 (public domain, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). Not crypto.subtle: pages
// served over plain http have none, and nobody but the key's owner could gain from a collision.
function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
