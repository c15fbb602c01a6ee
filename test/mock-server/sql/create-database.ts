// A database of its own on a PostgreSQL server.
import { randomUUID } from "node:crypto";
import process from "node:process";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { migrate, type Tables } from "../../../mock-server/sql/index.ts";

export interface OwnDatabase {
  readonly url: string;
  /** Removes it once nobody is connected to it any more; what stays connected is an error. */
  drop(): Promise<void>;
}

/** Creates a database beside the server's own. With IEU_TEST_PARTITIONS its tables are there, divided into as many partitions. */
export async function createDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `ieu_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await ask(serverUrl, `create database ${name}`);
  const partitions = Number(process.env.IEU_TEST_PARTITIONS ?? 0);
  if (partitions > 0) await divide(url.href, partitions);
  return { url: url.href, drop: () => dropWhenLeft(serverUrl, name) };
}

const inUse = "55006";

// A pool of pg says that it has ended before the server has closed its connections. Forced to go, such a connection reports
// an error that nobody listens for, and the run fails. The server itself waits up to five seconds each time.
async function dropWhenLeft(serverUrl: string, name: string, attempts = 12): Promise<void> {
  try {
    await ask(serverUrl, `drop database if exists ${name}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === inUse) || attempts === 1) throw error;
    await dropWhenLeft(serverUrl, name, attempts - 1);
  }
}

async function divide(url: string, partitions: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(database, { partitions });
  await database.destroy();
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
