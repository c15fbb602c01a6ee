// The store in SQL, through Kysely: PGlite and PostgreSQL with one code.
import { sql } from "kysely";
import { createExclusive } from "../store/application-queue.ts";
import type { Store, Transaction } from "../store/store.ts";
import { createConnectionReader } from "./connection-rows.ts";
import type { Database } from "./schema.ts";
import { findSource, listResults, listSources } from "./source-rows.ts";
import { createSqlAccounts } from "./sql-accounts.ts";
import { reach } from "./sql-failures.ts";
import { repeatedly, withRowLock } from "./sql-lock.ts";
import { collect, write } from "./sql-transaction.ts";
import { takeSnapshot } from "./sql-world.ts";

/** Creates a store over a database whose tables are there; see `migrate`. */
export function createSqlStore(database: Database): Store {
  const alone = createExclusive();
  const work = hasSingleConnection(database) ? readThenWrite : inOneTransaction;
  return {
    ...createSqlAccounts(database),
    transaction(appId, options, given) {
      const until = performance.now() + options.maxWait;
      // First in line within this process, where waiting occupies no connection; then across processes.
      return alone(appId, options, () => reach(() => work({ database, appId, until }, given)));
    },
    read: (appId, given) => reach(() => given(createConnectionReader(database, appId))),
    findSource: (appId, sourceId) => reach(() => findSource(database, appId, "id", sourceId)),
    listSources: (appId, page) => reach(() => listSources(database, appId, page)),
    listResults: (appId, sourceId, page) => reach(() => listResults(database, appId, sourceId, page)),
    snapshot: () => reach(() => takeSnapshot(database)),
    ping: () => reach(async () => void (await sql`select 1`.execute(database))),
  };
}

interface Place {
  readonly database: Database;
  readonly appId: string;
  readonly until: number;
}

type Work<T> = (transaction: Transaction) => Promise<T>;

function inOneTransaction<T>({ database, appId, until }: Place, work: Work<T>): Promise<T> {
  return withRowLock(database, appId, until, async (transaction) => {
    const { answer, writes } = await collect(transaction, appId, work);
    await write(transaction, writes);
    return answer;
  });
}

// An open transaction would keep the only connection from every other application. It belongs to this process alone,
// where the line of `alone` is lock enough: nothing that was read can change before it is written.
function readThenWrite<T>({ database, appId }: Place, work: Work<T>): Promise<T> {
  return repeatedly(async () => {
    const { answer, writes } = await collect(database, appId, work);
    if (writes.length > 0) await database.transaction().execute((transaction) => write(transaction, writes));
    return answer;
  });
}

function hasSingleConnection(database: Database): boolean {
  return database.getExecutor().adapter.supportsMultipleConnections === false;
}
