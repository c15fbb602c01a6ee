// What a failed request means for its deltas: wait, give up, halve, or put apart.
import { HttpError, ImportClientError } from "../client/errors.ts";
import { isRetryable } from "../client/retry.ts";

/**
 * - `retry`: it may pass by itself;
 * - `stop`: a person must do something first, such as renewing a token: every further request would fail alike;
 * - `refused`: the server takes this request as it is never, but may take a part of it;
 * - `source_deleted`: these very deltas were saved before, and somebody rolled them back.
 */
export type FailureMeaning = "retry" | "stop" | "refused" | "source_deleted";

const refusingStatuses = new Set([
  400, // Bad Request: a proxy may not like what is in a body
  413, // Content Too Large
  422, // Unprocessable Content
]);

/** What to do about a failure of `importUsers`. A host's own client may throw anything; only a TypeError is no bad weather. */
export function toFailureMeaning(error: unknown): FailureMeaning {
  if (error instanceof TypeError) return "stop";
  if (!(error instanceof HttpError) || isRetryable(error)) return "retry";
  if (error.code === "source-deleted") return "source_deleted";
  if (refusingStatuses.has(error.status)) return "refused";
  return error.status >= 500 || error.status === 409 ? "retry" : "stop";
}

/** The code of a failure; `failed` for what has none. */
export function toFailureCode(error: unknown): string {
  return error instanceof ImportClientError ? error.code : "failed";
}

/** How long to wait before the next attempt. */
export interface Backoff {
  /** The first wait is at most this long, in milliseconds; each further one at most twice the one before. */
  readonly baseDelay: number;
  /** No wait is longer, in milliseconds, unless the server asks for it. */
  readonly maxDelay: number;
}

/** The wait after the given number of failures in a row, in milliseconds: full jitter, and what the server asks for wins. */
export function toBackoffDelay(
  error: unknown,
  failures: number,
  { baseDelay, maxDelay }: Backoff,
  chance: number,
): number {
  if (error instanceof HttpError && error.retryAfter !== null) return error.retryAfter * 1000;
  return Math.round(chance * Math.min(maxDelay, baseDelay * 2 ** Math.min(failures - 1, 30)));
}
