// The use cases: import, list, read results, roll back. Over any store, with the clock and the ids given.
import type { ImportResponse, RowResult } from "../src/contract/import.ts";
import { maxUsersPerImport } from "../src/contract/import.ts";
import type { ProblemCode } from "../src/contract/problem.ts";
import type { Rollback, Source } from "../src/contract/source.ts";
import { countStatuses, type RowStatus } from "../src/contract/status.ts";
import { type CheckedRow, decideBatch } from "./batch.ts";
import { toCheckedRow } from "./checked-row.ts";
import { judgeReuse, toFingerprint } from "./idempotency.ts";
import type { NewId } from "./ids.ts";
import { inSlices } from "./slices.ts";
import {
  type AccountDirectory,
  ApplicationBusyError,
  type ConnectionReader,
  type SourcePosition,
  type Store,
  type Transaction,
} from "./store.ts";
import type { Account, SourceRecord } from "./world.ts";

/** What was asked for, or the code of the problem why not. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly code: ProblemCode };

/** What one POST asks for. */
export interface ImportOrder {
  readonly sourceName: string;
  readonly users: readonly unknown[];
  readonly idempotencyKey: string | null;
  readonly dryRun: boolean;
}

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
  importUsers(appId: string, order: ImportOrder): Promise<Outcome<Imported>>;
  /** One more than a page is never read: ask for `limit + 1` to know whether there is more. */
  listSources(appId: string, limit: number, after: SourcePosition | null): Promise<readonly Source[]>;
  listResults(
    appId: string,
    sourceId: string,
    page: { limit: number; fromIndex: number; status: RowStatus | null },
  ): Promise<Outcome<{ results: readonly RowResult[] }>>;
  deleteSource(appId: string, sourceId: string, dryRun: boolean): Promise<Outcome<RolledBack>>;
}

/** Creates the use cases over a store. */
export function createService(options: ServiceOptions): Service {
  const { store, accounts, now, newId, maxWait } = options;

  async function locked<T>(
    appId: string,
    idempotencyKey: string | null,
    work: (transaction: Transaction) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    try {
      return await store.transaction(appId, { idempotencyKey, maxWait }, work);
    } catch (error) {
      if (error instanceof ApplicationBusyError) return { ok: false, code: "import-in-progress" };
      throw error;
    }
  }

  async function findAccounts(rows: readonly CheckedRow[]): Promise<readonly Account[]> {
    const emails = new Set(rows.flatMap(({ user }) => user?.email ?? []));
    return accounts.findAccountsByEmail([...emails]);
  }

  async function look(reader: ConnectionReader, rows: readonly CheckedRow[], found: readonly Account[]) {
    const connections = await reader.findConnectionsByAccountIds(found.map(({ id }) => id));
    const externalUserIds = new Set(rows.flatMap(({ user }) => user?.externalUserId ?? []));
    const holders = await reader.findConnectionsByExternalUserIds([...externalUserIds]);
    return { accounts: found, connections, holders };
  }

  async function tryOut(
    appId: string,
    rows: readonly CheckedRow[],
    found: readonly Account[],
  ): Promise<ImportResponse> {
    const begin = () => ({ id: "", appId, createdBySourceId: null });
    const knowledge = await store.read(appId, (reader) => look(reader, rows, found));
    const { results } = await decideBatch(rows, knowledge, begin);
    // A connection that was never made has no id to show.
    return { source: null, results: results.map((row) => ({ ...row, connectionId: row.connectionId || null })) };
  }

  async function save(
    transaction: Transaction,
    appId: string,
    record: NewSource,
    rows: readonly CheckedRow[],
    found: readonly Account[],
  ): Promise<Saved> {
    const id = newId("src");
    const begin = () => ({ id: newId("con"), appId, createdBySourceId: id });
    const knowledge = await look(transaction, rows, found);
    const { results, created, changed, reactivated } = await decideBatch(rows, knowledge, begin);
    const counters = countStatuses(results);
    const createdAt = now().toISOString();
    const source: SourceRecord = { ...record, id, appId, createdAt, counters, reactivated, rollback: null };
    await transaction.insertSource(source, results);
    await transaction.insertConnections(created);
    await transaction.updateConnections(changed);
    return { source, results };
  }

  // The stored answer is read after the transaction: a store with a single connection could not do it within.
  async function answer(appId: string, { source, results }: Saved): Promise<Imported> {
    const everything = { limit: maxUsersPerImport, fromIndex: 0, status: null };
    const stored = results ?? (await store.listResults(appId, source.id, everything));
    return { response: { source: toSource(source), results: stored }, replayed: results === null };
  }

  return {
    async importUsers(appId, { sourceName: name, users, idempotencyKey, dryRun }) {
      const rows = await inSlices(users, toCheckedRow);
      const found = await findAccounts(rows);
      if (dryRun) return { ok: true, response: await tryOut(appId, rows, found), replayed: false };
      const fingerprint = idempotencyKey === null ? null : await toFingerprint(name, users);
      const outcome = await locked<Saved>(appId, idempotencyKey, async (transaction) => {
        const source = idempotencyKey && (await transaction.findSourceByIdempotencyKey(idempotencyKey));
        if (!source) {
          const record = { name, idempotencyKey, fingerprint };
          return { ok: true, ...(await save(transaction, appId, record, rows, found)) };
        }
        const code = judgeReuse(source, fingerprint);
        return code ? { ok: false, code } : { ok: true, source, results: null };
      });
      return outcome.ok ? { ok: true, ...(await answer(appId, outcome)) } : outcome;
    },
    async listSources(appId, limit, after) {
      return (await store.listSources(appId, { limit, after })).map(toSource);
    },
    async listResults(appId, sourceId, page) {
      const source = await store.findSource(appId, sourceId);
      if (!source || source.rollback) return { ok: false, code: "source-not-found" };
      return { ok: true, results: await store.listResults(appId, sourceId, page) };
    },
    deleteSource(appId, sourceId, dryRun) {
      return locked<RolledBack>(appId, null, async (transaction) => {
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
      });
    },
  };
}

type Imported = { readonly response: ImportResponse; readonly replayed: boolean };
/** A source in the store; its results only where they are at hand. */
type Saved = { readonly source: SourceRecord; readonly results: readonly RowResult[] | null };
type RolledBack = { readonly rollback: Rollback };
type NewSource = Pick<SourceRecord, "name" | "idempotencyKey" | "fingerprint">;

function toSource({ id, name, createdAt, counters, reactivated }: SourceRecord): Source {
  return { id, name, createdAt, counters, reactivated };
}
