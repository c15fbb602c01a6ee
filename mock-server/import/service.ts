// Implements the use cases over any store: import, list, read results, roll back.

import { fieldKeys } from "../../src/contract/fields.ts";
import { toBase36Hash, toHexHash } from "../../src/contract/hash.ts";
import {
  type ImportResponse,
  maxUsersPerImport,
  type RowResult,
  type StoredResult,
} from "../../src/contract/import.ts";
import type { ProblemCode } from "../../src/contract/problem.ts";
import type { Rollback } from "../../src/contract/source.ts";
import { countStatuses } from "../../src/contract/status.ts";
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
import { inSlices } from "./time-slices.ts";

/** The parts of a service. */
export interface ServiceOptions {
  readonly store: Store;
  readonly accounts: AccountDirectory;
  readonly now: () => Date;
  readonly newId: NewId;
  /** Milliseconds that a request waits for others of the same application. */
  readonly maxWait: number;
  /** Keeps the names that are sent. */
  readonly keepsNames: boolean;
}

type ListResults<Result> = (
  appId: string,
  sourceId: string,
  page: Parameters<Store["listResults"]>[2],
) => Promise<Outcome<{ readonly results: readonly Result[] }>>;

/** The use cases of the backend. */
export interface Service {
  readonly importUsers: ImportUsers;
  /** Sources that are not deleted, newest first. One more than a page tells whether there are more. */
  listSources(appId: string, limit: number, after: SourcePosition | null): Promise<readonly SourceRecord[]>;
  /** Stored results in the order of their index, from `fromIndex` on. */
  readonly listResults: ListResults<RowResult>;
  /** The same with the names that were sent. */
  readonly listNamedResults: ListResults<StoredResult>;
  /** Removes the connections that the source created; a dry run only counts them. */
  deleteSource(appId: string, sourceId: string, dryRun: boolean): Promise<Outcome<RolledBack>>;
}

interface RolledBack {
  readonly rollback: Rollback;
}

