// undoRun: rolls back every source of a run, newest first.

import { systemTiming } from "../../client/clock.ts";
import type { ImportClient } from "../../client/import-client.ts";
import { type AuditTrail, createAuditTrail } from "../audit/audit-trail.ts";
import type { Checkpoint, CheckpointStore } from "../checkpoint/checkpoint.ts";
import type { UndoneSource } from "../checkpoint/undone-source.ts";
import { lockCheckpoint, readCheckpoint } from "../run/open-checkpoint.ts";
import { createRunState } from "../run/run-state.ts";
import { SyncError, type SyncFailure, toFailure } from "../sync-error.ts";
import { findDoubt, type SourceToUndo, toNotTried, type Undoing, type UndoOptions, undoSource } from "./undo-source.ts";

/** What undoing came to, earlier parts included. */
export interface UndoReport {
  /** `done` when nothing of the run is left, in a dry run: would be left. */
  readonly state: "done" | "partial" | "aborted";
  readonly isDryRun: boolean;
  /** Newest first. */
  readonly sources: readonly UndoneSource[];
  /** Connections removed in all, in a dry run: that would be; as far as the server gave numbers. */
  readonly removed: number;
  readonly alreadyGone: number;
  readonly reactivatedKept: number;
  /** Batches whose source the server never named: look for them in the list. */
  readonly unnamed: number;
  /** The name of a batch whose answer never came, and of which there may be a source; null where there is none. */
  readonly inDoubt: string | null;
  /** Why it stopped; null when it is done or was aborted. */
  readonly failure: SyncFailure | null;
  /** The first error thrown by `onProgress`; null when none was. */
  readonly callbackError: unknown;
}

/**
 * Rolls back the sources of a run: of a checkpoint, or of these ids in the order in which they were saved.
 *
 * What was undone before counts as such, so undoing may be repeated until it is done.
 *
 * @throws SyncError when it can't begin: there is no run, or the checkpoint is locked or unreadable.
 */
export async function undoRun(
  client: ImportClient,
  run: CheckpointStore | readonly string[],
  options: UndoOptions = {},
): Promise<UndoReport> {
  if (!("read" in run)) {
    const sources = run.map((id) => ({ id, name: null, batch: null }));
    return undo({ client, options, trail: toTrail(options, `undo-${crypto.randomUUID()}`), state: null }, sources);
  }
  const unlock = await lockCheckpoint(run);
  try {
    const checkpoint = await readCheckpoint(run);
    if (!checkpoint) throw new SyncError("no_run", "There is no run in this checkpoint.");
    const state = createRunState(checkpoint, options.dryRun ? undefined : run);
    return await undo({ client, options, trail: toTrail(options, checkpoint.runId), state }, toSources(checkpoint));
  } finally {
    await unlock().catch(() => {});
  }
}

function toTrail({ audit }: UndoOptions, runId: string): AuditTrail {
  return createAuditTrail(audit, runId, systemTiming.now);
}

function toSources({ batches }: Checkpoint): SourceToUndo[] {
  return batches.flatMap((batch) => (batch.source ? [{ id: batch.source.id, name: batch.source.name, batch }] : []));
}

async function undo(undoing: Undoing, saved: readonly SourceToUndo[]): Promise<UndoReport> {
  const { options, state, trail } = undoing;
  const sources: UndoneSource[] = [];
  const heard: unknown[] = [];
  let inDoubt = state?.checkpoint.inDoubt?.sourceName ?? null;
  let failure: SyncFailure | null = null;
  const before = state?.checkpoint.state;
  try {
    options.signal?.throwIfAborted();
    await state?.save({ state: "undoing" });
    for (const source of saved.toReversed()) await undoNext(undoing, source, sources, heard);
    if (inDoubt !== null && !options.dryRun) inDoubt = await findDoubt(undoing);
    await state?.save({ state: "undone", lastSuccess: withoutRun(state.checkpoint) });
  } catch (error) {
    failure = toFailure(error);
    // Where nothing was undone, the run may still be resumed.
    const isUntouched = sources.every((source) => source.state === "failed" || source.state === "not_tried");
    if (isUntouched && before) await state?.save({ state: before }).catch(() => {});
  }
  const left = saved.toReversed().slice(sources.length).map(toNotTried);
  const problem = await trail.close().then(() => null, toFailure);
  const unnamed = state?.checkpoint.batches.filter(({ source }) => !source).length ?? 0;
  const isAborted = failure !== null && options.signal?.aborted === true;
  failure = isAborted ? null : (failure ?? problem);
  const isDone = !isAborted && !failure && !inDoubt && unnamed === 0;
  return {
    state: isAborted ? "aborted" : isDone ? "done" : "partial",
    isDryRun: options.dryRun === true,
    sources: [...sources, ...left],
    ...addUp(sources),
    unnamed,
    inDoubt,
    failure,
    callbackError: heard[0] ?? null,
  };
}

async function undoNext(
  undoing: Undoing,
  source: SourceToUndo,
  sources: UndoneSource[],
  heard: unknown[],
): Promise<void> {
  undoing.options.signal?.throwIfAborted();
  const { undone, failed } = await undoSource(undoing, source);
  sources.push(undone);
  try {
    undoing.options.onProgress?.(undone);
  } catch (error) {
    heard.push(error);
  }
  if (failed) throw failed.error;
}

function addUp(sources: readonly UndoneSource[]): Pick<UndoReport, "removed" | "alreadyGone" | "reactivatedKept"> {
  const sum = (key: "removed" | "alreadyGone" | "reactivatedKept") =>
    sources.reduce((total, source) => total + (source[key] ?? 0), 0);
  return { removed: sum("removed"), alreadyGone: sum("alreadyGone"), reactivatedKept: sum("reactivatedKept") };
}

// A run that was undone is nothing to compare the next one with.
function withoutRun({ lastSuccess, runId }: Checkpoint): Checkpoint["lastSuccess"] {
  return lastSuccess?.runId === runId ? null : lastSuccess;
}
