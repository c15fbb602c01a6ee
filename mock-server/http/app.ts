// Builds the Hono app: permission, rate limit and endpoints for each route, and an answer to every error.
import { type Context, Hono } from "hono";
import { routes } from "../../src/contract/routes.ts";
import { extensions as allExtensions, type Extension } from "../../src/contract/source.ts";
import type { TelemetryPorts } from "../../src/contract/telemetry.ts";
import { createNewId, isIdLike, type NewId } from "../import/ids.ts";
import { createService } from "../import/service.ts";
import { type AccountDirectory, type Store, StoreUnavailableError, toEmailForm } from "../store/store.ts";
import { type Authorize, allowAll, type Verdict, verdictProblems } from "./authorize.ts";
import { type Call, createEndpoints, type Endpoint } from "./endpoints.ts";
import type { RateLimit } from "./rate-limit.ts";
import { BodyTooLateError, createBodyReader } from "./read-body.ts";
import { createReporter, type RequestRecord, recordRequests } from "./request-log.ts";
import {
  Refusal,
  toBodyTooLate,
  toJson,
  toNoSuchRoute,
  toProblemResponse,
  toTooMany,
  toWrongMethod,
} from "./responses.ts";
import { createTelemetry, type Telemetry } from "./telemetry.ts";

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
  /** Bodies read at a time; one that waits longer than a second for its turn is answered 503. @default 16 */
  readonly maxBodies?: number;
  /** Milliseconds in which a body has to arrive, else it is answered 408. @default 30,000 */
  readonly maxBodyTime?: number;
  /** Called after each answered request. What it throws goes to `onError` and changes no answer. */
  readonly onRequest?: (record: RequestRecord) => void;
  /** A meter and a tracer of OpenTelemetry: requests, imports and waits are measured and traced. @default nothing is */
  readonly telemetry?: TelemetryPorts;
  /** Called for unexpected errors; the client gets only the code `internal`. What it throws itself goes to the console. */
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
  const extensions = toOffered(options);
  const telemetry = options.telemetry ? createTelemetry(options.telemetry) : null;
  const store = telemetry?.watchStore(options.store) ?? options.store;
  const accounts = options.accounts ? warnOfEmails(options.accounts) : store;
  const { now = () => new Date(), newId = createNewId(now), maxWait = 10_000 } = options;
  const keepsNames = extensions.includes("resultNames");
  const plainService = createService({ store, accounts, now, newId, maxWait, keepsNames });
  const service = telemetry?.watchService(plainService) ?? plainService;
  const { maxBodies = 16, maxBodyTime = 30_000 } = options;
  const readBody = createBodyReader({ maxBodies, maxBodyTime });
  const app = toApp(createEndpoints(service, extensions, readBody), options, telemetry);
  app.get(openApiPath, async () => {
    // Loaded on demand: the generator is rarely needed.
    const { createOpenApi } = await import("../openapi/document.ts");
    return toJson(createOpenApi(extensions));
  });
  return app;
}

// Names are told with the results, and only by a store that keeps them.
function toOffered({ extensions = allExtensions, store }: BackendOptions): readonly Extension[] {
  const canName = extensions.includes("results") && store.listNames !== undefined;
  return canName ? extensions : extensions.filter((extension) => extension !== "resultNames");
}

// Accounts that the directory did find are matched by their form; the warning is for those that it therefore never finds.
function warnOfEmails(accounts: AccountDirectory): AccountDirectory {
  let isWarned = false;
  return {
    async findAccountsByEmail(emails) {
      const found = await accounts.findAccountsByEmail(emails);
      const odd = isWarned ? 0 : found.filter((account) => toEmailForm(account) !== account.email).length;
      if (odd > 0) console.warn(`findAccountsByEmail returned ${odd} emails that are not normalised. ${emailAdvice}`);
      isWarned ||= odd > 0;
      return found;
    },
  };
}

const emailAdvice = "Look accounts up by a column that holds normalizeEmail(email), or some are never found.";

function toApp(
  endpoints: readonly Endpoint[],
  { authorize = allowAll, rateLimit, onRequest, onError }: BackendOptions,
  telemetry: Telemetry | null,
): Hono {
  const app = new Hono();
  const report = createReporter(onError);
  if (telemetry) app.use(ownPaths, telemetry.watchRequests);
  if (onRequest) app.use(ownPaths, recordRequests(onRequest, report));
  for (const { method, pattern, answer } of endpoints) {
    app.on(method, pattern, async (context) => {
      const call = toCall(context);
      if (!isIdLike(call.appId)) return toProblemResponse("application-not-found");
      try {
        const verdict = toVerdict(await authorize(call.request, call.appId));
        if (verdict !== "ok") return toProblemResponse(verdictProblems[verdict]);
        const seconds = toSeconds((await rateLimit?.(call.request, call.appId)) ?? null);
        if (seconds !== null) return toTooMany(seconds);
        if (!isIdLike(call.sourceId)) return toProblemResponse("source-not-found");
        return await answer(call);
      } catch (error) {
        // Hono lets through what is not an Error, and code of the host may throw anything.
        throw error instanceof Error ? error : new Error("What was thrown is not an Error.", { cause: error });
      }
    });
    app.all(pattern, () => toWrongMethod(method));
  }
  // In a host's app `notFound` belongs to the host; below our own path we answer ourselves.
  app.all(ownPaths, () => toNoSuchRoute());
  app.notFound(() => toNoSuchRoute());
  app.onError((error, { req }) => {
    if (error instanceof Refusal) return toProblemResponse(error.code, error.message, error.errors);
    if (error instanceof BodyTooLateError) return toBodyTooLate();
    report(error, req.raw);
    return toProblemResponse(error instanceof StoreUnavailableError ? "unavailable" : "internal");
  });
  return app;
}

// The compiler can't hold a host to these: an unknown value must not let anybody in.
function toVerdict(verdict: unknown): Verdict {
  if (verdict === "ok" || Object.hasOwn(verdictProblems, String(verdict))) return verdict as Verdict;
  throw new TypeError(
    `authorize must return "ok", ${Object.keys(verdictProblems).join(", ")}: it returned something else.`,
  );
}

function toSeconds(seconds: unknown): number | null {
  if (seconds === null || Number.isFinite(seconds)) return seconds as number | null;
  throw new TypeError("rateLimit must return a number of seconds or null: it returned something else.");
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

async function ping(store: Store): Promise<boolean> {
  try {
    await store.ping?.();
    return true;
  } catch {
    return false;
  }
}

function after(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
}