/** Creates the use cases over a store. */
export function createService({ store, maxWait, ...options }: ServiceOptions): Service {
  const lock = createLock(store, maxWait);
  const listResults: ListResults<RowResult> = async (appId, sourceId, page) => {
    const source = await store.findSource(appId, sourceId);
    if (!source || source.rollback) return { ok: false, code: "source-not-found" };
    return { ok: true, results: await store.listResults(appId, sourceId, page) };
  };
  return {
    importUsers: createImportUsers({ ...options, store, lock }),
    listSources: (appId, limit, after) => store.listSources(appId, { limit, after }),
    listResults,
    async listNamedResults(appId, sourceId, page) {
      const outcome = await listResults(appId, sourceId, page);
      if (!outcome.ok) return outcome;
      const from = outcome.results[0]?.index ?? 0;
      const to = outcome.results.at(-1)?.index ?? 0;
      const names = (await store.listNames?.(appId, sourceId, { from, to })) ?? [];
      return { ok: true, results: outcome.results.map((row) => ({ ...row, name: names[row.index - from] ?? null })) };
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

/** The content of one POST. */
interface ImportOrder {
  readonly sourceName: string;
  readonly users: readonly unknown[];
  readonly idempotencyKey: string | null;
  readonly dryRun: boolean;
}

interface Imported {
  readonly response: ImportResponse;
  /** True when the response is that of an earlier request with the same key. */
  readonly replayed: boolean;
}

/** Imports the users of one request. */
type ImportUsers = (appId: string, order: ImportOrder) => Promise<Outcome<Imported>>;

interface ImportOptions {
  readonly store: Store;
  readonly accounts: AccountDirectory;
  readonly lock: Lock;
  readonly now: () => Date;
  readonly newId: NewId;
  readonly keepsNames: boolean;
}

// Judges the rows, looks up accounts and connections, then decides and saves in one transaction.
function createImportUsers(options: ImportOptions): ImportUsers {
  const { store, accounts, lock } = options;
  return async (appId, { sourceName: name, users, idempotencyKey, dryRun }) => {
    const rows = await inSlices(users, toCheckedRow);
    const foundAccounts = await accounts.findAccountsByEmail(distinct(rows.map(({ user }) => user?.email)));
    const batch = { appId, rows, accounts: foundAccounts };
    if (dryRun) return { ok: true, response: await previewImport(store, batch), replayed: false };
    const fingerprint = idempotencyKey === null ? null : await toFingerprint(name, rows);
    const outcome = await lock<Saved>(appId, idempotencyKey, async (transaction) => {
      const earlier = idempotencyKey && (await transaction.findSourceByIdempotencyKey(idempotencyKey));
      if (!earlier)
        return { ok: true, ...(await save(transaction, batch, { name, idempotencyKey, fingerprint }, options)) };
      const code = toReuseProblem(earlier, fingerprint);
      return code ? { ok: false, code } : { ok: true, source: earlier, results: null };
    });
    return outcome.ok ? { ok: true, ...(await toAnswer(store, outcome)) } : outcome;
  };
}

/** The rows of one request, with the accounts that have their emails. */
interface Batch {
  readonly appId: string;
  readonly rows: readonly CheckedRow[];
  readonly accounts: readonly Account[];
}

/** A source in the store; `results` is null where they have to be read. */
interface Saved {
  readonly source: SourceRecord;
  readonly results: readonly RowResult[] | null;
}

async function previewImport(store: Store, batch: Batch): Promise<ImportResponse> {
  const newConnection = () => ({ id: "", appId: batch.appId, createdBySourceId: null });
  const knowledge = await store.read(batch.appId, (reader) => lookUp(reader, batch));
  const { results, reactivated } = await decideBatch(batch.rows, knowledge, newConnection);
  const isReactivated = new Set(reactivated);
  // In a dry run a new connection has no id.
  const toPreview = (row: RowResult): RowResult => ({
    ...row,
    connectionId: row.connectionId || null,
    ...(isReactivated.has(row.index) ? { reactivated: true } : {}),
  });
  return { source: null, results: results.map(toPreview) };
}

async function save(
  transaction: Transaction,
  batch: Batch,
  start: Pick<SourceRecord, "name" | "idempotencyKey" | "fingerprint">,
  { newId, now, keepsNames }: ImportOptions,
): Promise<Saved> {
  const { appId, rows } = batch;
  const id = newId("src");
  const newConnection = () => ({ id: newId("con"), appId, createdBySourceId: id });
  const decided = await decideBatch(rows, await lookUp(transaction, batch), newConnection);
  const { results, created, changed } = decided;
  const reactivated = decided.reactivated.length;
  const counters = countStatuses(results);
  const createdAt = now().toISOString();
  const source: SourceRecord = { ...start, id, appId, createdAt, counters, reactivated, rollback: null };
  const names = rows.map(({ sentName }) => sentName);
  const isNamed = keepsNames && names.some((name) => name !== null);
  await transaction.insertSource(source, results, isNamed ? names : null);
  await transaction.insertConnections(created);
  await transaction.updateConnections(changed);
  return { source, results };
}

async function lookUp(reader: ConnectionReader, { rows, accounts }: Batch): Promise<Knowledge> {
  const connections = await reader.findConnectionsByAccountIds(accounts.map(({ id }) => id));
  const externalUserIds = distinct(rows.map(({ user }) => user?.externalUserId));
  return { accounts, connections, holders: await reader.findConnectionsByExternalUserIds(externalUserIds) };
}

// Stored results are read after the transaction: a store with a single connection can't read them during it.
async function toAnswer(store: Store, { source, results }: Saved): Promise<Imported> {
  const everything = { limit: maxUsersPerImport, fromIndex: 0, status: null };
  const stored = results ?? (await store.listResults(source.appId, source.id, everything));
  return { response: { source: toSource(source), results: stored }, replayed: results === null };
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== undefined);
}

/** A result, or the code of the problem. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly code: ProblemCode };

// Runs the work while application and idempotency key are locked.
type Lock = <T>(
  appId: string,
  idempotencyKey: string | null,
  work: (transaction: Transaction) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

// Waits at most `maxWait` milliseconds for the lock; a busy application is an expected outcome.
function createLock(store: Store, maxWait: number): Lock {
  return async (appId, idempotencyKey, work) => {
    try {
      return await store.transaction(appId, { idempotencyKey, maxWait }, work);
    } catch (error) {
      if (error instanceof ApplicationBusyError) return { ok: false, code: "import-in-progress" };
      throw error;
    }
  };
}

// The problem of a repeated key; null when the stored response answers the request.
function toReuseProblem(earlier: SourceRecord, fingerprint: string | null): ProblemCode | null {
  if (earlier.rollback) return "source-deleted";
  return earlier.fingerprint === fingerprint ? null : "idempotency-key-reused";
}

// Equal where every row was judged alike, whatever else was sent. Row by row, so that the text stays short.
async function toFingerprint(sourceName: string, rows: readonly CheckedRow[]): Promise<string> {
  const hashes = await inSlices(rows, ({ user, issues: [issue], echo }) => {
    const cells = user ? fieldKeys.map((key) => user[key] ?? null) : [echo, issue?.field ?? null, issue?.code ?? null];
    return toHexHash(JSON.stringify(cells));
  });
  const payload = JSON.stringify([sourceName, hashes]);
  return `${rows.length.toString(36)}-${toBase36Hash(payload, 0)}-${toBase36Hash(payload, 1)}`;
}
