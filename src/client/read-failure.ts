// What a failed answer means: its problem body, the closest code, and how long to wait.
import { type ProblemCode, problems, readProblem } from "../contract/problem.ts";
import { type ClientErrorCode, HttpError } from "./errors.ts";

/** What is known of the request that failed. */
export interface FailedRequest {
  /** Method and path, for messages. */
  readonly label: string;
  /** True when the path names a source, which may be what a 404 did not find. */
  readonly namesSource: boolean;
  /** True when the request would have changed something. */
  readonly writes: boolean;
}

/** The error for an answer with a failure status and this body. */
export function toHttpError(response: Response, body: unknown, request: FailedRequest, now = Date.now()): HttpError {
  const { status, headers } = response;
  const problem = readProblem(body);
  const code = isProblemCode(problem?.code) ? problem.code : closestCode(status, request);
  // A gateway's 5xx or 408 says nothing of what the server behind it did.
  const outcomeUnknown = request.writes && (status >= 500 || status === 408);
  const message = `${request.label} answered ${status} (${code}). ${adviceFor(code, outcomeUnknown)}`.trimEnd();
  return new HttpError(message, { code, status, problem, retryAfter: parseRetryAfter(headers, now), outcomeUnknown });
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
 * The seconds a `Retry-After` header asks to wait: a number, or an HTTP date (RFC 9110, 10.2.3). Null without a readable one.
 *
 * A date is measured against the answer's own `Date`, for the client's clock may be wrong.
 */
export function parseRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = parseHttpDate(text);
  if (date === null) return null;
  const answered = parseHttpDate(headers.get("date")?.trim() ?? "") ?? now;
  return Math.max(0, (date - answered) / 1000);
}

// Date.parse alone would take almost any text that holds a number.
function parseHttpDate(text: string): number | null {
  const time = / \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
