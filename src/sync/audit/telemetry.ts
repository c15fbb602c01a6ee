// Turns the audit log of runs and deltas into metrics and traces, through the meter and the tracer of OpenTelemetry.
import { type RowStatus, rowStatuses } from "../../contract/status.ts";
import type { DeltaQueue } from "../delta/delta-queue.ts";
import type { AuditEntry, AuditLog, AuditManifest } from "./audit-trail.ts";

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** The functions of a meter in use: `metrics.getMeter("...")` of `@opentelemetry/api` is one. */
export interface MeterPort {
  createCounter(
    name: string,
    options?: { description?: string },
  ): { add(value: number, attributes?: Attributes): void };
  createHistogram(
    name: string,
    options?: { description?: string; unit?: string },
  ): { record(value: number, attributes?: Attributes): void };
  createObservableGauge(
    name: string,
    options?: { description?: string; unit?: string },
  ): {
    addCallback(
      callback: (result: { observe(value: number, attributes?: Attributes): void }) => void | Promise<void>,
    ): void;
  };
}

/** The functions of a tracer in use: `trace.getTracer("...")` of `@opentelemetry/api` is one. */
export interface TracerPort {
  startSpan(
    name: string,
    options?: { attributes?: Attributes; startTime?: number },
  ): {
    setAttributes(attributes: Attributes): unknown;
    setStatus(status: { code: number }): unknown;
    end(time?: number): void;
  };
}

/** Where measurements go. */
export interface TelemetryOptions {
  readonly meter?: MeterPort | undefined;
  readonly tracer?: TracerPort | undefined;
  /** Its depth is measured. */
  readonly queue?: Pick<DeltaQueue, "size"> | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

// SpanStatusCode.ERROR
const failed = 2;

type Span = ReturnType<TracerPort["startSpan"]>;

/**
 * Creates an audit log that measures: give it to `syncUsers`, `reconcile` or `createDeltaSync` as `audit`, with another log in
 * `combineAuditLogs` where there is one. No personal data leaves it.
 */
export function createTelemetryLog({ meter, tracer, queue, now = Date.now }: TelemetryOptions): AuditLog {
  const users = meter?.createCounter("ieu.users", { description: "Users judged by the server, by status" });
  const retries = meter?.createCounter("ieu.retries", { description: "Attempts beyond the first of a request" });
  const failures = meter?.createCounter("ieu.failures", { description: "Failures of runs and deltas, by code" });
  const requests = meter?.createHistogram("ieu.request.duration", { unit: "ms" });
  const batches = meter?.createHistogram("ieu.batch.duration", { unit: "ms" });
  const startedAt = now();
  let lastSuccessAt: number | null = null;
  const open = new Map<string, { readonly startedAt: number; readonly span: Span | undefined }>();

  meter
    ?.createObservableGauge("ieu.success.age", { unit: "ms", description: "Time since the last answered batch" })
    .addCallback((result) => result.observe(now() - (lastSuccessAt ?? startedAt)));
  if (queue) {
    meter
      ?.createObservableGauge("ieu.queue.depth", { description: "Users that wait in the queue" })
      .addCallback(async (result) => {
        const size = await queue.size().catch(() => null);
        if (size !== null) result.observe(size);
      });
  }

  function begin({ runId, time, ...entry }: Extract<AuditEntry, { type: "request" }>): void {
    end(`${runId} ${entry.sourceName}`, Date.parse(time), {}, true);
    const attributes = { "ieu.source": entry.sourceName, "ieu.users": entry.count };
    const span = tracer?.startSpan("ieu.batch", { attributes, startTime: Date.parse(time) });
    open.set(`${runId} ${entry.sourceName}`, { startedAt: Date.parse(time), span });
  }

  function end(key: string, time: number, attributes: Attributes, isFailed: boolean): void {
    const batch = open.get(key);
    if (!batch) return;
    open.delete(key);
    batches?.record(time - batch.startedAt, { outcome: isFailed ? "failed" : "answered" });
    batch.span?.setAttributes(attributes);
    if (isFailed) batch.span?.setStatus({ code: failed });
    batch.span?.end(time);
  }

  function endAll(runId: string, time: number): void {
    for (const key of [...open.keys()]) if (key.startsWith(`${runId} `)) end(key, time, {}, true);
  }

  return {
    write(entry) {
      const time = Date.parse(entry.time);
      if (entry.type === "request") begin(entry);
      if (entry.type === "exchange") {
        requests?.record(entry.duration, { method: entry.method, status: entry.status ?? 0 });
        if (entry.attempt > 1) retries?.add(1, { method: entry.method });
      }
      if (entry.type === "answer") {
        lastSuccessAt = time;
        const { statuses } = entry.counters;
        const judged = rowStatuses.filter((status) => statuses[status] > 0);
        for (const status of judged) users?.add(statuses[status], { status });
        end(`${entry.runId} ${entry.sourceName}`, time, toAttributes(statuses, judged), false);
      }
      if (entry.type === "failure") {
        failures?.add(1, { code: entry.code });
        endAll(entry.runId, time);
      }
      if (entry.type === "runFinished") endAll(entry.runId, time);
    },
  };
}

function toAttributes(statuses: Readonly<Record<RowStatus, number>>, judged: readonly RowStatus[]): Attributes {
  return Object.fromEntries(judged.map((status) => [`ieu.${status}`, statuses[status]]));
}

/** Creates an audit log that gives each entry as one JSON line, without the users of an answer: for structured logs. */
export function createJsonLineLog(write: (line: string) => void): AuditLog {
  return {
    write(entry) {
      const { users: _, ...shown } = entry as AuditEntry & { readonly users?: unknown };
      write(JSON.stringify(shown));
    },
  };
}

/** Creates an audit log that writes to several; one that fails is a failure of all. */
export function combineAuditLogs(...logs: readonly AuditLog[]): AuditLog {
  const each = async (work: (log: AuditLog) => void | Promise<void> | undefined) => {
    for (const log of logs) await work(log);
  };
  return {
    emails: logs.every(({ emails }) => emails === "plain") ? "plain" : "masked",
    write: (entry: AuditEntry) => each((log) => log.write(entry)),
    writeManifest: (manifest: AuditManifest) => each((log) => log.writeManifest?.(manifest)),
    close: () => each((log) => log.close?.()),
  };
}
