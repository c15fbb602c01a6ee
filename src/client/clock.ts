// Clock, chance and waiting: everything about time in one place, so that a test can replace it.

/** What the client needs to know of time. Tests bring one in which nobody waits. */
export interface Timing {
  /** Now, in milliseconds since the epoch. */
  now(): number;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /** Waits, in milliseconds; rejects with the signal's reason as soon as that aborts. */
  sleep(delay: number, signal?: AbortSignal): Promise<void>;
}

/** The real clock, real chance and real waiting. */
export const systemTiming: Timing = { now: Date.now, random: Math.random, sleep };

// A longer timer would overflow its 32 bits and fire at once.
const longestTimer = 2 ** 31 - 1;

function sleep(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      },
      Math.min(delay, longestTimer),
    );
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** How long something may take, and who else may end it. */
export interface TimeLimit {
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** What to reject with when the time is over. */
  toError(): Error;
}

/**
 * Runs something that ends when its time is over or the caller's signal aborts, even if it ignores the signal it is given.
 *
 * Composed by hand: `AbortSignal.any` needs Safari 17.4, and `AbortSignal.timeout` can't be cleared.
 */
export async function limitTime<T>(run: (signal: AbortSignal) => Promise<T>, limit: TimeLimit): Promise<T> {
  const { signal } = limit;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const { promise: stopped, reject } = withReject();
  const stop = (reason: unknown) => {
    // First the reason, then the abort: else the aborted fetch's own error would win the race.
    reject(reason);
    controller.abort(reason);
  };
  const onAbort = () => stop(signal?.reason);
  const timer = setTimeout(() => stop(limit.toError()), Math.min(limit.timeout, longestTimer));
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([stopped, run(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

// Promise.withResolvers needs Safari 17.4 too.
function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}
