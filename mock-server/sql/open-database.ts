// Opens a database: a PostgreSQL server by its address, or PGlite, which is PostgreSQL in this process.
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, type LogConfig, PGliteDialect, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { type MigrateOptions, migrate, requireMigrated } from "./migrations.ts";
import type { Database, Tables } from "./schema.ts";

/** The options of both kinds of database. */
export interface OpenOptions {
  /** Logs every statement. @default no log */
  readonly log?: LogConfig;
}

/** How a PostgreSQL server is reached. */
export interface PostgresOptions extends OpenOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** The most connections at a time; each running import uses one. @default 10 */
  readonly connections?: number;
  /**
   * False where the server has no right to make tables, and `import-existing-users migrate` brings them up to date.
   *
   * @default true
   */
  readonly migrate?: boolean;
  /** Called when an idle connection breaks; the next request opens a new one. @default no call */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Where PGlite keeps its files. */
export interface PgliteOptions extends OpenOptions {
  /** A folder in Node, for one process at a time; `idb://name` in a browser. @default memory */
  readonly data?: string;
}

/**
 * Opens a database on a PostgreSQL server and brings its tables up to date. Needs the package `pg`.
 *
 * @throws OutdatedTablesError when `migrate` is false and something is missing.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, connections = 10, onConnectionLost = () => {}, log } = options;
  const bringUpToDate = options.migrate === false ? requireMigrated : migrate;
  const pool = await createPool(url, connections, onConnectionLost);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) });
  return prepare(database, bringUpToDate);
}

/**
 * Brings the tables on a PostgreSQL server up to date, as a step of its own before servers start with `migrate: false`.
 *
 * @returns the names of the migrations that it applied.
 */
export async function migratePostgres(url: string, options: MigrateOptions = {}): Promise<readonly string[]> {
  const pool = await createPool(url, 1, () => {});
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return migrate(database, options).finally(() => database.destroy());
}

async function createPool(url: string, connections: number, onConnectionLost: (error: Error) => void): Promise<Pool> {
  const pg = (await import("pg")).default;
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // Without a listener the error of an idle connection would end the process.
  pool.on("error", onConnectionLost);
  return pool;
}

/**
 * Opens PGlite and brings its tables up to date. Needs the package `@electric-sql/pglite`.
 *
 * @throws FolderInUseError when another process keeps its database in this folder.
 */
export async function openPglite({ data, log }: PgliteOptions = {}): Promise<Database> {
  const unlock = await lockData(data);
  const pglite = await createPglite(data).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const close = pglite.close.bind(pglite);
  pglite.close = () => close().finally(unlock);
  return prepare(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), ...(log ? { log } : {}) }), migrate);
}

async function createPglite(data: string | undefined): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  return data === undefined ? PGlite.create() : PGlite.create(data);
}

// Memory and the databases of a browser belong to this process or origin alone.
async function lockData(data: string | undefined): Promise<() => Promise<void>> {
  const folder = data?.replace(/^file:\/\//, "");
  if (!folder || /^[\w-]+:\/\//.test(folder)) return async () => {};
  // Loaded on demand: browsers have no files.
  const { lockFolder } = await import("./folder-lock.ts");
  return lockFolder(folder);
}

async function prepare(database: Database, bringUpToDate: (database: Database) => Promise<unknown>): Promise<Database> {
  try {
    await bringUpToDate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
