// Sends the rows of a query on a real PostgreSQL: values, columns, memory, secrets, failures, and resuming.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createDatabase, type OwnDatabase } from "../../mock-server/sql/create-database.ts";
import { run } from "../command.ts";
import { look, startPortal } from "../portal.ts";
import { createFile, createFolder, runInside } from "../terminal.ts";

let own: OwnDatabase;
let client: pg.Client;
let address: URL;

beforeAll(async () => {
  own = await createDatabase(inject("postgresUrl"));
  client = new pg.Client({ connectionString: own.url });
  await client.connect();
  await client.query("create role reader login password 'pass@word#1'");
  await client.query("create table users (id bigint primary key, email text, full_name text, joined timestamptz)");
  await client.query(
    `insert into users select number, 'Person' || number || '@example.com', null, '2024-01-10 09:00:00+02'
      from generate_series(1, 40) number`,
  );
  await client.query("create table secrets (id int)");
  await client.query("grant select on users to reader");
  address = new URL(own.url);
  address.username = "reader";
  address.password = "pass%40word%231";
});

afterAll(async () => {
  await client.query("drop owned by reader");
  await client.query("drop role reader");
  await client.end();
  await own.drop();
});

const ordered = "select id as user_id, email, full_name as name, joined as registration_date from users order by id";

test("sync sends the users of a query, in batches", async () => {
  const { store, args } = await startPortal();
  const ended = await runInside(args("sync", "--from", address.href, "--query", ordered, "--batch-size", "15"));
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.stdout).toContain(`PostgreSQL at 127.0.0.1:${address.port}, database ${address.pathname.slice(1)}`);
  expect(ended.stdout).toContain("Done: 40 users in 3 sources");
  const { connections } = await store.snapshot();
  expect(connections).toHaveLength(40);
  expect(connections[0]).toMatchObject({ externalUserId: "1", registrationDate: "2024-01-10T07:00:00+00:00" });
});

// What is sent of a value, written as an expression of SQL.
test.each([
  ["a date is the same day in any zone", "date '2024-03-31'", "registration_date", "2024-03-31"],
  ["a time with a zone", "timestamptz '2024-01-10 09:00:00+02'", "registration_date", "2024-01-10T07:00:00+00:00"],
  ["microseconds", "timestamptz '2024-01-10 09:00:00.123456Z'", "last_login_date", "2024-01-10T09:00:00.123456+00:00"],
  ["a time without a zone stays as it is", "timestamp '2024-01-10 09:00:00'", "last_login_date", "2024-01-10T09:00:00"],
  ["a bigint", "9007199254740993::bigint", "user_id", "9007199254740993"],
  ["the largest bigint", "9223372036854775807", "user_id", "9223372036854775807"],
  ["a numeric", "12345678901234567890123::numeric", "user_id", "12345678901234567890123"],
  ["a uuid", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid", "user_id", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"],
  ["bytes", "decode('00ff68','hex')", "user_id", "\\x00ff68"],
  ["a text with zeros", "'00123'", "user_id", "00123"],
  ["a fixed length", "'ab'::char(5)", "user_id", "ab"],
  ["no value", "null::text", "name", undefined],
  ["other scripts", "'Zoë Ångström 李'", "name", "Zoë Ångström 李"],
  ["an enumeration", "'a'::kind", "user_id", "a"],
])("%s", async (_, expression, column, sent) => {
  await client.query("do $$ begin create type kind as enum ('a'); exception when duplicate_object then null; end $$");
  await client.query("grant usage on type kind to reader");
  const bodies: { users: Record<string, string>[] }[] = [];
  const { args } = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") bodies.push((await request.clone().json()) as (typeof bodies)[number]);
      return next(request);
    },
  });
  const others = ["user_id", "email"].filter((name) => name !== column);
  const query = `select ${expression} as ${column}, ${others.map((name) => `'x@example.com' as ${name}`).join(", ")}`;
  // The zone of the session is another one, and so is the one of this process.
  await client.query(`alter role reader set timezone = 'America/New_York'`);
  const ended = await run(args("sync", "--from", address.href, "--query", query), { TZ: "Asia/Tokyo" });
  expect(ended.code, ended.stderr).toBe(0);
  const keys: Record<string, string> = {
    user_id: "externalUserId",
    name: "name",
    registration_date: "registrationDate",
    last_login_date: "lastLoginDate",
  };
  expect(bodies[0]?.users[0]?.[keys[column] ?? ""]).toBe(sent);
});

