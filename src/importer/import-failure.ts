// Any thrown thing as an ImportFailure.
import type { ClientErrorCode, HttpError, ImportClientError } from "../client/errors.ts";
import type { ImportFailure } from "./state.ts";

/** What a person stopped by hand: the server may have had the whole request. */
export const cancelledFailure: ImportFailure = {
  code: "cancelled",
  status: null,
  retryAt: null,
  outcomeUnknown: true,
  cause: null,
};

/** Reads a client's error; anything else is `unexpected`, and then nobody knows what the server did. */
export function toImportFailure(error: unknown, now: number): ImportFailure {
  if (!isClientError(error)) {
    return { code: "unexpected", status: null, retryAt: null, outcomeUnknown: true, cause: error };
  }
  const retryAfter = typeof error.retryAfter === "number" ? error.retryAfter : null;
  return {
    code: error.code,
    status: typeof error.status === "number" ? error.status : null,
    retryAt: retryAfter === null ? null : now + retryAfter * 1000,
    outcomeUnknown: error.outcomeUnknown,
    cause: error,
  };
}

type ClientError = Pick<ImportClientError, "outcomeUnknown"> & { code: ClientErrorCode } & Partial<
    Pick<HttpError, "status" | "retryAfter">
  >;

// By its members, not its class: a host may bring a client built from another copy of this package.
function isClientError(error: unknown): error is ClientError {
  if (!(error instanceof Error) || !("code" in error) || !("outcomeUnknown" in error)) return false;
  return typeof error.code === "string" && typeof error.outcomeUnknown === "boolean";
}
