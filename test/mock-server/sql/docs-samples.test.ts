// The servers on the pages of docs/ are mounted and asked; test/docs compiles them.
import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Hono } from "hono";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { type AccountDirectory, demoAppId } from "../../../mock-server/index.ts";
import type { RunningServer } from "../../../mock-server/node.ts";
import { type Database, loadWorld } from "../../../mock-server/sql/index.ts";
import { href, routes, type SourceList } from "../../../src/contract/index.ts";
import { account } from "../worlds.ts";
import { createDatabase, type OwnDatabase } from "./create-database.ts";

const root = join(import.meta.dirname, "../../..");
const pages = ["docs/backend.md", "docs/scaling.md", "docs/sync.md"];
// The published names stand for the sources they are built from.
const doors: readonly (readonly [string, string])[] = [
  ["import-existing-users/backend/node", "../../mock-server/node.ts"],
  ["import-existing-users/backend/sql", "../../mock-server/sql/index.ts"],
  ["import-existing-users/backend", "../../mock-server/backend.ts"],
  ["import-existing-users/client", "../../src/client/index.ts"],
  ["import-existing-users/sync", "../../src/sync/index.ts"],
  ["import-existing-users/sync/node", "../../src/sync/node.ts"],
];

// The same file runs in two projects at once: each has a folder of its own.
let folder = "";
let own: OwnDatabase;
let opened: Database;

beforeAll(async () => {
  mkdirSync(join(root, "tmp"), { recursive: true });
  folder = mkdtempSync(join(root, "tmp/docs-samples-"));
  for (const page of pages) {
    const text = readFileSync(join(root, page), "utf8");
    for (const [, name = "", code = ""] of text.matchAll(/^```ts file=(\S+)\n([\s\S]*?)^```/gm)) {
      writeFileSync(join(folder, name), toSource(code));
    }
  }
  own = await createDatabase(inject("postgresUrl"));
  vi.stubEnv("DATABASE_URL", own.url);
  vi.stubEnv("PORT", "0");
  vi.stubEnv("LOG_LEVEL", "silent");
  opened = (await load<{ database: Database }>("backend.ts")).database;
  await loadWorld(opened, { accounts: [account("a@x.io"), account("b@x.io")], connections: [] });
});

afterAll(async () => {
  await (await load<{ pool: pg.Pool }>("portal.ts")).pool.end();
  await opened.destroy();
  await own.drop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function toSource(code: string): string {
  return doors.reduce((text, [name, path]) => text.replaceAll(`from "${name}"`, `from "${path}"`), code);
}

function load<Module>(name: string): Promise<Module> {
  return import(/* @vite-ignore */ join(folder, name)) as Promise<Module>;
}

test.each([
  ["uuid", "gen_random_uuid()"],
  ["bigint", "number"],
  ["text", "'user ' || number"],
])("all users are paged through where ids are of the type %s", async (type, id) => {
  const pool = new pg.Pool({ connectionString: own.url });
  await pool.query("drop table if exists users");
  await pool.query(
    `create table users as select (${id})::${type} as id, 'u' || number || '@x.io' as email, null::text as name,
      now() as created_at, null::timestamptz as last_login_at from generate_series(1, 2500) number`,
  );
  const { allUsers } = await load<{ allUsers(): AsyncIterable<{ externalUserId: string }> }>("all-users.ts");
  const ids = new Set<string>();
  for await (const { externalUserId } of allUsers()) ids.add(externalUserId);
  expect(ids.size).toBe(2_500);
  await pool.end();
});

test("a webhook enqueues a user in the outbox only with its signature", async () => {
  vi.stubEnv("WEBHOOK_SECRET", "of the provider");
  // The outbox stands in place of pg-boss.
  writeFileSync(join(folder, "queue.ts"), readFileSync(join(folder, "outbox.ts")));
  const { webhook } = await load<{ webhook: Hono }>("webhook.ts");
  const body = JSON.stringify({ id: 7, email: "ann@x.io", name: "Ann", updatedAt: "2026-05-03T07:22:00Z" });
  const signature = createHmac("sha256", "of the provider").update(body).digest("hex");
  const post = (given: string, text = body) =>
    webhook.request("/webhooks/users", { method: "POST", body: text, headers: { "x-signature": given } });
  const statuses = [await post(""), await post("00"), await post(signature, `${body} `), await post(signature)];
  expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 204]);
  const pool = new pg.Pool({ connectionString: own.url });
  expect((await pool.query("select user_key, state from ieu_outbox")).rows).toEqual([
    { user_key: "7", state: "waiting" },
  ]);
  await pool.end();
});

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

