// Reads answers: successful ones leniently, as the guides describe no bodies, and failed ones as an HttpError.
import {
  type ImportRequest,
  type ImportResponse,
  type LooseStoredResult,
  readImportResponse,
  readNamedResult,
  readRowResult,
  type StoredResult,
} from "../contract/import.ts";
import { fillResult, toBelievedResponse } from "../contract/match-results.ts";
import { maxRetryAfter, type ProblemCode, problems, readProblem, toRetryTime } from "../contract/problem.ts";
import { readEvery, textOr, toMembers } from "../contract/read-json.ts";
import {
  type Rollback,
  readRollback as readRollbackBody,
  readSourceList,
  type SourceList,
} from "../contract/source.ts";
import { type ClientErrorCode, ContractError, HttpError } from "./errors.ts";
import type { ResultList } from "./import-client.ts";

/** An answer with a success status. */
export interface HttpAnswer {
  readonly status: number;
  /** The parsed JSON; undefined if the body is not JSON. */
  readonly body: unknown;
  /** True if there is no body. */
  readonly isEmpty: boolean;
  /** True if the answer came from another address than the requested one. */
  readonly redirected: boolean;
  /** Method and path of the request, for messages. */
  readonly label: string;
}

/** One page of results whose members may be missing. */
export interface LooseResultList {
  readonly results: readonly LooseStoredResult[];
  readonly nextCursor: string | null;
}

/**
 * Reads the answer to a POST. Throws a ContractError unless it can be believed: one result for each user, or a source that
 * counts as many. A dry run saves no source, so that it needs the results, and a saved one shows that the server ignored it.
 */
export function readImport(answer: HttpAnswer, request: ImportRequest, isDryRun = false): ImportResponse {
  const read = readImportResponse(answer.body);
  if (!read) throw unexpected(answer, "an import with its results");
  if (isDryRun && read.source) {
    const message = `${answer.label} answered a dry run with the source ${read.source.id}: it may have been saved.`;
    throw new ContractError(message, { outcomeUnknown: true });
  }
  const believed = toBelievedResponse(request, read);
  if (!believed)
    throw unexpected(answer, `one result for each of the ${request.users.length} users sent, by index or identity,`);
  return believed;
}

/** Reads a list of sources, an object or a bare array. An empty body is not a list: read as one, it would mean that no source is saved. */
export function readSources(answer: HttpAnswer): SourceList {
  const list = readSourceList(answer.body);
  if (!list) throw unexpected(answer, "a list of sources");
  return list;
}

/** Reads a rollback. The guides promise no body, so missing numbers are null. */
export function readRollback(answer: HttpAnswer): Rollback {
  // A redirect to a page is a login form, and nothing was deleted.
  if (answer.redirected && answer.body === undefined) throw unexpected(answer, "the end of a rollback");
  return readRollbackBody(answer.body) ?? unknownRollback;
}

/** A rollback without any details. */
export const unknownRollback: Rollback = {
  source: null,
  removed: null,
  alreadyGone: null,
  reactivatedKept: null,
  alreadyDeleted: false,
};

/** Reads a page of stored results, an object or a bare array; with names only where they were asked for. */
export function readResults(answer: HttpAnswer, hasNames = false): LooseResultList {
  const { results, nextCursor } = toMembers(Array.isArray(answer.body) ? { results: answer.body } : answer.body) ?? {};
  const read = readEvery<LooseStoredResult>(results, hasNames ? readNamedResult : readRowResult);
  if (!read) throw unexpected(answer, "a list of row results, each with a status,");
  return { results: read, nextCursor: textOr(nextCursor, null) || null };
}

/** Completes a page of results: a missing text is empty, a missing index is the position in the page. */
export function toResultList({ results, nextCursor }: LooseResultList): ResultList {
  const complete = ({ name, ...result }: LooseStoredResult, place: number): StoredResult => {
    const filled = fillResult(result, result.index ?? place, undefined);
    return name === undefined ? filled : { ...filled, name };
  };
  return { results: results.map(complete), nextCursor };
}

