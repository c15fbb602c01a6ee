// Decides whether a request may use an application, and refuses requests from pages of other sites.
import type { ProblemCode } from "../../src/contract/problem.ts";

/** `not_found` for an application that is unknown or belongs to others; `forbidden` for one's own without the right. */
export type Verdict = "ok" | "unauthenticated" | "forbidden" | "not_found";

/** Decides about one request; a portal reads its session cookie here. */
export type Authorize = (request: Request, appId: string) => Verdict | Promise<Verdict>;

/** Allows everything: the default. */
export const allowAll: Authorize = () => "ok";

/** Allows these applications only; others are not found. */
export function allowApplications(...appIds: readonly string[]): Authorize {
  return (_request, appId) => (appIds.includes(appId) ? "ok" : "not_found");
}

/** The problem for each verdict. */
export const verdictProblems: Record<Exclude<Verdict, "ok">, ProblemCode> = {
  unauthenticated: "unauthenticated",
  forbidden: "forbidden",
  not_found: "application-not-found",
};

/**
 * Refuses writes from pages of other origins (CSRF) before `authorize` is called.
 *
 * Browsers send `Origin` with every POST and DELETE. A request without it passes only without a cookie: then it comes
 * from a program with a token of its own.
 *
 * @param origins The origins of the portal's pages, such as `https://portal.example.com`.
 */
export function requireOrigin(origins: readonly string[], authorize: Authorize): Authorize {
  return (request, appId) => {
    const isWrite = request.method !== "GET" && request.method !== "HEAD";
    return isWrite && !isOwn(request.headers, origins) ? "forbidden" : authorize(request, appId);
  };
}

function isOwn(headers: Headers, origins: readonly string[]): boolean {
  const origin = headers.get("Origin");
  return origin === null ? !headers.has("Cookie") : origins.includes(origin);
}
