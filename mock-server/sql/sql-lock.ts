// The lock of an application across processes: its row, asked for without waiting, again and again until the time is up.
import { ApplicationBusyError } from "../store/store.ts";
import type { Database } from "./schema.ts";
import { isConflict, isLocked } from "./sql-failures.ts";

// Nobody waits inside the database: a waiting request would occupy a connection of the pool, and a time limit for
// waiting (`lock_timeout`) is a setting that poolers and other engines treat each in their own way.
const pause = { shortest: 5, longest: 50 };

const mostAttempts = 6;

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
      return await repeatedly(() =>
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

/** Runs the work, and again from its beginning after a conflict. */
export async function repeatedly<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error) || attempt === mostAttempts) throw error;
      await sleep();
    }
  }
}

async function lockRow(transaction: Database, appId: string): Promise<void> {
  const row = transaction.selectFrom("ieu_applications").select("app_id").where("app_id", "=", appId);
  if (!(await row.forUpdate().noWait().executeTakeFirst())) throw new UnknownApplicationError();
}

// In a transaction of its own: two that add the same row wait for each other, and that should not last an import.
async function addApplication(database: Database, appId: string): Promise<void> {
  const row = database.insertInto("ieu_applications").values({ app_id: appId });
  await row.onConflict((conflict) => conflict.doNothing()).execute();
}

function sleep(): Promise<void> {
  const milliseconds = pause.shortest + Math.random() * (pause.longest - pause.shortest);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
