// The backend inside a host: its plug points, its mount points, and its load on the event loop.
import { Hono } from "hono";
import { expect, test } from "vitest";
import { createBackend, createMemoryStore, type Store } from "../../mock-server/index.ts";
import { href, maxBodyBytes, routes } from "../../src/contract/index.ts";
import { startWork } from "../worked-time.ts";
import { importUsers, list, user } from "./conformance/calls.ts";
import { account, appId, createSmallWorld } from "./worlds.ts";

function toRunning(
  store: Store,
  fetch: (request: Request) => Response | Promise<Response>,
  base = "https://portal.test",
) {
  return {
    fetch: async (path: string, init?: RequestInit) => fetch(new Request(base + path, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
}

test("mounts under a host's base path, and leaves the host's other routes alone", async () => {
  const store = createMemoryStore(createSmallWorld());
  const host = new Hono();
  host.route("/portal", createBackend({ store }).app);
  host.get("/portal/health", (context) => context.text("fine"));
  const running = toRunning(store, (request) => host.fetch(request), "https://portal.test/portal");
  expect((await importUsers(running, [user("a@x.io")])).results).toMatchObject([{ status: "imported" }]);
  expect(await (await running.fetch("/health")).text()).toBe("fine");
  const unknown = await running.fetch(href(routes.listSources, { appId }).replace("sources", "unknown"));
  expect(await unknown.json()).toMatchObject({ status: 404, code: "route-not-found" });
});

test("looks accounts up in the host's own directory, each email once", async () => {
  const asked: (readonly string[])[] = [];
  const store = createMemoryStore();
  const accounts = {
    async findAccountsByEmail(emails: readonly string[]) {
      asked.push(emails);
      return [account("a@x.io")];
    },
  };
  const running = toRunning(store, createBackend({ store, accounts }).fetch);
  const { source } = await importUsers(running, [user("a@x.io"), user(" A@X.IO"), user("b@x.io"), user("no address")]);
  expect(source?.counters).toMatchObject({ imported: 1, already_connected: 1, not_found: 1, invalid_row: 1 });
  expect(asked).toEqual([["a@x.io", "b@x.io"]]);
});

test("two matchable accounts with one email: every run chooses the same one", async () => {
  const twins = [account("a@x.io", { id: "acc_2" }), account("a@x.io", { id: "acc_1" })];
  for (const accounts of [twins, twins.toReversed()]) {
    const store = createMemoryStore({ accounts, connections: [] });
    await importUsers(toRunning(store, createBackend({ store }).fetch), [user("a@x.io")]);
    expect((await store.snapshot()).connections).toMatchObject([{ accountId: "acc_1" }]);
  }
});

test("reads bodies in browsers that stream none, and those that break off", async () => {
  const store = createMemoryStore(createSmallWorld());
  const { fetch } = createBackend({ store });
  const ask = (body: BodyInit, instead: unknown) => {
    const init = { method: "POST", body, headers: { "Content-Type": "application/json" } };
    const request = new Request(`https://portal.test${href(routes.importUsers, { appId })}`, init);
    return fetch(Object.defineProperty(request, "body", { value: instead })).then(({ status }) => status);
  };
  const json = JSON.stringify({ sourceName: "x", users: [user("a@x.io")] });
  expect(await ask(json, undefined)).toBe(200);
  expect(await ask(json.padEnd(maxBodyBytes + 1), undefined)).toBe(413);
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error("connection reset")) });
  expect(await ask(json, broken)).toBe(400);
});

test("takes clock and ids from the host", async () => {
  const store = createMemoryStore(createSmallWorld());
  let made = 0;
  const newId = (kind: string) => `${kind}-${++made}`;
  const now = () => new Date("2026-05-03T00:00:04.120Z");
  const running = toRunning(store, createBackend({ store, now, newId }).fetch);
  const { source, results } = await importUsers(running, [user("a@x.io"), user("nobody@x.io")]);
  expect(source).toMatchObject({ id: "src-1", createdAt: "2026-05-03T00:00:04.120Z" });
  expect(results.map(({ connectionId }) => connectionId)).toEqual(["con-2", null]);
});

test("an import of any size is the same number of store calls", async () => {
  const count = async (size: number) => {
    const store = createMemoryStore({
      accounts: Array.from({ length: size }, (_, number) => account(`${number}@x.io`)),
      connections: [],
    });
    let calls = 0;
    const counted = <T extends object>(inner: T): T =>
      new Proxy(inner, {
        get: (target, key) => {
          const member = Reflect.get(target, key);
          return typeof member !== "function"
            ? member
            : (...given: unknown[]) => {
                calls += 1;
                const work = given.at(-1);
                const rest =
                  key === "transaction"
                    ? [...given.slice(0, -1), (inner: object) => (work as CallableFunction)(counted(inner))]
                    : given;
                return member.apply(target, rest);
              };
        },
      });
    const running = toRunning(store, createBackend({ store: counted(store) }).fetch);
    await importUsers(
      running,
      Array.from({ length: size }, (_, number) => user(`${number}@x.io`)),
      { key: "12345678" },
    );
    return calls;
  };
  expect(await count(500)).toBe(await count(1));
  expect(await count(1)).toBeLessThanOrEqual(9);
});

test("10,000 users never hold the thread for long: the page under MSW stays alive", async () => {
  const accounts = Array.from({ length: 10_000 }, (_, number) =>
    account(`${number}@x.io`, { name: `Ann Nº ${number}` }),
  );
  const store = createMemoryStore({ accounts, connections: [] });
  const running = toRunning(store, createBackend({ store }).fetch);
  const dates = { registrationDate: "2024-01-10T09:00:00Z", lastLoginDate: "2026-05-03T07:22:00Z" };
  const users = accounts.map(({ email, name }) => user(email, { name, ...dates }));
  const body = JSON.stringify({ sourceName: "Large", users });
  const longest = watchThread();
  const init = { method: "POST", body, headers: { "Content-Type": "application/json", "Idempotency-Key": "12345678" } };
  const response = await running.fetch(href(routes.importUsers, { appId }), init);
  // A generous bound for a slow machine; it is about 50 ms.
  expect(longest()).toBeLessThan(300);
  expect(response.status).toBe(200);
  expect((await list(running)).sources[0]?.counters?.imported).toBe(10_000);
});

function watchThread(): () => number {
  let longest = 0;
  let worked = startWork();
  const watch = setInterval(() => {
    longest = Math.max(longest, worked());
    worked = startWork();
  }, 1);
  return () => {
    clearInterval(watch);
    return Math.max(longest, worked());
  };
}
