// Locks an application across processes through its row, polled without waiting inside the database.
import { ApplicationBusyError } from "../store/store.ts";
import type { Database } from "./schema.ts";
import { isConflict, isLocked } from "./sql-failures.ts";

// Milliseconds between attempts. Waiting inside the database would occupy a connection of the pool, and poolers and
// other engines differ in how they treat `lock_timeout`.
const pause = { min: 5, max: 50 };

const maxAttempts = 6;

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
          await lockRow(transaction, appId);
          return work(transaction);
        }),
      );
    } catch (error) {
      if (error instanceof UnknownApplicationError) await addApplication(database, appId);
      else if (!isLocked(error)) throw error;
      else if (performance.now() >= until) throw new ApplicationBusyError();
      else await sleep();
    }
  }
}

/** Runs the work, and runs it again from its beginning after a conflict. */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error) || attempt === maxAttempts) throw error;
      await sleep();
    }
  }
}

async function lockRow(transaction: Database, appId: string): Promise<void> {
  const row = transaction.selectFrom("ieu_applications").select("app_id").where("app_id", "=", appId);
  if (!(await row.forUpdate().noWait().executeTakeFirst())) throw new UnknownApplicationError();
}

// In a transaction of its own, because two transactions that add the same row wait for each other.
async function addApplication(database: Database, appId: string): Promise<void> {
  const row = database.insertInto("ieu_applications").values({ app_id: appId });
  await row.onConflict((conflict) => conflict.doNothing()).execute();
}

function sleep(): Promise<void> {
  const milliseconds = pause.min + Math.random() * (pause.max - pause.min);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
