// Carries a run out from its first user to its report, however it ends.

import type { SyncReport } from "../report/sync-report.ts";
import { SyncError, toFailure } from "../sync-error.ts";
import { finish, type RunEnd } from "./finish-run.ts";
import type { Intake } from "./input-reader.ts";
import { tellLeft } from "./pending-users.ts";
import { emit, type Run } from "./run-context.ts";
import { type Place, sendPortions } from "./send-portions.ts";

/** Carries a run out. Never rejects for what stops it: the report says what did. */
export async function carryOut(run: Run, intake: Intake): Promise<SyncReport> {
  const place: Place = { first: 0, users: [], dealtWith: 0, isInputComplete: false };
  return finish(run, await toEnd(run, intake, place));
}

async function toEnd(run: Run, intake: Intake, place: Place): Promise<RunEnd> {
  try {
    await begin(run);
    await sendPortions(run, intake, place);
    return { state: "done", failure: null, isInputComplete: true };
  } catch (error) {
    // Who could not be told of the answered users is not told of the others.
    if (!(error instanceof SyncError && error.code === "callback_failed")) await tellLeft(run, place);
    const { isInputComplete } = place;
    if (run.settings.signal?.aborted) return { state: "aborted", failure: null, isInputComplete };
    const failure = toFailure(error);
    return { state: failure.code === "guard_tripped" ? "stopped_by_guard" : "partial", failure, isInputComplete };
  }
}

async function begin(run: Run): Promise<void> {
  const { state, trail, settings } = run;
  const { runId, name, target, total, batchSize, startedAt, batches, inDoubt } = state.checkpoint;
  const isDryRun = settings.dryRun === true;
  const answered = state.answered.total;
  trail.tell({ type: "runStarted", name, target, total, batchSize, isDryRun, answered });
  const unknown = { finishedAt: null, counters: null, sources: [], guards: [], failure: null };
  await trail.tellManifest({ runId, name, target, startedAt, state: "running", isDryRun, ...unknown });
  emit(run, batches.length > 0 || inDoubt ? { type: "runResumed", answered } : { type: "runStarted" });
}
