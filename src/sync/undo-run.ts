// undoRun: rolls back every source of a run, newest first.

import { systemTiming } from "../client/clock.ts";
import { ImportClientError } from "../client/errors.ts";
import type { ExchangeNotice, ImportClient } from "../client/import-client.ts";
import { readEverySource } from "../client/saved-sources.ts";
import { readSourcesSince } from "../client/sources-since.ts";
import type { Rollback, Source, SourceList } from "../contract/source.ts";
import { trimText } from "../contract/text.ts";
import { type AuditLog, type AuditTrail, createAuditTrail } from "./audit/audit-trail.ts";
import {
  type AnsweredBatch,
  type Checkpoint,
  type CheckpointStore,
  createRunState,
  lockCheckpoint,
  type RunState,
  readCheckpoint,
  type UndoneCounts,
  type UndoneSource,
} from "./checkpoint/checkpoint.ts";
import { type Ledger, maxClockSkew } from "./ledger/ledger.ts";
import { SyncError, type SyncFailure, toSyncFailure } from "./sync-error.ts";

/** The options of undoing a run. */
export interface UndoOptions {
  /** Ends the undoing. Removed sources stay removed, and the rest can be undone later. */
  readonly signal?: AbortSignal | undefined;
  /** Counts what would be removed; ends with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
  readonly audit?: AuditLog | undefined;
  /** Forgets the users whose connections the undone sources had created, so that a reconcile sends them again. */
  readonly ledger?: Pick<Ledger, "forgetSource"> | undefined;
  /** Called with each source as soon as its result is known. An error it throws goes into the report and stops nothing. */
  readonly onProgress?: ((source: UndoneSource) => void) | undefined;
}

/** The result of undoing a run, including earlier attempts. */
export interface UndoReport {
  /** `done` when nothing of the run is left, or in a dry run would be left. */
  readonly state: "done" | "partial" | "aborted";
  readonly isDryRun: boolean;
  /** Newest first. */
  readonly sources: readonly UndoneSource[];
  /** Connections removed in total, or in a dry run to be removed, as far as the server gave numbers. */
  readonly removed: number;
  readonly alreadyGone: number;
  readonly reactivatedKept: number;
  /** Users that the ledger forgot; 0 without a ledger. */
  readonly forgotten: number;
  /** Number of batches whose source the server never named: look for them in the list. */
  readonly unnamed: number;
  /** The source name of an unconfirmed batch that may have been saved; null where there is none. */
  readonly inDoubt: string | null;
  /** Why it stopped; null when it is done or was aborted. */
  readonly failure: SyncFailure | null;
  /** The first error thrown by `onProgress`; null when none was thrown. */
  readonly callbackError: unknown;
}

/**
 * Rolls back the sources of a run: those of a checkpoint, or those with the given ids (in the order in which they were saved).
 *
 * Sources undone earlier are skipped and counted, so undoing can be repeated until it is done.
 *
 * @throws SyncError when it can't begin: there is no run, or the checkpoint is locked or unreadable.
 */
export async function undoRun(
  client: ImportClient,
  run: CheckpointStore | readonly string[],
  options: UndoOptions = {},
): Promise<UndoReport> {
  if (!("read" in run)) {
    const trail = createTrail(options, `undo-${crypto.randomUUID()}`);
    const sources = run.map((id) => ({ id, name: null, batch: null }));
    return undoSources({ client, options, trail, state: null }, sources);
  }
  const unlock = await lockCheckpoint(run);
  try {
    const checkpoint = await readCheckpoint(run);
    if (!checkpoint) throw new SyncError("no_run", "There is no run in this checkpoint.");
    const trail = createTrail(options, checkpoint.runId);
    const state = createRunState(checkpoint, options.dryRun ? undefined : run);
    return await undoSources({ client, options, trail, state }, toSavedSources(checkpoint));
  } finally {
    await unlock().catch(() => {});
  }
}

/** The undoing of one run. */
interface Undoing {
  readonly client: ImportClient;
  readonly options: UndoOptions;
  readonly trail: AuditTrail;
  /** Null where only ids are known. */
  readonly state: RunState | null;
}

/** A source to roll back, with its batch where there is a checkpoint. */
interface SavedSource {
  readonly id: string;
  readonly name: string | null;
  readonly batch: AnsweredBatch | null;
}

function createTrail({ audit }: UndoOptions, runId: string): AuditTrail {
  return createAuditTrail(audit, runId, systemTiming.now);
}

function toSavedSources({ batches }: Checkpoint): SavedSource[] {
  return batches.flatMap((batch) => (batch.source ? [{ id: batch.source.id, name: batch.source.name, batch }] : []));
}

