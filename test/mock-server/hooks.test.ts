// Hooks around the backend: limits, logs, the origin check, the health check.
import { Hono } from "hono";
import pino from "pino";
import { expect, test, vi } from "vitest";
import {
  type BackendOptions,
  createBackend,
  createLogHooks,
  createMemoryStore,
  createRateLimit,
  maskEmails,
  requireOrigin,
} from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { href, routes } from "../../src/contract/index.ts";
import { list, post, readProblem, remove, user } from "./conformance/calls.ts";
import { createGate } from "./conformance/gate.ts";
import { createTestBackend, type StartOptions } from "./conformance/start.ts";
import { appId, createSmallWorld } from "./worlds.ts";

function start(options: Partial<BackendOptions> = {}) {
  const store = options.store ?? createMemoryStore(createSmallWorld());
  const backend = createBackend({ ...options, store });
  return {
    backend,
    fetch: (path: string, init?: RequestInit) => backend.fetch(new Request(`https://portal.test${path}`, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
}

test("one request too many is 429 and says when to come back", async () => {
  let now = 0;
  const running = start({ rateLimit: createRateLimit({ requests: 2, seconds: 60, now: () => now }) });
  expect((await post(running, [user("a@x.io")])).status).toBe(200);
  expect((await list(running)).sources).toHaveLength(1);
  const refused = await post(running, [user("d@x.io")]);
  expect(refused.headers.get("Retry-After")).toBe("30");
  expect(await readProblem(refused)).toMatchObject({ status: 429, code: "rate-limited", retryable: true });
  expect((await list(running, { appId: "app_b" })).sources).toEqual([]);
  now += 30_000;
  expect((await post(running, [user("d@x.io")])).status).toBe(200);
  expect((await remove(running, "src_x")).status).toBe(429);
  expect((await running.snapshot()).sources).toHaveLength(2);
});

test("a host's own limiter is asked for permitted requests alone", async () => {
  const rateLimit = vi.fn(async () => 0.2);
  const running = start({ rateLimit, authorize: (_, id) => (id === appId ? "ok" : "not_found") });
  expect((await post(running, [user("a@x.io")])).headers.get("Retry-After")).toBe("1");
  expect((await remove(running, "src_x", { appId: "app_b" })).status).toBe(404);
  expect(rateLimit.mock.calls).toEqual([[expect.any(Request), appId]]);
});

test("a limit forgets applications that nobody asked about for long", () => {
  const limit = createRateLimit({ requests: 1, seconds: 3_600 });
  const request = new Request("https://portal.test");
  expect([limit(request, "first"), limit(request, "first")]).toEqual([null, 3_600]);
  for (let number = 0; number < 10_000; number += 1) limit(request, `app_${number}`);
  expect(limit(request, "first")).toBeNull();
});

test.each([
  ["POST", { Origin: "https://portal.test", Cookie: "session=1" }, 200],
  ["POST", { Origin: "https://evil.test", Cookie: "session=1" }, 403],
  ["POST", { Origin: "null", Cookie: "session=1" }, 403],
  ["POST", { Origin: "https://portal.test.evil.test" }, 403],
  ["POST", { Cookie: "session=1" }, 403],
  ["POST", { Authorization: "Bearer token" }, 200],
  ["DELETE", { Origin: "https://evil.test", Cookie: "session=1" }, 403],
  ["DELETE", { Origin: "https://portal.test", Cookie: "session=1" }, 404],
  ["GET", { Origin: "https://evil.test", Cookie: "session=1" }, 200],
] as const)("CSRF: %s with %j is %i", async (method, headers, status) => {
  const running = start({ authorize: requireOrigin(["https://portal.test"], () => "ok") });
  const path = {
    POST: href(routes.importUsers, { appId }),
    DELETE: href(routes.deleteSource, { appId, sourceId: "src_x" }),
    GET: href(routes.listSources, { appId }),
  }[method];
  const json = { "Content-Type": "application/json" };
  const body = method === "POST" ? JSON.stringify({ sourceName: "x", users: [user("a@x.io")] }) : null;
  expect((await running.fetch(path, { method, body, headers: { ...json, ...headers } })).status).toBe(status);
});

test("each request is one structured line, and no line holds a person's data", async () => {
  const lines: string[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) });
  const failing = createMemoryStore(createSmallWorld());
  const store = {
    ...failing,
    findSource: () => {
      const cause = Object.assign(new Error("Key (email)=(dora@x.io) is twice"), { detail: "Key (dora@x.io)" });
      return Promise.reject(new Error('duplicate key "ann.lee@example.com"', { cause }));
    },
  };
  const running = start({ store, ...createLogHooks(logger) });
  await post(running, [user("a@x.io", { name: "Ann Lee" }), user("secret.person@example.com")]);
  await running.fetch(href(routes.listResults, { appId, sourceId: "src_x" }));
  await running.fetch(`${href(routes.listSources, { appId })}?cursor=ann@x.io`);
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(records).toEqual([
    expect.objectContaining({ level: 30, method: "POST", appId, status: 200, msg: "request answered" }),
    expect.objectContaining({ level: 50, error: "Error", reason: 'duplicate key "a***@e***.com"' }),
    expect.objectContaining({ level: 30, method: "GET", status: 500 }),
    expect.objectContaining({ level: 30, status: 422, path: href(routes.listSources, { appId }) }),
  ]);
  expect(records[0]).toHaveProperty("milliseconds", expect.any(Number));
  expect(lines.join("")).not.toMatch(/@x\.io|example\.com|Ann Lee|secret/);
});

test("a mounted backend tells of its own requests only", async () => {
  const onRequest = vi.fn();
  const host = new Hono();
  host.route("/portal", createBackend({ store: createMemoryStore(), onRequest }).app);
  host.get("/portal/other", (context) => context.text("fine"));
  await host.request("/portal/other");
  await host.request(`/portal${href(routes.listSources, { appId })}`);
  expect(onRequest.mock.calls).toMatchObject([[{ appId, status: 200 }]]);
});

test.each([
  ["ann.lee@example.com", "a***@e***.com"],
  ["Key (email)=(ü@müller.de) exists", "Key (email)=(ü***@m***.de) exists"],
  ["a@b, c@d.org; <e@f.co.uk>", "a***@b***, c***@d***.org; <e***@f***.uk>"],
  ["no address here", "no address here"],
])("masked: %s", (text, masked) => {
  expect(maskEmails(text)).toBe(masked);
});

test("healthy while the store answers, unavailable when it does not, and never why", async () => {
  const store = createMemoryStore();
  expect((await start({ store }).backend.health()).status).toBe(200);
  const gone = start({ store: { ...store, ping: () => Promise.reject(new Error("password wrong")) } });
  const answer = await gone.backend.health();
  expect([answer.status, await answer.text()]).toEqual([503, '{"status":"unavailable"}']);
});

test("/healthz is answered on the port, beside the API", async () => {
  const server = await serve(start().backend, { allowedOrigins: ["https://portal.test"] });
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: "ok" });
  expect((await fetch(`${server.url}/healthz`, { method: "POST" })).status).toBe(404);
  await server.close();
});

