// Makes responses: JSON for success, problem details for everything else.
import { type Problem, type ProblemCode, problemMediaType, toProblem } from "../../src/contract/problem.ts";

// Responses hold personal data, so no cache may store them.
const common = { "Cache-Control": "no-store" };

// Seconds; an import takes about one.
const busyRetryAfter = 2;

/** A request that can't be answered: thrown while it is read, answered as a problem. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ProblemCode;
  readonly errors: Problem["errors"];

  constructor(code: ProblemCode, detail = "", errors: Problem["errors"] = []) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

/** A response in JSON. */
export function toJson(body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { ...common, ...headers } });
}

/** The response for one of the contract's problems. */
export function toProblemResponse(code: ProblemCode, detail = "", errors: Problem["errors"] = []): Response {
  const isBusy = code === "import-in-progress" || code === "unavailable";
  const headers = isBusy ? { "Retry-After": String(busyRetryAfter) } : {};
  return respond(toProblem(code, detail, errors), headers);
}

/** The response for a body that did not arrive in time. */
export function toBodyTooLate(): Response {
  return respond(toProblem("request-timeout"), { Connection: "close" });
}

/** The response for a request over the rate limit. */
export function toTooMany(seconds: number): Response {
  return respond(toProblem("rate-limited"), { "Retry-After": String(Math.max(1, Math.ceil(seconds))) });
}

/** The response for a path that is no endpoint. */
export function toNoSuchRoute(): Response {
  return respond({ ...unknownRoute, status: 404, title: "No such route", code: "route-not-found" });
}

/** The response for an endpoint called with another method. */
export function toWrongMethod(allowed: string): Response {
  const problem = { ...unknownRoute, status: 405, title: "Method not allowed", code: "method-not-allowed" };
  return respond(problem, { Allow: allowed });
}

const unknownRoute = { type: "about:blank", detail: "", retryable: false, errors: [] };

function respond(problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { "Content-Type": problemMediaType, ...common, ...headers },
  });
}
