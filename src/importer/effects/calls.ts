// Calls out of the importer: to the client, where only the latest call counts, and to the host, whose errors do no harm.
import type { ClientErrorCode, HttpError, ImportClientError } from "../../client/errors.ts";
import { maxRetryAfter, toRetryTime } from "../../contract/problem.ts";
import type { ImportFailure } from "../state.ts";

/** Makes one call at a time. */
export interface LatestCall {
  /** Aborts the previous call and makes this one at once. Calls one of the two listeners, unless the call is aborted. */
  run<Result>(
    call: (signal: AbortSignal) => Promise<Result>,
    onResult: (result: Result) => void,
    onFailure: (error: unknown) => void,
  ): void;
  /** Aborts the call in progress. Neither listener is called. */
  stop(): void;
}

/** Creates a slot for one call at a time: a later call aborts an earlier one, whose result is dropped. */
export function createLatestCall(): LatestCall {
  let current = new AbortController();

  function stop() {
    current.abort();
  }

  return {
    stop,
    run(call, onResult, onFailure) {
      stop();
      current = new AbortController();
      const { signal } = current;
      // Async, so that a call that throws before it returns a promise fails like any other.
      const called = (async () => call(signal))();
      called.then(
        (result) => signal.aborted || onResult(result),
        (error) => signal.aborted || onFailure(error),
      );
    },
  };
}

/** Converts an error of the client. Any other error is `unexpected`, with an unknown outcome. */
export function toImportFailure(error: unknown, now: number): ImportFailure {
  if (!isClientError(error)) {
    return {
      code: "unexpected",
      status: null,
      retryAt: null,
      askedToWaitUntil: null,
      outcomeUnknown: true,
      cause: error,
    };
  }
  const retryAfter = typeof error.retryAfter === "number" ? error.retryAfter : null;
  const time = retryAfter === null ? null : toRetryTime(now, retryAfter);
  const isLong = retryAfter !== null && retryAfter > maxRetryAfter;
  return {
    code: error.code,
    status: typeof error.status === "number" ? error.status : null,
    retryAt: isLong ? null : time,
    askedToWaitUntil: isLong ? time : null,
    outcomeUnknown: error.outcomeUnknown,
    cause: error,
  };
}

type ClientError = Pick<ImportClientError, "outcomeUnknown"> & { code: ClientErrorCode } & Partial<
    Pick<HttpError, "status" | "retryAfter">
  >;

// By its members, not its class: the host's client may come from another copy of this package.
function isClientError(error: unknown): error is ClientError {
  if (!(error instanceof Error) || !("code" in error) || !("outcomeUnknown" in error)) return false;
  return typeof error.code === "string" && typeof error.outcomeUnknown === "boolean";
}

/** Calls a callback of the host, if there is one. An error it throws is reported as uncaught, after the importer's own work. */
export function callHost<Argument>(callback: ((argument: Argument) => void) | undefined, argument: Argument): void {
  try {
    callback?.(argument);
  } catch (error) {
    reportUncaught(error);
  }
}

function reportUncaught(error: unknown): void {
  // Node has no reportError.
  if (typeof globalThis.reportError === "function") globalThis.reportError(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}
