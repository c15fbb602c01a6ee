// The reference backend as a server under test, with one account that a person vouches for.
import {
  type Backend,
  type BackendOptions,
  createBackend,
  createMemoryStore,
  type World,
} from "../../mock-server/index.ts";
import { type CheckServerOptions, checkServer } from "../../src/conformance/check-server.ts";
import type { Report } from "../../src/conformance/report.ts";

/** Ada has an account, and nobody is connected. */
export function createWorld(): World {
  const ada = { id: "acc_ada", email: known.knownEmail, name: known.knownName, emailVerified: true };
  return { accounts: [{ ...ada, state: "active" }], connections: [] };
}

export const token = "Bearer very-secret-token";
export const known = { knownEmail: "ada@portal.test", knownName: "Ada Lovelace" };

/** A backend that knows Ada and the application `app_a`, and wants a token. */
export function createReference({
  store = createMemoryStore(createWorld()),
  ...options
}: Partial<BackendOptions> = {}) {
  const authorize = ({ headers }: Request, appId: string) => {
    if (headers.get("Authorization") !== token) return "unauthenticated";
    return appId === "app_a" ? "ok" : "not_found";
  };
  return { backend: createBackend({ store, authorize, ...options }), store };
}

/** Checks a backend without any port between. */
export function check(backend: Backend, options: Partial<CheckServerOptions> = {}): Promise<Report> {
  return checkServer({
    baseUrl: "https://portal.test",
    appId: "app_a",
    headers: { Authorization: token },
    fetch: (url, init) => backend.fetch(new Request(url, init)),
    ...known,
    ...options,
  });
}

/** The ids of the rules that were broken. */
export function brokenIn(report: Report): string[] {
  return report.findings.filter(({ verdict }) => verdict === "broken").map(({ id }) => id);
}

/** The same backend, with something done to what it gets or answers. */
export function tamper(
  backend: Backend,
  answer: (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>,
): Backend {
  return { fetch: (request) => answer(request, backend.fetch) };
}

/** An answer with its JSON body changed; anything else stays as it is. */
export async function withBody(response: Response, change: (body: never) => unknown): Promise<Response> {
  if (!response.ok) return response;
  return Response.json(change((await response.json()) as never), {
    status: response.status,
    headers: response.headers,
  });
}

interface Sent {
  readonly sourceName: unknown;
  readonly users: readonly Record<string, unknown>[];
}

/** A server that understands every user of an import as something else. */
export function misreading(change: (user: Record<string, unknown>) => unknown): Backend {
  return tamper(createReference().backend, async (request, next) => {
    const text = request.method === "POST" ? await request.clone().text() : "";
    // What is no import is refused as ever.
    if (!text.endsWith("}") || !Array.isArray((JSON.parse(text) as Sent).users)) return next(request);
    const sent = JSON.parse(text) as Sent;
    const users = sent.users.map((user) => (typeof user === "object" && !Array.isArray(user) ? change(user) : user));
    return next(
      new Request(request.url, { method: "POST", headers: request.headers, body: JSON.stringify({ ...sent, users }) }),
    );
  });
}

interface Result {
  readonly status: string;
  readonly externalUserId: string;
  readonly warnings: readonly { readonly code: string }[];
}

/** A server that tells something else of every result. */
export function misreporting(change: (result: Result, isDryRun: boolean) => unknown): Backend {
  return tamper(createReference().backend, async (request, next) => {
    const isDryRun = request.url.includes("dryRun=true");
    return withBody(await next(request), (body: { results?: readonly Result[] }) =>
      body.results ? { ...body, results: body.results.map((result) => change(result, isDryRun)) } : body,
    );
  });
}