/** How far an undoing has come. */
interface UndoProgress {
  readonly sources: UndoneSource[];
  /** Errors thrown by `onProgress`. */
  readonly callbackErrors: unknown[];
  forgotten: number;
  inDoubt: string | null;
  failure: SyncFailure | null;
}

async function undoSources(undoing: Undoing, saved: readonly SavedSource[]): Promise<UndoReport> {
  const { state, trail } = undoing;
  const inDoubt = state?.checkpoint.inDoubt?.sourceName ?? null;
  const progress: UndoProgress = { sources: [], callbackErrors: [], forgotten: 0, inDoubt, failure: null };
  await undoInOrder(undoing, saved, progress);
  const auditFailure = await trail.close().then(() => null, toSyncFailure);
  return toReport(undoing, saved, progress, auditFailure);
}

// Never rejects: what stopped it is in `failure`.
async function undoInOrder(undoing: Undoing, saved: readonly SavedSource[], progress: UndoProgress): Promise<void> {
  const { options, state } = undoing;
  const stateBefore = state?.checkpoint.state;
  try {
    options.signal?.throwIfAborted();
    await state?.save({ state: "undoing" });
    for (const source of saved.toReversed()) await undoNext(undoing, source, progress);
    if (progress.inDoubt !== null && !options.dryRun) progress.inDoubt = await findUnconfirmedBatch(undoing);
    await state?.save({ state: "undone", lastSuccess: withoutThisRun(state.checkpoint) });
  } catch (error) {
    progress.failure = toSyncFailure(error);
    // Where nothing was undone, the run can still be resumed.
    const isUntouched = progress.sources.every((source) => source.state === "failed" || source.state === "not_tried");
    if (isUntouched && stateBefore) await state?.save({ state: stateBefore }).catch(() => {});
  }
}

function toReport(
  { options, state }: Undoing,
  saved: readonly SavedSource[],
  { sources, callbackErrors, forgotten, inDoubt, failure }: UndoProgress,
  auditFailure: SyncFailure | null,
): UndoReport {
  const notTried = saved.toReversed().slice(sources.length).map(toNotTried);
  const unnamed = state?.checkpoint.batches.filter(({ source }) => !source).length ?? 0;
  const isAborted = failure !== null && options.signal?.aborted === true;
  const shownFailure = isAborted ? null : (failure ?? auditFailure);
  const isDone = !isAborted && !shownFailure && !inDoubt && unnamed === 0;
  return {
    state: isAborted ? "aborted" : isDone ? "done" : "partial",
    isDryRun: options.dryRun === true,
    sources: [...sources, ...notTried],
    removed: sum(sources, "removed"),
    alreadyGone: sum(sources, "alreadyGone"),
    reactivatedKept: sum(sources, "reactivatedKept"),
    forgotten,
    unnamed,
    inDoubt,
    failure: shownFailure,
    callbackError: callbackErrors[0] ?? null,
  };
}

async function undoNext(undoing: Undoing, source: SavedSource, progress: UndoProgress): Promise<void> {
  const { sources, callbackErrors } = progress;
  undoing.options.signal?.throwIfAborted();
  const { undone, failed } = await undoSource(undoing, source);
  sources.push(undone);
  const isGone = undone.state === "undone" || undone.state === "already_undone";
  if (isGone && !undoing.options.dryRun) progress.forgotten += await forgetSource(undoing, source.id);
  try {
    undoing.options.onProgress?.(undone);
  } catch (error) {
    callbackErrors.push(error);
  }
  if (failed) throw failed.error;
}

// The run and the ledger have the same clock, that of this program, which may be set a little meanwhile. Where the run's beginning is
// not known, users whose creator is not known are forgotten too: sending them once more does no harm, and a false connection in the ledger does.
async function forgetSource({ options, state }: Undoing, sourceId: string): Promise<number> {
  const since = Date.parse(state?.checkpoint.startedAt ?? "") - maxClockSkew;
  return (await options.ledger?.forgetSource(sourceId, since || 0)) ?? 0;
}

function sum(sources: readonly UndoneSource[], key: keyof UndoneCounts): number {
  return sources.reduce((total, source) => total + (source[key] ?? 0), 0);
}

// An undone run can't be the baseline for the next one.
function withoutThisRun({ lastSuccess, runId }: Checkpoint): Checkpoint["lastSuccess"] {
  return lastSuccess?.runId === runId ? null : lastSuccess;
}

/** The result for one source, and the error that stops the undoing. */
interface UndoOutcome {
  readonly undone: UndoneSource;
  readonly failed: { readonly error: unknown } | null;
}