// What every mounting must do: answer the developer, refuse other sites, strangers and people without a session.
async function expectToWork(ask: Ask, sourceName: string): Promise<void> {
  const headers = {
    ...{ "Content-Type": "application/json", Cookie: "session=developer" },
    Origin: "https://portal.example.com",
  };
  const body = JSON.stringify({ sourceName, users: [{ externalUserId: "1", email: "a@x.io" }] });
  const post = (rest: object, appId: string = demoAppId) =>
    ask(href(routes.importUsers, { appId }), { method: "POST", headers: { ...headers, ...rest }, body });
  const done = await post({});
  expect([done.status, await done.json()]).toMatchObject([200, { source: { name: sourceName } }]);
  expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ Cookie: "none" })).status).toBe(401);
  expect((await post({}, "app_stranger")).status).toBe(404);
  const list = await ask(href(routes.listSources, { appId: demoAppId }), { headers });
  expect(((await list.json()) as SourceList).sources[0]?.name).toBe(sourceName);
}

test("in a Hono app", async () => {
  const { app } = await load<{ app: Hono }>("hono.ts");
  await expectToWork(async (path, init) => app.request(`https://portal.example.com${path}`, init), "Hono");
  expect(await (await app.request("/healthz")).json()).toEqual({ status: "ok" });
});

test("in a server of node:http", async () => {
  const { server } = await load<{ server: Server }>("http.ts");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expectToWork((path, init) => fetch(url + path, init), "node:http");
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${url}/`)).text()).toBe("The portal");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("in a Next.js route handler", async () => {
  type Handler = (request: Request) => Promise<Response>;
  const handlers = await load<Record<string, Handler>>("route.ts");
  const ask: Ask = (path, init = {}) => {
    const handle = handlers[init.method ?? "GET"];
    if (!handle) throw new Error(`${init.method} is not exported.`);
    return handle(new Request(`https://portal.example.com${path}`, init));
  };
  await expectToWork(ask, "Next.js");
});

test("on a port of its own", async () => {
  const { running } = await load<{ running: RunningServer }>("serve.ts");
  const url = `http://127.0.0.1:${running.port}`;
  await expectToWork((path, init) => fetch(url + path, init), "Own port");
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
  await running.close();
});

test("with the portal's own user table", async () => {
  const { createPortalAccounts } = await load<{ createPortalAccounts(pool: pg.Pool): AccountDirectory }>(
    "portal-accounts.ts",
  );
  const pool = new pg.Pool({ connectionString: own.url });
  await pool.query(
    "create table portal_users (user_id bigint, login text, full_name text, confirmed_at date, locked bool)",
  );
  await pool.query(
    "insert into portal_users values (7, 'ann@x.io', '', '2024-01-01', false), (8, 'b@x.io', 'Bo', null, true)",
  );
  expect(await createPortalAccounts(pool).findAccountsByEmail(["ann@x.io", "b@x.io", "nobody@x.io"])).toEqual([
    { id: "7", email: "ann@x.io", name: null, emailVerified: true, state: "active" },
    { id: "8", email: "b@x.io", name: "Bo", emailVerified: false, state: "suspended" },
  ]);
  await pool.end();
});
