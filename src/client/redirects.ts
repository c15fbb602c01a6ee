// Follows redirects within the origin only, and for a write only those that repeat it unchanged.
import { ContractError } from "./errors.ts";

/** The part of fetch that the client uses. A host's own function, or `app.request` of a server, fits too. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

/** A response, and whether it came from another address than the one requested. */
export interface Followed {
  readonly response: Response;
  readonly redirected: boolean;
}

const maxRedirects = 5;

/**
 * Sends a request. A GET follows redirects within its origin, a write only those that keep method and body (307, 308).
 *
 * Rejects with a ContractError that names the target of any other redirect; nothing was sent there.
 */
export async function followRedirects(send: FetchFunction, url: string, init: RequestInit): Promise<Followed> {
  const isRead = init.method === "GET";
  let at = url;
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(at, { ...init, redirect: "manual" });
    if (response.type === "opaqueredirect") return followHidden(send, at, init);
    if (!isRedirect(response)) {
      requireOrigin(response, url, init);
      return { response, redirected: response.redirected || redirects > 0 };
    }
    const target = toTarget(response, at);
    const keepsRequest = isRead || response.status === 307 || response.status === 308;
    if (!target || !keepsRequest || redirects === maxRedirects || target.origin !== toAbsolute(at).origin) {
      throw notFollowed(init, target, `with status ${response.status}`);
    }
    await response.body?.cancel();
    at = isAbsolute(at) ? target.href : `${target.pathname}${target.search}`;
  }
}

// A browser hides the target. It can promise to stay on the page's own origin, but not to keep the method of a write.
async function followHidden(send: FetchFunction, at: string, init: RequestInit): Promise<Followed> {
  const isOwnOrigin = globalThis.location?.origin === toAbsolute(at).origin;
  if (init.method !== "GET" || !isOwnOrigin) throw notFollowed(init, null, "and the browser hides where to");
  const response = await send(at, { ...init, mode: "same-origin", redirect: "follow" }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw notFollowed(init, null, "to another origin, or got no answer there");
  });
  return { response, redirected: true };
}

// A host's own fetch may follow redirects by itself.
function requireOrigin({ redirected, url: target }: Response, url: string, { method }: RequestInit): void {
  if (!redirected || new URL(target).origin === toAbsolute(url).origin) return;
  throw new ContractError(`The ${method} was redirected to ${new URL(target).origin}, and that answer is not read.`, {
    isPage: true,
  });
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}

function toTarget({ headers }: Response, at: string): URL | null {
  const location = headers.get("location");
  try {
    return location === null ? null : new URL(location, toAbsolute(at));
  } catch {
    return null;
  }
}

function isAbsolute(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url);
}

// The base is for the relative address that a host's own fetch may take outside of a browser.
function toAbsolute(url: string): URL {
  return new URL(url, globalThis.location?.href ?? "http://localhost");
}

// Without the query, which may hold a token of the sign-in.
function notFollowed({ method }: RequestInit, target: URL | null, how: string): ContractError {
  const where = target ? ` to ${target.origin}${target.pathname}` : "";
  const hint = "Most likely this is a sign-in page, or baseUrl is not the server's own address.";
  return new ContractError(`The ${method} was redirected${where} ${how}, and not sent there. ${hint}`, {
    isPage: true,
  });
}
