// Measures and traces the backend through the meter and the tracer of OpenTelemetry: requests, imports, waits for the lock.
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { countStatuses, rowStatuses } from "../../src/contract/status.ts";
import {
  describeSeconds,
  failedSpan,
  type SpanPort,
  spanKinds,
  type TelemetryAttributes,
  type TelemetryPorts,
} from "../../src/contract/telemetry.ts";
import { maskEmails } from "../../src/contract/text.ts";
import type { Service } from "../import/service.ts";
import { ApplicationBusyError, type Store } from "../store/store.ts";

/** Measures and traces one backend. */
export interface Telemetry {
  /** Around each request. */
  readonly watchRequests: MiddlewareHandler;
  /** Around each transaction: how long it waited for its application. */
  watchStore(store: Store): Store;
  /** Around each import. */
  watchService(service: Service): Service;
}

/** Creates the instruments. No label and no span has a name, an email or the id of a user. */
export function createTelemetry(ports: TelemetryPorts): Telemetry {
  const watchImport = createImportWatch(ports);
  return {
    watchRequests: createRequestWatch(ports),
    watchStore: createLockWatch(ports),
    watchService: (service) => ({
      ...service,
      importUsers: (appId, order) => watchImport(appId, order, () => service.importUsers(appId, order)),
    }),
  };
}

const knownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

function createRequestWatch({ meter, tracer }: TelemetryPorts): MiddlewareHandler {
  const requests = meter?.createHistogram("http.server.request.duration", describeSeconds("Requests answered"));
  const limited = meter?.createCounter("ieu.rate_limited", {
    unit: "{request}",
    description: "Requests refused by the rate limit",
  });
  return async (context, next) => {
    const began = performance.now();
    const asked = describeRequest(context);
    const answer = async (span?: SpanPort) => {
      await next();
      const { status } = context.res;
      const answered = {
        "http.response.status_code": status,
        ...(status < 500 ? {} : { "error.type": String(status) }),
      };
      requests?.record(secondsSince(began), { ...asked, ...answered });
      if (status === 429) limited?.add(1);
      span?.setAttributes(answered);
      if (status >= 500) span?.setStatus(failedSpan);
      span?.end();
    };
    if (!tracer) return answer();
    const route = asked["http.route"];
    const name = route ? `${asked["http.request.method"]} ${route}` : String(asked["http.request.method"]);
    return tracer.startActiveSpan(name, { kind: spanKinds.server, attributes: asked }, answer);
  };
}

// The path itself is left out: anything may stand in it.
function describeRequest(context: Context): TelemetryAttributes {
  const { method, url } = context.req;
  const route = matchedRoutes(context).find((one) => one.method === method)?.path;
  return {
    "http.request.method": knownMethods.includes(method) ? method : "_OTHER",
    "url.scheme": new URL(url).protocol.slice(0, -1),
    ...(route === undefined ? {} : { "http.route": route }),
  };
}

type ImportOrder = Parameters<Service["importUsers"]>[1];
type ImportResult = Awaited<ReturnType<Service["importUsers"]>>;
type ImportWatch = (appId: string, order: ImportOrder, work: () => Promise<ImportResult>) => Promise<ImportResult>;

function createImportWatch({ meter, tracer }: TelemetryPorts): ImportWatch {
  const imports = meter?.createHistogram("ieu.import.duration", describeSeconds("Imports, without their transfer"));
  const users = meter?.createCounter("ieu.import.users", { unit: "{user}", description: "Users saved, by status" });

  function measure(result: ImportResult | null, order: ImportOrder, began: number): TelemetryAttributes {
    const outcome = { "ieu.outcome": toOutcome(result, order) };
    imports?.record(secondsSince(began), outcome);
    if (!result?.ok || result.replayed) return outcome;
    const counters = countStatuses(result.response.results);
    const counted = rowStatuses.filter((status) => counters[status] > 0);
    if (!order.dryRun) for (const status of counted) users?.add(counters[status], { "ieu.status": status });
    return { ...outcome, ...Object.fromEntries(counted.map((status) => [`ieu.${status}`, counters[status]])) };
  }

  return (appId, order, work) => {
    const began = performance.now();
    const run = async (span?: SpanPort) => {
      let result: ImportResult | null = null;
      try {
        result = await work();
        return result;
      } finally {
        const measured = measure(result, order, began);
        span?.setAttributes(measured);
        if (result === null) span?.setStatus(failedSpan);
        span?.end();
      }
    };
    if (!tracer) return run();
    const attributes = { "ieu.app_id": maskEmails(appId), "ieu.users": order.users.length };
    return tracer.startActiveSpan("ieu.import", { attributes }, run);
  };
}

// The code of the problem where it was refused.
function toOutcome(result: ImportResult | null, { dryRun }: ImportOrder): string {
  if (result === null) return "failed";
  if (!result.ok) return result.code;
  if (dryRun) return "checked";
  return result.replayed ? "replayed" : "saved";
}

function createLockWatch({ meter }: TelemetryPorts): (store: Store) => Store {
  const waits = meter?.createHistogram("ieu.lock.wait_time", describeSeconds("Waits for the lock of an application"));
  if (!waits) return (store) => store;
  // Each function by its name: a store of the host may be an instance of a class.
  return (store) => ({
    findAccountsByEmail: (emails) => store.findAccountsByEmail(emails),
    read: (appId, work) => store.read(appId, work),
    findSource: (appId, sourceId) => store.findSource(appId, sourceId),
    listSources: (appId, page) => store.listSources(appId, page),
    listResults: (appId, sourceId, page) => store.listResults(appId, sourceId, page),
    snapshot: () => store.snapshot(),
    // What the store lacks, the watched one lacks too: the backend offers names only where they are kept.
    ...(store.listNames && { listNames: store.listNames.bind(store) }),
    ...(store.ping && { ping: store.ping.bind(store) }),
    async transaction(appId, options, work) {
      const began = performance.now();
      let isWaiting = true;
      const end = (outcome: "acquired" | "busy") => {
        // After a conflict the work is run again under the same lock.
        if (isWaiting) waits.record(secondsSince(began), { "ieu.outcome": outcome });
        isWaiting = false;
      };
      try {
        return await store.transaction(appId, options, (transaction) => {
          end("acquired");
          return work(transaction);
        });
      } catch (error) {
        if (error instanceof ApplicationBusyError) end("busy");
        throw error;
      }
    },
  });
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}
