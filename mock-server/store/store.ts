// Defines what a backend stores, and the store it needs: every call takes a set, so that an import is a constant number of calls.
import { normalizeEmail } from "../../src/contract/field-values.ts";
import type { RowResult } from "../../src/contract/import.ts";
import type { Source } from "../../src/contract/source.ts";
import type { Counters, RowStatus } from "../../src/contract/status.ts";

/** Read access to accounts: a portal plugs in its own user table. */
export interface AccountDirectory {
  /** Every account whose email has one of these normalised forms, in any state. */
  findAccountsByEmail(emails: readonly string[]): Promise<readonly Account[]>;
}

/** Read access to the connections of one application. */
export interface ConnectionReader {
  findConnectionsByAccountIds(accountIds: readonly string[]): Promise<readonly Connection[]>;
  findConnectionsByExternalUserIds(externalUserIds: readonly string[]): Promise<readonly Connection[]>;
  /** How many connections that this source created still exist. */
  countConnectionsCreatedBy(sourceId: string): Promise<number>;
}

/** Access to one locked application: all writes happen, or none when the work throws. Reads see the state before the writes. */
export interface Transaction extends ConnectionReader {
  findSource(sourceId: string): Promise<SourceRecord | null>;
  findSourceByIdempotencyKey(key: string): Promise<SourceRecord | null>;
  insertConnections(connections: readonly Connection[]): Promise<void>;
  updateConnections(connections: readonly Connection[]): Promise<void>;
  deleteConnectionsCreatedBy(sourceId: string): Promise<void>;
  /** @param names The names that were sent, by index; null where none are to be kept. */
  insertSource(
    source: SourceRecord,
    results: readonly RowResult[],
    names: readonly (string | null)[] | null,
  ): Promise<void>;
  /** Hides the source, and erases the names that were sent with it. */
  markSourceDeleted(sourceId: string, rollback: RollbackRecord): Promise<void>;
}

/** The lock of a transaction. */
export interface TransactionOptions {
  /** Locked too: while another transaction with this key is waiting or running, this one is refused at once. */
  readonly idempotencyKey?: string | null;
  /** Milliseconds. */
  readonly maxWait: number;
}

/** The source after which a page begins, newest first. */
export interface SourcePosition {
  /** Null for a source that has none. */
  readonly sequence: number | null;
  readonly createdAt: string;
  readonly id: string;
}

/** Connections and sources of all applications. */
export interface Store extends AccountDirectory {
  /**
   * Runs the work with the application locked; other applications do not wait. The work calls only the transaction,
   * never the store, which may have a single connection.
   *
   * @param work May be run again from its beginning after a conflict, so it must have no side effects.
   * @throws ApplicationBusyError when the lock was not free in time.
   */
  transaction<T>(
    appId: string,
    options: TransactionOptions,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T>;
  /** Reads one application without locking it. */
  read<T>(appId: string, work: (reader: ConnectionReader) => Promise<T>): Promise<T>;
  findSource(appId: string, sourceId: string): Promise<SourceRecord | null>;
  /** Sources that are not deleted, by `sequence` descending; then those without one, by `createdAt` and `id`, both descending. */
  listSources(
    appId: string,
    page: { readonly limit: number; readonly after: SourcePosition | null },
  ): Promise<readonly SourceRecord[]>;
  /** Results of one source by index, from `fromIndex` on. */
  listResults(
    appId: string,
    sourceId: string,
    page: { readonly limit: number; readonly fromIndex: number; readonly status: RowStatus | null },
  ): Promise<readonly RowResult[]>;
  /**
   * The names that were sent with a source, from one index to another, both included; null where none is kept. A store without
   * this method keeps none, and its backend does not offer them.
   */
  listNames?(
    appId: string,
    sourceId: string,
    place: { readonly from: number; readonly to: number },
  ): Promise<readonly (string | null)[]>;
  /** All data at this moment. */
  snapshot(): Promise<World>;
  /**
   * Resolves when the store responds; for health checks.
   *
   * @throws StoreUnavailableError when it can't.
   */
  ping?(): Promise<void>;
}

/** The application, or the idempotency key, was locked by another request for too long. */
export class ApplicationBusyError extends Error {
  readonly code = "application_busy";
  override readonly name = "ApplicationBusyError";

  constructor() {
    super("Another import or rollback of this application is still running.");
  }
}

/** The database behind the store can't be reached at the moment. */
export class StoreUnavailableError extends Error {
  readonly code = "store_unavailable";
  override readonly name = "StoreUnavailableError";

  constructor(cause: unknown) {
    super("The store can't be reached.", { cause });
  }
}

/** A LoginSign user. Only active accounts with a verified email can be matched. */
export interface Account {
  readonly id: string;
  /** As written; compared in its normalised form. */
  readonly email: string;
  readonly name: string | null;
  readonly emailVerified: boolean;
  readonly state: "active" | "suspended" | "deleted";
  /** ISO 8601. Of several accounts with one email the oldest verified one matches. @default unknown: the smaller id is older */
  readonly createdAt?: string;
}

/** The form in which the email of an account is compared; an address that is none stays as it is. */
export function toEmailForm({ email }: Pick<Account, "email">): string {
  return normalizeEmail(email) ?? email;
}

/** Connects an account to an application; an account has at most one connection per application. */
export interface Connection {
  readonly id: string;
  readonly appId: string;
  readonly accountId: string;
  /** The customer's own key for this user. */
  readonly externalUserId: string | null;
  /** The email that the user shares with the application. */
  readonly sharedEmail: string | null;
  readonly active: boolean;
  readonly registrationDate: string | null;
  readonly lastLoginDate: string | null;
  /** The import run that created it, whose rollback removes it. Null when the user connected without an import. */
  readonly createdBySourceId: string | null;
}

/** The effect of deleting a source; stored, so that a second delete returns the same. */
export interface RollbackRecord {
  readonly removed: number;
  readonly alreadyGone: number;
  readonly reactivatedKept: number;
}

/** One saved import run without its row results. */
export interface SourceRecord {
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  /**
   * Which saved import of its application this is, from 1 on. The store gives it when it saves: a clock may be set back.
   *
   * @default none: it was saved before there were sequences
   */
  readonly sequence?: number;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly counters: Counters;
  readonly reactivated: number;
  /** The key of the request that created it, and the fingerprint of its payload. */
  readonly idempotencyKey: string | null;
  readonly fingerprint: string | null;
  /** Null until the source is deleted. A deleted source stays stored, hidden, for its key and for a second delete. */
  readonly rollback: RollbackRecord | null;
}

/** One saved import run with its row results. */
export interface StoredSource extends SourceRecord {
  readonly results: readonly RowResult[];
  /** The names that were sent, by index. @default none are kept */
  readonly names?: readonly (string | null)[];
}

/** All data at one moment, as plain JSON. */
export interface World {
  readonly accounts: readonly Account[];
  readonly connections: readonly Connection[];
  readonly sources?: readonly StoredSource[];
}

/** Where a source is in the list. */
export function toPosition({ sequence, createdAt, id }: SourceRecord): SourcePosition {
  return { sequence: sequence ?? null, createdAt, id };
}

/** The part of a source that goes over the wire. */
export function toSource({ id, name, createdAt, counters, reactivated }: SourceRecord): Source {
  return { id, name, createdAt, counters, reactivated };
}