test.each([
  ["the API's names, which PostgreSQL writes in lower case", "select id as externalUserId, email from users", []],
  ["a quoted name", 'select id as "externalUserId", email from users', []],
  ["--map", "select * from users", ["--map", "externalUserId=id", "--map", "registrationDate=joined"]],
  ["a query that ends with a semicolon and a comment", "select id as user_id, email from users; -- all", []],
  ["a query with a common table expression", "with u as (select * from users) select id as user_id, email from u", []],
])("columns are found by %s", async (_, query, flags) => {
  const ended = await runInside(["validate", "--from", address.href, "--query", query, ...flags]);
  expect([ended.code, ended.stdout, ended.stderr]).toEqual([0, expect.stringContaining("40 users, no problems"), ""]);
});

test.each([
  [
    "a column is missing",
    "select id, email from users",
    2,
    /no externalUserId.*--map externalUserId=<column>\nColumns: id, email/s,
  ],
  [
    "two columns have one name",
    "select id as user_id, email, full_name as email from users",
    2,
    /two columns named email/,
  ],
  ["there are no users", "select id as user_id, email from users where false", 2, /returned no users/],
  ["the query has an error", "select id form users", 2, /refused --query: .*syntax error at or near "users"/],
  ["the table is unknown", "select * from nobody", 2, /relation "nobody" does not exist/],
  ["the query writes", "delete from users returning id as user_id, email", 2, /refused --query/],
  ["a function of the query writes", "select nextval('numbers') as user_id, 'a@x.io' as email", 2, /must only read/],
  ["a second statement would write", "select 1 as user_id; commit; delete from users", 2, /multiple commands/],
  [
    "the table may not be read",
    "select id as user_id, id as email from secrets",
    4,
    /permission denied for table secrets/,
  ],
])("%s: a clear message and exit code", async (_, query, code, words) => {
  await client.query("create sequence if not exists numbers");
  await client.query("grant usage on sequence numbers to reader");
  const { args, store } = await startPortal();
  const ended = await runInside(args("sync", "--from", address.href, "--query", query));
  expect(ended.code, ended.stderr).toBe(code);
  expect(ended.stderr).toMatch(words);
  expect((await look(store)).sources).toBe(0);
  expect((await client.query("select from users")).rowCount).toBe(40);
});

test.each([
  ["nobody at the address", "postgres://reader:pass%40word%231@127.0.0.1:1/none", 5, /gave no answer: .*ECONNREFUSED/],
  ["another password", () => address.href.replace("%231", "%232"), 4, /refused the user of --from: password auth/],
  ["no password", () => address.href.replace(":pass%40word%231", ""), 4, /refused the user of --from/],
  ["an unknown database", () => address.href.replace(/\/\w+$/, "/none"), 2, /database "none" does not exist/],
  ["another system", "mysql://reader:pass%40word%231@db/shop", 2, /takes the address of a PostgreSQL database/],
  ["a password that is not encoded", "postgres://reader:pass@word#1@db:x/shop", 2, /not a valid address.*%23/],
])("%s ends with the reason, without the password", async (_, place, code, words) => {
  const from = typeof place === "string" ? place : place();
  const { args } = await startPortal();
  const flags = args("sync", "--from", from, "--query", ordered, "--json");
  const ended = await runInside(flags);
  expect(ended.code, ended.stderr).toBe(code);
  expect(ended.stderr).toMatch(words);
  expect(ended.stdout + ended.stderr).not.toMatch(/pass(?:@|%40)word/);
});

test("the address may come from the environment, and the password from PGPASSWORD", async () => {
  const { args } = await startPortal();
  const env = { IMPORT_EXISTING_USERS_FROM: address.href.replace(":pass%40word%231", ""), PGPASSWORD: "pass@word#1" };
  expect(await run(args("sync", "--query", ordered), env)).toMatchObject({ code: 0 });
  // A file on the command line wins over the environment.
  const file = createFile("users.csv", "user_id,email\n1,a@example.com\n");
  expect((await run(["validate", file], env)).stdout).toContain("1 user, no problems");
  expect((await runInside(args("sync", file, "--query", ordered))).stderr).toContain(
    "Give a file or --query, not both",
  );
  expect((await runInside(args("sync", "--query", ordered))).stderr).toContain("IMPORT_EXISTING_USERS_FROM");
});

