// reconcile: compares all users of the platform with the ledger, sends what deltas missed, and says who is gone.
import type { ImportClient } from "../../client/import-client.ts";
import type { UserInput } from "../../contract/user.ts";
import type { Ledger, LedgerEntry, LedgerRun } from "../ledger/ledger.ts";
import { createRecorder } from "../ledger/record-outcomes.ts";
import type { GuardOptions } from "../report/guards.ts";
import type { SyncReport } from "../report/sync-report.ts";
import type { SyncInput, SyncOptions } from "../run/sync-options.ts";
import { syncUsers } from "../run/sync-users.ts";
import { isToBeSent, readAgainst } from "./reconcile-plan.ts";
import {
  createReconcileTally,
  createSample,
  type GoneUser,
  type ReconcileReport,
  type ReconcileTally,
  type Sample,
  toEmailText,
  toGoneUser,
} from "./reconcile-report.ts";

/** How to reconcile; what it shares with `syncUsers` means the same. */
export interface ReconcileOptions
  extends Pick<
    SyncOptions,
    | "target"
    | "runId"
    | "batchSize"
    | "signal"
    | "guards"
    | "alerts"
    | "audit"
    | "retryQuota"
    | "onProgress"
    | "onOutcome"
  > {
  readonly ledger: Ledger;
  /** What its sources are called. @default "Reconcile" */
  readonly name?: string | undefined;
  /** Finds out and sends nothing. It notes who was seen, and nothing else. @default false */
  readonly plan?: boolean | undefined;
  /** Days until a refused user is tried again, refusal by refusal; the last one stays. @default [1, 3, 7, 30] */
  readonly retryDays?: readonly number[] | undefined;
  /** How emails stand in the report. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
  /** Told of everyone who is gone, unmasked, a page at a time. The report holds the first hundred. */
  readonly onGone?: ((users: readonly LedgerEntry[]) => void | Promise<void>) | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Streams all users of the platform against the ledger and sends those that are missing, stale, or due for another try.
 *
 * An aborted or failed one can simply be run again: the ledger knows what was done. Rejects when the ledger or, in a plan, the
 * input does.
 *
 * @throws TypeError for options that can't be meant.
 */
export async function reconcile(
  client: ImportClient,
  users: SyncInput,
  options: ReconcileOptions,
): Promise<ReconcileReport> {
  const { ledger, emails, now = Date.now, plan = false } = options;
  const { runId = crypto.randomUUID() } = options;
  // Not the run's own id: run again under that, it would take everybody whom it saw the first time for repeated.
  const run = { id: `${runId} ${crypto.randomUUID()}`, startedAt: now() };
  const toText = toEmailText(emails);
  const lastRun = await ledger.lastRun();
  const tally = createReconcileTally(lastRun, toText);
  const input = readUsersToSend(users, run, options, tally);
  const sync = plan
    ? await readOnly(input)
    : await send(client, input.users, { runId, seenBy: run.id }, { ...options, guards: toGuards(options, lastRun) });
  const isWhole = input.isRead() && (sync === null || sync.state === "done");
  const gone = isWhole ? await listGone(ledger, run, toText, options.onGone) : null;
  if (sync && isWhole) await ledger.finish({ ...run, finishedAt: now() });
  return {
    runId,
    state: sync?.state ?? "planned",
    counters: tally.counters(),
    moved: tally.moved(),
    gone,
    missedShare: isWhole ? tally.missedShare() : null,
    sync,
  };
}

interface UsersToSend {
  readonly users: AsyncIterable<UserInput>;
  /** True when the input was read to its end. */
  isRead(): boolean;
}

function readUsersToSend(
  users: SyncInput,
  run: Omit<LedgerRun, "finishedAt">,
  { ledger, signal }: ReconcileOptions,
  tally: ReconcileTally,
): UsersToSend {
  let isRead = false;
  async function* read() {
    for await (const page of readAgainst(ledger, users, run)) {
      for (const one of page) {
        signal?.throwIfAborted();
        tally.add(one);
        if (isToBeSent(one)) yield one.user;
      }
    }
    isRead = true;
  }
  return { users: read(), isRead: () => isRead };
}

async function readOnly(input: UsersToSend): Promise<null> {
  const reading = input.users[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
  return null;
}

async function send(
  client: ImportClient,
  users: AsyncIterable<UserInput>,
  { runId, seenBy }: { readonly runId: string; readonly seenBy: string },
  options: ReconcileOptions,
): Promise<SyncReport> {
  const { ledger, name = "Reconcile", retryDays, now, onOutcome } = options;
  const { target, batchSize, signal, guards, alerts, audit, retryQuota, onProgress } = options;
  const recorder = createRecorder(ledger, { retryDays, now }, seenBy);
  const report = await syncUsers(client, users, {
    ...{ name, runId, target, batchSize, signal, guards, alerts, audit, retryQuota, onProgress },
    async onOutcome(user, outcome, position) {
      await recorder.onOutcome(user, outcome);
      await onOutcome?.(user, outcome, position);
    },
  });
  await recorder.flush();
  return report;
}

// What changed since the last time is no sample of all users: some invalid changes must not stop it every night.
function toGuards({ guards }: ReconcileOptions, lastRun: LedgerRun | null): GuardOptions {
  return lastRun ? { maxInvalidShare: 1, ...guards } : { ...guards };
}

const pageSize = 1_000;

async function listGone(
  ledger: Ledger,
  run: Omit<LedgerRun, "finishedAt">,
  toText: (text: string) => string,
  onGone: ReconcileOptions["onGone"],
): Promise<Sample<GoneUser>> {
  const gone = createSample<GoneUser>();
  let page: readonly LedgerEntry[] = [];
  do {
    page = await ledger.gone(run, page.at(-1)?.key ?? null, pageSize);
    for (const entry of page) gone.add(toGoneUser(entry, toText));
    if (page.length > 0) await onGone?.(page);
  } while (page.length === pageSize);
  return gone.sample();
}
