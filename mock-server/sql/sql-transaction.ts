// One piece of work on one application: what it reads comes at once, what it writes waits until it is done.
import type { Transaction } from "../store/store.ts";
import {
  createConnectionReader,
  deleteConnectionsCreatedBy,
  insertConnections,
  updateConnections,
} from "./connection-rows.ts";
import type { Database } from "./schema.ts";
import { findSource, insertSource, markSourceDeleted } from "./source-rows.ts";

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
