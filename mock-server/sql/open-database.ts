// Opens a database: a PostgreSQL server by its address, or PGlite, which is PostgreSQL in this process.
import { Kysely, type LogConfig, PGliteDialect, PostgresDialect } from "kysely";
import { migrate } from "./migrations.ts";
import type { Database, Tables } from "./schema.ts";

/** What both kinds of database take. */
export interface OpenOptions {
  /** Told of every statement. @default nobody */
  readonly log?: LogConfig;
}

/** How a PostgreSQL server is reached. */
export interface PostgresOptions extends OpenOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Most connections at a time: each running import occupies one. @default 10 */
  readonly connections?: number;
  /** Told when a connection breaks that nobody was using. @default nobody: the next request takes a new one */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Where PGlite keeps its files. */
export interface PgliteOptions extends OpenOptions {
  /** A folder in Node, `idb://name` in a browser. @default memory */
  readonly data?: string;
}

/** Opens a database on a PostgreSQL server and brings its tables up to date. Needs the package `pg`. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, connections = 10, onConnectionLost = () => {}, log } = options;
  const { Pool } = (await import("pg")).default;
  const pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // Without a listener the error of an idle connection would end the process.
  pool.on("error", onConnectionLost);
  return prepare(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) }));
}

/** Opens PGlite and brings its tables up to date. Needs the package `@electric-sql/pglite`. */
export async function openPglite({ data, log }: PgliteOptions = {}): Promise<Database> {
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await (data === undefined ? PGlite.create() : PGlite.create(data));
  return prepare(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), ...(log ? { log } : {}) }));
}

async function prepare(database: Database): Promise<Database> {
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
