// Every statement of the store meets a conflict once: what was asked is done all the same, and done once.
import { sql } from "kysely";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { createSqlAccounts, createSqlStore, isEmpty, loadWorld, migrate } from "../../../mock-server/sql/index.ts";
import { importIds, importUsers, list, results, rollBack, user } from "../conformance/calls.ts";
import { createTestBackend } from "../conformance/start.ts";
import { createSmallWorld } from "../worlds.ts";
import { createDatabase } from "./create-database.ts";
import { isOnPartitions } from "./databases.ts";
import { empty } from "./empty.ts";
import { type ConflictingDatabase, openConflicting } from "./faults/conflicts.ts";
import { findDamage } from "./faults/damage.ts";

const codes = ["40001", "40P01"] as const;
const own = createDatabase(inject("postgresUrl"));
const opened = new Map<string, ConflictingDatabase>();
afterAll(async () => {
  for (const { database } of opened.values()) await database.destroy();
  await (await own).drop();
});

async function open(code: string): Promise<ConflictingDatabase> {
  const known = opened.get(code) ?? openConflicting((await own).url, code);
  opened.set(code, known);
  return known;
}

function backendOn({ database }: ConflictingDatabase) {
  const store = createSqlStore(database);
  const { fetch } = createTestBackend(store);
  return {
    store,
    fetch: (path: string, init?: RequestInit) => fetch(new Request(`https://portal.test${path}`, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
}

const users = [user("a@x.io"), user("b@x.io"), user("c@x.io"), user("nobody@x.io")];

type Backend = ReturnType<typeof backendOn>;

/** Each call of the API and of the store: what comes before it, and what it answers. */
const calls: Readonly<
  Record<
    string,
    { before?: (backend: Backend) => Promise<string>; run: (backend: Backend, id: string) => Promise<unknown> }
  >
> = {
  "the first import of an application": { run: async (backend) => statuses(await importUsers(backend, users)) },
  "an import with a key": {
    run: async (backend) => statuses(await importUsers(backend, users, { key: "conflict-key" })),
  },
  "a repeated import": {
    before: (backend) => importIds(backend, users, { key: "conflict-key" }),
    run: (backend) => importIds(backend, users, { key: "conflict-key" }),
  },
  "a dry run": { run: async (backend) => statuses(await importUsers(backend, users, { query: "?dryRun=true" })) },
  "a rollback": {
    before: (backend) => importIds(backend, users),
    run: async (backend, id) => (await rollBack(backend, id)).removed,
  },
  "the list": {
    before: (backend) => importIds(backend, users),
    run: async (backend) => (await list(backend)).sources.length,
  },
  "the stored results": {
    before: (backend) => importIds(backend, users),
    run: async (backend, id) => (await results(backend, id)).results.length,
  },
  "the health check": { run: async ({ store }) => store.ping?.() },
  "a snapshot": { run: async ({ store }) => (await store.snapshot()).accounts.length },
};

function statuses({ results }: { readonly results: readonly { readonly status: string }[] }): string {
  return results.map(({ status }) => status).join(" ");
}

beforeEach(async () => {
  const { database } = await open("40001");
  (await open("40001")).failAt(0);
  await migrate(database);
});

test.each(codes.flatMap((code) => Object.keys(calls).map((name) => [name, code] as const)))(
  "%s succeeds although any one of its statements meets %s",
  async (name, code) => {
    const conflicting = await open(code);
    const { before, run } = calls[name] ?? { run: () => Promise.reject(new Error(name)) };
    const play = async (statement: number) => {
      conflicting.failAt(0);
      await empty(conflicting.database);
      await loadWorld(conflicting.database, createSmallWorld());
      // New for each round, so that nothing is remembered.
      const backend = backendOn(conflicting);
      const id = (await before?.(backend)) ?? "";
      conflicting.failAt(statement);
      const answer = await run(backend, id);
      const { statements, failed } = conflicting.seen();
      conflicting.failAt(0);
      const { connections, sources = [] } = await backend.snapshot();
      expect(findDamage({ accounts: [], connections, sources })).toEqual([]);
      return { answer: id && answer === id ? "the same source" : answer, statements, failed, saved: sources.length };
    };
    const calm = await play(0);
    for (let statement = 1; statement <= calm.statements; statement += 1) {
      const { answer, failed, saved } = await play(statement);
      expect([failed, answer, saved]).toEqual([expect.any(String), calm.answer, calm.saved]);
    }
    expect(calm.statements).toBeGreaterThan(0);
  },
);

test.each(codes)("accounts are found and a world is loaded although any one statement meets %s", async (code) => {
  const conflicting = await open(code);
  for (let statement = 1; statement <= 7; statement += 1) {
    conflicting.failAt(0);
    await empty(conflicting.database);
    conflicting.failAt(statement);
    expect(await isEmpty(conflicting.database)).toBe(true);
    await loadWorld(conflicting.database, createSmallWorld());
    const { findAccountsByEmail } = createSqlAccounts(conflicting.database);
    expect(await findAccountsByEmail(["a@x.io"])).toHaveLength(1);
    expect(conflicting.seen().failed).not.toBeNull();
  }
});

test.skipIf(isOnPartitions).each(codes)("the tables are made although any one statement meets %s", async (code) => {
  const conflicting = await open(code);
  for (let statement = 1; ; statement += 1) {
    const schema = `at_${code.toLowerCase()}_${statement}`;
    conflicting.failAt(0);
    await sql.raw(`create schema ${schema}`).execute(conflicting.database);
    conflicting.failAt(statement);
    await migrate(conflicting.database.withSchema(schema));
    const { failed } = conflicting.seen();
    conflicting.failAt(0);
    expect((await createSqlStore(conflicting.database.withSchema(schema)).snapshot()).accounts).toEqual([]);
    await sql.raw(`drop schema ${schema} cascade`).execute(conflicting.database);
    if (failed === null) {
      expect(statement).toBeGreaterThan(15);
      return;
    }
  }
});
