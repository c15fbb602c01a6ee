// A database of its own on a PostgreSQL server.
import { randomUUID } from "node:crypto";
import pg from "pg";

export interface OwnDatabase {
  readonly url: string;
  /** Ends whatever is still connected to it, and removes it. */
  drop(): Promise<void>;
}

/** Creates a database beside the server's own. */
export async function createDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `ieu_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await ask(serverUrl, `create database ${name}`);
  return { url: url.href, drop: () => ask(serverUrl, `drop database if exists ${name} with (force)`) };
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
