// Tables come into being once, whoever asks and how often.
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { createSqlStore, loadWorld, migrate, type Tables } from "../../../mock-server/sql/index.ts";
import { rowStatuses } from "../../../src/contract/status.ts";
import { createSmallWorld } from "../worlds.ts";
import { createDatabase } from "./create-database.ts";

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

async function openEmpty() {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 8 }) }),
  });
  closing.push(drop, () => database.destroy());
  return database;
}

test("servers that start at once make the tables once", async () => {
  const database = await openEmpty();
  await Promise.all(Array.from({ length: 8 }, () => migrate(database)));
  const { rows } = await sql<{ name: string }>`select name from ieu_migrations order by name`.execute(database);
  expect(rows.map(({ name }) => name)).toEqual(["000_lock", "001_tables", "002_email_form", "003_source_sequence"]);
});

test("a saved import counts every row status in a column of its own", async () => {
  const database = await openEmpty();
  await migrate(database);
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_name = 'ieu_sources'`.execute(database);
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["total", ...rowStatuses]));
});

test("a second start keeps what is there", async () => {
  const database = await openEmpty();
  await migrate(database);
  await loadWorld(database, createSmallWorld());
  await migrate(database);
  expect(await createSqlStore(database).snapshot()).toEqual(createSmallWorld());
});

test("a migration that fails leaves nothing behind", async () => {
  const database = await openEmpty();
  await sql`create table ieu_result_pages (taken text)`.execute(database);
  await expect(migrate(database)).rejects.toMatchObject({ code: "42P07" });
  await sql`drop table ieu_result_pages`.execute(database);
  await migrate(database);
  expect((await createSqlStore(database).snapshot()).accounts).toEqual([]);
});

test("the tables can live in a schema of their own", async () => {
  const database = await openEmpty();
  await sql`create schema imports`.execute(database);
  const own = database.withSchema("imports");
  await migrate(own);
  await loadWorld(own, createSmallWorld());
  expect(await createSqlStore(own).snapshot()).toEqual(createSmallWorld());
  const { rows } = await sql`select 1 from pg_tables where schemaname = 'public'`.execute(database);
  expect(rows).toEqual([]);
});
