// What the backend knows: accounts, their connections to applications, and the saved import runs.
import type { RowResult } from "../../src/contract/import.ts";
import type { Source } from "../../src/contract/source.ts";
import type { Counters } from "../../src/contract/status.ts";

/** A LoginSign user. Only active accounts with a verified email can be matched. */
export interface Account {
  readonly id: string;
  /** Normalised: the store compares it as it is. */
  readonly email: string;
  readonly name: string | null;
  readonly emailVerified: boolean;
  readonly state: "active" | "suspended" | "deleted";
}

/** An account joined to one application; an account has at most one per application. */
export interface Connection {
  readonly id: string;
  readonly appId: string;
  readonly accountId: string;
  /** The customer's own key for this person. */
  readonly externalUserId: string | null;
  /** The address that the person shares with the application. */
  readonly sharedEmail: string | null;
  readonly active: boolean;
  readonly registrationDate: string | null;
  readonly lastLoginDate: string | null;
  /** The import run that created it: what a rollback of that run removes. Null when the person joined themselves. */
  readonly createdBySourceId: string | null;
}

/** What deleting a source did; kept so that a second delete can say the same. */
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
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly counters: Counters;
  readonly reactivated: number;
  /** The key of the request that made it, and the fingerprint of that request's payload. */
  readonly idempotencyKey: string | null;
  readonly fingerprint: string | null;
  /** Null while the source lives. A deleted one stays on record, hidden, for its key and for a second delete. */
  readonly rollback: RollbackRecord | null;
}

/** One saved import run with its row results. */
export interface StoredSource extends SourceRecord {
  readonly results: readonly RowResult[];
}

/** Everything at one moment, as plain JSON. */
export interface World {
  readonly accounts: readonly Account[];
  readonly connections: readonly Connection[];
  readonly sources?: readonly StoredSource[];
}

/** The part of a source that goes over the wire. */
export function toSource({ id, name, createdAt, counters, reactivated }: SourceRecord): Source {
  return { id, name, createdAt, counters, reactivated };
}
