// Metrics and traces of runs and deltas, over real HTTP, through the real API and SDK of OpenTelemetry.
import { metrics, trace } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { createTelemetryLog } from "../../src/sync/audit/telemetry.ts";
import { reconcile } from "../../src/sync/index.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { json } from "../client/scripted-server.ts";
import { collectTelemetry } from "../open-telemetry.ts";
import { createTestSync, judge, servePosts, toClient, toUser, until } from "./delta-syncs.ts";

const retry = { attempts: 2, baseDelay: 1, maxDelay: 1 };

test("a run is measured: users per status, requests by status, batches, retries", async () => {
  const { meter, points } = collectTelemetry();
  const server = await servePosts(json({ code: "unavailable" }, 503));
  const client = toClient(server.url, { retry });
  const users = [toUser(1), toUser(2, "not_found"), toUser(3)];
  await syncUsers(client, users, { name: "Nightly", batchSize: 2, audit: createTelemetryLog({ meter }) });
  expect(await points()).toEqual({
    "ieu.users ieu.status=imported": 2,
    "ieu.users ieu.status=not_found": 1,
    "ieu.retries http.request.method=POST": 1,
    "http.client.request.duration http.request.method=GET http.response.status_code=200": 1,
    "http.client.request.duration http.request.method=POST http.response.status_code=503 error.type=unavailable": 1,
    "http.client.request.duration http.request.method=POST http.response.status_code=200": 2,
    "ieu.batch.duration ieu.outcome=answered": 2,
    "ieu.success.age": expect.any(Number),
  });
});

test("requests name the server's host and port where the base URL is given", async () => {
  const { meter, points } = collectTelemetry();
  const server = await servePosts();
  const audit = createTelemetryLog({ meter, baseUrl: server.url });
  await syncUsers(toClient(server.url), [toUser(1)], { name: "Nightly", audit });
  const port = new URL(server.url).port;
  const labels = `server.address=127.0.0.1 server.port=${port} http.request.method=POST http.response.status_code=200`;
  expect(await points()).toMatchObject({ [`http.client.request.duration ${labels}`]: 1 });
});

test("a run is traced: its batches link to it, and each attempt is an event of its batch", async () => {
  const { tracer, spans } = collectTelemetry();
  const server = await servePosts(json({ code: "unavailable" }, 503));
  const client = toClient(server.url, { retry });
  const users = [toUser(1), toUser(2, "not_found"), toUser(3)];
  await syncUsers(client, users, { name: "Nightly", batchSize: 2, audit: createTelemetryLog({ tracer }) });
  const answered = { "http.request.method": "POST", "http.response.status_code": 200 };
  expect(spans()).toMatchObject([
    {
      ...{ name: "ieu.batch", kind: "CLIENT", isFailed: false, links: ["ieu.run"] },
      attributes: { "ieu.source": "Nightly (1)", "ieu.users": 2, "ieu.imported": 1, "ieu.not_found": 1 },
      events: [
        { "http.request.method": "POST", "http.response.status_code": 503, "error.type": "unavailable" },
        answered,
      ],
    },
    {
      ...{ name: "ieu.batch", kind: "CLIENT", isFailed: false, links: ["ieu.run"] },
      attributes: { "ieu.source": "Nightly (2)", "ieu.users": 1, "ieu.imported": 1 },
      events: [answered],
    },
    {
      ...{ name: "ieu.run", isFailed: false, links: [] },
      attributes: { "ieu.run": "Nightly", "ieu.batch_size": 2, "ieu.dry_run": false, "ieu.state": "done" },
    },
  ]);
});

test("a run that fails leaves no span open, and its batch and itself are failed", async () => {
  const { meter, tracer, points, spans } = collectTelemetry();
  const server = await servePosts(json({ code: "forbidden" }, 403));
  await syncUsers(toClient(server.url), [toUser(1)], { name: "Nightly", audit: createTelemetryLog({ meter, tracer }) });
  expect(spans().map(({ name, isFailed }) => [name, isFailed])).toEqual([
    ["ieu.batch", true],
    ["ieu.run", true],
  ]);
  expect(await points()).toMatchObject({
    "ieu.failures error.type=forbidden": 1,
    "ieu.batch.duration ieu.outcome=failed": 1,
  });
});

test("users of a dry run are not counted as users judged", async () => {
  const { meter, tracer, points, spans } = collectTelemetry();
  const server = await servePosts((response, request) => judge(response, request));
  const client = {
    ...toClient(server.url),
    // The scripted server offers no dry run, so the client is told that the answer to a POST was one.
    importUsers: async (request: Parameters<ReturnType<typeof toClient>["importUsers"]>[0]) => ({
      source: null,
      results: (await toClient(server.url).importUsers(request)).results,
    }),
  };
  const audit = createTelemetryLog({ meter, tracer });
  await syncUsers(client, [toUser(1), toUser(2)], { name: "Try", dryRun: true, audit });
  expect(Object.keys(await points())).toEqual(["ieu.batch.duration ieu.outcome=answered", "ieu.success.age"]);
  expect(spans().at(-1)).toMatchObject({ name: "ieu.run", attributes: { "ieu.dry_run": true } });
});

