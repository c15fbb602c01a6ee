// The end of a run: what it is remembered by, whom it alerts, and its report.
import { type Alert, toAlerts } from "../report/alerts.ts";
import type { SyncReport, SyncState } from "../report/sync-report.ts";
import { type SyncFailure, toFailure } from "../sync-error.ts";
import { countLeft } from "./pending-users.ts";
import { emit, type Run, toCounters } from "./run-context.ts";

/** How a run ended. */
export interface RunEnd {
  readonly state: SyncState;
  readonly failure: SyncFailure | null;
  readonly isInputComplete: boolean;
}

/** Ends a run: its checkpoint, its audit log, its alerts. */
export async function finish(run: Run, end: RunEnd): Promise<SyncReport> {
  if (end.state === "done") remember(run);
  const report = toReport(run, end);
  const problem = await keep(run, report);
  // A run whose end could not be kept is not done; resuming it sends nothing more and ends it.
  const isBroken = problem !== null && end.state === "done";
  const kept: SyncReport = isBroken ? { ...report, state: "partial", failure: problem } : report;
  for (const alert of kept.alerts) await sound(run, alert);
  emit(run, { type: "runFinished", state: kept.state });
  return { ...kept, callbackError: run.callbackError };
}

// The next run is compared with this one.
function remember({ state, guards, tripped, trail, timing, read }: Run): void {
  const { runId, lastSuccess } = state.checkpoint;
  // An input whose size nobody announced is only known to have shrunk by now.
  const isJudged = tripped.some(({ code }) => code === "input_shrunk");
  const shrunk = isJudged ? null : guards.checkTotal(read, lastSuccess?.total ?? null);
  if (shrunk) {
    tripped.push(shrunk);
    trail.tell({ type: "guardTripped", guard: shrunk });
  }
  // Else the next input that shrank just as much would look right.
  const isMeasure = !shrunk || shrunk.override !== null;
  const finishedAt = new Date(timing.now()).toISOString();
  state.set({ state: "done", lastSuccess: isMeasure ? { runId, total: read, finishedAt } : lastSuccess });
}

// Null when all is kept.
async function keep({ state, trail, settings }: Run, report: SyncReport): Promise<SyncFailure | null> {
  const { failure, finishedAt, batches, repetitions, alerts, callbackError, isInputComplete, ...manifest } = report;
  if (failure) trail.tell({ type: "failure", code: failure.code, message: failure.message });
  trail.tell({ type: "runFinished", state: report.state });
  try {
    await trail.tellManifest({ ...manifest, finishedAt, failure: failure?.code ?? null });
    await trail.close();
    // A run that saved nothing leaves the one before it in its place.
    if (!settings.dryRun && (report.state === "done" || state.mayCatchUp)) await state.write();
    return null;
  } catch (error) {
    if (report.state === "done") state.set({ state: "running" });
    return toFailure(error);
  }
}

function toReport(run: Run, { state, failure, isInputComplete }: RunEnd): SyncReport {
  const { settings, timing, tripped, repetitions } = run;
  const { runId, name, target, batches, startedAt, total, lastSuccess } = run.state.checkpoint;
  const counters = toCounters(run, countLeft(run), isInputComplete ? 0 : (total ?? 0));
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

async function sound(run: Run, alert: Alert): Promise<void> {
  for (const sink of run.settings.alerts?.sinks ?? []) {
    try {
      await sink(alert);
    } catch (error) {
      run.callbackError ??= error;
    }
  }
}
