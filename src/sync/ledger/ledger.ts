// The ledger: what the server last said of each user, so that a reconcile sends only what it does not know.

import { toHexHash } from "../../contract/hash.ts";
import { toMembers } from "../../contract/read-json.ts";
import { hasControlCharacter } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import { toUserKey } from "../delta/delta-queue.ts";
import type { RefusedStatus, UserOutcome } from "../report/outcome.ts";

/** What is known of one user. Times are in milliseconds since the epoch. */
export interface LedgerEntry {
  /** The externalUserId; `email:` and the email where there is none. */
  readonly key: string;
  /** Stands for the user as it was last judged. */
  readonly hash: string;
  /** As it was last judged. */
  readonly email: string;
  /** Under which the user was last acknowledged, so that a connection is there; null for never. */
  readonly connectedEmail: string | null;
  /** The last verdict: a row status. */
  readonly status: string;
  readonly judgedAt: number;
  /** How often in a row this very state was refused. */
  readonly refusals: number;
  /** When a refused user is worth another try; null for one who was acknowledged, or whose state is invalid. */
  readonly tryAgainAt: number | null;
}

/** An entry, and the reconcile that saw its user last. */
export interface SeenEntry extends LedgerEntry {
  readonly seenBy: string | null;
}

/** One reconcile that read all users. */
export interface LedgerRun {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** Keeps entries. Every call takes a set of users, never all of them. */
export interface Ledger {
  /** The entries of these users as they were before the call; with a run id, notes that this run has seen them. */
  look(keys: readonly string[], runId: string | null): Promise<ReadonlyMap<string, SeenEntry>>;
  /** Keeps entries; one that was judged earlier than what is kept changes nothing. */
  put(entries: readonly LedgerEntry[], runId: string | null): Promise<void>;
  /**
   * A page of the users with a connection whom the run has not seen and nobody has judged since it started, ordered by key.
   *
   * @param after the last key of the page before
   */
  gone(run: Omit<LedgerRun, "finishedAt">, after: string | null, limit: number): Promise<readonly LedgerEntry[]>;
  /** Forgets users, such as those who are gone and were dealt with. */
  forget(keys: readonly string[]): Promise<void>;
  /** The last reconcile that read all users and sent what was missing. */
  lastRun(): Promise<LedgerRun | null>;
  finish(run: LedgerRun): Promise<void>;
}

/** After how many days a refused user is tried again: after the first refusal, the second, and so on; the last one stays. */
export const defaultRetryDays: readonly number[] = [1, 3, 7, 30];

const day = 86_400_000;

/** Whether sending a refused user again, unchanged, can ever end better. */
const canSucceedLater: Readonly<Record<RefusedStatus, boolean>> = {
  not_found: true,
  name_mismatch: true,
  invalid_row: false,
};

/** What a state of a user is compared by. */
export function toUserHash(user: UserInput): string {
  const { externalUserId, email, name, registrationDate, lastLoginDate } = toMembers(user) ?? {};
  return toHexHash(JSON.stringify([externalUserId, email, name, registrationDate, lastLoginDate]));
}

/** A verdict on a user in wire form. */
export interface Verdict {
  readonly user: UserInput;
  readonly outcome: UserOutcome;
  /** In milliseconds since the epoch. */
  readonly judgedAt: number;
}

/** The entry after a verdict; null where nothing was learnt: what is not acknowledged is not noted as if it were. */
export function toLedgerEntry(
  { user, outcome, judgedAt }: Verdict,
  previous: LedgerEntry | undefined,
  retryDays: readonly number[] = defaultRetryDays,
): LedgerEntry | null {
  if (outcome.kind === "pending") return null;
  const { status } = outcome;
  const base = {
    key: toUserKey(user),
    hash: toUserHash(user),
    email: toKeptText(toMembers(user)?.email),
    status,
    judgedAt,
  };
  if (outcome.kind === "acknowledged") return { ...base, connectedEmail: base.email, refusals: 0, tryAgainAt: null };
  const refusals = previous?.hash === base.hash ? previous.refusals + 1 : 1;
  const days = retryDays[Math.min(refusals, retryDays.length) - 1] ?? 0;
  const tryAgainAt = canSucceedLater[outcome.status] ? judgedAt + days * day : null;
  return { ...base, connectedEmail: previous?.connectedEmail ?? null, refusals, tryAgainAt };
}

// PostgreSQL takes neither a NUL nor a lone surrogate.
function toKeptText(text: unknown): string {
  if (typeof text !== "string") return "";
  return hasControlCharacter(text) ? JSON.stringify(text) : text;
}
