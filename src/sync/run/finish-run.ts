// Ends a run: reports the users left over, writes the checkpoint and the audit log, sends alerts, and builds the report.
import { type Alert, toAlerts } from "../report/alerts.ts";
import { addCounters, countPending, type PendingReason, type SyncCounters } from "../report/outcome.ts";
import type { SyncReport, SyncState } from "../report/sync-report.ts";
import { type SyncFailure, toSyncFailure } from "../sync-error.ts";
import { emitProgress, type SyncRun } from "./run-context.ts";
import { callOnOutcome } from "./send-batch.ts";
import type { InputPortion } from "./send-portions.ts";

/** How a run ended. */
export interface RunEnd {
  readonly state: SyncState;
  readonly failure: SyncFailure | null;
  readonly isInputComplete: boolean;
}

/** Ends a run and returns its report. */
export async function finishRun(run: SyncRun, end: RunEnd): Promise<SyncReport> {
  if (end.state === "done") recordSuccess(run);
  const report = toReport(run, end);
  const problem = await writeEnd(run, report);
  // A run whose end could not be written is not done. Resuming it sends nothing more and ends it.
  const isUnwritten = problem !== null && end.state === "done";
  const final: SyncReport = isUnwritten ? { ...report, state: "partial", failure: problem } : report;
  for (const alert of final.alerts) await sendAlert(run, alert);
  emitProgress(run, { type: "runFinished", state: final.state });
  return { ...final, callbackError: run.callbackError };
}

// The next run is compared with this one.
function recordSuccess({ state, guards, tripped, trail, timing, usersRead }: SyncRun): void {
  const { runId, lastSuccess } = state.checkpoint;
  // An input of unannounced size can be compared only now.
  const isChecked = tripped.some(({ code }) => code === "input_shrunk");
  const shrunk = isChecked ? null : guards.checkTotal(usersRead, lastSuccess?.total ?? null);
  if (shrunk) {
    tripped.push(shrunk);
    trail.record({ type: "guardTripped", guard: shrunk });
  }
  // Otherwise the shrunken total becomes the new baseline.
  const isBaseline = !shrunk || shrunk.override !== null;
  const finishedAt = new Date(timing.now()).toISOString();
  state.set({ state: "done", lastSuccess: isBaseline ? { runId, total: usersRead, finishedAt } : lastSuccess });
}

// Null when everything was written.
async function writeEnd({ state, trail, settings }: SyncRun, report: SyncReport): Promise<SyncFailure | null> {
  const { failure, finishedAt, batches, repetitions, alerts, callbackError, isInputComplete, ...manifest } = report;
  if (failure) trail.record({ type: "failure", code: failure.code, message: failure.message });
  trail.record({ type: "runFinished", state: report.state });
  try {
    await trail.writeManifest({ ...manifest, finishedAt, failure: failure?.code ?? null });
    await trail.close();
    // A run that saved nothing leaves the stored run in place.
    if (!settings.dryRun && (report.state === "done" || state.mayCatchUp)) await state.write();
    return null;
  } catch (error) {
    if (report.state === "done") state.set({ state: "running" });
    return toSyncFailure(error);
  }
}

function toReport(run: SyncRun, { state, failure, isInputComplete }: RunEnd): SyncReport {
  const { settings, timing, tripped, repetitions } = run;
  const { runId, name, target, batches, startedAt, total, lastSuccess } = run.state.checkpoint;
  const counters = toRunCounters(run, isInputComplete ? 0 : (total ?? 0));
  const now = timing.now();
  const lastSuccessAt = lastSuccess?.finishedAt ?? null;
  return {
    runId,
    name,
    target,
    state,
    isDryRun: settings.dryRun === true,
    counters,
    isInputComplete,
    sources: batches.map(({ source }) => source).filter((source) => source !== null),
    batches: batches.length,
    repetitions,
    guards: tripped,
    alerts: toAlerts({ runId, counters, lastSuccessAt, now, guards: tripped }, settings.alerts ?? {}),
    failure,
    callbackError: null,
    startedAt,
    finishedAt: new Date(now).toISOString(),
  };
}

// Counts every user that was answered, read or announced. Users without an answer are pending.
function toRunCounters({ state, refused, usersRead }: SyncRun, announced: number): SyncCounters {
  const inDoubt = countPending(state.checkpoint.inDoubt?.count ?? 0, "outcome_unknown");
  const unanswered = addCounters(inDoubt, countPending(refused, "request_refused"));
  const known = addCounters(state.answered, unanswered);
  const total = Math.max(known.total, usersRead, announced);
  return addCounters(known, countPending(total - known.total, "not_sent"));
}

async function sendAlert(run: SyncRun, alert: Alert): Promise<void> {
  for (const sink of run.settings.alerts?.sinks ?? []) {
    try {
      await sink(alert);
    } catch (error) {
      run.callbackError ??= error;
    }
  }
}

/** Calls `onOutcome` for every user that was read and not answered. */
export async function reportPendingUsers(run: SyncRun, { first, users }: InputPortion): Promise<void> {
  const answered = Math.max(0, run.state.answered.total - first);
  const pending = users.slice(answered);
  const start = first + answered;
  const outcomes = pending.map((_, index) => ({
    kind: "pending" as const,
    reason: toPendingReason(run, start + index),
  }));
  try {
    await callOnOutcome(run, pending, outcomes, start);
  } catch (error) {
    run.callbackError ??= error;
  }
}

// The unconfirmed or refused batch follows the answered ones.
function toPendingReason({ state, refused }: SyncRun, position: number): PendingReason {
  const index = position - state.answered.total;
  if (index < (state.checkpoint.inDoubt?.count ?? 0)) return "outcome_unknown";
  return index < refused ? "request_refused" : "not_sent";
}
