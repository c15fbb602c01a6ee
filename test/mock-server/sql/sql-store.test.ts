// Behaviour of the SQL store beyond the memory store: other processes, conflicts, a database that goes away.
import { sql } from "kysely";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { ApplicationBusyError, type Store, StoreUnavailableError } from "../../../mock-server/index.ts";
import { createSqlStore, type Database, loadWorld, openPostgres } from "../../../mock-server/sql/index.ts";
import { createGate } from "../../gate.ts";
import { testLimit } from "../../limits.ts";
import { importUsers, list, post, readProblem, user } from "../conformance/calls.ts";
import { createTestBackend, type StartOptions } from "../conformance/start.ts";
import { account, appId, connection, createSmallWorld } from "../worlds.ts";
import { createPostgresDatabase } from "./databases.ts";
import { empty } from "./empty.ts";

const opened = createPostgresDatabase();
const others: Database[] = [];
afterAll(async () => {
  for (const one of others) await one.destroy();
  await (await opened).drop();
});

beforeEach(async () => {
  const { database } = await opened;
  await empty(database);
  await loadWorld(database, createSmallWorld());
});

/** A backend with connections of its own, as in another process. */
async function anotherProcess(options?: StartOptions) {
  const database = await openPostgres({ url: (await opened).url, connections: 4 });
  others.push(database);
  return running(createSqlStore(database), options);
}

