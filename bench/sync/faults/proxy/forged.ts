// Forges answers that are not of the server: pages, wrong shapes, failures with every kind of Retry-After.
import { type Fault, retryAfters } from "./kinds.ts";

/** An answer as it goes over the wire. */
export interface Forged {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection is lost after so many bytes of the body. */
  readonly cutAt?: number;
}

const html = { "Content-Type": "text/html" };
const json = { "Content-Type": "application/json" };
const page = "<!doctype html><title>Sign in</title><form><input name=password></form>";

// Without `[]`, which would be a valid answer to a list request.
const shapes = [
  "{}",
  '{"ok":true}',
  "null",
  '"done"',
  "42",
  '{"results":{}}',
  '{"results":[{}]}',
  '{"sources":"none"}',
];

/** The address of a request, and of another origin. */
export interface Places {
  readonly url: string;
  readonly elsewhere: string;
}

/** The answer that replaces the server's; null for faults that replace none. */
export function forge({ kind, variety }: Fault, { url, elsewhere }: Places): Forged | null {
  switch (kind) {
    case "too_many":
      return { status: 429, headers: { ...json, ...toRetryAfter(variety) }, body: '{"code":"rate-limited"}' };
    case "unavailable":
      return { status: 503, headers: { ...html, ...toRetryAfter(variety) }, body: "<h1>Back soon</h1>" };
    case "failed":
    case "gateway":
      return { status: [500, 502, 504][variety % 3] ?? 500, headers: html, body: variety % 2 ? "" : "<h1>Oops</h1>" };
    case "conflict":
      return { status: 409, headers: { ...json, "Retry-After": "0" }, body: '{"code":"import-in-progress"}' };
    case "signed_out":
      return { status: 401, headers: json, body: '{"code":"unauthenticated"}' };
    case "html":
    case "html_after":
      return signInPage;
    case "redirected":
      return { status: variety % 2 ? 302 : 303, headers: { Location: "/login" }, body: "" };
    case "redirected_away":
      return redirect(variety, `${elsewhere}${url}`);
    case "redirected_within":
      return redirect(variety, isOfSameMethod(variety) ? url : url.replace(/\/(csv|sources\/.*)$/, "/sources"));
    case "empty":
    case "empty_after":
      return { status: variety % 2 ? 200 : 204, headers: {}, body: "" };
    case "shape":
    case "shape_after":
      return { status: 200, headers: json, body: shapes[variety % shapes.length] ?? "" };
    default:
      return null;
  }
}

const redirects = [301, 302, 303, 307, 308];

function redirect(variety: number, location: string): Forged {
  return { status: toRedirect(variety), headers: { Location: location }, body: "" };
}

function toRedirect(variety: number): number {
  return redirects[variety % redirects.length] ?? 307;
}

// The others make a GET of it: the list is a 200 that says nothing of the import or rollback.
function isOfSameMethod(variety: number): boolean {
  return toRedirect(variety) >= 307;
}

/** A sign-in page. */
export const signInPage: Forged = { status: 200, headers: html, body: page };

function toRetryAfter(variety: number): Record<string, string> {
  const value = retryAfters[variety % retryAfters.length] ?? null;
  if (value === null) return {};
  return { "Retry-After": typeof value === "string" ? value : new Date(Date.now() + value * 1_000).toUTCString() };
}
