// A database whose n-th statement fails as PostgreSQL lets it fail after a conflict, and whose transaction is then really over.
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, Tables } from "../../../../mock-server/sql/index.ts";

export interface ConflictingDatabase {
  readonly database: Database;
  /** Counts statements from here on; the n-th fails once, none for 0. */
  failAt(statement: number): void;
  /** The statements since then, and the one that failed. */
  seen(): { readonly statements: number; readonly failed: string | null };
}

type Query = (text: string, parameters?: unknown[]) => Promise<unknown>;

/** Opens the database; its tables are not made. */
export function openConflicting(url: string, code: string): ConflictingDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  let count = 0;
  let at = 0;
  let failed: string | null = null;
  pool.on("connect", (client) => {
    const execute = client.query.bind(client) as unknown as Query;
    const query: Query = async (text, parameters) => {
      count += 1;
      if (count === at) {
        failed = text;
        await execute(`do $$ begin raise exception 'a conflict' using errcode = '${code}'; end $$`);
      }
      return execute(text, parameters);
    };
    Object.assign(client, { query });
  });
  return {
    database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    failAt(statement) {
      count = 0;
      at = statement;
      failed = null;
    },
    seen: () => ({ statements: count, failed }),
  };
}
