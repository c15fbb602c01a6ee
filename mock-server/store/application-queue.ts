// Runs one piece of work per application at a time in this process, and one request per idempotency key.
import { ApplicationBusyError, type TransactionOptions } from "./store.ts";

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

/** Gives each caller its turn, in the order of arrival. */
export interface Turns {
  /**
   * Runs the work when everybody before has finished.
   *
   * @throws ApplicationBusyError after `maxWait` milliseconds of waiting.
   */
  take<T>(name: string, maxWait: number, work: () => Promise<T>): Promise<T>;
}

/** Creates turns that start free for every name. */
export function createTurns(): Turns {
  const lines = new Map<string, (() => void)[]>();

  async function enter(name: string, maxWait: number): Promise<void> {
    const line = lines.get(name);
    if (!line) {
      lines.set(name, []);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const call = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(call), 1);
        reject(new ApplicationBusyError());
      }, maxWait);
      line.push(call);
    });
  }

  function leave(name: string): void {
    const next = lines.get(name)?.shift();
    if (next) next();
    else lines.delete(name);
  }

  return {
    async take(name, maxWait, work) {
      await enter(name, maxWait);
      try {
        return await work();
      } finally {
        leave(name);
      }
    },
  };
}
