// The import: judge the rows, look up who they are, then decide and save them in one transaction.
import { type ImportResponse, maxUsersPerImport, type RowResult } from "../../src/contract/import.ts";
import { countStatuses } from "../../src/contract/status.ts";
import type { AccountDirectory, ConnectionReader, Store, Transaction } from "../store/store.ts";
import { type Account, type SourceRecord, toSource } from "../store/world.ts";
import type { Lock, Outcome } from "./application-lock.ts";
import { toCheckedRow } from "./checked-row.ts";
import { type CheckedRow, decideBatch, type Knowledge } from "./decide-batch.ts";
import { judgeReuse, toFingerprint } from "./idempotency.ts";
import type { NewId } from "./ids.ts";
import { inSlices } from "./time-slices.ts";

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
