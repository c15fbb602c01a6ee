// Defines the ledger (the last result of each user, so that a reconcile sends only the rest) and records outcomes in it.

import { toHexHash } from "../../contract/hash.ts";
import { toMembers } from "../../contract/read-json.ts";
import { hasControlCharacter } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import type { RefusedStatus, UserOutcome } from "../report/outcome.ts";
import { toSentUser } from "../run/sent-users.ts";

/** The last known result of one user. Times are in milliseconds since the epoch. */
export interface LedgerEntry {
  /** The externalUserId, or `email:` and the email where there is none. */
  readonly key: string;
  /** Hash of the user as it was last judged. */
  readonly hash: string;
  /** The email as it was last judged. */
  readonly email: string;
  /** The email under which the user was last acknowledged, so that there is a connection; null if never. */
  readonly connectedEmail: string | null;
  /** The source that created the connection, so that undoing it is known to remove it; null where that is not known. */
  readonly createdBy: string | null;
  /** When the user was first acknowledged, so that sources saved later can't have created the connection; null if never. */
  readonly connectedAt: number | null;
  /** The row status of the last result. */
  readonly status: string;
  readonly judgedAt: number;
  /** How often this unchanged state was refused in a row. */
  readonly refusals: number;
  /** When to send a refused user again; null for acknowledged and invalid users. */
  readonly tryAgainAt: number | null;
}

/** An entry and the reconcile that last saw its user. */
export interface SeenEntry extends LedgerEntry {
  readonly seenBy: string | null;
}

