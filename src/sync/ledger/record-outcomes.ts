// Feeds a ledger with what became of users, many at a time.
import type { UserInput } from "../../contract/user.ts";
import { toUserKey } from "../delta/delta-queue.ts";
import type { UserOutcome } from "../report/outcome.ts";
import { toSentUser } from "../run/wire-user.ts";
import { defaultRetryDays, type Ledger, type LedgerEntry, toLedgerEntry, type Verdict } from "./ledger.ts";

/** Writes verdicts into a ledger. */
export interface Recorder {
  /** Fits `onOutcome` of `syncUsers`; writes whenever 500 have come together. Rejects when the ledger does. */
  onOutcome(user: UserInput, outcome: UserOutcome): Promise<void>;
  /** Writes what is left: call it when the run is over. What was not written before a crash is sent again by a reconcile. */
  flush(): Promise<void>;
}

/** How to record. */
export interface RecorderOptions {
  /** Days until a refused user is worth another try, refusal by refusal. @default [1, 3, 7, 30] */
  readonly retryDays?: readonly number[] | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

const most = 500;

/** Makes a recorder, so that a first full run fills the ledger that later reconciles look into. */
export function recordOutcomes(ledger: Ledger, options: RecorderOptions = {}): Recorder {
  return createRecorder(ledger, options, null);
}

/** A recorder that also notes which reconcile has seen the users. */
export function createRecorder(ledger: Ledger, options: RecorderOptions, runId: string | null = null): Recorder {
  const { retryDays = defaultRetryDays, now = Date.now } = options;
  let verdicts: Verdict[] = [];

  async function flush(): Promise<void> {
    const news = verdicts;
    verdicts = [];
    if (news.length === 0) return;
    const known = await ledger.look(
      news.map(({ user }) => toUserKey(user)),
      null,
    );
    // A user may have been judged twice: then the first verdict is what the second one follows.
    const entries = new Map<string, LedgerEntry>();
    for (const verdict of news) {
      const key = toUserKey(verdict.user);
      const entry = toLedgerEntry(verdict, entries.get(key) ?? known.get(key), retryDays);
      if (entry) entries.set(key, entry);
    }
    await ledger.put([...entries.values()], runId);
  }

  return {
    async onOutcome(user, outcome) {
      if (outcome.kind === "pending") return;
      verdicts.push({ user: toSentUser(user), outcome, judgedAt: now() });
      if (verdicts.length >= most) await flush();
    },
    flush,
  };
}
