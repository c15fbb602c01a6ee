// When are two requests with one Idempotency-Key the same request, and what the second one gets.
import { fieldKeys } from "../../src/contract/fields.ts";
import { toBase36Hash } from "../../src/contract/hash.ts";
import type { ProblemCode } from "../../src/contract/problem.ts";
import type { SourceRecord } from "../store/world.ts";
import { nextTask } from "./time-slices.ts";

/** Why a key can't be used again; null when the stored answer is the answer. */
export function judgeReuse(earlier: SourceRecord, fingerprint: string | null): ProblemCode | null {
  if (earlier.rollback) return "source-deleted";
  return earlier.fingerprint === fingerprint ? null : "idempotency-key-reused";
}

/** A short text that is the same for the same payload, whatever its white space, member order or unknown members. */
export async function toFingerprint(sourceName: string, users: readonly unknown[]): Promise<string> {
  const payload = JSON.stringify([sourceName, users.map(toCells)]);
  await nextTask();
  return `${payload.length.toString(36)}-${toBase36Hash(payload, 0)}-${toBase36Hash(payload, 1)}`;
}

function toCells(user: unknown): unknown {
  if (typeof user !== "object" || user === null || Array.isArray(user)) return user;
  return fieldKeys.map((key) => (Object.hasOwn(user, key) ? (user as Record<string, unknown>)[key] : null));
}
