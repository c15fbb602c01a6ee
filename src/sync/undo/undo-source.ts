// One source of a run, rolled back: what it did, and no more than is known.

import { ImportClientError } from "../../client/errors.ts";
import type { ExchangeNotice, ImportClient } from "../../client/import-client.ts";
import { readEverySource } from "../../client/source-lists.ts";
import type { Rollback, Source } from "../../contract/source.ts";
import { trimText } from "../../contract/text.ts";
import type { AuditLog, AuditTrail } from "../audit/audit-trail.ts";
import type { AnsweredBatch, UndoneCounts } from "../checkpoint/checkpoint.ts";
import type { UndoneSource } from "../checkpoint/undone-source.ts";
import type { RunState } from "../run/run-state.ts";
import { SyncError } from "../sync-error.ts";

/** How to undo. */
export interface UndoOptions {
  /** Ends the undoing; what is removed stays removed, and the rest can be undone later. */
  readonly signal?: AbortSignal | undefined;
  /** Counts what would be removed; ends with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
  readonly audit?: AuditLog | undefined;
  /** Told of each source as soon as it is known what became of it; what it throws is kept for the report and stops nothing. */
  readonly onProgress?: ((source: UndoneSource) => void) | undefined;
}

/** One undoing. */
export interface Undoing {
  readonly client: ImportClient;
  readonly options: UndoOptions;
  readonly trail: AuditTrail;
  /** Null where only ids are known. */
  readonly state: RunState | null;
}

/** A source to roll back; its batch where there is a checkpoint. */
export interface SourceToUndo {
  readonly id: string;
  readonly name: string | null;
  readonly batch: AnsweredBatch | null;
}

/** What became of a source, and what stops the undoing. */
export interface UndoOutcome {
  readonly undone: UndoneSource;
  readonly failed: { readonly error: unknown } | null;
}

const noCounts: UndoneCounts = { removed: null, alreadyGone: null, reactivatedKept: null };

/** A source that was not reached. */
export function toNotTried({ id, name, batch }: SourceToUndo): UndoneSource {
  const state = batch?.undone ? "already_undone" : "not_tried";
  return { sourceId: id, name, state, ...(batch?.undone ?? noCounts) };
}

/** Rolls a source back and remembers it. Never rejects: what stops the undoing is in `failed`. */
export async function undoSource(undoing: Undoing, source: SourceToUndo): Promise<UndoOutcome> {
  if (source.batch?.undone) return { undone: toNotTried(source), failed: null };
  const { trail, options } = undoing;
  const outcome = await rollBack(undoing, source.id).then(
    (rollback) => toDone(source, rollback, options.dryRun === true),
    (error: unknown) => toFailed(source, error),
  );
  trail.tell({ type: "sourceUndone", ...outcome.undone });
  if (outcome.failed) return outcome;
  // Undone it is, even if that can't be written down.
  return remember(undoing, source, outcome.undone).then(
    () => outcome,
    (error: unknown) => ({ ...outcome, failed: { error } }),
  );
}

function toDone(source: SourceToUndo, rollback: Rollback, isDryRun: boolean): UndoOutcome {
  const { removed, alreadyGone, reactivatedKept, alreadyDeleted } = rollback;
  const state = isDryRun ? "would_be_undone" : alreadyDeleted ? "already_undone" : "undone";
  const name = rollback.source?.name ?? source.name;
  return { undone: { sourceId: source.id, name, state, removed, alreadyGone, reactivatedKept }, failed: null };
}

/** The name of the batch whose answer never came, unless the list shows that nothing of that name was saved. */
export async function findDoubt({ client, state, options, trail }: Undoing): Promise<string | null> {
  const { inDoubt, batches } = state?.checkpoint ?? { inDoubt: null, batches: [] };
  if (!inDoubt) return null;
  const known = new Set([...(inDoubt.before ?? []), ...batches.map(({ source }) => source?.id)]);
  const listed = await listAll({ client, state, options, trail });
  const isAbsent = listed?.every(({ id, name }) => known.has(id) || trimText(name) !== inDoubt.sourceName);
  return isAbsent ? null : inDoubt.sourceName;
}

async function rollBack(undoing: Undoing, sourceId: string): Promise<Rollback> {
  const { client, options, trail } = undoing;
  const { signal, dryRun } = options;
  await trail.settle();
  try {
    return await client.deleteSource(sourceId, { signal, dryRun, onExchange: toOnExchange(undoing) });
  } catch (error) {
    const isNotFound = error instanceof ImportClientError && error.code === "source-not-found";
    // A wrong address answers 404 as well: only a list that can be read and does not hold it says that it is gone.
    const isGone = isNotFound && (await listAll(undoing))?.every(({ id }) => id !== sourceId);
    if (isGone) return { ...noCounts, source: null, alreadyDeleted: true };
    throw error;
  }
}

async function listAll(undoing: Undoing): Promise<readonly Source[] | null> {
  const options = { signal: undoing.options.signal, onExchange: toOnExchange(undoing) };
  const read = await readEverySource((cursor) => undoing.client.listSources({ ...options, cursor }));
  return read.isComplete ? read.sources : null;
}

function toOnExchange({ trail }: Undoing): (notice: ExchangeNotice) => void {
  let attempt = 0;
  return (notice) => {
    attempt += 1;
    trail.tell({ type: "exchange", sourceName: null, attempt, ...notice });
  };
}

async function remember({ state, options }: Undoing, { batch }: SourceToUndo, counts: UndoneCounts): Promise<void> {
  if (!state || !batch || options.dryRun) return;
  const { removed, alreadyGone, reactivatedKept } = counts;
  const undone = { removed, alreadyGone, reactivatedKept };
  const batches = state.checkpoint.batches.map((one) => (one.first === batch.first ? { ...one, undone } : one));
  await state.save({ batches });
}

// An abort, like a lost answer, leaves open whether the server did it.
function toFailed({ id, name }: SourceToUndo, error: unknown): UndoOutcome {
  const isRefused = error instanceof ImportClientError && !error.outcomeUnknown;
  const state = isRefused || error instanceof SyncError ? "failed" : "unknown";
  return { undone: { sourceId: id, name, state, ...noCounts }, failed: { error } };
}
