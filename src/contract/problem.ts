// Defines the body of an error response, problem details (RFC 9457): written exactly, read leniently.
import { numberOrNull, readEvery, textOr, toMembers } from "./read-json.ts";

/** Every failure of the API: its HTTP status, its title, and whether the same request may succeed later. */
export const problems = {
  malformed: { status: 400, title: "The body is not JSON", retryable: false },
  unauthenticated: { status: 401, title: "Not signed in", retryable: false },
  forbidden: { status: 403, title: "Not allowed on this application", retryable: false },
  "application-not-found": { status: 404, title: "No such application", retryable: false },
  "source-not-found": { status: 404, title: "No such source", retryable: false },
  "request-timeout": { status: 408, title: "The request did not arrive in time", retryable: true },
  "import-in-progress": { status: 409, title: "Another import of this application is running", retryable: true },
  "source-deleted": { status: 409, title: "The source of this key was deleted", retryable: false },
  "payload-too-large": { status: 413, title: "The body is too large", retryable: false },
  "too-many-users": { status: 413, title: "Too many users in one request", retryable: false },
  "unsupported-media-type": { status: 415, title: "The body is not application/json", retryable: false },
  "invalid-request": { status: 422, title: "The request is not valid", retryable: false },
  "idempotency-key-reused": { status: 422, title: "The key was used for another request", retryable: false },
  "rate-limited": { status: 429, title: "Too many requests", retryable: true },
  internal: { status: 500, title: "Something went wrong", retryable: true },
  unavailable: { status: 503, title: "Not available right now", retryable: true },
} as const satisfies Record<string, { status: number; title: string; retryable: boolean }>;

export type ProblemCode = keyof typeof problems;

/** The media type of a problem body. */
export const problemMediaType = "application/problem+json";

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode | (string & {});
  readonly retryable: boolean;
  /** The invalid parts of the request, each with a JSON pointer (RFC 6901) and a code. */
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

/** The longest `Retry-After` that a client waits for by itself, in seconds: one hour. A longer one is shown, and the user may retry at once. */
export const maxRetryAfter = 3600;

/** The time at which a `Retry-After` of this many seconds ends, in milliseconds since 1970; at most the latest time of a Date. */
export function toRetryTime(now: number, seconds: number): number {
  return Math.min(now + seconds * 1000, 8_640_000_000_000_000);
}

/** The problem body for one of our codes. */
export function toProblem(code: ProblemCode, detail = "", errors: Problem["errors"] = []): Problem {
  return { type: "about:blank", ...problems[code], detail, code, errors };
}

/** Reads any body; null for anything but an object (HTML, text, empty). Members that are missing or of a wrong type are empty. */
export function readProblem(body: unknown): Problem | null {
  const members = toMembers(body);
  if (!members) return null;
  const { type, title, status, detail, code, retryable, errors } = members;
  return {
    type: textOr(type, ""),
    title: textOr(title, ""),
    status: numberOrNull(status) ?? 0,
    detail: textOr(detail, ""),
    code: textOr(code, ""),
    retryable: retryable === true,
    errors: readEvery(errors, readFault) ?? [],
  };
}

function readFault(value: unknown): Problem["errors"][number] | null {
  const members = toMembers(value);
  return members && { pointer: textOr(members.pointer, ""), code: textOr(members.code, "") };
}
