// Try again, later, but not forever: which failures, how long to wait, when to stop.

import type { Timing } from "./clock.ts";
import { HttpError, ImportClientError, NetworkError, TimeoutError } from "./errors.ts";
import type { ExchangeNotice, RetryNotice } from "./import-client.ts";

/** How long to wait before the next attempt. */
export interface Backoff {
  /** The first wait is at most this long, in milliseconds; each further one at most twice the one before. */
  readonly baseDelay: number;
  /** No wait is longer, in milliseconds, unless the server asks for it. */
  readonly maxDelay: number;
}

/** How hard to try. */
export interface RetryPolicy extends Backoff {
  /** Most attempts, the first included. */
  readonly attempts: number;
  /** No attempt starts later than this after the call, in milliseconds. */
  readonly deadline: number;
}

/** Four attempts within three minutes. */
export const defaultRetryPolicy: RetryPolicy = { attempts: 4, baseDelay: 500, maxDelay: 30_000, deadline: 180_000 };

/** One call's way through its attempts. */
export interface RetryRun {
  readonly policy: RetryPolicy;
  readonly timing: Timing;
  /** No attempt starts after this time, in milliseconds since the epoch. */
  readonly until: number;
  readonly signal: AbortSignal | undefined;
  readonly onRetry: ((notice: RetryNotice) => void) | undefined;
  /** The caller's own say, asked last. */
  readonly mayRetry?: ((notice: RetryNotice) => boolean) | undefined;
  readonly onExchange?: ((notice: ExchangeNotice) => void) | undefined;
  /** Asked before each repetition of a failure that would be repeated. */
  readonly mayRepeat?: () => boolean;
}

/**
 * Runs `attempt` until it succeeds, fails for good, or the policy says enough; then rejects with the last failure.
 *
 * Once the outcome of one attempt is unknown, so is that of the call: a later refusal does not undo an earlier success.
 */
export async function retry<T>(attempt: () => Promise<T>, run: RetryRun): Promise<T> {
  let outcomeUnknown = false;
  for (let number = 1; ; number += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ImportClientError)) throw error;
      outcomeUnknown ||= error.outcomeUnknown;
      error.outcomeUnknown = outcomeUnknown;
      await waitToRepeat(error, number, run);
    }
  }
}

// Resolves when it is time for the next attempt; rejects with the failure when there is none.
async function waitToRepeat(error: ImportClientError, number: number, run: RetryRun): Promise<void> {
  const { policy, timing, signal } = run;
  if (number >= policy.attempts || !isRetryable(error) || run.mayRepeat?.() === false) throw error;
  const delay = toBackoffDelay(error, number, policy, timing.random());
  if (timing.now() + delay >= run.until) throw error;
  const notice: RetryNotice = { attempt: number + 1, attempts: policy.attempts, delay, error };
  if (run.mayRetry?.(notice) === false) throw error;
  run.onRetry?.(notice);
  await timing.sleep(delay, signal);
}

const retryableStatuses = new Set([
  408, // Request Timeout: it did not arrive whole
  425, // Too Early
  429, // Too Many Requests
  500, // Internal Server Error
  502, // Bad Gateway
  503, // Service Unavailable
  504, // Gateway Timeout
]);

/** True for what may succeed when asked again. A 409 says so by its `Retry-After`: another import is running. */
export function isRetryable(error: ImportClientError): boolean {
  if (error instanceof HttpError) {
    return retryableStatuses.has(error.status) || (error.status === 409 && error.retryAfter !== null);
  }
  return error instanceof NetworkError || error instanceof TimeoutError;
}

/**
 * The wait after the given number of failures in a row, in milliseconds; `chance` is from 0 to 1. What the server asks for
 * wins; it is never shortened, only given up on when a deadline comes first.
 *
 * Exponential with full jitter, so that clients which failed together don't return together:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function toBackoffDelay(
  error: unknown,
  failures: number,
  { baseDelay, maxDelay }: Backoff,
  chance: number,
): number {
  if (error instanceof HttpError && error.retryAfter !== null) return error.retryAfter * 1000;
  return Math.round(chance * Math.min(maxDelay, baseDelay * 2 ** Math.min(failures - 1, 30)));
}
