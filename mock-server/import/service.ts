// Implements the use cases over any store: import, list, read results, roll back.

import { fieldKeys } from "../../src/contract/fields.ts";
import { toBase36Hash } from "../../src/contract/hash.ts";
import { type ImportResponse, maxUsersPerImport, type RowResult } from "../../src/contract/import.ts";
import type { ProblemCode } from "../../src/contract/problem.ts";
import type { Rollback, Source } from "../../src/contract/source.ts";
import { countStatuses, type RowStatus } from "../../src/contract/status.ts";
import {
  type Account,
  type AccountDirectory,
  ApplicationBusyError,
  type ConnectionReader,
  type SourcePosition,
  type SourceRecord,
  type Store,
  type Transaction,
  toSource,
} from "../store/store.ts";
import { type CheckedRow, decideBatch, type Knowledge, toCheckedRow } from "./decide-batch.ts";
import type { NewId } from "./ids.ts";
import { inSlices, nextTask } from "./time-slices.ts";

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

/** What one POST asks for. */
interface ImportOrder {
  readonly sourceName: string;
  readonly users: readonly unknown[];
  readonly idempotencyKey: string | null;
  readonly dryRun: boolean;
}

interface Imported {
  readonly response: ImportResponse;
  /** The answer is that of an earlier request with the same key. */
  readonly replayed: boolean;
}

/** Imports the users of one request. */
export type ImportUsers = (appId: string, order: ImportOrder) => Promise<Outcome<Imported>>;

/** What an import works with. */
export interface ImportOptions {
  readonly store: Store;
  readonly accounts: AccountDirectory;
  readonly lock: Lock;
  readonly now: () => Date;
  readonly newId: NewId;
}

/** Creates the import over a store. */
export function createImportUsers(options: ImportOptions): ImportUsers {
  const { store, accounts, lock } = options;
  return async (appId, { sourceName: name, users, idempotencyKey, dryRun }) => {
    const rows = await inSlices(users, toCheckedRow);
    const people = await accounts.findAccountsByEmail(distinct(rows.map(({ user }) => user?.email)));
    const batch = { appId, rows, people };
    if (dryRun) return { ok: true, response: await tryOut(store, batch), replayed: false };
    const fingerprint = idempotencyKey === null ? null : await toFingerprint(name, users);
    const outcome = await lock<Saved>(appId, idempotencyKey, async (transaction) => {
      const earlier = idempotencyKey && (await transaction.findSourceByIdempotencyKey(idempotencyKey));
      if (!earlier)
        return { ok: true, ...(await save(transaction, batch, { name, idempotencyKey, fingerprint }, options)) };
      const code = judgeReuse(earlier, fingerprint);
      return code ? { ok: false, code } : { ok: true, source: earlier, results: null };
    });
    return outcome.ok ? { ok: true, ...(await toAnswer(store, outcome)) } : outcome;
  };
}

/** The rows of one request, with the accounts that have their emails. */
interface Batch {
  readonly appId: string;
  readonly rows: readonly CheckedRow[];
  readonly people: readonly Account[];
}

/** A source in the store; its results only where they are at hand. */
interface Saved {
  readonly source: SourceRecord;
  readonly results: readonly RowResult[] | null;
}

async function tryOut(store: Store, batch: Batch): Promise<ImportResponse> {
  const begin = () => ({ id: "", appId: batch.appId, createdBySourceId: null });
  const knowledge = await store.read(batch.appId, (reader) => look(reader, batch));
  const { results } = await decideBatch(batch.rows, knowledge, begin);
  // A connection that was never made has no id to show.
  return { source: null, results: results.map((row) => ({ ...row, connectionId: row.connectionId || null })) };
}

async function save(
  transaction: Transaction,
  batch: Batch,
  start: Pick<SourceRecord, "name" | "idempotencyKey" | "fingerprint">,
  { newId, now }: ImportOptions,
): Promise<Saved> {
  const { appId, rows } = batch;
  const id = newId("src");
  const begin = () => ({ id: newId("con"), appId, createdBySourceId: id });
  const { results, created, changed, reactivated } = await decideBatch(rows, await look(transaction, batch), begin);
  const counters = countStatuses(results);
  const createdAt = now().toISOString();
  const source: SourceRecord = { ...start, id, appId, createdAt, counters, reactivated, rollback: null };
  await transaction.insertSource(source, results);
  await transaction.insertConnections(created);
  await transaction.updateConnections(changed);
  return { source, results };
}

async function look(reader: ConnectionReader, { rows, people }: Batch): Promise<Knowledge> {
  const connections = await reader.findConnectionsByAccountIds(people.map(({ id }) => id));
  const externalUserIds = distinct(rows.map(({ user }) => user?.externalUserId));
  return { accounts: people, connections, holders: await reader.findConnectionsByExternalUserIds(externalUserIds) };
}

// Stored results are read after the transaction: a store with a single connection could not do it within.
async function toAnswer(store: Store, { source, results }: Saved): Promise<Imported> {
  const everything = { limit: maxUsersPerImport, fromIndex: 0, status: null };
  const stored = results ?? (await store.listResults(source.appId, source.id, everything));
  return { response: { source: toSource(source), results: stored }, replayed: results === null };
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== undefined);
}

/** What was asked for, or the code of the problem why not. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly code: ProblemCode };

/** Works on one application alone, and alone with its idempotency key. */
export type Lock = <T>(
  appId: string,
  idempotencyKey: string | null,
  work: (transaction: Transaction) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

/** Creates a lock that is waited for at most `maxWait` milliseconds. */
export function createLock(store: Store, maxWait: number): Lock {
  return async (appId, idempotencyKey, work) => {
    try {
      return await store.transaction(appId, { idempotencyKey, maxWait }, work);
    } catch (error) {
      if (error instanceof ApplicationBusyError) return { ok: false, code: "import-in-progress" };
      throw error;
    }
  };
}

/** Why a key can't be used again; null when the stored answer is the answer. */
export function judgeReuse(earlier: SourceRecord, fingerprint: string | null): ProblemCode | null {
  if (earlier.rollback) return "source-deleted";
  return earlier.fingerprint === fingerprint ? null : "idempotency-key-reused";
}

/** A short text that is the same for the same payload, whatever its white space, member order or unknown members. */
export async function toFingerprint(sourceName: string, users: readonly unknown[]): Promise<string> {
  const payload = JSON.stringify([sourceName, users.map(toCells)]);
  await nextTask();
  return `${payload.length.toString(36)}-${toBase36Hash(payload, 0)}-${toBase36Hash(payload, 1)}`;
}

function toCells(user: unknown): unknown {
  if (typeof user !== "object" || user === null || Array.isArray(user)) return user;
  return fieldKeys.map((key) => (Object.hasOwn(user, key) ? (user as Record<string, unknown>)[key] : null));
}
