// Defines the report of a reconcile, and counts users for it while the reconcile runs.
import { maskEmails } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import type { LedgerEntry, LedgerRun, SeenEntry } from "../ledger/ledger.ts";
import type { SyncReport, SyncState } from "../report/sync-report.ts";

/**
 * The result of comparing one user with the ledger:
 *
 * - `upToDate`: acknowledged, and unchanged since;
 * - `missing`: not in the ledger;
 * - `stale`: changed since the last result;
 * - `due`: refused, unchanged, and to be sent again by now;
 * - `waiting`: refused, unchanged, and not yet to be sent again;
 * - `invalid`: refused as an invalid row, and unchanged, so it would be refused again;
 * - `repeated`: occurred before in this reconcile.
 */
export type ReconcileReason = "upToDate" | "missing" | "stale" | "due" | "waiting" | "invalid" | "repeated";

/**
 * How a user of the ledger differs from the server:
 *
 * - `lost`: there was a connection, and the server has none: its source was rolled back;
 * - `inactive`: there is a connection, and the person has disconnected;
 * - `refused`: there was a connection, and the server would now refuse the user: the account is gone or has another name;
 * - `accepted`: the user was refused, and the server would now accept it.
 */
export type Drift = "lost" | "inactive" | "refused" | "accepted";

/** The result of asking the server. */
export interface VerificationReport {
  /** `dry_run`: nothing was written to find out; `sending`: the server offers none, so all users were sent again. */
  readonly by: "dry_run" | "sending";
  /** Users whose ledger entry was compared with the server. */
  readonly checked: number;
  readonly drift: Readonly<Record<Drift, number>>;
  /** How many of them were sent and acknowledged. */
  readonly repaired: number;
}

/** One user of the platform, compared with the ledger. */
export interface ReconciledUser {
  readonly key: string;
  readonly user: UserInput;
  readonly reason: ReconcileReason;
  readonly entry: SeenEntry | undefined;
  /** How the server differs from the ledger, where it was asked and differs. */
  readonly drift?: Drift | undefined;
  /** True where the user is sent again only to see what the server has. */
  readonly isResent?: boolean;
}

/** True for the three reasons to send a user, and for one that differs from the server or is sent to find that out. */
export function isToBeSent({ reason, drift, isResent }: ReconciledUser): boolean {
  return reason === "missing" || reason === "stale" || reason === "due" || drift !== undefined || isResent === true;
}

/** Users by reason; all counts but `toSend` add up to `total`. */
export type ReconcileCounters = Readonly<Record<ReconcileReason | "total" | "toSend", number>>;

/**
 * A user whose email changed after the connection was created. The connection of the old email stays as it is, because no documented
 * endpoint moves or deletes a connection.
 */
export interface MovedUser {
  readonly key: string;
  readonly oldEmail: string;
  readonly newEmail: string;
}

/** A user with a connection that is no longer among the platform's users. It stays, because no documented endpoint deletes a connection. */
export interface GoneUser {
  readonly key: string;
  readonly email: string;
  /** Time of the last result, in milliseconds since the epoch. */
  readonly judgedAt: number;
}

/** A count, and the first elements. */
export interface Sample<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** The result of a reconcile. */
export interface ReconcileReport {
  readonly runId: string;
  /** The state of `syncUsers`; `planned` for a plan, which sends nothing. */
  readonly state: SyncState | "planned";
  readonly counters: ReconcileCounters;
  readonly moved: Sample<MovedUser>;
  /** Null when not all users were read, because then it is not known who is gone. */
  readonly gone: Sample<GoneUser> | null;
  /**
   * The share of the changes since the last reconcile that deltas missed, 0 to 1: missing and stale users among all changed ones.
   * Null without an earlier reconcile, without any change, and when not all users were read.
   */
  readonly missedShare: number | null;
  /** How the server differs from the ledger; null without `verify`, and where the server could not be asked. */
  readonly verification: VerificationReport | null;
  /** The run that sent users; null in a plan. */
  readonly sync: SyncReport | null;
}

/** Counts the users of one reconcile. */
export interface ReconcileCounter {
  add(user: ReconciledUser): void;
  counters(): ReconcileCounters;
  moved(): Sample<MovedUser>;
  missedShare(): number | null;
}

/** Creates a counter. */
export function createReconcileCounter(lastRun: LedgerRun | null, toText: (text: string) => string): ReconcileCounter {
  const counters = {
    total: 0,
    toSend: 0,
    upToDate: 0,
    missing: 0,
    stale: 0,
    due: 0,
    waiting: 0,
    invalid: 0,
    repeated: 0,
  };
  const moved = createSample<MovedUser>();
  let sentByDeltas = 0;

  function add(reconciled: ReconciledUser): void {
    const { key, user, reason, entry } = reconciled;
    counters.total += 1;
    counters[reason] += 1;
    if (isToBeSent(reconciled)) counters.toSend += 1;
    if (reason === "repeated" || !entry) return;
    if (lastRun && reason !== "stale" && entry.judgedAt > lastRun.finishedAt) sentByDeltas += 1;
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
      return lastRun === null || missed + sentByDeltas === 0 ? null : missed / (missed + sentByDeltas);
    },
  };
}

/** A gone user as it stands in the report. */
export function toGoneUser(
  { key, email, connectedEmail, judgedAt }: LedgerEntry,
  toText: (text: string) => string,
): GoneUser {
  return { key: toText(key), email: toText(connectedEmail ?? email), judgedAt };
}

/** Creates the function that masks emails in texts, or leaves them as they are. */
export function toEmailText(emails: "masked" | "plain" = "masked"): (text: string) => string {
  return emails === "plain" ? (text) => text : maskEmails;
}

const maxListed = 100;

/** Counts elements and keeps the first hundred. */
export function createSample<T>(): { add(element: T): void; sample(): Sample<T> } {
  const first: T[] = [];
  let count = 0;
  return {
    add(element) {
      count += 1;
      if (first.length < maxListed) first.push(element);
    },
    sample: () => ({ count, first: [...first] }),
  };
}