const noCounts: UndoneCounts = { removed: null, alreadyGone: null, reactivatedKept: null };

function toNotTried({ id, name, batch }: SavedSource): UndoneSource {
  const state = batch?.undone ? "already_undone" : "not_tried";
  return { sourceId: id, name, state, ...(batch?.undone ?? noCounts) };
}

// Rolls a source back and writes that down. Never rejects: the error that stops the undoing is in `failed`.
async function undoSource(undoing: Undoing, source: SavedSource): Promise<UndoOutcome> {
  if (source.batch?.undone) return { undone: toNotTried(source), failed: null };
  const { trail, options } = undoing;
  const outcome = await rollBack(undoing, source.id).then(
    (rollback) => toUndone(source, rollback, options.dryRun === true),
    (error: unknown) => toFailed(source, error),
  );
  trail.record({ type: "sourceUndone", ...outcome.undone });
  if (outcome.failed) return outcome;
  // The source is undone even if that can't be written down.
  return saveUndone(undoing, source, outcome.undone).then(
    () => outcome,
    (error: unknown) => ({ ...outcome, failed: { error } }),
  );
}

function toUndone(source: SavedSource, rollback: Rollback, isDryRun: boolean): UndoOutcome {
  const { removed, alreadyGone, reactivatedKept, alreadyDeleted } = rollback;
  const state = isDryRun ? "would_be_undone" : alreadyDeleted ? "already_undone" : "undone";
  const name = rollback.source?.name ?? source.name;
  return { undone: { sourceId: source.id, name, state, removed, alreadyGone, reactivatedKept }, failed: null };
}

// An abort, like a lost answer, leaves open whether the server rolled the source back.
function toFailed({ id, name }: SavedSource, error: unknown): UndoOutcome {
  const isRefused = error instanceof ImportClientError && !error.outcomeUnknown;
  const state = isRefused || error instanceof SyncError ? "failed" : "unknown";
  return { undone: { sourceId: id, name, state, ...noCounts }, failed: { error } };
}

async function rollBack(undoing: Undoing, sourceId: string): Promise<Rollback> {
  const { client, options, trail } = undoing;
  const { signal, dryRun } = options;
  await trail.flush();
  try {
    return await client.deleteSource(sourceId, { signal, dryRun, onExchange: toOnExchange(undoing) });
  } catch (error) {
    const isNotFound = error instanceof ImportClientError && error.code === "source-not-found";
    // A wrong address answers 404 as well. Only a readable list without the source proves that it is gone.
    const isGone = isNotFound && (await listSources(undoing))?.every(({ id }) => id !== sourceId);
    if (isGone) return { ...noCounts, source: null, alreadyDeleted: true };
    throw error;
  }
}

async function saveUndone({ state, options }: Undoing, { batch }: SavedSource, counts: UndoneCounts): Promise<void> {
  if (!state || !batch || options.dryRun) return;
  const { removed, alreadyGone, reactivatedKept } = counts;
  const undone = { removed, alreadyGone, reactivatedKept };
  const batches = state.checkpoint.batches.map((one) => (one.first === batch.first ? { ...one, undone } : one));
  await state.save({ batches });
}

// The source name of the unconfirmed batch; null when the list shows that no source of that name was saved.
async function findUnconfirmedBatch(undoing: Undoing): Promise<string | null> {
  const { inDoubt, batches } = undoing.state?.checkpoint ?? { inDoubt: null, batches: [] };
  if (!inDoubt) return null;
  const known = new Set([...(inDoubt.before ?? []), ...batches.map(({ source }) => source?.id)]);
  const { sources, isComplete } = await readSourcesSince(toReadPage(undoing), inDoubt);
  const isAbsent =
    isComplete && sources.every(({ id, name }) => known.has(id) || trimText(name) !== inDoubt.sourceName);
  return isAbsent ? null : inDoubt.sourceName;
}

// Null where the list has no end.
async function listSources(undoing: Undoing): Promise<readonly Source[] | null> {
  const { sources, isComplete } = await readEverySource(toReadPage(undoing));
  return isComplete ? sources : null;
}

function toReadPage(undoing: Undoing): (cursor: string | undefined) => Promise<SourceList> {
  const options = { signal: undoing.options.signal, onExchange: toOnExchange(undoing) };
  return (cursor) => undoing.client.listSources({ ...options, cursor });
}

function toOnExchange({ trail }: Undoing): (notice: ExchangeNotice) => void {
  let attempt = 0;
  return (notice) => {
    attempt += 1;
    trail.record({ type: "exchange", sourceName: null, attempt, ...notice });
  };
}