test("a reconcile is measured like a run", async () => {
  const { meter, points } = collectTelemetry();
  const server = await servePosts();
  const audit = createTelemetryLog({ meter });
  await reconcile(toClient(server.url), [toUser(1), toUser(2)], {
    ledger: createMemoryLedger(),
    name: "Weekly",
    audit,
  });
  expect(await points()).toMatchObject({
    "ieu.users ieu.status=imported": 2,
    "ieu.batch.duration ieu.outcome=answered": 1,
  });
});

test("deltas are measured: failures by code, depth of the queue, age of the last success", async () => {
  const { meter, tracer, points, spans } = collectTelemetry();
  const server = await servePosts(json({ code: "unavailable" }, 503));
  let now = Date.now();
  let depth = 7;
  const queue = { size: async () => depth };
  const audit = createTelemetryLog({ meter, tracer, queue, now: () => now });
  const { sync } = createTestSync(server.url, { audit });
  now += 5_000;
  expect(await points()).toEqual({ "ieu.success.age": 5, "ieu.queue.depth": 7 });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
  await sync.drain();
  depth = 0;
  expect(await points()).toMatchObject({
    "ieu.failures error.type=unavailable": 1,
    "ieu.users ieu.status=imported": 1,
    "ieu.batch.duration ieu.outcome=failed": 1,
    "ieu.batch.duration ieu.outcome=answered": 1,
    "ieu.queue.depth": 0,
  });
  expect(spans().map(({ name, isFailed }) => [name, isFailed])).toEqual([
    ["ieu.batch", true],
    ["ieu.batch", false],
  ]);
});

test("deltas that are refused as a whole, divided and buried are failures, and leave no batch open", async () => {
  const { meter, tracer, points, spans } = collectTelemetry();
  const refused = json({ code: "invalid-request" }, 422);
  const server = await servePosts(refused, refused);
  const { sync } = createTestSync(server.url, { audit: createTelemetryLog({ meter, tracer }) });
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2));
  await sync.drain();
  expect(sync.stats()).toMatchObject({ acknowledged: 1, buried: 1 });
  expect(await points()).toMatchObject({ "ieu.failures error.type=invalid-request": 2 });
  expect(spans().map(({ isFailed }) => isFailed)).toEqual([true, true, false]);
});

test("the age of the last success survives a restart where the last success is given", async () => {
  const { meter, points } = collectTelemetry();
  createTelemetryLog({ meter, lastSuccessAt: 1_000, now: () => 61_000 });
  expect(await points()).toEqual({ "ieu.success.age": 60 });
});

test("a depth that the queue can't tell is missing, not zero", async () => {
  const { meter, points } = collectTelemetry();
  const queue = { size: () => Promise.reject(new Error("out of reach")) };
  createTelemetryLog({ meter, queue, now: () => 0 });
  expect(await points()).toEqual({ "ieu.success.age": 0 });
});

test("no label and no span has an email or an id of a user, also where the name of a run holds one", async () => {
  const { meter, tracer, everything } = collectTelemetry();
  const server = await servePosts(json({ code: "invalid-request", detail: "ann.lee@example.com is odd" }, 422));
  const audit = createTelemetryLog({ meter, tracer });
  const users = [
    { externalUserId: "legacy_7001", email: "ann.lee@example.com", name: "not_found" },
    { externalUserId: "legacy_7002", email: "no address", name: "Bob Personal" },
  ];
  await syncUsers(toClient(server.url), users, { name: "For ann.lee@example.com", batchSize: 1, audit });
  const { sync } = createTestSync(server.url, { audit, name: "Of bob@example.com" });
  for (const user of users) await sync.enqueue(user);
  await sync.drain();
  const text = await everything();
  expect(text).toContain("For a***@e***.com (1)");
  expect(text).toContain("Of b***@e***.com");
  for (const personal of ["ann.lee", "bob@", "legacy_700", "no address", "Personal"])
    expect(text).not.toContain(personal);
});

test("without an SDK the API measures nothing and changes nothing", async () => {
  const server = await servePosts();
  const audit = createTelemetryLog({ meter: metrics.getMeter("none"), tracer: trace.getTracer("none") });
  const report = await syncUsers(toClient(server.url), [toUser(1)], { name: "Nightly", audit });
  expect(report).toMatchObject({ state: "done", counters: { acknowledged: 1 } });
});
