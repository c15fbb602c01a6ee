// Metrics, traces and structured logs of runs and deltas, over real HTTP.
import { expect, test } from "vitest";
import type { AuditEntry } from "../../src/sync/audit/audit-trail.ts";
import { combineAuditLogs, createJsonLineLog, createTelemetryLog } from "../../src/sync/audit/telemetry.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { json } from "../client/scripted-server.ts";
import { createTestSync, servePosts, toClient, toUser, until } from "./delta-syncs.ts";

type Attributes = Readonly<Record<string, string | number | boolean>>;

// What an SDK of OpenTelemetry would have collected.
function createCollector() {
  const sums = new Map<string, number>();
  const counts = new Map<string, number>();
  const gauges = new Map<string, (result: { observe(value: number): void }) => void | Promise<void>>();
  const spans: { name: string; isFailed: boolean; attributes: Attributes }[] = [];
  const add = (map: Map<string, number>, name: string, value: number, attributes: Attributes = {}) => {
    const key = [name, ...Object.values(attributes)].join(" ");
    map.set(key, (map.get(key) ?? 0) + value);
  };
  const meter = {
    createCounter: (name: string) => ({ add: (value: number, more?: Attributes) => add(sums, name, value, more) }),
    createHistogram: (name: string) => ({ record: (_: number, more?: Attributes) => add(counts, name, 1, more) }),
    createObservableGauge: (name: string) => ({
      addCallback: (callback: (result: { observe(value: number): void }) => void | Promise<void>) =>
        void gauges.set(name, callback),
    }),
  };
  const tracer = {
    startSpan(name: string, { attributes = {} }: { attributes?: Attributes } = {}) {
      const span = { name, isFailed: false, attributes };
      return {
        setAttributes: (more: Attributes) => {
          span.attributes = { ...span.attributes, ...more };
        },
        setStatus: ({ code }: { code: number }) => {
          span.isFailed = code === 2;
        },
        end: () => void spans.push(span),
      };
    },
  };
  const gauge = async (name: string) => {
    const seen: number[] = [];
    await gauges.get(name)?.({ observe: (value) => void seen.push(value) });
    return seen[0] ?? null;
  };
  return { meter, tracer, sums, counts, spans, gauge };
}

test("a run is measured: users per status, requests, batches, retries, spans", async () => {
  const server = await servePosts(json({ code: "unavailable" }, 503));
  const { meter, tracer, sums, counts, spans } = createCollector();
  const users = [toUser(1), toUser(2, "not_found"), toUser(3)];
  const client = toClient(server.url, { retry: { attempts: 2, baseDelay: 1, maxDelay: 1 } });
  await syncUsers(client, users, { name: "Nightly", batchSize: 2, audit: createTelemetryLog({ meter, tracer }) });
  expect(Object.fromEntries(sums)).toEqual({
    "ieu.users imported": 2,
    "ieu.users not_found": 1,
    "ieu.retries POST": 1,
  });
  expect(Object.fromEntries(counts)).toMatchObject({
    "ieu.request.duration POST 503": 1,
    "ieu.request.duration POST 200": 2,
    "ieu.batch.duration answered": 2,
  });
  expect(spans).toEqual([
    {
      name: "ieu.batch",
      isFailed: false,
      attributes: expect.objectContaining({ "ieu.source": "Nightly (1)", "ieu.not_found": 1 }),
    },
    {
      name: "ieu.batch",
      isFailed: false,
      attributes: { "ieu.source": "Nightly (2)", "ieu.users": 1, "ieu.imported": 1 },
    },
  ]);
});

test("deltas are measured too: failures by code, depth of the queue, age of the last success", async () => {
  const server = await servePosts(json({ code: "unavailable" }, 503));
  const { meter, tracer, sums, spans, gauge } = createCollector();
  let now = 1_000;
  let depth = 7;
  const queue = { size: async () => depth };
  const audit = createTelemetryLog({ meter, tracer, queue, now: () => now });
  const { sync } = createTestSync(server.url, { audit });
  now += 5_000;
  expect([await gauge("ieu.success.age"), await gauge("ieu.queue.depth")]).toEqual([5_000, 7]);
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
  await sync.drain();
  depth = 0;
  expect(sums.get("ieu.failures unavailable")).toBe(1);
  expect(sums.get("ieu.users imported")).toBe(1);
  expect(spans.map(({ isFailed }) => isFailed)).toEqual([true, false]);
  expect(await gauge("ieu.queue.depth")).toBe(0);
});

test("several logs get every entry, and JSON lines hold no users", async () => {
  const server = await servePosts();
  const lines: string[] = [];
  const entries: AuditEntry[] = [];
  const audit = combineAuditLogs(
    createJsonLineLog((line) => void lines.push(line)),
    {
      write: (entry) => void entries.push(entry),
    },
  );
  const { sync } = createTestSync(server.url, { audit });
  await sync.enqueue(toUser(1));
  await sync.drain();
  expect(lines.map((line) => JSON.parse(line).type)).toEqual(entries.map(({ type }) => type));
  expect(entries.some((entry) => entry.type === "answer" && entry.users.length === 1)).toBe(true);
  expect(lines.join("\n")).not.toContain("externalUserId");
});
