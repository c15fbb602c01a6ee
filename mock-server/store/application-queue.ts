// Runs one transaction per application at a time within this process, and one request per idempotency key.
import { ApplicationBusyError, type TransactionOptions } from "./store.ts";

/**
 * Runs the work when its application is free.
 *
 * @throws ApplicationBusyError when the key is in use, or after `maxWait` milliseconds of waiting.
 */
export type ApplicationQueue = <T>(appId: string, options: TransactionOptions, work: () => Promise<T>) => Promise<T>;

/** Creates the queue; every application and every key is free. */
export function createApplicationQueue(): ApplicationQueue {
  const queues = createFifoQueues();
  const keysInUse = new Set<string>();
  return async (appId, { idempotencyKey, maxWait }, work) => {
    if (!idempotencyKey) return queues.run(appId, maxWait, work);
    const key = JSON.stringify([appId, idempotencyKey]);
    if (keysInUse.has(key)) throw new ApplicationBusyError();
    keysInUse.add(key);
    try {
      return await queues.run(appId, maxWait, work);
    } finally {
      keysInUse.delete(key);
    }
  };
}

/** FIFO queues by name. */
export interface FifoQueues {
  /**
   * Runs the work when all work queued before under this name has ended.
   *
   * @throws ApplicationBusyError after `maxWait` milliseconds of waiting.
   */
  run<T>(name: string, maxWait: number, work: () => Promise<T>): Promise<T>;
}

/** Creates empty queues. */
export function createFifoQueues(): FifoQueues {
  const waiting = new Map<string, (() => void)[]>();

  async function waitForTurn(name: string, maxWait: number): Promise<void> {
    const queue = waiting.get(name);
    if (!queue) {
      waiting.set(name, []);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(start), 1);
        reject(new ApplicationBusyError());
      }, maxWait);
      queue.push(start);
    });
  }

  function startNext(name: string): void {
    const next = waiting.get(name)?.shift();
    if (next) next();
    else waiting.delete(name);
  }

  return {
    async run(name, maxWait, work) {
      await waitForTurn(name, maxWait);
      try {
        return await work();
      } finally {
        startNext(name);
      }
    },
  };
}
