// What can go wrong on the wire, one class per kind, each with a code to choose words by.
import type { Problem, ProblemCode } from "../contract/problem.ts";

/**
 * Why a call failed. A problem code of the contract where the server named one or its status implies one, else:
 *
 * - `network`: no answer, or one that broke off;
 * - `timeout`: no whole answer in time;
 * - `unexpected_answer`: an answer that is not what the contract describes, such as a login page;
 * - `http`: a status that says nothing more;
 * - `dry_run_not_offered`: the server lists no dry run, so nothing was sent.
 */
export type ClientErrorCode =
  | ProblemCode
  | "network"
  | "timeout"
  | "unexpected_answer"
  | "http"
  | "dry_run_not_offered";

/** What every failure tells beyond its words. */
export interface FailureFacts {
  readonly cause?: unknown;
  /** @default false */
  readonly outcomeUnknown?: boolean;
}

/**
 * Any failure of a call, but two: an aborted call rejects with its signal's own reason, and wrong arguments with a TypeError.
 *
 * `message` is for developers; choose a person's words by `code`.
 */
export class ImportClientError extends Error {
  override readonly name: string = "ImportClientError";
  readonly code: ClientErrorCode;
  /** True when the server may have done what was asked: look at the saved sources before asking again. */
  outcomeUnknown: boolean;

  constructor(code: ClientErrorCode, message: string, facts: FailureFacts = {}) {
    super(message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.code = code;
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
  }
}

/** What an answer with a failure status said. */
export interface HttpFailure extends FailureFacts {
  readonly code: ClientErrorCode;
  readonly status: number;
  readonly problem: Problem | null;
  readonly retryAfter: number | null;
}

/** The server answered with a status that is no success. */
export class HttpError extends ImportClientError {
  override readonly name = "HttpError";
  readonly status: number;
  /** The body, read leniently; null where it was no JSON object. Its members may be empty. */
  readonly problem: Problem | null;
  /** How long the server asks to wait, in seconds; null where it does not say. */
  readonly retryAfter: number | null;

  constructor(message: string, failure: HttpFailure) {
    super(failure.code, message, failure);
    this.status = failure.status;
    this.problem = failure.problem;
    this.retryAfter = failure.retryAfter;
  }
}

/** No answer came, or it broke off: offline, a name that does not resolve, a lost connection, an origin the server does not allow. */
export class NetworkError extends ImportClientError {
  override readonly name = "NetworkError";

  constructor(message: string, facts?: FailureFacts) {
    super("network", message, facts);
  }
}

/** No whole answer came within the time of one attempt. */
export class TimeoutError extends ImportClientError {
  override readonly name = "TimeoutError";
  /** How long was waited, in milliseconds. */
  readonly timeout: number;

  constructor(message: string, timeout: number, facts?: FailureFacts) {
    super("timeout", message, facts);
    this.timeout = timeout;
  }
}

/** An answer came and says success, but not in the shape the contract describes. */
export class ContractError extends ImportClientError {
  override readonly name = "ContractError";

  constructor(message: string, facts?: FailureFacts) {
    super("unexpected_answer", message, facts);
  }
}
