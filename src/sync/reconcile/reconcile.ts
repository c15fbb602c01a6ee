// reconcile: compares all users of the platform with the ledger, sends those that deltas missed, and lists those that are gone.
import { systemTiming, type Timing } from "../../client/clock.ts";
import { ImportClientError } from "../../client/errors.ts";
import type { CallOptions, ImportClient } from "../../client/import-client.ts";
import { isRowStatus } from "../../contract/status.ts";
import type { UserInput } from "../../contract/user.ts";
import { lockCheckpoint } from "../checkpoint/checkpoint.ts";
import {
  createRecorder,
  isAhead,
  type Ledger,
  type LedgerEntry,
  type LedgerRun,
  type Recorder,
  type SeenEntry,
  toUserHash,
  toUserKey,
} from "../ledger/ledger.ts";
import { toAlerts } from "../report/alerts.ts";
import { createGuards, type GuardOptions } from "../report/guards.ts";
import { isAcknowledged } from "../report/outcome.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { toSentUser } from "../run/sent-users.ts";
import { waitToSettle } from "../run/settle.ts";
import { defaultBatchSize, defaultSettleTime, type SyncInput, type SyncOptions } from "../run/sync-options.ts";
import { syncUsers } from "../run/sync-users.ts";
import { toSyncFailure } from "../sync-error.ts";
import { openReconcilePart, type ReconcilePart } from "./reconcile-parts.ts";
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
import { createVerification, type Verification } from "./verification.ts";

/** The options of a reconcile. Those of `syncUsers` mean the same. */
export interface ReconcileOptions
  extends Pick<
    SyncOptions,
    | "target"
    | "runId"
    | "batchSize"
    | "signal"
    | "stopSignal"
    | "checkpoint"
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
  /**
   * Asks the server about the users that the ledger shows as up to date or refused, and sends those that differ: by dry runs where
   * the server lists them, else by sending all users again. A plan without dry runs rejects with `dry_run_not_offered`.
   *
   * @default false
   */
  readonly verify?: boolean | undefined;
  /** Continues the checkpoint's reconcile if it is unfinished, under its id, else begins a new one. @default false */
  readonly resume?: boolean | undefined;
  /**
   * Time in milliseconds that a resumed reconcile gives the server to save the batch that was being sent, where its source is not
   * listed at once: then the list is read again.
   *
   * @default 30_000
   */
  readonly settleTime?: number | undefined;
  /** Days until a refused user is sent again, refusal by refusal; the last one repeats. @default [1, 3, 7, 30] */
  readonly retryDays?: readonly number[] | undefined;
  /** Whether emails are masked in the report. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
  /** Called with each user, in order, once it is known whether it is sent. */
  readonly onCompared?: ((user: UserInput, reason: ReconcileReason, isSent: boolean) => void) | undefined;
  /** Called with all users that are gone, unmasked, page by page. The report holds the first hundred. */
  readonly onGone?: ((users: readonly LedgerEntry[]) => void | Promise<void>) | undefined;
  /** In milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Compares a stream of all users of the platform with the ledger and sends those that are missing, stale or due.
 *
 * With a checkpoint it is a run that can be undone and resumed; without one, an aborted or failed reconcile can be run again, because
 * the ledger holds what was done. Rejects when the ledger or, in a plan, the input or a question to the server does.
 *
 * @param timing for tests that must not wait
 * @throws TypeError for an invalid option.
 * @throws SyncError when the run can't begin, as `syncUsers` does.
 */
export async function reconcile(
  client: ImportClient,
  users: SyncInput,
  options: ReconcileOptions,
  timing: Timing = systemTiming,
): Promise<ReconcileReport> {
  const unlock = await lockCheckpoint(options.plan ? undefined : options.checkpoint);
  try {
    return await reconcileLocked(client, users, options, timing);
  } finally {
    await unlock().catch(() => {});
  }
}

async function reconcileLocked(
  client: ImportClient,
  users: SyncInput,
  options: ReconcileOptions,
  timing: Timing,
): Promise<ReconcileReport> {
  const { ledger, emails, now = Date.now, plan = false } = options;
  const work = await openReconcile(client, options, timing);
  const { run, counter, lastRun, part, verification } = work;
  const input = readUsersToSend(users, work, options);
  const sync = plan ? await readAll(input) : await sendUsers(client, input, work, options);
  const isWhole = input.isRead() && (sync === null || sync.state === "done") && !hasShrunk(sync);
  const toText = toEmailText(emails);
  const gone = isWhole ? await listGone(ledger, run, toText, options.onGone) : null;
  if (sync && isWhole) await ledger.finish({ ...run, finishedAt: now() });
  return {
    runId: part.runId,
    state: sync?.state ?? "planned",
    counters: counter.counters(),
    moved: counter.moved(),
    gone,
    // An end ahead of the clock says nothing of what came after it.
    missedShare: isWhole && lastRun && lastRun.finishedAt <= run.startedAt ? counter.missedShare() : null,
    verification: verification?.report(sumReactivated(sync)) ?? null,
    sync,
  };
}

// Most of the users of an export that broke off would look gone.
function hasShrunk(sync: SyncReport | null): boolean {
  return sync?.guards.some(({ code, override }) => code === "input_shrunk" && override === null) ?? false;
}

function sumReactivated(sync: SyncReport | null): number {
  return (sync?.sources ?? []).reduce((sum, { reactivated }) => sum + (reactivated ?? 0), 0);
}

