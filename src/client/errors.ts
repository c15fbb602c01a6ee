// Error classes of the client, one per kind of failure, each with a code for choosing a text.
import type { Problem, ProblemCode } from "../contract/problem.ts";

/**
 * Why a call failed: a problem code of the contract if the server names one or its status implies one, otherwise:
 *
 * - `network`: no answer, or an incomplete one;
 * - `timeout`: no complete answer in time;
 * - `unexpected_answer`: an answer that the contract does not describe, such as a login page;
 * - `http`: any other failure status;
 * - `not_confirmed`: a deletion was answered without a body, and the list does not show that the source is gone;
 * - `dry_run_not_offered`: the server lists no dry run, so nothing was sent.
 */
export type ClientErrorCode =
  | ProblemCode
  | "network"
  | "timeout"
  | "unexpected_answer"
  | "http"
  | "not_confirmed"
  | "dry_run_not_offered";

/** The facts of a failure, beside its message. */
export interface FailureFacts {
  readonly cause?: unknown;
  /** @default false */
  readonly outcomeUnknown?: boolean;
}

/**
 * Any failure of a call, with two exceptions: an aborted call rejects with its signal's reason, and wrong arguments with a TypeError.
 *
 * `message` is for developers. Choose the text for users by `code`.
 */
export class ImportClientError extends Error {
  override readonly name: string = "ImportClientError";
  readonly code: ClientErrorCode;
  /** True if the request may have taken effect: look at the saved sources before repeating it. */
  outcomeUnknown: boolean;
  /** True if the saved sources were looked at and can't show whether it took effect, so that another look is no use. */
  isUndecidable = false;

  constructor(code: ClientErrorCode, message: string, facts: FailureFacts = {}) {
    super(message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.code = code;
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
  }
}

/** The facts of an answer with a failure status. */
export interface HttpFailure extends FailureFacts {
  readonly code: ClientErrorCode;
  readonly status: number;
  readonly problem: Problem | null;
  readonly retryAfter: number | null;
}

/** The server answered with a failure status. */
export class HttpError extends ImportClientError {
  override readonly name = "HttpError";
  readonly status: number;
  /** The body, read leniently; null if it was not a JSON object. Its members may be empty. */
  readonly problem: Problem | null;
  /** The wait that the server asks for, in seconds; null if it asks for none. */
  readonly retryAfter: number | null;

  constructor(message: string, failure: HttpFailure) {
    super(failure.code, message, failure);
    this.status = failure.status;
    this.problem = failure.problem;
    this.retryAfter = failure.retryAfter;
  }
}

/** No answer, or an incomplete one: offline, a name that does not resolve, a lost connection, an origin the server does not allow. */
export class NetworkError extends ImportClientError {
  override readonly name = "NetworkError";

  constructor(message: string, facts?: FailureFacts) {
    super("network", message, facts);
  }
}

/** No complete answer within the time of one attempt. */
export class TimeoutError extends ImportClientError {
  override readonly name = "TimeoutError";
  /** The time limit, in milliseconds. */
  readonly timeout: number;

  constructor(message: string, timeout: number, facts?: FailureFacts) {
    super("timeout", message, facts);
    this.timeout = timeout;
  }
}

/** An answer with a success status, but without the shape that the contract describes. */
export class ContractError extends ImportClientError {
  override readonly name = "ContractError";
  /** True if the body is not JSON, or the request was redirected elsewhere: such as a sign-in page. */
  readonly isPage: boolean;

  constructor(message: string, facts: FailureFacts & { readonly isPage?: boolean } = {}) {
    super("unexpected_answer", message, facts);
    this.isPage = facts.isPage ?? false;
  }
}
