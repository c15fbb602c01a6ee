// The key under which every repetition of one import is the same import.
import { isIdempotencyKey } from "./import.ts";

/** A new key: a random UUID. */
export function createIdempotencyKey(): string {
  // Plain http has no randomUUID in browsers, but has getRandomValues.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The given key.
 *
 * @throws TypeError for a key that no header could carry as it is.
 */
export function checkIdempotencyKey(key: string): string {
  if (isIdempotencyKey(key)) return key;
  throw new TypeError("idempotencyKey must be 8 to 255 printable ASCII characters.");
}
