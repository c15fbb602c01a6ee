// Metrics and traces of the backend, through the real API and SDK of OpenTelemetry.
import { trace } from "@opentelemetry/api";
import { Hono } from "hono";
import { expect, test } from "vitest";
import {
  createMemoryStore,
  createRateLimit,
  type Store,
  type Transaction,
  type TransactionOptions,
} from "../../mock-server/index.ts";
import type { ImportResponse } from "../../src/contract/index.ts";
import { createGate } from "../gate.ts";
import { collectTelemetry } from "../open-telemetry.ts";
import { list, post, readOk, remove, user } from "./conformance/calls.ts";
import { startInProcess } from "./in-process.ts";
import { appId, createSmallWorld } from "./worlds.ts";

const route = "/api/developer/applications/:appId/import-existing-users";
const asked = (method: string, path: string, status: number, more = "") =>
  `http.server.request.duration http.request.method=${method} url.scheme=https http.route=${route}${path} http.response.status_code=${status}${more}`;

test("requests are measured by route and status, imports by outcome, users by status", async () => {
  const { meter, points } = collectTelemetry();
  const running = startInProcess({ telemetry: { meter } });
  const users = [user("a@x.io"), user("b@x.io"), user("nobody@x.io"), user("d@x.io", { name: "Eve" }), { email: "?" }];
  const { source } = await readOk<ImportResponse>(await post(running, users, { key: "key-00001" }));
  await post(running, users, { key: "key-00001" });
  await post(running, [user("a@x.io")], { key: "key-00001" });
  await post(running, users, { query: "?dryRun=true" });
  await list(running);
  await remove(running, source?.id ?? "");
  await remove(running, "src_unknown");
  expect(await points()).toEqual({
    [asked("POST", "/csv", 200)]: 3,
    [asked("POST", "/csv", 422)]: 1,
    [asked("GET", "/sources", 200)]: 1,
    [asked("DELETE", "/sources/:sourceId", 200)]: 1,
    [asked("DELETE", "/sources/:sourceId", 404)]: 1,
    "ieu.import.duration ieu.outcome=saved": 1,
    "ieu.import.duration ieu.outcome=replayed": 1,
    "ieu.import.duration ieu.outcome=idempotency-key-reused": 1,
    "ieu.import.duration ieu.outcome=checked": 1,
    "ieu.import.users ieu.status=imported": 1,
    "ieu.import.users ieu.status=already_connected": 1,
    "ieu.import.users ieu.status=not_found": 1,
    "ieu.import.users ieu.status=name_mismatch": 1,
    "ieu.import.users ieu.status=invalid_row": 1,
    "ieu.lock.wait_time ieu.outcome=acquired": 5,
  });
});

test("requests over the limit are counted", async () => {
  const { meter, points } = collectTelemetry();
  const running = startInProcess({ telemetry: { meter }, rateLimit: createRateLimit({ requests: 1, seconds: 3_600 }) });
  for (let count = 0; count < 3; count += 1) await post(running, [user("a@x.io")]);
  expect(await points()).toMatchObject({ "ieu.rate_limited": 2, [asked("POST", "/csv", 429)]: 2 });
});

test("a wait for the lock ends as acquired or as busy", async () => {
  const { meter, points } = collectTelemetry();
  const running = startInProcess({ telemetry: { meter }, maxWait: 5 });
  const gate = createGate();
  const held = running.store.transaction(appId, { maxWait: 0 }, gate.pass);
  await gate.reached;
  expect((await post(running, [user("a@x.io")])).status).toBe(409);
  gate.open();
  await held;
  expect((await post(running, [user("a@x.io")])).status).toBe(200);
  expect(await points()).toMatchObject({
    "ieu.lock.wait_time ieu.outcome=busy": 1,
    "ieu.lock.wait_time ieu.outcome=acquired": 1,
    "ieu.import.duration ieu.outcome=import-in-progress": 1,
  });
});

test("a failure of the store is an error of the request and of the import", async () => {
  const { meter, tracer, points, spans } = collectTelemetry();
  const store = { ...createMemoryStore(), transaction: () => Promise.reject(new Error("disk of ann@x.io is full")) };
  const running = startInProcess({ store, telemetry: { meter, tracer } });
  expect((await post(running, [user("a@x.io")])).status).toBe(500);
  expect(await points()).toMatchObject({
    [asked("POST", "/csv", 500, " error.type=500")]: 1,
    "ieu.import.duration ieu.outcome=failed": 1,
  });
  expect(spans().map(({ name, isFailed }) => [name, isFailed])).toEqual([
    ["ieu.import", true],
    [`POST ${route}/csv`, true],
  ]);
});