/** What the steps of one reconcile share. */
interface ReconcileWork {
  readonly run: StartedRun;
  readonly lastRun: LedgerRun | null;
  readonly counter: ReconcileCounter;
  readonly recorder: Recorder;
  readonly timing: Timing;
  readonly part: ReconcilePart;
  readonly verification: Verification | null;
  /** Users that were read to be sent and have no outcome yet, in order. */
  readonly waiting: ReconciledUser[];
}

async function openReconcile(client: ImportClient, options: ReconcileOptions, timing: Timing): Promise<ReconcileWork> {
  const { ledger, emails, now = Date.now, plan = false, name = "Reconcile", retryDays, target } = options;
  const { checkpoint, resume = false, runId, verify = false, batchSize = defaultBatchSize } = options;
  const { settleTime = defaultSettleTime, signal, stopSignal } = options;
  const lastRun = await ledger.lastRun();
  // Not the run's own id: a second reconcile with that id would take all users seen by the first one for repeated.
  const run: StartedRun = { id: `${runId ?? "reconcile"} ${crypto.randomUUID()}`, startedAt: now() };
  const counter = createReconcileCounter(lastRun, toEmailText(emails));
  // What a resumed part connects is never older than its run, even if the clock was set back in between.
  let startedAt = 0;
  const recorder = createRecorder(ledger, { retryDays, now: () => Math.max(now(), startedAt) }, run.id);
  const guards = createGuards(options.guards ?? {});
  const callOptions = toCallOptions(options);
  const part = await openReconcilePart({
    ...{ client, resume, runId, name, target, callOptions },
    checkpoint: plan ? undefined : checkpoint,
    waitToSettle: () => waitToSettle(timing, { settleTime, signal, stopSignal }),
    flush: recorder.flush,
    toBaseline(lastTotal) {
      const { total } = counter.counters();
      const shrunk = guards.checkTotal(total, lastTotal);
      return shrunk && shrunk.override === null ? null : total;
    },
  });
  startedAt = part.startedAt;
  const verification = verify ? createVerification({ client, plan, name, batchSize, callOptions }) : null;
  return { run, lastRun, counter, recorder, timing, part, verification, waiting: [] };
}

// A call that is no part of a batch is repeated as often as one that is, and not once the host has asked to stop.
function toCallOptions({ signal, stopSignal }: ReconcileOptions): CallOptions {
  return { signal, mayRetry: () => stopSignal?.aborted !== true };
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
  { run, counter, part, verification, waiting }: ReconcileWork,
  { ledger, signal, onCompared }: ReconcileOptions,
): UsersToSend {
  let isRead = false;
  async function* read() {
    // Part of the reading, so that a server that does not answer ends the run as a failure of its own, before anything is sent.
    await part.settle();
    await verification?.open();
    for await (const compared of compareWithLedger(ledger, users, run)) {
      const page = verification ? await verification.check(compared) : compared;
      for (const one of page) {
        signal?.throwIfAborted();
        counter.add(one);
        const isSent = isToBeSent(one);
        onCompared?.(one.user, one.reason, isSent);
        if (!isSent) continue;
        waiting.push(one);
        yield one.user;
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
  input: UsersToSend,
  { part, lastRun, recorder, timing, counter, verification, waiting }: ReconcileWork,
  options: ReconcileOptions,
): Promise<SyncReport> {
  const { target, batchSize, signal, stopSignal, alerts, audit, retryQuota, settleTime, onProgress, onOutcome } =
    options;
  const settings: SyncOptions = {
    ...{ name: part.name, runId: part.runId, checkpoint: part.store, target },
    ...{ batchSize, signal, stopSignal, alerts, audit, retryQuota, settleTime, onProgress },
    guards: toGuards(options, lastRun),
    async onOutcome(user, outcome, position) {
      const one = waiting.shift();
      if (one) verification?.add(one, outcome);
      await recorder.onOutcome(user, outcome);
      await onOutcome?.(user, outcome, position);
    },
  };
  const report = await syncUsers(client, input.users, settings, timing);
  await recorder.flush();
  return withShrunkInput(toOwnFailure(report), input.isRead() ? counter.counters().total : null, part, options);
}

// A question to the server that fails ends the reading of the users; what counts is why it failed.
function toOwnFailure(report: SyncReport): SyncReport {
  const { failure } = report;
  const isOfServer = failure?.code === "input_failed" && failure.cause instanceof ImportClientError;
  return isOfServer ? { ...report, failure: toSyncFailure(failure.cause) } : report;
}

// The users that were sent say nothing of the size of the input, so the run itself can't notice.
async function withShrunkInput(
  report: SyncReport,
  total: number | null,
  { lastTotal }: ReconcilePart,
  { guards = {}, alerts = {} }: ReconcileOptions,
): Promise<SyncReport> {
  const shrunk = total === null ? null : createGuards(guards).checkTotal(total, lastTotal);
  if (!shrunk) return report;
  const { runId, counters, finishedAt } = report;
  const facts = { runId, counters, lastSuccessAt: null, now: Date.parse(finishedAt), guards: [shrunk] };
  const added = toAlerts(facts, {}).filter(({ code }) => code === "input_shrunk");
  for (const alert of added) for (const sink of alerts.sinks ?? []) await Promise.resolve(sink(alert)).catch(() => {});
  return { ...report, guards: [...report.guards, shrunk], alerts: [...report.alerts, ...added] };
}

// Users that changed since the last reconcile are not a sample of all users: some invalid ones must not stop it every night.
function toGuards({ guards }: ReconcileOptions, lastRun: LedgerRun | null): GuardOptions {
  return { ...(lastRun ? { maxInvalidShare: 1 } : {}), ...guards, maxShrinkShare: 1 };
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
  return entry.tryAgainAt <= now || isAhead(entry, now) ? "due" : "waiting";
}