/** One reconcile that read all users. */
export interface LedgerRun {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** Stores entries. Every call is for a set of users, never for all. */
export interface Ledger {
  /** The entries of these users as they were before the call. With a run id, also marks them as seen by that run. */
  look(keys: readonly string[], runId: string | null): Promise<ReadonlyMap<string, SeenEntry>>;
  /** Stores entries; one that is older than the stored one changes nothing. */
  put(entries: readonly LedgerEntry[], runId: string | null): Promise<void>;
  /**
   * A page of the users with a connection that the run has not seen and that were not judged since it started, ordered by key.
   *
   * @param after the last key of the page before
   */
  gone(run: Omit<LedgerRun, "finishedAt">, after: string | null, limit: number): Promise<readonly LedgerEntry[]>;
  /** Deletes entries, such as those of users that are gone and were dealt with. */
  forget(keys: readonly string[]): Promise<void>;
  /**
   * Deletes the entries whose connections this source created, because it was rolled back, and those whose creator is not known and
   * that were first acknowledged at `since` or later: they may be its own. Resolves with their number.
   *
   * @param since when its run began, in milliseconds since the epoch; null to delete only what it is known to have created
   */
  forgetSource(sourceId: string, since: number | null): Promise<number>;
  /** The last reconcile that read all users and sent the missing ones. */
  lastRun(): Promise<LedgerRun | null>;
  finish(run: LedgerRun): Promise<void>;
}

/** Days until a refused user is sent again, after the first refusal, the second, and so on; the last one repeats. */
const defaultRetryDays: readonly number[] = [1, 3, 7, 30];

const day = 86_400_000;

/** How far apart two right clocks may be, in milliseconds. */
export const maxClockSkew = 300_000;

/** True for an entry of a clock that was ahead, so that its times say nothing. */
export function isAhead({ judgedAt }: LedgerEntry, now: number): boolean {
  return judgedAt > now + maxClockSkew;
}

/** Whether sending a refused user again, unchanged, can ever succeed. */
const canSucceedLater: Readonly<Record<RefusedStatus, boolean>> = {
  not_found: true,
  name_mismatch: true,
  invalid_row: false,
};

/** Records outcomes in a ledger. */
export interface Recorder {
  /** Fits `onOutcome` of `syncUsers`. Writes after every 500 outcomes. Rejects when the ledger does. */
  onOutcome(user: UserInput, outcome: UserOutcome): Promise<void>;
  /** Writes the rest: call it when the run is over. Outcomes lost in a crash are sent again by a reconcile. */
  flush(): Promise<void>;
}

/** How to record. */
export interface RecorderOptions {
  /** Days until a refused user is sent again, refusal by refusal. @default [1, 3, 7, 30] */
  readonly retryDays?: readonly number[] | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

const recordsPerWrite = 500;

/** Creates a recorder, so that a first full run fills the ledger for later reconciles. */
export function recordOutcomes(ledger: Ledger, options: RecorderOptions = {}): Recorder {
  return createRecorder(ledger, options, null);
}

/** Creates a recorder that also marks the users as seen by a reconcile. */
export function createRecorder(ledger: Ledger, options: RecorderOptions, runId: string | null = null): Recorder {
  const { retryDays = defaultRetryDays, now = Date.now } = options;
  let pending: JudgedUser[] = [];
  // Never goes back, so that a result does not look older than its run, nor older than the result before it.
  let latest = now();

  async function flush(): Promise<void> {
    const judged = pending;
    pending = [];
    if (judged.length === 0) return;
    const keys = judged.map(({ user }) => toUserKey(user));
    const known = await ledger.look(keys, null);
    const ahead = [...known.values()].filter((entry) => isAhead(entry, latest));
    if (ahead.length > 0) await ledger.forget(ahead.map(({ key }) => key));
    // A user may have been judged twice: then the second result follows the first.
    const entries = new Map<string, LedgerEntry>();
    for (const one of judged) {
      const key = toUserKey(one.user);
      const entry = toLedgerEntry(one, entries.get(key) ?? known.get(key), retryDays);
      if (entry) entries.set(key, entry);
    }
    await ledger.put([...entries.values()], runId);
  }

  return {
    async onOutcome(user, outcome) {
      if (outcome.kind === "pending") return;
      latest = Math.max(latest, now());
      pending.push({ user: toSentUser(user), outcome, judgedAt: latest });
      if (pending.length >= recordsPerWrite) await flush();
    },
    flush,
  };
}

/** A user as it was sent, and its outcome. */
interface JudgedUser {
  readonly user: UserInput;
  readonly outcome: UserOutcome;
  /** In milliseconds since the epoch. */
  readonly judgedAt: number;
}

// The entry after an outcome; null for a pending one, which changes nothing.
function toLedgerEntry(
  { user, outcome, judgedAt }: JudgedUser,
  previous: LedgerEntry | undefined,
  retryDays: readonly number[],
): LedgerEntry | null {
  if (outcome.kind === "pending") return null;
  const { status } = outcome;
  const base = {
    key: toUserKey(user),
    hash: toUserHash(user),
    email: toStoredText(toMembers(user)?.email),
    status,
    judgedAt,
  };
  const { createdBy = null, connectedAt = null, connectedEmail = null } = previous ?? {};
  if (outcome.kind === "acknowledged") {
    const isCreated = outcome.status === "imported";
    const creation = isCreated
      ? { createdBy: outcome.sourceId, connectedAt: judgedAt }
      : { createdBy, connectedAt: connectedAt ?? judgedAt };
    return { ...base, ...creation, connectedEmail: base.email, refusals: 0, tryAgainAt: null };
  }
  const refusals = previous?.hash === base.hash ? previous.refusals + 1 : 1;
  const days = retryDays[Math.min(refusals, retryDays.length) - 1] ?? 0;
  const tryAgainAt = canSucceedLater[outcome.status] ? judgedAt + days * day : null;
  return { ...base, connectedEmail, createdBy, connectedAt, refusals, tryAgainAt };
}

/** The key of a user as it is sent: the externalUserId, or the email where there is none. */
export function toUserKey(user: UserInput): string {
  // Inputs that are not users are sent too, for the server to refuse.
  const { externalUserId, email } = toMembers(user) ?? {};
  return toStoredText(typeof externalUserId === "string" ? externalUserId : `email:${email ?? ""}`);
}

/** Hash by which a state of a user is compared. */
export function toUserHash(user: UserInput): string {
  const { externalUserId, email, name, registrationDate, lastLoginDate } = toMembers(user) ?? {};
  return toHexHash(JSON.stringify([externalUserId, email, name, registrationDate, lastLoginDate]));
}

/** True for an entry whose connection this source created, or may have created; see `Ledger.forgetSource`. */
export function mayBeCreatedBy(
  { createdBy, connectedAt }: LedgerEntry,
  sourceId: string,
  since: number | null,
): boolean {
  if (createdBy !== null) return createdBy === sourceId;
  return since !== null && connectedAt !== null && connectedAt >= since;
}

/** Sorts entries by their keys. */
export function byKey(one: LedgerEntry, other: LedgerEntry): number {
  return one.key < other.key ? -1 : 1;
}

// PostgreSQL stores neither a NUL nor a lone surrogate.
function toStoredText(text: unknown): string {
  if (typeof text !== "string") return "";
  return hasControlCharacter(text) ? JSON.stringify(text) : text;
}
