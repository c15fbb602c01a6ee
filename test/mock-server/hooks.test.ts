// Hooks around the backend: limits, logs, the origin check, the health check.
import { Hono } from "hono";
import pino from "pino";
import { expect, test, vi } from "vitest";
import {
  createBackend,
  createLogHooks,
  createMemoryStore,
  createRateLimit,
  maskEmails,
  requireOrigin,
} from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { href, routes } from "../../src/contract/index.ts";
import { createGate } from "../gate.ts";
import { list, post, readProblem, remove, user } from "./conformance/calls.ts";
import { createTestBackend, type StartOptions } from "./conformance/start.ts";
import { startInProcess } from "./in-process.ts";
import { appId, createSmallWorld } from "./worlds.ts";

test("one request too many is 429 and says when to come back", async () => {
  let now = 0;
  const running = startInProcess({ rateLimit: createRateLimit({ requests: 2, seconds: 60, now: () => now }) });
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

test("a clock that is set back refuses nobody who would have been let through", () => {
  let now = 3_600_000;
  const limit = createRateLimit({ requests: 2, seconds: 60, now: () => now });
  const request = new Request("https://portal.test");
  expect(limit(request, appId)).toBeNull();
  now -= 3_600_000;
  expect([limit(request, appId), limit(request, appId)]).toEqual([null, 30]);
  now += 30_000;
  expect(limit(request, appId)).toBeNull();
});

test("the limiter's own clock is not the one that can be set back", () => {
  const clock = vi.spyOn(Date, "now");
  const limit = createRateLimit({ requests: 2, seconds: 60 });
  limit(new Request("https://portal.test"), appId);
  expect(clock).not.toHaveBeenCalled();
  clock.mockRestore();
});

test.each([undefined, null, true, "OK", "allowed", "__proto__", "constructor", 0, ["ok"], {}])(
  "an authorize that returns %j lets nobody in: 500 before anything happens",
  async (verdict) => {
    const onError = vi.fn();
    const rateLimit = vi.fn(() => null);
    const running = startInProcess({ authorize: () => verdict as never, rateLimit, onError });
    for (const answer of [await post(running, [user("a@x.io")]), await remove(running, "src_x")]) {
      expect(await readProblem(answer)).toMatchObject({ status: 500, code: "internal" });
    }
    expect(onError.mock.calls).toEqual(Array(2).fill([expect.any(TypeError), expect.any(Request)]));
    expect(rateLimit).not.toHaveBeenCalled();
    expect(await running.snapshot()).toEqual(createSmallWorld());
  },
);

test.each([Number.NaN, Number.POSITIVE_INFINITY, "5", false])(
  "a limiter that returns %s is a fault of the host: 500 before anything happens",
  async (seconds) => {
    const running = startInProcess({ rateLimit: () => seconds as never });
    expect((await post(running, [user("a@x.io")])).status).toBe(500);
    expect(await running.snapshot()).toEqual(createSmallWorld());
  },
);

const failures = {
  "throws an error": () => {
    throw new Error("log is full");
  },
  "throws a text": () => {
    throw "log is full";
  },
  rejects: () => Promise.reject(new Error("log is full")),
};

test.each(Object.entries(failures))("an onRequest that %s changes no answer and is reported", async (_, onRequest) => {
  const onError = vi.fn();
  const running = startInProcess({ onRequest: onRequest as () => void, onError });
  expect((await post(running, [user("a@x.io")])).status).toBe(200);
  await expect.poll(() => onError.mock.calls).toEqual([[expect.anything(), expect.any(Request)]]);
  expect((await running.snapshot()).sources).toHaveLength(1);
});

test.each(Object.entries(failures))("an onError that %s does not reject fetch", async (_, onError) => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const store = { ...createMemoryStore(), listSources: () => Promise.reject(new Error("no table")) };
  const running = startInProcess({ store, onError: onError as () => void });
  const answer = await running.fetch(href(routes.listSources, { appId }));
  expect(await readProblem(answer)).toMatchObject({ status: 500, code: "internal" });
  await expect.poll(() => told.mock.calls).toEqual([["onError failed", expect.anything()]]);
  told.mockRestore();
});

test.each([
  ["an error", new Error("no session store")],
  ["a text", "no session store"],
  ["nothing", undefined],
])("an authorize that throws %s is a 500, and fetch does not reject", async (_, thrown) => {
  const running = startInProcess({
    authorize: () => {
      throw thrown;
    },
  });
  expect(await readProblem(await post(running, [user("a@x.io")]))).toMatchObject({ code: "internal" });
  expect(await running.snapshot()).toEqual(createSmallWorld());
});

test("a directory that returns addresses as they were typed is warned about once, without naming anybody", async () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const typed = { id: "ann", email: "Ann@X.io", name: null, emailVerified: true, state: "active" as const };
  const running = startInProcess({ accounts: { findAccountsByEmail: async () => [typed] } });
  for (let time = 0; time < 2; time += 1) await post(running, [user("ann@x.io")]);
  expect(warned.mock.calls).toEqual([[expect.stringMatching(/^findAccountsByEmail returned 1 .*normalizeEmail/)]]);
  expect(String(warned.mock.calls)).not.toMatch(/x\.io/i);
  warned.mockRestore();
});

/** A POST whose body breaks off after its first bytes and then stays open. */
function startEndlessPost(running: ReturnType<typeof startInProcess>) {
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) });
  const headers = { "Content-Type": "application/json" };
  const init: RequestInit = { method: "POST", headers, body };
  return running.fetch(href(routes.importUsers, { appId }), { ...init, duplex: "half" } as RequestInit);
}

test("a body that does not arrive in time is 408, and gives its turn to the next", async () => {
  const running = startInProcess({ maxBodies: 1, maxBodyTime: 20 });
  const late = startEndlessPost(running);
  expect((await post(running, [user("a@x.io")])).status).toBe(200);
  expect(await readProblem(await late)).toMatchObject({ status: 408, code: "request-timeout", retryable: true });
  expect((await post(running, [user("d@x.io")])).status).toBe(200);
});

test("one body too many is 503 with Retry-After, and lists are answered meanwhile", async () => {
  const running = startInProcess({ maxBodies: 2, maxBodyTime: 60_000 });
  void startEndlessPost(running);
  void startEndlessPost(running);
  const refused = await post(running, [user("a@x.io")]);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(await readProblem(refused)).toMatchObject({ status: 503, code: "unavailable", retryable: true });
  expect((await list(running)).sources).toEqual([]);
});

test("many bodies that arrive at once wait for each other", async () => {
  const running = startInProcess({ maxBodies: 2 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => post(running, [user("a@x.io")])));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test("a host's own limiter is asked for permitted requests alone", async () => {
  const rateLimit = vi.fn(async () => 0.2);
  const running = startInProcess({ rateLimit, authorize: (_, id) => (id === appId ? "ok" : "not_found") });
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
  const running = startInProcess({ authorize: requireOrigin(["https://portal.test"], () => "ok") });
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
  const running = startInProcess({ store, ...createLogHooks(logger) });
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
  expect((await startInProcess({ store }).backend.health()).status).toBe(200);
  const gone = startInProcess({ store: { ...store, ping: () => Promise.reject(new Error("password wrong")) } });
  const answer = await gone.backend.health();
  expect([answer.status, await answer.text()]).toEqual([503, '{"status":"unavailable"}']);
});

test("/healthz is answered on the port, beside the API", async () => {
  const server = await serve(startInProcess().backend, { allowedOrigins: ["https://portal.test"] });
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
