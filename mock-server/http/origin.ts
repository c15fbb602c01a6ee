// Against requests that another site's page sends with the person's session cookie (CSRF).
import type { Authorize } from "./authorize.ts";

/**
 * Refuses writes from pages of other origins before anything else is asked.
 *
 * Browsers name the page's origin on every POST and DELETE. A request without one passes only when it brings no cookie
 * either: then it is a program with a token of its own.
 *
 * @param origins Where the portal's pages come from, such as `https://portal.example.com`.
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
