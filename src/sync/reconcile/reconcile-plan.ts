// What a reconcile makes of one user: known and unchanged, or to be sent, and why.
import { isRowStatus } from "../../contract/status.ts";
import type { UserInput } from "../../contract/user.ts";
import { toUserKey } from "../delta/delta-queue.ts";
import { type Ledger, type LedgerRun, type SeenEntry, toUserHash } from "../ledger/ledger.ts";
import { isAcknowledged } from "../report/outcome.ts";
import { toSentUser } from "../run/wire-user.ts";

/**
 * - `upToDate`: acknowledged, and unchanged since;
 * - `missing`: the ledger does not know the user;
 * - `stale`: changed since the last verdict;
 * - `due`: refused, unchanged, and worth another try by now;
 * - `waiting`: refused, unchanged, and not yet worth another try;
 * - `invalid`: refused as an invalid row, and unchanged: no try can help;
 * - `repeated`: this reconcile has had the user before.
 */
export type ReconcileReason = "upToDate" | "missing" | "stale" | "due" | "waiting" | "invalid" | "repeated";

/** One user of the platform against the ledger. */
export interface ReconciledUser {
  readonly key: string;
  readonly user: UserInput;
  readonly reason: ReconcileReason;
  readonly entry: SeenEntry | undefined;
}

/** True for the three reasons to send a user. */
export function isToBeSent({ reason }: ReconciledUser): boolean {
  return reason === "missing" || reason === "stale" || reason === "due";
}

// So many are looked up at once, and no more are ever in memory.
const lookupSize = 1_000;

/** Reads users one lookup at a time, and notes in the ledger that the run has seen them. */
export async function* readAgainst(
  ledger: Ledger,
  users: Iterable<UserInput> | AsyncIterable<UserInput>,
  run: Omit<LedgerRun, "finishedAt">,
): AsyncGenerator<ReconciledUser[]> {
  let next: UserInput[] = [];
  for await (const user of users) {
    next.push(toSentUser(user));
    if (next.length < lookupSize) continue;
    yield await lookUp(ledger, next, run);
    next = [];
  }
  if (next.length > 0) yield await lookUp(ledger, next, run);
}

async function lookUp(ledger: Ledger, users: readonly UserInput[], run: Omit<LedgerRun, "finishedAt">) {
  const keyed = users.map((user) => ({ user, key: toUserKey(user) }));
  const had = new Set<string>();
  const known = await ledger.look([...new Set(keyed.map(({ key }) => key))], run.id);
  return keyed.map(({ user, key }): ReconciledUser => {
    const entry = known.get(key);
    const isRepeated = had.has(key) || entry?.seenBy === run.id;
    had.add(key);
    return { key, user, entry, reason: isRepeated ? "repeated" : toReason(user, entry, run.startedAt) };
  });
}

function toReason(user: UserInput, entry: SeenEntry | undefined, now: number): ReconcileReason {
  if (!entry) return "missing";
  if (entry.hash !== toUserHash(user)) return "stale";
  if (isRowStatus(entry.status) && isAcknowledged(entry.status)) return "upToDate";
  if (entry.tryAgainAt === null) return "invalid";
  return entry.tryAgainAt <= now ? "due" : "waiting";
}