function running(store: Store, options?: StartOptions) {
  const { fetch } = createTestBackend(store, options);
  return {
    store,
    fetch: (path: string, init?: RequestInit) => fetch(new Request(`https://portal.test${path}`, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
}

test("D11: imports in two processes come one after another", async () => {
  const gate = createGate();
  const first = await anotherProcess({ beforeWork: gate.pass });
  const second = await anotherProcess();
  const running = importUsers(first, [user("a@x.io")]);
  await gate.reached;
  const waiting = importUsers(second, [user("a@x.io")]);
  expect((await list(second)).sources).toEqual([]);
  expect((await importUsers(second, [user("a@x.io")], { appId: "app_b" })).results[0]?.status).toBe("imported");
  gate.open();
  expect((await running).results[0]?.status).toBe("imported");
  expect((await waiting).results[0]?.status).toBe("already_connected");
});

test("D11: who waits too long for another process is told to come back", async () => {
  const gate = createGate();
  const first = await anotherProcess({ beforeWork: gate.pass });
  const second = await anotherProcess({ maxWait: 100 });
  const running = importUsers(first, [user("a@x.io")]);
  await gate.reached;
  const late = await post(second, [user("d@x.io")]);
  expect(Number(late.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(await readProblem(late)).toMatchObject({ status: 409, code: "import-in-progress" });
  gate.open();
  await running;
  expect((await importUsers(second, [user("d@x.io")])).results[0]?.status).toBe("imported");
});

test("D11: who waits for another process sleeps in the database, which reports no error", async () => {
  const gate = createGate();
  const first = await anotherProcess({ beforeWork: gate.pass });
  const second = await anotherProcess();
  const running = importUsers(first, [user("a@x.io")]);
  await gate.reached;
  const waiting = importUsers(second, [user("a@x.io")]);
  const { database } = await opened;
  const findWaiting = async () => {
    const { rows } = await sql<{ query: string }>`
      select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      database,
    );
    return rows.map(({ query }) => query).join();
  };
  await expect.poll(findWaiting).toMatch(/"ieu_applications" where "app_id" = \$1 for update$/);
  gate.open();
  await running;
  expect((await waiting).results[0]?.status).toBe("already_connected");
});

test("D11: waiting occupies no connection: twenty requests of one application don't stop another", async () => {
  const gate = createGate();
  const busy = await anotherProcess({ beforeWork: gate.pass });
  const crowd = await anotherProcess();
  const first = importUsers(busy, [user("a@x.io")]);
  await gate.reached;
  const waiting = Array.from({ length: 20 }, () => importUsers(crowd, [user("a@x.io")]));
  expect((await importUsers(crowd, [user("a@x.io")], { appId: "app_b" })).results).toHaveLength(1);
  gate.open();
  await first;
  const statuses = (await Promise.all(waiting)).map(({ results }) => results[0]?.status);
  expect(new Set(statuses)).toEqual(new Set(["already_connected"]));
});

test("D14: a key that another process is using leads to its answer, not to a second source", async () => {
  const gate = createGate();
  const first = await anotherProcess({ beforeWork: gate.pass });
  const second = await anotherProcess();
  const running = post(first, [user("a@x.io")], { key: "one-start-key" });
  await gate.reached;
  const repeated = post(second, [user("a@x.io")], { key: "one-start-key" });
  gate.open();
  const answer = await (await running).text();
  const replay = await repeated;
  expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await replay.text()).toBe(answer);
});

test("a person who joins while the import looks is already connected, not an error", async () => {
  const { database } = await opened;
  let joined = false;
  const afterWork = async () => {
    if (joined) return;
    joined = true;
    await loadWorld(database, { accounts: [], connections: [connection("a@x.io", { active: false })] });
  };
  const { results, source } = await importUsers(await anotherProcess({ afterWork }), [user("a@x.io"), user("d@x.io")]);
  expect(results.map(({ status }) => status)).toEqual(["already_connected", "imported"]);
  expect(source).toMatchObject({ reactivated: 1 });
  expect((await createSqlStore(database).snapshot()).connections).toHaveLength(4);
});

test.each(["40001", "40P01"])("after a %s the work runs again, and nothing of the first run remains", async (code) => {
  const store = createSqlStore((await opened).database);
  let runs = 0;
  const answer = await store.transaction(appId, { maxWait: testLimit }, async (transaction) => {
    runs += 1;
    await transaction.insertConnections([connection("a@x.io", { id: `con_${runs}` })]);
    if (runs < 3) throw Object.assign(new Error("conflict"), { code });
    return runs;
  });
  expect(answer).toBe(3);
  const { connections } = await store.snapshot();
  expect(connections.filter(({ accountId }) => accountId === "a")).toMatchObject([{ id: "con_3" }]);
});

test("a conflict that does not end is an error in the end", async () => {
  const store = createSqlStore((await opened).database);
  const work = vi.fn(() => Promise.reject(Object.assign(new Error("conflict"), { code: "40001" })));
  await expect(store.transaction(appId, { maxWait: testLimit }, work)).rejects.toThrow("conflict");
  expect(work).toHaveBeenCalledTimes(6);
});

test("writers that come in opposite orders don't deadlock", async () => {
  const store = createSqlStore((await opened).database);
  const emails = Array.from({ length: 400 }, (_, number) => `p${number}@x.io`);
  await loadWorld((await opened).database, {
    accounts: emails.map((email) => account(email)),
    connections: emails.map((email) => connection(email)),
  });
  // Past the applications' lock, as a portal's own code might write.
  const { updateConnections } = await import("../../../mock-server/sql/connection-rows.ts");
  const { connections } = await store.snapshot();
  await Promise.all(
    Array.from({ length: 24 }, async (_, turn) => {
      const { database } = await opened;
      await updateConnections(database, appId, turn % 2 ? connections : connections.toReversed());
    }),
  );
  expect((await store.snapshot()).connections).toEqual(connections);
});

test("a database that is gone is unavailable: 503, to be repeated", async () => {
  const database = await openPostgres({ url: (await opened).url });
  const told: unknown[] = [];
  const store = createSqlStore(database);
  const backend = running(store, { onError: (error) => told.push(error) });
  await store.ping?.();
  await database.destroy();
  await expect(store.ping?.()).rejects.toBeInstanceOf(StoreUnavailableError);
  for (const response of [await post(backend, [user("a@x.io")]), await backend.fetch(sourcesPath)]) {
    expect(await readProblem(response)).toMatchObject({ status: 503, code: "unavailable", retryable: true });
  }
  expect(told).toEqual([expect.any(StoreUnavailableError), expect.any(StoreUnavailableError)]);
});

test("nobody listens at the address: opening fails and says so", async () => {
  await expect(openPostgres({ url: "postgres://nobody@127.0.0.1:1/none" })).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});

test("a lock that stays taken is ApplicationBusyError for who calls the store", async () => {
  const gate = createGate();
  const store = createSqlStore((await opened).database);
  const other = createSqlStore((await opened).database);
  const held = store.transaction(appId, { maxWait: testLimit }, gate.pass);
  await gate.reached;
  await expect(other.transaction(appId, { maxWait: 30 }, async () => {})).rejects.toBeInstanceOf(ApplicationBusyError);
  gate.open();
  await held;
});

const sourcesPath = `/api/developer/applications/${appId}/import-existing-users/sources`;
