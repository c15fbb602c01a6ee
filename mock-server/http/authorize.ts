// Who may do what on which application: asked before anything else is looked at.
import type { ProblemCode } from "../../src/contract/problem.ts";

/** `not_found` for an unknown application and for a stranger's; `forbidden` for a known one on which a right is missing. */
export type Verdict = "ok" | "unauthenticated" | "forbidden" | "not_found";

/** Judges one request; a portal looks at its session cookie here. */
export type Authorize = (request: Request, appId: string) => Verdict | Promise<Verdict>;

/** Lets everybody do everything: the default. */
export const allowAll: Authorize = () => "ok";

/** Knows these applications and no others. */
export function allowApplications(...appIds: readonly string[]): Authorize {
  return (_request, appId) => (appIds.includes(appId) ? "ok" : "not_found");
}

/** The problem that a verdict is answered with. */
export const verdictProblems: Record<Exclude<Verdict, "ok">, ProblemCode> = {
  unauthenticated: "unauthenticated",
  forbidden: "forbidden",
  not_found: "application-not-found",
};
