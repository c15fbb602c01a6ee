// Implements the store in SQL through Kysely, for PostgreSQL and PGlite.
import { sql } from "kysely";
import { createApplicationQueue } from "../store/application-queue.ts";
import type { Store, Transaction } from "../store/store.ts";
import {
  createConnectionReader,
  deleteConnectionsCreatedBy,
  insertConnections,
  updateConnections,
} from "./connection-rows.ts";
import { isInThisThread } from "./row-sets.ts";
import type { Database } from "./schema.ts";
import { findSource, insertNewSource, listNames, listResults, listSources, markSourceDeleted } from "./source-rows.ts";
import { createSqlAccounts } from "./sql-accounts.ts";
import { reach, readAgain, retryConflicts } from "./sql-failures.ts";
import { withRowLock } from "./sql-lock.ts";
import { takeSnapshot } from "./sql-world.ts";

/** Creates a store over a database whose tables exist; see `migrate`. */
export function createSqlStore(database: Database): Store {
  const inQueue = createApplicationQueue();
  const work = isInThisThread(database) ? readThenWrite : inOneTransaction;
  let running = 0;
  return {
    ...createSqlAccounts(database),
    transaction(appId, options, given) {
      const until = performance.now() + options.maxWait;
      // Queued within this process first, where waiting occupies no connection, then locked across processes.
      return inQueue(appId, options, async () => {
        running += 1;
        try {
          return await reach(() => work({ database, appId, until }, given));
        } finally {
          running -= 1;
        }
      });
    },
    read: (appId, given) => readAgain(() => given(createConnectionReader(database, appId))),
    findSource: (appId, sourceId) => readAgain(() => findSource(database, appId, "id", sourceId)),
    listSources: (appId, page) => readAgain(() => listSources(database, appId, page)),
    listResults: (appId, sourceId, page) => readAgain(() => listResults(database, appId, sourceId, page)),
    listNames: (appId, sourceId, place) => readAgain(() => listNames(database, appId, sourceId, place)),
    snapshot: () => readAgain(() => takeSnapshot(database)),
    async ping() {
      // The only connection responds to a running import; asked beside it, it would answer after the import.
      if (running > 0 && isInThisThread(database)) return;
      await readAgain(() => sql`select 1`.execute(database));
    },
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

// A long transaction would block the only connection for every other application. No other process uses this database,
// so the queue is lock enough: nothing that was read can change before it is written.
function readThenWrite<T>({ database, appId }: Place, work: Work<T>): Promise<T> {
  return retryConflicts(async () => {
    const { answer, writes } = await collect(database, appId, work);
    if (writes.length > 0) await database.transaction().execute((transaction) => write(transaction, writes));
    return answer;
  });
}

/** One or a few statements, executed later. */
type Write = (database: Database) => Promise<void>;

/** The result of the work, and its pending writes. */
interface Done<T> {
  readonly answer: T;
  readonly writes: readonly Write[];
}

// Lets the work read from the database and collects its writes.
async function collect<T>(
  database: Database,
  appId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<Done<T>> {
  const writes: Write[] = [];
  const later = async (write: Write) => void writes.push(write);
  const answer = await work({
    ...createConnectionReader(database, appId),
    findSource: (id) => findSource(database, appId, "id", id),
    findSourceByIdempotencyKey: (key) => findSource(database, appId, "idempotency_key", key),
    insertSource: (source, results, names) => later((to) => insertNewSource(to, source, results, names)),
    insertConnections: (connections) => later((to) => insertConnections(to, connections)),
    updateConnections: (connections) => later((to) => updateConnections(to, appId, connections)),
    deleteConnectionsCreatedBy: (sourceId) => later((to) => deleteConnectionsCreatedBy(to, appId, sourceId)),
    markSourceDeleted: (sourceId, rollback) => later((to) => markSourceDeleted(to, appId, sourceId, rollback)),
  });
  return { answer, writes };
}

// Executes the writes in their order.
async function write(database: Database, writes: readonly Write[]): Promise<void> {
  for (const one of writes) await one(database);
}
