// Databases of their own for a test file, and the suite's way to start a backend on one.
import { randomUUID } from "node:crypto";
import { type LogConfig, sql } from "kysely";
import pg from "pg";
import { inject } from "vitest";
import { createSqlStore, type Database, loadWorld, openPglite, openPostgres } from "../../../mock-server/sql/index.ts";
import type { Start } from "../conformance/start.ts";
import { createTestBackend } from "../conformance/start.ts";

export interface TestDatabase {
  readonly database: Database;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

/** An empty database on the tests' PostgreSQL server. */
export async function createPostgresDatabase(log?: LogConfig): Promise<TestDatabase & { readonly url: string }> {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  const database = await openPostgres({ url, ...(log ? { log } : {}) });
  return {
    url,
    database,
    async drop() {
      await database.destroy();
      await drop();
    },
  };
}

/** A PGlite in memory. */
export async function createPgliteDatabase(log?: LogConfig): Promise<TestDatabase> {
  const database = await openPglite(log ? { log } : {});
  return { database, drop: () => database.destroy() };
}

/** Creates a database beside the server's own; `drop` ends whatever is still connected to it. */
export async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `ieu_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await ask(serverUrl, `create database ${name}`);
  return { url: url.href, drop: () => ask(serverUrl, `drop database if exists ${name} with (force)`) };
}

/** A start for the suite: each backend finds the database empty but for its world. */
export function startOn(open: () => Promise<TestDatabase>): Start {
  return async (world, options) => {
    const { database } = await open();
    await empty(database);
    await loadWorld(database, world);
    const store = createSqlStore(database);
    const backend = createTestBackend(store, options);
    return {
      fetch: (path, init) => backend.fetch(new Request(`https://portal.test${path}`, init)),
      snapshot: () => store.snapshot(),
      close: async () => {},
    };
  };
}

/** Removes every row; quicker than new tables. */
export async function empty(database: Database): Promise<void> {
  for (const table of ["accounts", "connections", "sources", "result_pages", "applications"]) {
    await sql`delete from ${sql.table(`ieu_${table}`)}`.execute(database);
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
