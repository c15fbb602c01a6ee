// Tables come into being once, whoever asks and how often.
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import {
  createSqlStore,
  loadWorld,
  migrate,
  OutdatedTablesError,
  openPostgres,
  PartitionsError,
  type Tables,
} from "../../../mock-server/sql/index.ts";
import { countStatuses, rowStatuses } from "../../../src/contract/status.ts";
import { testLimit } from "../../limits.ts";
import { createSmallWorld } from "../worlds.ts";
import { createDatabase } from "./create-database.ts";

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

async function openEmpty() {
  return (await openEmptyAt()).database;
}

async function openEmptyAt() {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 8 }) }),
  });
  closing.push(drop, () => database.destroy());
  return { database, url };
}

test("servers that start at once make the tables once", async () => {
  const database = await openEmpty();
  await Promise.all(Array.from({ length: 8 }, () => migrate(database)));
  const { rows } = await sql<{ name: string }>`select name from ieu_migrations order by name`.execute(database);
  expect(rows.map(({ name }) => name)).toEqual([
    "000_lock",
    "001_tables",
    "002_email_form",
    "003_source_sequence",
    "004_rate_limits",
    "005_result_names",
  ]);
});

test.each([1, 4])(
  "a source saved before names were kept has none afterwards, with %i partitions",
  async (partitions) => {
    const database = await openEmpty();
    await migrate(database, partitions === 1 ? {} : { partitions });
    await sql`alter table ieu_result_pages drop column names`.execute(database);
    await sql`delete from ieu_migrations where name = '005_result_names'`.execute(database);
    await sql`insert into ieu_result_pages values ('app_a', 'src_old', 0, '[]')`.execute(database);
    expect(await migrate(database)).toEqual(["005_result_names"]);
    const store = createSqlStore(database);
    const counters = countStatuses([]);
    const source = { id: "src_new", appId: "app_a", name: "New", createdAt: "2026-05-03T00:00:00.000Z", counters };
    const record = { ...source, reactivated: 0, idempotencyKey: null, fingerprint: null, rollback: null };
    await store.transaction("app_a", { maxWait: testLimit }, ({ insertSource }) => {
      const result = {
        index: 0,
        externalUserId: "1",
        email: "a@x.io",
        status: "not_found",
        connectionId: null,
      } as const;
      return insertSource(record, [{ ...result, code: null, field: null, warnings: [] }], ["Zoë Ünknown"]);
    });
    expect(await store.listNames?.("app_a", "src_old", { from: 0, to: 1 })).toEqual([null, null]);
    expect(await store.listNames?.("app_a", "src_new", { from: 0, to: 0 })).toEqual(["Zoë Ünknown"]);
  },
);

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

/** A person who may read and write the tables, and make none. */
async function createWriter(database: Kysely<Tables>, url: string): Promise<string> {
  const name = `writer_${crypto.randomUUID().replaceAll("-", "")}`;
  await sql.raw(`create role ${name} login password 'writer'`).execute(database);
  await sql.raw(`grant usage on schema public to ${name}`).execute(database);
  await sql
    .raw(`alter default privileges in schema public grant select, insert, update, delete on tables to ${name}`)
    .execute(database);
  closing.push(async () => void (await sql.raw(`drop owned by ${name}; drop role ${name}`).execute(database)));
  const address = new URL(url);
  address.username = name;
  address.password = "writer";
  return address.href;
}

test("a server without the right to make tables starts once they are made, with and without migrate: false", async () => {
  const { database, url } = await openEmptyAt();
  const writer = await createWriter(database, url);
  await expect(openPostgres({ url: writer, migrate: false })).rejects.toBeInstanceOf(OutdatedTablesError);
  await expect(openPostgres({ url: writer, migrate: false })).rejects.toThrow(
    /001_tables.*import-existing-users migrate/,
  );
  await expect(openPostgres({ url: writer })).rejects.toMatchObject({ code: "42501" });
  await migrate(database);
  for (const options of [{ migrate: false }, {}]) {
    const opened = await openPostgres({ url: writer, ...options });
    await loadWorld(opened, { accounts: [], connections: [] });
    expect((await createSqlStore(opened).snapshot()).accounts).toEqual([]);
    await opened.destroy();
  }
});

test("a server is told which migration is missing", async () => {
  const { database, url } = await openEmptyAt();
  await migrate(database);
  await sql`delete from ieu_migrations where name like '003%'`.execute(database);
  await expect(openPostgres({ url, migrate: false })).rejects.toThrow("003_source_sequence is missing");
});

test("partitions are made once, for every table of the applications, also in a schema of their own", async () => {
  const database = await openEmpty();
  await sql`create schema imports`.execute(database);
  const own = database.withSchema("imports");
  await Promise.all(Array.from({ length: 4 }, () => migrate(own, { partitions: 4 })));
  const { rows } = await sql<{ name: string; parts: string }>`
    select inhparent::regclass::text as name, count(*) as parts from pg_inherits
    join pg_class on pg_class.oid = inhparent where relkind = 'p' group by inhparent order by 1`.execute(database);
  expect(rows.map(({ name, parts }) => [name.replace("imports.", ""), Number(parts)])).toEqual([
    ["ieu_applications", 4],
    ["ieu_connections", 4],
    ["ieu_result_pages", 4],
    ["ieu_sources", 4],
  ]);
  await loadWorld(own, createSmallWorld());
  expect(await createSqlStore(own).snapshot()).toEqual(createSmallWorld());
  await migrate(own, { partitions: 4 });
  await migrate(own);
});

test.each([
  [undefined, 8, "undivided"],
  [4, 8, "divided into 4 partitions"],
])("tables made with %s partitions can't get %i afterwards", async (first, second, words) => {
  const database = await openEmpty();
  await migrate(database, first === undefined ? {} : { partitions: first });
  await expect(migrate(database, { partitions: second })).rejects.toBeInstanceOf(PartitionsError);
  await expect(migrate(database, { partitions: second })).rejects.toThrow(words);
});
