// A database of its own on a PostgreSQL server.
import { randomUUID } from "node:crypto";
import process from "node:process";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { migrate, type Tables } from "../../../mock-server/sql/index.ts";

export interface OwnDatabase {
  readonly url: string;
  /** Ends whatever is still connected to it, and removes it. */
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
  return { url: url.href, drop: () => ask(serverUrl, `drop database if exists ${name} with (force)`) };
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
