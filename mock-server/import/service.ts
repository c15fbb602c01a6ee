// The use cases: import, list, read results, roll back. Over any store, with the clock and the ids given.
import type { RowResult } from "../../src/contract/import.ts";
import type { Rollback, Source } from "../../src/contract/source.ts";
import type { RowStatus } from "../../src/contract/status.ts";
import type { AccountDirectory, SourcePosition, Store, Transaction } from "../store/store.ts";
import { toSource } from "../store/world.ts";
import { createLock, type Outcome } from "./application-lock.ts";
import type { NewId } from "./ids.ts";
import { createImportUsers, type ImportUsers } from "./import-users.ts";

/** What the service works with. */
export interface ServiceOptions {
  readonly store: Store;
  readonly accounts: AccountDirectory;
  readonly now: () => Date;
  readonly newId: NewId;
  /** Milliseconds a request waits for others of the same application. */
  readonly maxWait: number;
}

/** The use cases of the backend. */
export interface Service {
  readonly importUsers: ImportUsers;
  /** Living sources, newest first; ask for one more than a page to know whether there is more. */
  listSources(appId: string, limit: number, after: SourcePosition | null): Promise<readonly Source[]>;
  /** Stored results by index, from `fromIndex` on. */
  listResults(
    appId: string,
    sourceId: string,
    page: { readonly limit: number; readonly fromIndex: number; readonly status: RowStatus | null },
  ): Promise<Outcome<{ readonly results: readonly RowResult[] }>>;
  /** Removes what the source created; a dry run only counts it. */
  deleteSource(appId: string, sourceId: string, dryRun: boolean): Promise<Outcome<RolledBack>>;
}

interface RolledBack {
  readonly rollback: Rollback;
}

/** Creates the use cases over a store. */
export function createService({ store, maxWait, ...options }: ServiceOptions): Service {
  const lock = createLock(store, maxWait);
  return {
    importUsers: createImportUsers({ ...options, store, lock }),
    async listSources(appId, limit, after) {
      return (await store.listSources(appId, { limit, after })).map(toSource);
    },
    async listResults(appId, sourceId, page) {
      const source = await store.findSource(appId, sourceId);
      if (!source || source.rollback) return { ok: false, code: "source-not-found" };
      return { ok: true, results: await store.listResults(appId, sourceId, page) };
    },
    deleteSource(appId, sourceId, dryRun) {
      return lock(appId, null, (transaction) => rollBack(transaction, sourceId, dryRun));
    },
  };
}

async function rollBack(transaction: Transaction, sourceId: string, dryRun: boolean): Promise<Outcome<RolledBack>> {
  const record = await transaction.findSource(sourceId);
  if (!record) return { ok: false, code: "source-not-found" };
  const source = toSource(record);
  if (record.rollback) return { ok: true, rollback: { source, ...record.rollback, alreadyDeleted: true } };
  const removed = await transaction.countConnectionsCreatedBy(sourceId);
  const alreadyGone = record.counters.imported - removed;
  const rollback = { removed, alreadyGone, reactivatedKept: record.reactivated };
  if (!dryRun) {
    await transaction.deleteConnectionsCreatedBy(sourceId);
    await transaction.markSourceDeleted(sourceId, rollback);
  }
  return { ok: true, rollback: { source, ...rollback, alreadyDeleted: false } };
}
