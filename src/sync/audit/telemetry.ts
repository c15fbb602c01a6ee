// Turns the audit log of runs and deltas into metrics and traces, through the meter and the tracer of OpenTelemetry.
import { type RowStatus, rowStatuses } from "../../contract/status.ts";
import {
  describeSeconds,
  failedSpan,
  type MeterPort,
  type SpanPort,
  spanKinds,
  type TelemetryAttributes,
  type TelemetryPorts,
  type TracerPort,
} from "../../contract/telemetry.ts";
import { maskEmails } from "../../contract/text.ts";
import type { DeltaQueue } from "../delta/delta-queue.ts";
import type { SyncCounters } from "../report/outcome.ts";
import type { AuditEntry, AuditLog } from "./audit-trail.ts";

/** What is measured, and where measurements go. */
export interface TelemetryOptions extends TelemetryPorts {
  /** Its depth is measured. */
  readonly queue?: Pick<DeltaQueue, "size"> | undefined;
  /** The base URL of the client; its host and port become `server.address` and `server.port` of requests. */
  readonly baseUrl?: string | undefined;
  /**
   * The last success that an earlier process knew, in milliseconds since the epoch, so that a restart does not reset its age.
   *
   * @default none: the age counts from now on
   */
  readonly lastSuccessAt?: number | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates an audit log that measures: give it to `syncUsers`, `reconcile` or `createDeltaSync` as `audit`, with another log in
 * `combineAuditLogs` where there is one. No user, id or email leaves it, and emails in the names of sources are masked. Dry runs
 * are traced, but their users are not counted.
 */
export function createTelemetryLog(options: TelemetryOptions): AuditLog {
  const measured = createMeasurements(options);
  const traced = options.tracer ? createSpans(options.tracer) : null;
  const dryRuns = new Set<string>();
  return {
    write(entry) {
      const { runId } = entry;
      if (entry.type === "runStarted" && entry.isDryRun) dryRuns.add(runId);
      measured?.(entry, dryRuns.has(runId));
      traced?.(entry);
      if (entry.type === "runFinished") dryRuns.delete(runId);
    },
  };
}

/** Measures or traces one entry. */
type Observer = (entry: AuditEntry, isDryRun: boolean) => void;

function createMeasurements({ meter, queue, baseUrl, lastSuccessAt, now = Date.now }: TelemetryOptions) {
  if (!meter) return null;
  const { users, retries, failures, requests, batches } = createInstruments(meter);
  const server = toServer(baseUrl);
  const begun = new Map<string, number>();
  let succeededAt = lastSuccessAt ?? now();
  observe(meter, "ieu.success.age", "s", "Time since the last answered batch", () => (now() - succeededAt) / 1_000);
  if (queue) observe(meter, "ieu.queue.depth", "{user}", "Users that wait in the queue", () => queue.size());

  function end(key: string, time: number, outcome: "answered" | "failed"): void {
    const startedAt = begun.get(key);
    if (startedAt !== undefined) batches.record((time - startedAt) / 1_000, { "ieu.outcome": outcome });
    begun.delete(key);
  }

  const observer: Observer = (entry, isDryRun) => {
    const time = Date.parse(entry.time);
    if (entry.type === "request") {
      // A batch that is sent again without an answer or a failure between was interrupted.
      end(toKey(entry), time, "failed");
      begun.set(toKey(entry), time);
    }
    if (entry.type === "exchange") {
      requests.record(entry.duration / 1_000, { ...server, ...describeExchange(entry) });
      if (entry.attempt > 1) retries.add(1, { "http.request.method": entry.method });
    }
    if (entry.type === "answer") {
      succeededAt = time;
      if (!isDryRun)
        for (const [status, count] of countUsers(entry.counters)) users.add(count, { "ieu.status": status });
      end(toKey(entry), time, "answered");
    }
    if (entry.type === "failure") failures.add(1, { "error.type": entry.code });
    if (isEnd(entry)) for (const key of keysOf(begun, entry.runId)) end(key, time, "failed");
  };
  return observer;
}

function createInstruments(meter: MeterPort) {
  return {
    users: meter.createCounter("ieu.users", { unit: "{user}", description: "Users judged by the server, by status" }),
    retries: meter.createCounter("ieu.retries", {
      unit: "{request}",
      description: "Requests beyond the first attempt",
    }),
    failures: meter.createCounter("ieu.failures", { unit: "{failure}", description: "Failures of runs and deltas" }),
    requests: meter.createHistogram("http.client.request.duration", describeSeconds("One attempt over HTTP")),
    batches: meter.createHistogram("ieu.batch.duration", describeSeconds("From the first attempt to the answer")),
  };
}

function observe(
  meter: MeterPort,
  name: string,
  unit: string,
  description: string,
  read: () => number | Promise<number>,
) {
  meter.createObservableGauge(name, { unit, description }).addCallback(async (result) => {
    // A value that can't be read is missing, rather than wrong.
    const value = await Promise.resolve()
      .then(read)
      .catch(() => null);
    if (value !== null) result.observe(value);
  });
}

function createSpans(tracer: TracerPort): (entry: AuditEntry) => void {
  const runs = new Map<string, SpanPort>();
  const batches = new Map<string, SpanPort>();

  function end(
    spans: Map<string, SpanPort>,
    key: string,
    time: number,
    isFailed: boolean,
    more: TelemetryAttributes = {},
  ) {
    const span = spans.get(key);
    if (!span) return;
    spans.delete(key);
    span.setAttributes(more);
    if (isFailed) span.setStatus(failedSpan);
    span.end(time);
  }

  function beginRun(
    { runId, name, batchSize, isDryRun }: Extract<AuditEntry, { type: "runStarted" }>,
    startTime: number,
  ) {
    const attributes = { "ieu.run": maskEmails(name), "ieu.batch_size": batchSize, "ieu.dry_run": isDryRun };
    runs.set(runId, tracer.startSpan("ieu.run", { attributes, startTime }));
  }

  function beginBatch(entry: Extract<AuditEntry, { type: "request" }>, startTime: number): void {
    end(batches, toKey(entry), startTime, true);
    const attributes = { "ieu.source": maskEmails(entry.sourceName), "ieu.users": entry.count };
    const context = runs.get(entry.runId)?.spanContext();
    const links = context ? [{ context }] : [];
    batches.set(toKey(entry), tracer.startSpan("ieu.batch", { kind: spanKinds.client, attributes, startTime, links }));
  }

  return (entry) => {
    const time = Date.parse(entry.time);
    if (entry.type === "runStarted") beginRun(entry, time);
    if (entry.type === "request") beginBatch(entry, time);
    if (entry.type === "exchange") batches.get(toKey(entry))?.addEvent("ieu.attempt", describeExchange(entry), time);
    if (entry.type === "answer") {
      const counts = countUsers(entry.counters).map(([status, count]) => [`ieu.${status}`, count]);
      end(batches, toKey(entry), time, false, Object.fromEntries(counts));
    }
    if (isEnd(entry)) for (const key of keysOf(batches, entry.runId)) end(batches, key, time, true);
    if (entry.type === "runFinished")
      end(runs, entry.runId, time, entry.state !== "done", { "ieu.state": entry.state });
  };
}

function toKey({ runId, sourceName }: { readonly runId: string; readonly sourceName: string | null }): string {
  return `${runId} ${sourceName}`;
}

function keysOf(map: ReadonlyMap<string, unknown>, runId: string): string[] {
  return [...map.keys()].filter((key) => key.startsWith(`${runId} `));
}

// After these, no batch of the run is on its way.
function isEnd({ type }: AuditEntry): boolean {
  return type === "failure" || type === "runFinished";
}

function countUsers({ statuses, pending }: SyncCounters): [RowStatus | "pending", number][] {
  const counts = rowStatuses.map((status): [RowStatus | "pending", number] => [status, statuses[status]]);
  return [...counts, ["pending", pending] as [RowStatus | "pending", number]].filter(([, count]) => count > 0);
}

function describeExchange({ method, status, failure }: Extract<AuditEntry, { type: "exchange" }>): TelemetryAttributes {
  return {
    "http.request.method": method,
    ...(status === null ? {} : { "http.response.status_code": status }),
    ...(failure === null ? {} : { "error.type": failure }),
  };
}

function toServer(baseUrl: string | undefined): TelemetryAttributes {
  if (!baseUrl) return {};
  const { hostname, port, protocol } = new URL(baseUrl);
  const standard = protocol === "https:" ? 443 : 80;
  return { "server.address": hostname, "server.port": port === "" ? standard : Number(port) };
}
