// Builds the Hono app: permission, rate limit and endpoints for each route, and an answer to every error.
import { type Context, Hono } from "hono";
import { routes } from "../../src/contract/routes.ts";
import { extensions as allExtensions, type Extension } from "../../src/contract/source.ts";
import { createNewId, isIdLike, type NewId } from "../import/ids.ts";
import { createService } from "../import/service.ts";
import { type AccountDirectory, type Store, StoreUnavailableError } from "../store/store.ts";
import { type Authorize, allowAll, verdictProblems } from "./authorize.ts";
import { type Call, createEndpoints, type Endpoint } from "./endpoints.ts";
import type { RateLimit } from "./rate-limit.ts";
import { type RequestRecord, recordRequests } from "./request-log.ts";
import { Refusal, toJson, toNoSuchRoute, toProblemResponse, toTooMany, toWrongMethod } from "./responses.ts";

/** The path of the OpenAPI document, below our own prefix: the host may have a document of its own. */
export const openApiPath = "/api/developer/import-existing-users/openapi.json";

const ownPaths = routes.importUsers.pattern.replace(/csv$/, "*");

// Milliseconds; load balancers check every few seconds.
const maxHealthWait = 2_000;

/** The parts of a backend. */
export interface BackendOptions {
  readonly store: Store;
  /** Where accounts are looked up. @default the store */
  readonly accounts?: AccountDirectory;
  /** Called first for every request. @default everything is allowed */
  readonly authorize?: Authorize;
  /** The extensions beyond the guides. Others are ignored, as on a server that knows only the guides. @default all */
  readonly extensions?: readonly Extension[];
  /** @default the system's clock */
  readonly now?: () => Date;
  readonly newId?: NewId;
  /** Milliseconds that a request waits for others of the same application. @default 10,000 */
  readonly maxWait?: number;
  /** Called for each permitted request; one too many is answered 429. @default no limit */
  readonly rateLimit?: RateLimit;
  /** Called after each answered request. */
  readonly onRequest?: (record: RequestRecord) => void;
  /** Called for unexpected errors; the client gets only the code `internal`. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** The backend: under MSW, on a Node port, or mounted in a host's own server. */
export interface Backend {
  /** Answers one request; every failure is a response too. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** 200 while the store responds, else 503; `serve` answers `/healthz` with it. */
  readonly health?: () => Promise<Response>;
}

/** A backend whose Hono app can be mounted: `host.route("/base", backend.app)`. */
export interface MountableBackend extends Required<Backend> {
  readonly app: Hono;
}

/** Creates the backend over a store. */
export function createBackend(options: BackendOptions): MountableBackend {
  const app = createApp(options);
  return { app, fetch: async (request) => app.fetch(request), health: () => checkHealth(options.store, maxHealthWait) };
}

function createApp(options: BackendOptions): Hono {
  const { store, accounts = store, extensions = allExtensions } = options;
  const { now = () => new Date(), newId = createNewId(now), maxWait = 10_000 } = options;
  const service = createService({ store, accounts, now, newId, maxWait });
  const app = toApp(createEndpoints(service, extensions), options);
  app.get(openApiPath, async () => {
    // Loaded on demand: the generator is rarely needed.
    const { createOpenApi } = await import("../openapi/document.ts");
    return toJson(createOpenApi(extensions));
  });
  return app;
}

function toApp(
  endpoints: readonly Endpoint[],
  { authorize = allowAll, rateLimit, onRequest, onError }: BackendOptions,
): Hono {
  const app = new Hono();
  if (onRequest) app.use(ownPaths, recordRequests(onRequest));
  for (const { method, pattern, answer } of endpoints) {
    app.on(method, pattern, async (context) => {
      const call = toCall(context);
      if (!isIdLike(call.appId)) return toProblemResponse("application-not-found");
      const verdict = await authorize(call.request, call.appId);
      if (verdict !== "ok") return toProblemResponse(verdictProblems[verdict]);
      const seconds = (await rateLimit?.(call.request, call.appId)) ?? null;
      if (seconds !== null) return toTooMany(seconds);
      if (!isIdLike(call.sourceId)) return toProblemResponse("source-not-found");
      return answer(call);
    });
    app.all(pattern, () => toWrongMethod(method));
  }
  // In a host's app `notFound` belongs to the host; below our own path we answer ourselves.
  app.all(ownPaths, () => toNoSuchRoute());
  app.notFound(() => toNoSuchRoute());
  app.onError((error, { req }) => {
    if (error instanceof Refusal) return toProblemResponse(error.code, error.message, error.errors);
    onError?.(error, req.raw);
    return toProblemResponse(error instanceof StoreUnavailableError ? "unavailable" : "internal");
  });
  return app;
}

function toCall({ req }: Context): Call {
  const { appId = "", sourceId = "" } = req.param() as Partial<Call>;
  return { request: req.raw, appId, sourceId, query: new URL(req.url).searchParams };
}

/** 200 while the store responds within `maxWait` milliseconds, else 503 without a reason. */
async function checkHealth(store: Store, maxWait: number): Promise<Response> {
  const isHealthy = await Promise.race([ping(store), after(maxWait)]);
  const status = isHealthy ? 200 : 503;
  return Response.json(
    { status: isHealthy ? "ok" : "unavailable" },
    { status, headers: { "Cache-Control": "no-store" } },
  );
}

function ping(store: Store): Promise<boolean> {
  return (store.ping?.() ?? Promise.resolve()).then(
    () => true,
    () => false,
  );
}

function after(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
}
