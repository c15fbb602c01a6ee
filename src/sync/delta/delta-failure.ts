// What a failed request means for its deltas: wait, give up, halve, or put apart.
import { HttpError, ImportClientError } from "../../client/errors.ts";
import { isRetryable } from "../../client/retry.ts";

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