test("an import is a span within its request's, which is within the host's", async () => {
  const { tracer, spans } = collectTelemetry();
  const running = startInProcess({ telemetry: { tracer } });
  await trace.getTracer("host").startActiveSpan("host", async (span) => {
    await post(running, [user("a@x.io"), user("nobody@x.io")]);
    span.end();
  });
  expect(spans()).toEqual([
    {
      ...{ name: "ieu.import", kind: "INTERNAL", isFailed: false, parent: `POST ${route}/csv`, links: [], events: [] },
      attributes: {
        ...{ "ieu.app_id": appId, "ieu.users": 2, "ieu.outcome": "saved" },
        ...{ "ieu.imported": 1, "ieu.not_found": 1 },
      },
    },
    {
      ...{ name: `POST ${route}/csv`, kind: "SERVER", isFailed: false, parent: "host", links: [], events: [] },
      attributes: {
        ...{ "http.request.method": "POST", "url.scheme": "https", "http.route": `${route}/csv` },
        "http.response.status_code": 200,
      },
    },
    expect.objectContaining({ name: "host" }),
  ]);
});

test("in a host's app the route has the base under which it is mounted", async () => {
  const { meter, points } = collectTelemetry();
  const { backend } = startInProcess({ telemetry: { meter } });
  const host = new Hono().route("/portal", backend.app);
  await host.request(`https://portal.test/portal/api/developer/applications/${appId}/import-existing-users/sources`);
  expect(Object.keys(await points())).toEqual([expect.stringContaining(`http.route=/portal${route}/sources `)]);
});

test("paths and methods that are unknown share one label each", async () => {
  const { meter, points } = collectTelemetry();
  const running = startInProcess({ telemetry: { meter } });
  const base = `/api/developer/applications/${appId}/import-existing-users`;
  for (const path of ["/ann.lee@example.com", "/legacy_7001", "/csv/more"]) await running.fetch(base + path);
  await running.fetch(`${base}/csv`, { method: "PURGE" });
  const unknown = (method: string, status: number) =>
    `http.server.request.duration http.request.method=${method} url.scheme=https http.response.status_code=${status}`;
  expect(await points()).toEqual({ [unknown("GET", 404)]: 3, [unknown("_OTHER", 405)]: 1 });
});

test("no label and no span has a name, an email or the id of a user", async () => {
  const { meter, tracer, everything } = collectTelemetry();
  const running = startInProcess({ telemetry: { meter, tracer } });
  const sent = [
    { externalUserId: "legacy_7001", email: "ann.lee@example.com", name: "Ann Lee" },
    { externalUserId: "legacy_7002", email: "no address", name: "Dora Doe" },
    user("d@x.io", { externalUserId: "legacy_7003", name: "Someone Else" }),
  ];
  await post(running, sent, { sourceName: "For ann.lee@example.com", key: "legacy_7004" });
  await post(running, sent, { appId: "ann.lee@example.com" });
  await remove(running, "legacy_7005");
  const text = await everything();
  expect(text).toContain("ieu.import");
  for (const personal of ["ann.lee", "legacy_700", "no address", "Ann Lee", "Dora", "Someone", "d@x.io"]) {
    expect(text).not.toContain(personal);
  }
});

test("a store that is an instance of a class is called as one", async () => {
  const { meter, points } = collectTelemetry();
  const plain = createMemoryStore(createSmallWorld());
  class HostStore {
    #calls = 0;
    findAccountsByEmail: Store["findAccountsByEmail"] = (emails) => plain.findAccountsByEmail(emails);
    read: Store["read"] = (app, work) => plain.read(app, work);
    findSource: Store["findSource"] = (app, id) => plain.findSource(app, id);
    listSources: Store["listSources"] = (app, page) => plain.listSources(app, page);
    listResults: Store["listResults"] = (app, id, page) => plain.listResults(app, id, page);
    snapshot: Store["snapshot"] = () => plain.snapshot();
    transaction<T>(
      app: string,
      options: TransactionOptions,
      work: (transaction: Transaction) => Promise<T>,
    ): Promise<T> {
      this.#calls += 1;
      return plain.transaction(app, options, work);
    }
  }
  const running = startInProcess({ store: new HostStore(), telemetry: { meter } });
  expect((await post(running, [user("a@x.io")])).status).toBe(200);
  expect((await list(running)).sources).toHaveLength(1);
  expect(await points()).toMatchObject({ "ieu.lock.wait_time ieu.outcome=acquired": 1 });
});

test("a measured store tells the names that were sent", async () => {
  const { meter } = collectTelemetry();
  const running = startInProcess({ telemetry: { meter } });
  const { source } = await readOk<ImportResponse>(await post(running, [user("nobody@x.io", { name: "Zoë" })]));
  const path = `/api/developer/applications/${appId}/import-existing-users/sources/${source?.id}/results?include=names`;
  expect(await (await running.fetch(path)).json()).toMatchObject({ results: [{ name: "Zoë" }] });
});
