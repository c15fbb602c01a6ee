// What a reconcile found, counted while it runs; of long lists the beginning.
import { maskEmails } from "../../contract/text.ts";
import type { LedgerEntry, LedgerRun } from "../ledger/ledger.ts";
import type { SyncReport, SyncState } from "../report/sync-report.ts";
import { isToBeSent, type ReconciledUser, type ReconcileReason } from "./reconcile-plan.ts";

/** Users by what the reconcile made of them; all but `toSend` add up to `total`. */
export type ReconcileCounters = Readonly<Record<ReconcileReason | "total" | "toSend", number>>;

/**
 * A user whose email changed after a connection was made. The connection of the older email stays as it is: no documented
 * endpoint moves or deletes a connection.
 */
export interface MovedUser {
  readonly key: string;
  readonly oldEmail: string;
  readonly newEmail: string;
}

/** A user with a connection who is not among the platform's users any more. Nothing is done: no documented endpoint deletes a connection. */
export interface GoneUser {
  readonly key: string;
  readonly email: string;
  /** Of the last verdict, in milliseconds since the epoch. */
  readonly judgedAt: number;
}

/** How many, and the first of them. */
export interface Sample<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** What a reconcile came to. */
export interface ReconcileReport {
  readonly runId: string;
  /** As of `syncUsers`; `planned` when nothing was to be sent. */
  readonly state: SyncState | "planned";
  readonly counters: ReconcileCounters;
  readonly moved: Sample<MovedUser>;
  /** Null when not all users were read: then nobody knows who is gone. */
  readonly gone: Sample<GoneUser> | null;
  /**
   * Which share of the changes since the last reconcile the deltas missed, 0 to 1: missing and stale users among all that
   * changed. Null without a reconcile before, without any change, and when not all users were read.
   */
  readonly missedShare: number | null;
  /** What became of those sent; null in a plan. */
  readonly sync: SyncReport | null;
}

/** Counts one reconcile. */
export interface ReconcileTally {
  add(user: ReconciledUser): void;
  counters(): ReconcileCounters;
  moved(): Sample<MovedUser>;
  missedShare(): number | null;
}

/** Begins to count. */
export function createReconcileTally(lastRun: LedgerRun | null, toText: (text: string) => string): ReconcileTally {
  const counters = {
    ...{ total: 0, toSend: 0, upToDate: 0, missing: 0, stale: 0, due: 0, waiting: 0, invalid: 0, repeated: 0 },
  };
  const moved = createSample<MovedUser>();
  let caught = 0;

  function add(one: ReconciledUser): void {
    const { key, user, reason, entry } = one;
    counters.total += 1;
    counters[reason] += 1;
    if (isToBeSent(one)) counters.toSend += 1;
    if (reason === "repeated" || !entry) return;
    if (lastRun && reason !== "stale" && entry.judgedAt > lastRun.finishedAt) caught += 1;
    const { connectedEmail } = entry;
    if (connectedEmail === null || connectedEmail === user.email) return;
    moved.add({ key: toText(key), oldEmail: toText(connectedEmail), newEmail: toText(user.email ?? "") });
  }

  return {
    add,
    counters: () => ({ ...counters }),
    moved: moved.sample,
    missedShare() {
      const missed = counters.missing + counters.stale;
      return lastRun === null || missed + caught === 0 ? null : missed / (missed + caught);
    },
  };
}

/** A user who is gone, for people to read. */
export function toGoneUser(
  { key, email, connectedEmail, judgedAt }: LedgerEntry,
  toText: (text: string) => string,
): GoneUser {
  return { key: toText(key), email: toText(connectedEmail ?? email), judgedAt };
}

/** How emails are told: as they are, or masked. */
export function toEmailText(emails: "masked" | "plain" = "masked"): (text: string) => string {
  return emails === "plain" ? (text) => text : maskEmails;
}

const mostListed = 100;

/** Counts everything and keeps the first hundred. */
export function createSample<T>(): { add(one: T): void; sample(): Sample<T> } {
  const first: T[] = [];
  let count = 0;
  return {
    add(one) {
      count += 1;
      if (first.length < mostListed) first.push(one);
    },
    sample: () => ({ count, first: [...first] }),
  };
}
