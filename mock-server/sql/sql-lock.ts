// Locks an application across processes through its row; the database wakes up who waits.
import { sql } from "kysely";
import { ApplicationBusyError } from "../store/store.ts";
import type { Database } from "./schema.ts";
import { isLocked, retryConflicts } from "./sql-failures.ts";

// Milliseconds. Waiting occupies a connection: after this time it goes back to the pool for a moment, so that other
// applications have their turn although many requests wait for other processes.
const maxWaitInDatabase = 1_000;

class UnknownApplicationError extends Error {}

/**
 * Runs the work in a transaction that holds the application's row.
 *
 * @param until When to give up waiting, on the clock of `performance.now()`.
 * @throws ApplicationBusyError when another process held the row for too long.
 */
export async function withRowLock<T>(
  database: Database,
  appId: string,
  until: number,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await retryConflicts(() =>
        database.transaction().execute(async (transaction) => {
          await limitWaiting(transaction, until);
          await lockRow(transaction, appId);
          return work(transaction);
        }),
      );
    } catch (error) {
      if (error instanceof UnknownApplicationError) await addApplication(database, appId);
      else if (!isLocked(error)) throw error;
      else if (performance.now() >= until) throw new ApplicationBusyError();
    }
  }
}

// For this transaction alone, so that a pooler may give the session to others afterwards.
async function limitWaiting(transaction: Database, until: number): Promise<void> {
  const milliseconds = Math.ceil(Math.min(maxWaitInDatabase, Math.max(1, until - performance.now())));
  await sql`set local lock_timeout = ${sql.raw(String(milliseconds))}`.execute(transaction);
}

async function lockRow(transaction: Database, appId: string): Promise<void> {
  const row = transaction.selectFrom("ieu_applications").select("app_id").where("app_id", "=", appId);
  if (!(await row.forUpdate().executeTakeFirst())) throw new UnknownApplicationError();
}

// In a transaction of its own, because two transactions that add the same row wait for each other.
async function addApplication(database: Database, appId: string): Promise<void> {
  const row = database.insertInto("ieu_applications").values({ app_id: appId });
  await retryConflicts(() => row.onConflict((conflict) => conflict.doNothing()).execute());
}
