// A rate limit in the database: what all processes together let pass.
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { createBackend } from "../../../mock-server/index.ts";
import { createSqlRateLimit, createSqlStore, type Database, openPostgres } from "../../../mock-server/sql/index.ts";
import { createPostgresDatabase, engineNames, openSharedPglite } from "./databases.ts";

const opened = createPostgresDatabase();
const others: Database[] = [];
afterAll(async () => {
  for (const one of others) await one.destroy();
  await (await opened).drop();
});

async function openAnother(): Promise<Database> {
  const database = await openPostgres({ url: (await opened).url, connections: 3 });
  others.push(database);
  return database;
}

const request = new Request("https://portal.test/");
// So long that no token comes back during a test.
const seconds = 1_000_000;

test("four processes let as many requests pass together as the limit says, and tell the others when to come back", async () => {
  const processes = await Promise.all(Array.from({ length: 4 }, openAnother));
  const limits = processes.map((database) => createSqlRateLimit(database, { requests: 10, seconds }));
  const answers = await Promise.all(
    limits.flatMap((limit) => Array.from({ length: 15 }, () => limit(request, "app_a"))),
  );
  expect(answers.filter((wait) => wait === null)).toHaveLength(10);
  const waits = answers.filter((wait) => wait !== null);
  expect(Math.max(...waits)).toBeLessThanOrEqual(seconds / 10);
  expect(Math.min(...waits)).toBeGreaterThan(0);
});

test.each(engineNames)("%s: applications and keys are counted apart", async (name) => {
  const database = name === "PGlite" ? await openSharedPglite() : (await opened).database;
  const limit = createSqlRateLimit(database, { requests: 1, seconds, keyOf: ({ url }) => url });
  const other = new Request("https://portal.test/other");
  expect(await limit(request, "app_b")).toBeNull();
  expect(await limit(request, "app_b")).toBeGreaterThan(0);
  expect([await limit(request, "app_c"), await limit(other, "app_b")]).toEqual([null, null]);
});

async function move(database: Database, interval: string): Promise<void> {
  await sql`update ieu_rate_limits set full_at = full_at + ${interval}::interval where app_id = 'app_d'`.execute(
    database,
  );
}

test("time gives tokens back, never more than the limit, and a clock set back refuses nobody for longer than one token", async () => {
  const { database } = await opened;
  const limit = createSqlRateLimit(database, { requests: 2, seconds });
  const ask = async () => (await limit(request, "app_d")) === null;
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
  await move(database, `-${seconds / 2} seconds`);
  expect([await ask(), await ask()]).toEqual([true, false]);
  await move(database, "-100 years");
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
  await move(database, "100 years");
  expect(await limit(request, "app_d")).toBeLessThanOrEqual(seconds / 2);
});

test("over the limit a request is 429 with Retry-After; where the database is gone it is 503", async () => {
  const database = await openAnother();
  const store = createSqlStore((await opened).database);
  const backend = createBackend({ store, rateLimit: createSqlRateLimit(database, { requests: 1, seconds }) });
  const ask = () =>
    backend.fetch(new Request("https://portal.test/api/developer/applications/app_e/import-existing-users/sources"));
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect([refused.status, Number(refused.headers.get("Retry-After")) > 0]).toEqual([429, true]);
  await database.destroy();
  expect((await ask()).status).toBe(503);
});
