// Databases of their own for a test file, and the suite's way to start a backend on one.
import type { LogConfig } from "kysely";
import { inject } from "vitest";
import { createSqlStore, type Database, loadWorld, openPglite, openPostgres } from "../../../mock-server/sql/index.ts";
import { createTestBackend, type Start } from "../conformance/start.ts";
import { createDatabase } from "./create-database.ts";
import { empty } from "./empty.ts";

/** On partitioned tables, which only PostgreSQL has: what is tested there needs no PGlite, and no other tables. */
export const isOnPartitions = Boolean(process.env.IEU_TEST_PARTITIONS);

/** The engines to test: each once without partitions. */
export const engineNames: readonly ("PostgreSQL" | "PGlite")[] = isOnPartitions
  ? ["PostgreSQL"]
  : ["PostgreSQL", "PGlite"];

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

let pglite: Promise<Database> | null = null;

/** The one PGlite in memory of this worker, which takes seconds to start; emptied before it is handed out. */
export async function openSharedPglite(): Promise<Database> {
  pglite ??= openPglite();
  await empty(await pglite);
  return pglite;
}

/** A start for the suite: each backend finds the database empty but for its world. */
export function startOn(open: () => Promise<Database>): Start {
  return async (world, options) => {
    const database = await open();
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
