// Clock, random numbers, waits and time limits in one place, so that a test can replace them.

/** The clock of a client. Tests use one that does not wait. */
export interface Timing {
  /** Now, in milliseconds since the epoch. */
  now(): number;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /** Waits for a delay in milliseconds. Rejects with the signal's reason as soon as it aborts. */
  sleep(delay: number, signal?: AbortSignal): Promise<void>;
}

/** The real clock. */
export const systemTiming: Timing = { now: Date.now, random: Math.random, sleep };

// A longer timer would overflow 32 bits and fire at once.
const maxTimer = 2 ** 31 - 1;

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
      Math.min(delay, maxTimer),
    );
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** A time limit, and a signal that may abort earlier. */
export interface TimeLimit {
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** Creates the error to reject with when the time is over. */
  toError(): Error;
}

/**
 * Runs a function until its time is over or the caller's signal aborts, even if the function ignores the signal it gets.
 *
 * Composed by hand: `AbortSignal.any` needs Safari 17.4, and `AbortSignal.timeout` can't be cleared.
 */
export async function limitTime<T>(run: (signal: AbortSignal) => Promise<T>, limit: TimeLimit): Promise<T> {
  const { signal } = limit;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const { promise: stopped, reject } = withReject();
  const stop = (reason: unknown) => {
    // Reject first: otherwise the error of the aborted fetch would win the race.
    reject(reason);
    controller.abort(reason);
  };
  const onAbort = () => stop(signal?.reason);
  const timer = setTimeout(() => stop(limit.toError()), Math.min(limit.timeout, maxTimer));
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
