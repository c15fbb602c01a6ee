// reconcile: compares all users of the platform with the ledger, sends those that deltas missed, and lists those that are gone.
import type { ImportClient } from "../../client/import-client.ts";
import { isRowStatus } from "../../contract/status.ts";
import type { UserInput } from "../../contract/user.ts";
import {
  createRecorder,
  type Ledger,
  type LedgerEntry,
  type LedgerRun,
  type SeenEntry,
  toUserHash,
  toUserKey,
} from "../ledger/ledger.ts";
import type { GuardOptions } from "../report/guards.ts";
import { isAcknowledged } from "../report/outcome.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { toSentUser } from "../run/sent-users.ts";
import type { SyncInput, SyncOptions } from "../run/sync-options.ts";
import { syncUsers } from "../run/sync-users.ts";
import {
  createReconcileCounter,
  createSample,
  type GoneUser,
  isToBeSent,
  type ReconcileCounter,
  type ReconciledUser,
  type ReconcileReason,
  type ReconcileReport,
  type Sample,
  toEmailText,
  toGoneUser,
} from "./reconcile-report.ts";

/** The options of a reconcile. Those of `syncUsers` mean the same. */
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
  /** Names its sources. @default "Reconcile" */
  readonly name?: string | undefined;
  /** Compares and sends nothing. Only marks users as seen in the ledger. @default false */
  readonly plan?: boolean | undefined;
  /** Days until a refused user is sent again, refusal by refusal; the last one repeats. @default [1, 3, 7, 30] */
  readonly retryDays?: readonly number[] | undefined;
  /** Whether emails are masked in the report. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
  /** Called with all users that are gone, unmasked, page by page. The report holds the first hundred. */
  readonly onGone?: ((users: readonly LedgerEntry[]) => void | Promise<void>) | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Compares a stream of all users of the platform with the ledger and sends those that are missing, stale or due.
 *
 * An aborted or failed reconcile can be run again, because the ledger holds what was done. Rejects when the ledger or, in a plan,
 * the input does.
 *
 * @throws TypeError for an invalid option.
 */
export async function reconcile(
  client: ImportClient,
  users: SyncInput,
  options: ReconcileOptions,
): Promise<ReconcileReport> {
  const { ledger, emails, now = Date.now, plan = false } = options;
  const { runId = crypto.randomUUID() } = options;
  // Not the run's own id: a second reconcile with that id would take all users seen by the first one for repeated.
  const run: StartedRun = { id: `${runId} ${crypto.randomUUID()}`, startedAt: now() };
  const toText = toEmailText(emails);
  const lastRun = await ledger.lastRun();
  const counter = createReconcileCounter(lastRun, toText);
  const input = readUsersToSend(users, run, options, counter);
  const sync = plan
    ? await readAll(input)
    : await sendUsers(
        client,
        input.users,
        { runId, seenBy: run.id },
        { ...options, guards: toGuards(options, lastRun) },
      );
  const isWhole = input.isRead() && (sync === null || sync.state === "done");
  const gone = isWhole ? await listGone(ledger, run, toText, options.onGone) : null;
  if (sync && isWhole) await ledger.finish({ ...run, finishedAt: now() });
  return {
    runId,
    state: sync?.state ?? "planned",
    counters: counter.counters(),
    moved: counter.moved(),
    gone,
    missedShare: isWhole ? counter.missedShare() : null,
    sync,
  };
}

/** A reconcile in progress. */
type StartedRun = Omit<LedgerRun, "finishedAt">;

interface UsersToSend {
  readonly users: AsyncIterable<UserInput>;
  /** True when the input was read to its end. */
  isRead(): boolean;
}

function readUsersToSend(
  users: SyncInput,
  run: StartedRun,
  { ledger, signal }: ReconcileOptions,
  counter: ReconcileCounter,
): UsersToSend {
  let isRead = false;
  async function* read() {
    for await (const page of compareWithLedger(ledger, users, run)) {
      for (const one of page) {
        signal?.throwIfAborted();
        counter.add(one);
        if (isToBeSent(one)) yield one.user;
      }
    }
    isRead = true;
  }
  return { users: read(), isRead: () => isRead };
}

async function readAll(input: UsersToSend): Promise<null> {
  const reading = input.users[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
  return null;
}

async function sendUsers(
  client: ImportClient,
  users: AsyncIterable<UserInput>,
  { runId, seenBy }: { readonly runId: string; readonly seenBy: string },
  options: ReconcileOptions,
): Promise<SyncReport> {
  const { ledger, name = "Reconcile", retryDays, now, onOutcome } = options;
  const { target, batchSize, signal, guards, alerts, audit, retryQuota, onProgress } = options;
  const recorder = createRecorder(ledger, { retryDays, now }, seenBy);
  const report = await syncUsers(client, users, {
    name,
    runId,
    target,
    batchSize,
    signal,
    guards,
    alerts,
    audit,
    retryQuota,
    onProgress,
    async onOutcome(user, outcome, position) {
      await recorder.onOutcome(user, outcome);
      await onOutcome?.(user, outcome, position);
    },
  });
  await recorder.flush();
  return report;
}

// Users that changed since the last reconcile are not a sample of all users: some invalid ones must not stop it every night.
function toGuards({ guards }: ReconcileOptions, lastRun: LedgerRun | null): GuardOptions {
  return lastRun ? { maxInvalidShare: 1, ...guards } : { ...guards };
}

const gonePageSize = 1_000;

async function listGone(
  ledger: Ledger,
  run: StartedRun,
  toText: (text: string) => string,
  onGone: ReconcileOptions["onGone"],
): Promise<Sample<GoneUser>> {
  const gone = createSample<GoneUser>();
  let page: readonly LedgerEntry[] = [];
  do {
    page = await ledger.gone(run, page.at(-1)?.key ?? null, gonePageSize);
    for (const entry of page) gone.add(toGoneUser(entry, toText));
    if (page.length > 0) await onGone?.(page);
  } while (page.length === gonePageSize);
  return gone.sample();
}

// So many users are looked up at once, and no more are ever in memory.
const lookupSize = 1_000;

// Reads users and compares them, one lookup at a time. Marks them in the ledger as seen by this run.
async function* compareWithLedger(ledger: Ledger, users: SyncInput, run: StartedRun): AsyncGenerator<ReconciledUser[]> {
  let next: UserInput[] = [];
  for await (const user of users) {
    next.push(toSentUser(user));
    if (next.length < lookupSize) continue;
    yield await lookUp(ledger, next, run);
    next = [];
  }
  if (next.length > 0) yield await lookUp(ledger, next, run);
}

async function lookUp(ledger: Ledger, users: readonly UserInput[], run: StartedRun): Promise<ReconciledUser[]> {
  const keyed = users.map((user) => ({ user, key: toUserKey(user) }));
  const seen = new Set<string>();
  const known = await ledger.look([...new Set(keyed.map(({ key }) => key))], run.id);
  return keyed.map(({ user, key }) => {
    const entry = known.get(key);
    const isRepeated = seen.has(key) || entry?.seenBy === run.id;
    seen.add(key);
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
