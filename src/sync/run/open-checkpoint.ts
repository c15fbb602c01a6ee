// Which run this is: a new one, or the checkpoint's, and whether that may go on.
import type { Checkpoint, CheckpointStore } from "../checkpoint/checkpoint.ts";
import { SyncError } from "../sync-error.ts";
import { defaultBatchSize, type Settings } from "./settings.ts";

/**
 * The run to carry out.
 *
 * @throws SyncError when the checkpoint's run is in the way or has changed.
 */
export async function openCheckpoint(settings: Settings, now: number): Promise<Checkpoint> {
  const kept = settings.checkpoint ? await readCheckpoint(settings.checkpoint) : null;
  if (!kept || settings.dryRun) return toNewRun(settings, kept, now);
  if (kept.state === "undoing" || (kept.state === "undone" && kept.runId === settings.runId)) throw undone(kept);
  // A run that was stopped before anything was sent is in nobody's way.
  const isEmpty = kept.batches.length === 0 && !kept.inDoubt;
  if (kept.state !== "running" || isEmpty) return toNewRun(settings, kept, now);
  if (!settings.resume) {
    const message = `The checkpoint holds the unfinished run ${kept.runId}. Resume it, undo it, or use another checkpoint.`;
    throw new SyncError("unfinished_run", message);
  }
  requireSame(settings, kept);
  return kept;
}

/**
 * What the store holds.
 *
 * @throws SyncError `checkpoint_unreadable` or `checkpoint_failed`.
 */
export async function readCheckpoint(store: CheckpointStore): Promise<Checkpoint | null> {
  try {
    return await store.read();
  } catch (cause) {
    if (cause instanceof SyncError) throw cause;
    throw new SyncError("checkpoint_failed", "The checkpoint could not be read.", { cause });
  }
}

/** Keeps others away from a store until the function it resolves with is called. */
export async function lockCheckpoint(store: CheckpointStore | undefined): Promise<() => Promise<void>> {
  try {
    return (await store?.lock?.()) ?? (async () => {});
  } catch (cause) {
    if (cause instanceof SyncError) throw cause;
    throw new SyncError("checkpoint_failed", "The checkpoint could not be locked.", { cause });
  }
}

function toNewRun(settings: Settings, kept: Checkpoint | null, now: number): Checkpoint {
  const { name, target = null, total = null, batchSize = defaultBatchSize } = settings;
  return {
    version: 1,
    runId: settings.runId ?? createRunId(),
    name,
    target,
    total,
    batchSize,
    state: "running",
    startedAt: new Date(now).toISOString(),
    mostUsers: batchSize,
    batches: [],
    inDoubt: null,
    lastSuccess: kept?.lastSuccess ?? null,
  };
}

// Any of these would give the users that are still to come other keys or other places than the first part of the run did.
function requireSame(settings: Settings, kept: Checkpoint): void {
  const { name, target = null, runId = kept.runId, total = kept.total, batchSize = kept.batchSize } = settings;
  const now = { runId, name, target, total, batchSize };
  const changed = (Object.keys(now) as (keyof typeof now)[]).filter((key) => now[key] !== kept[key]);
  if (changed.length === 0) return;
  const differences = changed.map((key) => `${key} was ${JSON.stringify(kept[key])}, is ${JSON.stringify(now[key])}`);
  throw new SyncError(
    "run_changed",
    `The checkpoint's run is another one: ${differences.join("; ")}. Nothing was sent.`,
  );
}

function undone({ runId, state }: Checkpoint): SyncError {
  const message =
    state === "undone" ? `The run ${runId} was undone.` : `The run ${runId} is being undone: finish that first.`;
  return new SyncError("run_undone", `${message} Nothing was sent.`);
}

function createRunId(): string {
  return `run-${crypto.randomUUID()}`;
}
