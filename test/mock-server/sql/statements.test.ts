// Every statement that the store executes, read: nothing in it that Citus, CockroachDB or YugabyteDB could not carry.
import type { CompiledQuery, LogConfig } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSqlStore, isEmpty, loadWorld, migrate, openPglite } from "../../../mock-server/sql/index.ts";
import { importIds, importUsers, list, results, rollBack, user } from "../conformance/calls.ts";
import { createTestBackend } from "../conformance/start.ts";
import { account, connection, createSmallWorld } from "../worlds.ts";
import { createPostgresDatabase, engineNames, isOnPartitions, type TestDatabase } from "./databases.ts";
import { empty, emptying } from "./empty.ts";
import { judge, traps } from "./portability.ts";

// Its own PGlite: the statements that make the tables are read too.
async function createPgliteDatabase(log: LogConfig): Promise<TestDatabase> {
  const database = await openPglite({ log });
  return { database, drop: () => database.destroy() };
}

const engines = { PostgreSQL: createPostgresDatabase, PGlite: createPgliteDatabase };
const statements: Record<string, string[]> = { PostgreSQL: [], PGlite: [] };
const opened: Record<string, TestDatabase> = {};
const listeners = new Set<(name: string, query: CompiledQuery) => void>();

beforeAll(async () => {
  for (const name of engineNames) {
    opened[name] = await engines[name](({ query }) => {
      statements[name]?.push(query.sql);
      for (const listen of listeners) listen(name, query);
    });
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

test.each(engineNames)("%s: everything the backend does is portable", async (name) => {
  const backend = backendOn(name);
  await migrate(backend.database);
  await empty(backend.database);
  expect(await isEmpty(backend.database)).toBe(true);
  await loadWorld(backend.database, {
    ...createSmallWorld(),
    connections: [connection("b@x.io"), connection("c@x.io", { active: false })],
  });
  const users = [
    user("a@x.io", { name: "Ann" }),
    user("b@x.io"),
    user("c@x.io"),
    user("nobody@x.io"),
    user("no address"),
  ];
  await importUsers(backend, users, { query: "?dryRun=true" });
  const id = await importIds(backend, users, { key: "statement-key" });
  await importIds(backend, users, { key: "statement-key" });
  await importIds(backend, [user("d@x.io")]);
  const { nextCursor } = await list(backend, { query: "?limit=1" });
  await list(backend, { query: `?cursor=${nextCursor}` });
  await results(backend, id, "?status=imported&include=names");
  await rollBack(backend, id, { query: "?dryRun=true" });
  await rollBack(backend, id);
  await rollBack(backend, id);
  await backend.store.ping?.();
  await backend.snapshot();
  const seen = [...new Set(statements[name])].filter((one) => !emptying.test(one));
  expect(seen.length).toBeGreaterThan(25);
  expect(seen.flatMap((one) => judge(one).map((trap) => `${trap}: ${one}`))).toEqual([]);
});

test.each(engineNames)(
  "%s: an import is the same few statements for one user and for 10,000, the large ones in sets",
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
      const seen = statements[name]?.slice(before).map((one) => one.replace(/\(.*/s, "")) ?? [];
      return seen.filter((one, at) => one !== seen[at - 1]);
    };
    // The first import of an application makes its row.
    await count([user("1@many.io")], "first-key");
    const few = await count([user("0@many.io"), user("9999@many.io")], "few-users-key");
    expect(
      await count(
        emails.map((email) => user(email)),
        "many-users-key",
      ),
    ).toEqual(few);
    // Accounts, begin, limit, lock, key, connections twice, number, source, results, new and changed connections, commit.
    expect(few?.length).toBeLessThanOrEqual(13);
  },
);

/** How many users a statement carries. */
function countRecords({ sql, parameters }: CompiledQuery): number {
  const arrays = parameters.filter(Array.isArray).map(({ length }) => length);
  const rows = /^insert into "ieu_result_pages"/.test(sql) ? 1_000 * (parameters.length / 5) : parameters.length / 9;
  return sql.startsWith("insert") && !sql.includes("ieu_sources") ? rows : Math.max(0, ...arrays);
}

// The time that a statement takes depends on the machine; what it carries, and that others have their turn, does not.
const mostUsers = { PostgreSQL: 10_000, PGlite: 2_000 };

test.each(engineNames.map((name) => [name, mostUsers[name]] as const))(
  "%s: an import of 10,000 lets other tasks run between statements of at most %i users",
  async (name, most) => {
    const backend = backendOn(name);
    const emails = Array.from({ length: 10_000 }, (_, number) => `${number}@slices.io`);
    await loadWorld(backend.database, {
      accounts: emails.map((email) => ({ ...account(email), id: email })),
      connections: emails.slice(5_000).map((email) => connection(email, { accountId: email, active: false })),
    });
    let turns = 0;
    let isRunning = true;
    const takeTurn = () => {
      turns += 1;
      if (isRunning) setImmediate(takeTurn);
    };
    const large: { readonly records: number; readonly turn: number }[] = [];
    const listen = (engine: string, query: CompiledQuery) => {
      const records = countRecords(query);
      if (engine === name && records > 1) large.push({ records, turn: turns });
    };
    listeners.add(listen);
    setImmediate(takeTurn);
    await importUsers(
      backend,
      emails.map((email) => user(email)),
    );
    isRunning = false;
    listeners.delete(listen);
    expect(Math.max(...large.map(({ records }) => records))).toBeLessThanOrEqual(most);
    expect(large.length).toBeGreaterThan(50_000 / most);
    const withoutTurn = large.filter(({ turn }, at) => turn === large[at - 1]?.turn);
    expect(withoutTurn).toEqual([]);
  },
);

test.skipIf(isOnPartitions)(
  "PGlite: the store responds while an import is being written, although the only connection is in use",
  async () => {
    const backend = backendOn("PGlite");
    await loadWorld(backend.database, { accounts: [account("health@x.io")], connections: [] });
    const seen: string[] = [];
    const listen = (name: string, { sql }: CompiledQuery) => {
      if (name !== "PGlite") return;
      if (sql.startsWith('insert into "ieu_sources"')) void backend.store.ping?.().then(() => seen.push("responds"));
      if (sql.startsWith('insert into "ieu_connections"')) seen.push("connections written");
    };
    listeners.add(listen);
    await importUsers(backend, [user("health@x.io")]);
    listeners.delete(listen);
    expect(seen).toEqual(["responds", "connections written"]);
  },
);
