// Implements the store in SQL through Kysely, for PostgreSQL and PGlite.
import { sql } from "kysely";
import { createExclusive } from "../store/application-queue.ts";
import type { Store, Transaction } from "../store/store.ts";
import {
  createConnectionReader,
  deleteConnectionsCreatedBy,
  insertConnections,
  updateConnections,
} from "./connection-rows.ts";
import type { Database } from "./schema.ts";
import { findSource, insertSource, listResults, listSources, markSourceDeleted } from "./source-rows.ts";
import { createSqlAccounts } from "./sql-accounts.ts";
import { reach } from "./sql-failures.ts";
import { repeatedly, withRowLock } from "./sql-lock.ts";
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

/** One statement, or a constant number of them, to be executed later. */
type Write = (database: Database) => Promise<void>;

/** What the work answered, and what is to be written for it to be true. */
interface Done<T> {
  readonly answer: T;
  readonly writes: readonly Write[];
}

/** Lets the work read from the database and collects its writes. */
export async function collect<T>(
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
    insertSource: (source, results) => later((to) => insertSource(to, source, results)),
    insertConnections: (connections) => later((to) => insertConnections(to, connections)),
    updateConnections: (connections) => later((to) => updateConnections(to, appId, connections)),
    deleteConnectionsCreatedBy: (sourceId) => later((to) => deleteConnectionsCreatedBy(to, appId, sourceId)),
    markSourceDeleted: (sourceId, rollback) => later((to) => markSourceDeleted(to, appId, sourceId, rollback)),
  });
  return { answer, writes };
}

/** Executes the writes in their order. */
export async function write(database: Database, writes: readonly Write[]): Promise<void> {
  for (const one of writes) await one(database);
}
