// syncUsers: sends any number of users in batches, each user once, and reports the outcome of every one.

import { systemTiming, type Timing } from "../../client/clock.ts";
import type { ImportClient } from "../../client/import-client.ts";
import { type Checkpoint, lockCheckpoint, readCheckpoint } from "../checkpoint/checkpoint.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { SyncError, toSyncFailure } from "../sync-error.ts";
import { finishRun, type RunEnd, reportPendingUsers } from "./finish-run.ts";
import { createInputReader, type InputReader } from "./input-reader.ts";
import { createRun, emitProgress, isStopped, type SyncRun } from "./run-context.ts";
import { type InputPortion, sendPortions } from "./send-portions.ts";
import {
  defaultBatchSize,
  type SyncInput,
  type SyncOptions,
  type SyncSettings,
  toSyncSettings,
} from "./sync-options.ts";

/**
 * Sends users in batches, in order, and resolves with a report, also when the run stopped early.
 *
 * @param timing for tests that must not wait
 * @throws TypeError for an invalid option.
 * @throws SyncError when the run can't begin: the checkpoint is locked, unreadable, unfinished or of another run.
 */
export async function syncUsers(
  client: ImportClient,
  users: SyncInput,
  options: SyncOptions,
  timing: Timing = systemTiming,
): Promise<SyncReport> {
  const settings = toSyncSettings(options);
  const reader = createInputReader(users, [settings.signal, settings.stopSignal]);
  const unlock = await lockCheckpoint(settings.dryRun ? undefined : settings.checkpoint);
  try {
    const checkpoint = await openCheckpoint(settings, timing.now());
    const run = createRun(client, settings, checkpoint, timing);
    return await finishRun(run, await sendAll(run, reader));
  } finally {
    reader.close();
    // The run has ended either way, and a lock left behind does not count once this process has ended.
    await unlock().catch(() => {});
  }
}

// Never rejects: a failure is part of the end of the run.
async function sendAll(run: SyncRun, reader: InputReader): Promise<RunEnd> {
  const portion: InputPortion = { first: 0, users: [], done: 0, isLast: false };
  try {
    await beginRun(run);
    await sendPortions(run, reader, portion);
    return { state: "done", failure: null, isInputComplete: true };
  } catch (error) {
    // If onOutcome threw, do not call it again.
    if (!(error instanceof SyncError && error.code === "callback_failed")) await reportPendingUsers(run, portion);
    const isInputComplete = portion.isLast;
    if (isStopped(run)) return { state: "aborted", failure: null, isInputComplete };
    const failure = toSyncFailure(error);
    return { state: failure.code === "guard_tripped" ? "stopped_by_guard" : "partial", failure, isInputComplete };
  }
}

async function beginRun(run: SyncRun): Promise<void> {
  const { state, trail, settings } = run;
  const { runId, name, target, total, batchSize, startedAt, batches, inDoubt } = state.checkpoint;
  const isDryRun = settings.dryRun === true;
  const answered = state.answered.total;
  trail.record({ type: "runStarted", name, target, total, batchSize, isDryRun, answered });
  await trail.writeManifest({
    runId,
    name,
    target,
    startedAt,
    state: "running",
    isDryRun,
    finishedAt: null,
    counters: null,
    sources: [],
    guards: [],
    failure: null,
  });
  emitProgress(run, batches.length > 0 || inDoubt ? { type: "runResumed", answered } : { type: "runStarted" });
}

// The checkpoint to work on: the stored run where it is to be resumed, else a new run.
async function openCheckpoint(settings: SyncSettings, now: number): Promise<Checkpoint> {
  const stored = settings.checkpoint ? await readCheckpoint(settings.checkpoint) : null;
  if (!stored || settings.dryRun) return createCheckpoint(settings, stored, now);
  if (stored.state === "undoing" || (stored.state === "undone" && stored.runId === settings.runId)) {
    throw runUndone(stored);
  }
  // A run that was stopped before anything was sent can be replaced.
  const isEmpty = stored.batches.length === 0 && !stored.inDoubt;
  if (stored.state !== "running" || isEmpty) return createCheckpoint(settings, stored, now);
  if (!settings.resume) {
    const message = `The checkpoint holds the unfinished run ${stored.runId}. Resume or undo it, or use another checkpoint.`;
    throw new SyncError("unfinished_run", message);
  }
  requireSameRun(settings, stored);
  return stored;
}

function createCheckpoint(settings: SyncSettings, stored: Checkpoint | null, now: number): Checkpoint {
  const { name, target = null, total = null, batchSize = defaultBatchSize } = settings;
  return {
    version: 1,
    runId: settings.runId ?? `run-${crypto.randomUUID()}`,
    name,
    target,
    total,
    batchSize,
    state: "running",
    startedAt: new Date(now).toISOString(),
    mostUsers: batchSize,
    batches: [],
    inDoubt: null,
    lastSuccess: stored?.lastSuccess ?? null,
  };
}

// With any of these changed, the remaining users would get other idempotency keys or other batches than in the first part of the run.
function requireSameRun(settings: SyncSettings, stored: Checkpoint): void {
  if (stored.kind === "reconcile") {
    throw new SyncError("run_changed", `The run ${stored.runId} is a reconcile: resume it as one. Nothing was sent.`);
  }
  const { name, target = null, runId = stored.runId, total = stored.total, batchSize = stored.batchSize } = settings;
  const now = { runId, name, target, total, batchSize };
  const changed = (Object.keys(now) as (keyof typeof now)[]).filter((key) => now[key] !== stored[key]);
  if (changed.length === 0) return;
  const differences = changed.map((key) => `${key} was ${JSON.stringify(stored[key])}, is ${JSON.stringify(now[key])}`);
  throw new SyncError(
    "run_changed",
    `The checkpoint's run is another one: ${differences.join("; ")}. Nothing was sent.`,
  );
}

function runUndone({ runId, state }: Checkpoint): SyncError {
  const message =
    state === "undone" ? `The run ${runId} was undone.` : `The run ${runId} is being undone: finish that first.`;
  return new SyncError("run_undone", `${message} Nothing was sent.`);
}