test("--config may name database and query, but no password", async () => {
  const { args } = await startPortal();
  const config = (from: string) => createFile("config.json", JSON.stringify({ from, query: ordered }));
  const refused = await runInside(args("sync", "--config", config(address.href)));
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("PGPASSWORD")]);
  const without = config(address.href.replace(":pass%40word%231", ""));
  expect(await run(args("sync", "--config", without), { PGPASSWORD: "pass@word#1" })).toMatchObject({ code: 0 });
});

test("a run that broke off is resumed where the rows come in the same order, and its password is kept nowhere", async () => {
  let posts = 0;
  const { store, args, state } = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") posts += 1;
      return request.method === "POST" && posts === 2 ? new Response("", { status: 401 }) : next(request);
    },
  });
  const flags = args("sync", "--from", address.href, "--query", ordered, "--batch-size", "15", "--json");
  const broken = await runInside(flags);
  expect(broken.code).toBe(6);
  const { resume, file } = JSON.parse(broken.stdout);
  expect([resume, file]).toEqual([expect.stringContaining("--from postgres://reader:...@"), expect.any(String)]);
  expect(await runInside([...flags, "--resume", "last"])).toMatchObject({ code: 0 });
  expect((await look(store)).ids).toHaveLength(40);
  const kept = readdirSync(state).map((name) => readFileSync(join(state, name), "utf8"));
  expect([broken.stdout, broken.stderr, ...kept].filter((text) => /pass(?:@|%40)word/.test(text))).toEqual([]);
});

test("a query without an order says so, and is not resumed when the rows come differently", async () => {
  let posts = 0;
  const { args } = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") posts += 1;
      return request.method === "POST" && posts === 2 ? new Response("", { status: 401 }) : next(request);
    },
  });
  const [up, down] = ["id", "-id"].map(
    (order) => `select id as user_id, email from (select * from users order by ${order}) u`,
  );
  const flags = (query = "") => args("sync", "--from", address.href, "--query", query, "--batch-size", "15");
  const broken = await runInside(flags(up));
  expect([broken.code, broken.stdout]).toEqual([6, expect.stringContaining("The query has no order by")]);
  const resumed = await runInside([...flags(down), "--resume", "last"]);
  expect([resumed.code, resumed.stderr]).toEqual([2, expect.stringContaining("start a new run without --resume")]);
});

test("reconcile compares the users of a query with the ledger", async () => {
  const { store, args } = await startPortal();
  const ledger = join(createFolder(), "ledger.ndjson");
  const flags = ["--from", address.href, "--query", ordered, "--ledger", ledger];
  expect((await runInside(args("reconcile", ...flags))).stdout).toContain("40 missing");
  expect((await runInside(args("reconcile", ...flags))).stdout).toContain("40 up to date");
  expect((await look(store)).ids).toHaveLength(40);
});

test("a connection that breaks within a run leaves a run to resume", async () => {
  const { args } = await startPortal({
    async answer(request, next) {
      const kill =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'import-existing-users'";
      if (request.method === "POST") await client.query(kill);
      return next(request);
    },
  });
  const many =
    "select number as user_id, 'u' || number || '@x.io' as email from generate_series(1, 50000) number order by 1";
  const ended = await runInside(args("sync", "--from", address.href, "--query", many));
  expect([ended.code, ended.stderr]).toEqual([6, expect.stringContaining("The database of --from gave no answer")]);
  expect(ended.stdout).toContain("Resume with:");
});

test("the memory does not grow with the number of rows", async () => {
  const many =
    "select number as user_id, 'u' || number || '@x.io' as email, repeat('x', 600) as note from generate_series(1, 100000) number";
  const ended = await run(["validate", "--from", address.href, "--query", many], {
    NODE_OPTIONS: "--max-old-space-size=40",
  });
  expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining("100,000 users, no problems")]);
});