function unexpected({ status, body, redirected, label }: HttpAnswer, wanted: string): ContractError {
  const found = body === undefined ? "no JSON" : "other JSON";
  const hint = redirected || body === undefined ? " A redirect to a login page looks like this." : "";
  const message = `${label} answered ${status} with ${found}, where ${wanted} should be.${hint}`;
  return new ContractError(message, { isPage: body === undefined });
}

/** The facts of a failed request. */
export interface FailedRequest {
  /** Method and path, for messages. */
  readonly label: string;
  /** True if the path names a source, which may be missing after a 404. */
  readonly namesSource: boolean;
  /** True if the request would have changed something. */
  readonly writes: boolean;
}

/** Creates the error for an answer with a failure status. */
export function toHttpError(response: Response, body: unknown, request: FailedRequest, now = Date.now()): HttpError {
  const { status, headers } = response;
  const problem = readProblem(body);
  const code = isProblemCode(problem?.code) ? problem.code : closestCode(status, request);
  // A gateway's 5xx or 408 does not say what the server behind it did. The server itself says so before it does anything.
  const isGateway408 = status === 408 && code !== "request-timeout";
  const outcomeUnknown = request.writes && (status >= 500 || isGateway408);
  const retryAfter = parseRetryAfter(headers, now);
  const sentences = [`${request.label} answered ${status} (${code}).`, adviceFor(code, outcomeUnknown)];
  if (retryAfter !== null && retryAfter > maxRetryAfter) sentences.push(longWait(now, retryAfter));
  const message = sentences.filter(Boolean).join(" ");
  return new HttpError(message, { code, status, problem, retryAfter, outcomeUnknown });
}

function longWait(now: number, seconds: number): string {
  return `The server asks to wait until ${new Date(toRetryTime(now, seconds)).toISOString()}.`;
}

function isProblemCode(code: string | undefined): code is ProblemCode {
  return code !== undefined && Object.hasOwn(problems, code);
}

const codesByStatus: Readonly<Record<number, ClientErrorCode>> = {
  400: "invalid-request",
  401: "unauthenticated",
  403: "forbidden",
  408: "timeout",
  409: "import-in-progress",
  413: "payload-too-large",
  415: "unsupported-media-type",
  422: "invalid-request",
  429: "rate-limited",
  503: "unavailable",
};

function closestCode(status: number, { namesSource }: FailedRequest): ClientErrorCode {
  if (status === 404) return namesSource ? "source-not-found" : "application-not-found";
  return codesByStatus[status] ?? (status >= 500 ? "internal" : "http");
}

const advice: Partial<Record<ClientErrorCode, string>> = {
  unauthenticated: "Sign in, or give createImportClient the headers or credentials of a signed-in developer.",
  forbidden: "The signed-in developer lacks the right; a missing CSRF token answers the same.",
  "application-not-found": "Check appId and baseUrl.",
  "payload-too-large": "Send fewer users per request.",
  "too-many-users": "Send at most 10,000 users per request.",
  "idempotency-key-reused": "Use a new idempotencyKey for another request.",
};

function adviceFor(code: ClientErrorCode, outcomeUnknown: boolean): string {
  if (outcomeUnknown) return "It may have taken effect: look at the saved sources before repeating it.";
  return advice[code] ?? "";
}

/**
 * The wait that a `Retry-After` header asks for, in seconds: from a number or an HTTP date (RFC 9110, 10.2.3). Null without a valid one.
 *
 * A date is compared with the answer's own `Date`, as the client's clock may be wrong.
 */
export function parseRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = parseHttpDate(text);
  if (date === null) return null;
  const answered = parseHttpDate(headers.get("date")?.trim() ?? "") ?? now;
  return Math.max(0, (date - answered) / 1000);
}

// Date.parse alone would accept almost any text with a number.
function parseHttpDate(text: string): number | null {
  const time = / \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
