// Decides about retries: which failures are repeated, after which wait, and when to give up.

import { maxRetryAfter } from "../contract/problem.ts";
import type { Timing } from "./clock.ts";
import { HttpError, ImportClientError, NetworkError, TimeoutError } from "./errors.ts";
import type { ExchangeNotice, RetryNotice } from "./import-client.ts";

/** The waits between attempts. */
export interface Backoff {
  /** The longest first wait, in milliseconds. The limit doubles with each further attempt. */
  readonly baseDelay: number;
  /** The longest wait, in milliseconds, unless the server asks for a longer one. */
  readonly maxDelay: number;
}

/** The retry policy. */
export interface RetryPolicy extends Backoff {
  /** The most attempts, including the first. */
  readonly attempts: number;
  /** The time after the start of a call within which attempts may start, in milliseconds. */
  readonly deadline: number;
}

/** Four attempts within three minutes. */
export const defaultRetryPolicy: RetryPolicy = { attempts: 4, baseDelay: 500, maxDelay: 30_000, deadline: 180_000 };

/** The attempts of one call. */
export interface RetryRun {
  readonly policy: RetryPolicy;
  readonly timing: Timing;
  /** No attempt starts after this time, in milliseconds since the epoch. */
  readonly until: number;
  readonly signal: AbortSignal | undefined;
  readonly onRetry: ((notice: RetryNotice) => void) | undefined;
  /** The veto of the caller, called last. */
  readonly mayRetry?: ((notice: RetryNotice) => boolean) | undefined;
  readonly onExchange?: ((notice: ExchangeNotice) => void) | undefined;
  /** Called for each failure that the policy would repeat; false ends the attempts. */
  readonly mayRepeat?: () => boolean;
}

/**
 * Runs `attempt` until it succeeds, fails permanently, or the policy allows no more; then rejects with the last failure.
 *
 * If the outcome of one attempt is unknown, so is that of the call: a later refusal does not undo an earlier success.
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

// Resolves when it is time for the next attempt. Rejects with the failure if there is none.
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
  408, // Request Timeout: the request did not arrive completely
  425, // Too Early
  429, // Too Many Requests
  500, // Internal Server Error
  502, // Bad Gateway
  503, // Service Unavailable
  504, // Gateway Timeout
]);

/**
 * True if a repetition may succeed soon. For a 409, only with a `Retry-After`: then another import is running. Not if the
 * server asks for a wait of more than an hour: then the user decides.
 */
export function isRetryable(error: ImportClientError): boolean {
  if (asksForLongWait(error)) return false;
  if (error instanceof HttpError) {
    return retryableStatuses.has(error.status) || (error.status === 409 && error.retryAfter !== null);
  }
  return error instanceof NetworkError || error instanceof TimeoutError;
}

/** True if the server asks for a wait that is too long to be honoured. */
export function asksForLongWait(error: unknown): boolean {
  return error instanceof HttpError && error.retryAfter !== null && error.retryAfter > maxRetryAfter;
}

/**
 * The wait after this many failures in a row, in milliseconds; `chance` is from 0 to 1. A wait of up to an hour that the server
 * asks for takes precedence and is never shortened; the call gives up if it would pass the deadline.
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
  if (error instanceof HttpError && error.retryAfter !== null && !asksForLongWait(error))
    return error.retryAfter * 1000;
  return Math.round(chance * Math.min(maxDelay, baseDelay * 2 ** Math.min(failures - 1, 30)));
}