test("a server that stops lets running requests finish, and takes no new ones", async () => {
  const gate = createGate();
  const server = await startServer({ beforeWork: gate.pass });
  const body = JSON.stringify({ sourceName: "x", users: [user("a@x.io")] });
  const headers = { "Content-Type": "application/json" };
  const running = fetch(server.url + href(routes.importUsers, { appId }), { method: "POST", headers, body });
  await gate.reached;
  const closed = server.close(5_000);
  await expect(fetch(server.url + href(routes.listSources, { appId }))).rejects.toThrow("fetch failed");
  gate.open();
  expect((await running).status).toBe(200);
  await closed;
});

test("a server that stops does not wait for ever", async () => {
  const gate = createGate();
  const server = await startServer({ beforeWork: gate.pass });
  const body = JSON.stringify({ sourceName: "x", users: [user("a@x.io")] });
  const headers = { "Content-Type": "application/json" };
  const running = fetch(server.url + href(routes.importUsers, { appId }), { method: "POST", headers, body });
  const outcome = expect(running).rejects.toThrow("fetch failed");
  await gate.reached;
  await server.close(100);
  await outcome;
  gate.open();
});

function startServer(options: StartOptions) {
  return serve(createTestBackend(createMemoryStore(createSmallWorld()), options));
}
