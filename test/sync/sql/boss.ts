// Starts pg-boss on a database of its own, for one test file.
import pg from "pg";
import { PgBoss } from "pg-boss";
import { inject } from "vitest";
import { createDatabase } from "../../mock-server/sql/create-database.ts";

export interface TestBoss {
  readonly url: string;
  readonly boss: PgBoss;
  readonly pool: pg.Pool;
  /** Ends everything and removes the database. */
  drop(): Promise<void>;
}

/** Supervised by hand: `boss.supervise()` does at once what a running one does every minute. */
export async function createBoss(): Promise<TestBoss> {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, monitorIntervalSeconds: 1 });
  boss.on("error", () => {});
  await boss.start();
  const pool = new pg.Pool({ connectionString: url });
  pool.on("error", () => {});
  return {
    url,
    boss,
    pool,
    async drop() {
      await boss.stop({ graceful: false });
      await pool.end();
      await drop();
    },
  };
}
