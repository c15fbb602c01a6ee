// One piece of work per application at a time within this process, and one request per idempotency key.
import { ApplicationBusyError, type TransactionOptions } from "./store.ts";
import { createTurns } from "./turns.ts";

/**
 * Runs the work when its application is free.
 *
 * @throws ApplicationBusyError when the key is in use, or after `maxWait` milliseconds of waiting.
 */
export type Exclusive = <T>(appId: string, options: TransactionOptions, work: () => Promise<T>) => Promise<T>;

/** Starts with every application and every key free. */
export function createExclusive(): Exclusive {
  const turns = createTurns();
  const keysInUse = new Set<string>();
  return async (appId, { idempotencyKey, maxWait }, work) => {
    if (!idempotencyKey) return turns.take(appId, maxWait, work);
    const key = JSON.stringify([appId, idempotencyKey]);
    if (keysInUse.has(key)) throw new ApplicationBusyError();
    keysInUse.add(key);
    try {
      return await turns.take(appId, maxWait, work);
    } finally {
      keysInUse.delete(key);
    }
  };
}
