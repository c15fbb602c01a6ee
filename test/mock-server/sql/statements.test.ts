// Every statement that the store executes, read: nothing in it that Citus, CockroachDB or YugabyteDB could not carry.
import type { LogConfig } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSqlStore, isEmpty, loadWorld, migrate, openPglite } from "../../../mock-server/sql/index.ts";
import { importIds, importUsers, list, results, rollBack, user } from "../conformance/calls.ts";
import { createTestBackend } from "../conformance/start.ts";
import { connection, createSmallWorld } from "../worlds.ts";
import { createPostgresDatabase, type TestDatabase } from "./databases.ts";
import { judge, traps } from "./portability.ts";

// Its own PGlite: the statements that make the tables are read too.
async function createPgliteDatabase(log: LogConfig): Promise<TestDatabase> {
  const database = await openPglite({ log });
  return { database, drop: () => database.destroy() };
}

const engines = { PostgreSQL: createPostgresDatabase, PGlite: createPgliteDatabase };
const statements: Record<string, string[]> = { PostgreSQL: [], PGlite: [] };
const opened: Record<string, TestDatabase> = {};

beforeAll(async () => {
  for (const [name, open] of Object.entries(engines)) {
    opened[name] = await open(({ query }) => void statements[name]?.push(query.sql));
  }
});
afterAll(() => Promise.all(Object.values(opened).map(({ drop }) => drop())));

function backendOn(name: string) {
  const { database } = opened[name] ?? {};
  if (!database) throw new Error(`${name} is not open.`);
  const store = createSqlStore(database);
  const { fetch } = createTestBackend(store);
  return {
    database,
    store,
    fetch: (path: string, init?: RequestInit) => fetch(new Request(`https://portal.test${path}`, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
}

test.each(traps)("$name is refused: $because", ({ name, example }) => {
  expect(judge(example)).toContain(name);
});

test.each(Object.keys(engines))("%s: everything the backend does is portable", async (name) => {
  const backend = backendOn(name);
  await migrate(backend.database);
  expect(await isEmpty(backend.database)).toBe(true);
  await loadWorld(backend.database, {
    ...createSmallWorld(),
    connections: [connection("b@x.io"), connection("c@x.io", { active: false })],
  });
  const users = [user("a@x.io"), user("b@x.io"), user("c@x.io"), user("nobody@x.io"), user("no address")];
  await importUsers(backend, users, { query: "?dryRun=true" });
  const id = await importIds(backend, users, { key: "statement-key" });
  await importIds(backend, users, { key: "statement-key" });
  await importIds(backend, [user("d@x.io")]);
  const { nextCursor } = await list(backend, { query: "?limit=1" });
  await list(backend, { query: `?cursor=${nextCursor}` });
  await results(backend, id, "?status=imported");
  await rollBack(backend, id, { query: "?dryRun=true" });
  await rollBack(backend, id);
  await rollBack(backend, id);
  await backend.store.ping?.();
  await backend.snapshot();
  const seen = [...new Set(statements[name])];
  expect(seen.length).toBeGreaterThan(25);
  expect(seen.flatMap((one) => judge(one).map((trap) => `${trap}: ${one}`))).toEqual([]);
});

test.each(Object.keys(engines))(
  "%s: an import is the same few statements for one user and for 10,000",
  async (name) => {
    const backend = backendOn(name);
    const emails = Array.from({ length: 10_000 }, (_, number) => `${number}@many.io`);
    await loadWorld(backend.database, {
      accounts: emails.map((email) => ({
        id: email,
        email,
        name: null,
        emailVerified: true,
        state: "active" as const,
      })),
      connections: emails
        .slice(5_000)
        .map((email, at) => connection(email, { accountId: email, active: at % 2 === 0 })),
    });
    const count = async (users: readonly unknown[], key: string) => {
      const before = statements[name]?.length ?? 0;
      await importUsers(backend, users, { key });
      return statements[name]?.slice(before).map((one) => one.replace(/\(.*/s, ""));
    };
    const few = await count([user("0@many.io"), user("9999@many.io")], "few-users-key");
    expect(
      await count(
        emails.map((email) => user(email)),
        "many-users-key",
      ),
    ).toEqual(few);
    // Accounts, begin, lock, key, connections twice, number, source, results, new and changed connections, commit.
    expect(few?.length).toBeLessThanOrEqual(12);
  },
);
