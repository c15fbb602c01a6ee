// The Hono app: Request in, Response out; the contract is checked at this door.
import { type Context, Hono } from "hono";
import { idempotencyReplayedHeader } from "../src/contract/import.ts";
import { routes } from "../src/contract/routes.ts";
import { extensions as allExtensions, type Extension } from "../src/contract/source.ts";
import { hasControlCharacter } from "../src/contract/text.ts";
import { Refusal, toJson, toNoSuchRoute, toProblemResponse, toWrongMethod } from "./answers.ts";
import { type Authorize, allowAll, verdictProblems } from "./authorize.ts";
import { readEnvelope } from "./body.ts";
import { createNewId, type NewId } from "./ids.ts";
import {
  pageSize,
  readDryRun,
  readIdempotencyKey,
  readLimit,
  readResultCursor,
  readSourceCursor,
  readStatus,
  toCursor,
} from "./query.ts";
import { createService, type Outcome } from "./service.ts";
import type { AccountDirectory, Store } from "./store.ts";

/** What a backend is made of. */
export interface BackendOptions {
  readonly store: Store;
  /** Where accounts are looked up. @default the store */
  readonly accounts?: AccountDirectory;
  /** Asked first for every request. @default everybody may do everything */
  readonly authorize?: Authorize;
  /** What is offered beyond the guides; what is not listed is ignored, as on a server that knows only the guides. @default all */
  readonly extensions?: readonly Extension[];
  /** @default the system's clock */
  readonly now?: () => Date;
  readonly newId?: NewId;
  /** Milliseconds that a request waits for others of the same application. @default 10,000 */
  readonly maxWait?: number;
  /** Told of errors nobody expected; the client only hears `internal`. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** The backend: under MSW, on a Node port, or mounted in a host's own server. */
export interface Backend {
  /** Answers one request; every failure is an answer too. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A backend whose Hono app can be mounted: `host.route("/base", backend.app)`. */
export interface MountableBackend extends Backend {
  readonly app: Hono;
}

/** Creates the backend over a store. */
export function createBackend(options: BackendOptions): MountableBackend {
  const app = createApp(options);
  return { app, fetch: async (request) => app.fetch(request) };
}

function createApp(options: BackendOptions): Hono {
  const { store, accounts = store, authorize = allowAll, extensions = allExtensions, onError } = options;
  const { now = () => new Date(), newId = createNewId(now), maxWait = 10_000 } = options;
  const service = createService({ store, accounts, now, newId, maxWait });
  const offers = (extension: Extension) => extensions.includes(extension);
  const isDryRun = (query: URLSearchParams) => offers("dryRun") && readDryRun(query);

  const endpoints: Endpoint[] = [
    {
      ...routes.importUsers,
      async answer({ appId, query, request }) {
        const idempotencyKey = offers("idempotencyKey") ? readIdempotencyKey(request.headers) : null;
        const order = { dryRun: isDryRun(query), idempotencyKey, ...(await readEnvelope(request)) };
        const { response, replayed } = unwrap(await service.importUsers(appId, order));
        return toJson(response, replayed ? { [idempotencyReplayedHeader]: "true" } : {});
      },
    },
    {
      ...routes.listSources,
      async answer({ appId, query }) {
        const limit = readLimit(query);
        const found = await service.listSources(appId, limit + 1, readSourceCursor(query));
        const sources = found.slice(0, limit);
        const last = found.length > limit ? sources.at(-1) : undefined;
        return toJson({ sources, nextCursor: last ? toCursor(last.createdAt, last.id) : null, extensions });
      },
    },
    {
      ...routes.deleteSource,
      async answer({ appId, sourceId, query }) {
        return toJson(unwrap(await service.deleteSource(appId, sourceId, isDryRun(query))).rollback);
      },
    },
    {
      ...routes.listResults,
      async answer({ appId, sourceId, query }) {
        const page = { limit: pageSize.results + 1, fromIndex: readResultCursor(query), status: readStatus(query) };
        const { results } = unwrap(await service.listResults(appId, sourceId, page));
        const next = results[pageSize.results];
        return toJson({ results: results.slice(0, pageSize.results), nextCursor: next ? toCursor(next.index) : null });
      },
    },
  ];

  const offered = endpoints.filter(({ pattern }) => pattern !== routes.listResults.pattern || offers("results"));
  return toApp(offered, authorize, onError);
}

interface Call {
  readonly request: Request;
  readonly appId: string;
  readonly sourceId: string;
  readonly query: URLSearchParams;
}

interface Endpoint {
  readonly method: string;
  readonly pattern: string;
  readonly answer: (call: Call) => Promise<Response>;
}

function toApp(endpoints: readonly Endpoint[], authorize: Authorize, onError: BackendOptions["onError"]): Hono {
  const app = new Hono();
  for (const { method, pattern, answer } of endpoints) {
    app.on(method, pattern, async (context) => {
      const call = toCall(context);
      // No id of ours holds a control character, and a database might refuse to look for one.
      if (hasControlCharacter(call.appId)) return toProblemResponse("application-not-found");
      const verdict = await authorize(call.request, call.appId);
      if (verdict !== "ok") return toProblemResponse(verdictProblems[verdict]);
      if (hasControlCharacter(call.sourceId)) return toProblemResponse("source-not-found");
      return answer(call);
    });
    app.all(pattern, () => toWrongMethod(method));
  }
  // Mounted in a host's app, `notFound` is the host's; beneath our own path the answer is still ours.
  app.all(routes.importUsers.pattern.replace(/csv$/, "*"), () => toNoSuchRoute());
  app.notFound(() => toNoSuchRoute());
  app.onError((error, { req }) => {
    if (error instanceof Refusal) return toProblemResponse(error.code, error.message, error.errors);
    onError?.(error, req.raw);
    return toProblemResponse("internal");
  });
  return app;
}

function toCall({ req }: Context): Call {
  const { appId = "", sourceId = "" } = req.param() as Partial<Call>;
  return { request: req.raw, appId, sourceId, query: new URL(req.url).searchParams };
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome;
  throw new Refusal(outcome.code);
}
