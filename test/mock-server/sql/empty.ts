// Removes every row from the store's tables; quicker than new tables.
import { sql } from "kysely";
import type { Database } from "../../../mock-server/sql/index.ts";

/** The statements of `empty`, which are not the store's. */
export const emptying = /^delete from "ieu_\w+"$/;

export async function empty(database: Database): Promise<void> {
  for (const table of ["accounts", "connections", "sources", "result_pages", "applications"]) {
    await sql`delete from ${sql.table(`ieu_${table}`)}`.execute(database);
  }
}
