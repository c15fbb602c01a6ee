// Stores a reconcile as a run, so that it can be resumed and undone: the parts of a resumed one follow each other in its checkpoint.
import type { CallOptions, ImportClient } from "../../client/import-client.ts";
import { readSourcesSince } from "../../client/sources-since.ts";
import type { Source } from "../../contract/source.ts";
import { trimText } from "../../contract/text.ts";
import {
  type AnsweredBatch,
  type BatchInDoubt,
  type Checkpoint,
  type CheckpointStore,
  readCheckpoint,
} from "../checkpoint/checkpoint.ts";
import { maxClockSkew } from "../ledger/ledger.ts";
import { countPending } from "../report/outcome.ts";
import { SyncError } from "../sync-error.ts";

/** One part of a reconcile. */
export interface ReconcilePart {
  readonly runId: string;
  readonly name: string;
  /** When the first part began, in milliseconds since the epoch; 0 for a new reconcile. */
  readonly startedAt: number;
  /** Undefined where nothing is stored. */
  readonly store: CheckpointStore | undefined;
  /** Users of the last run that ended well; null where there is none. */
  readonly lastTotal: number | null;
  /** Finds out whether the batch was saved that was being sent when the earlier parts ended. Called once, before the first user. */
  settle(): Promise<void>;
}

/** What a part is opened with. */
export interface ReconcilePartSetup {
  readonly client: ImportClient;
  readonly checkpoint: CheckpointStore | undefined;
  readonly resume: boolean;
  readonly runId: string | undefined;
  readonly name: string;
  readonly target: string | undefined;
  /** The options of every call to the client. */
  readonly callOptions: CallOptions;
  /** Gives the server time to finish the batch in doubt. */
  waitToSettle(): Promise<void>;
  /** Writes what a checkpoint that calls users done relies on. */
  flush(): Promise<void>;
  /** Users of the whole input if they may become the baseline of the next run, else null. Called at the end of the run. */
  toBaseline(lastTotal: number | null): number | null;
}

/**
 * Opens a part: the first one of a new run, or the next one of an unfinished run. What the ledger has from the earlier parts is not
 * sent again, so their batches need no comparison with the input.
 *
 * @throws SyncError `run_changed` for an unfinished run of another target, or one that is no reconcile.
 */
export async function openReconcilePart(setup: ReconcilePartSetup): Promise<ReconcilePart> {
  const { checkpoint: store, resume, runId = crypto.randomUUID(), name, target = null } = setup;
  const first = { runId, name, startedAt: 0, settle: async () => {} };
  if (!store) return { ...first, store: undefined, lastTotal: null };
  const stored = await readCheckpoint(store);
  const lastTotal = stored?.lastSuccess?.total ?? null;
  if (!resume || stored?.state !== "running")
    return { ...first, store: storePart(setup, store, stored, []), lastTotal };
  if (stored.kind !== "reconcile") throw runChanged(`is no reconcile, but "${stored.name}"`);
  if (stored.target !== target) throw runChanged(`wrote to ${stored.target}, not to ${target}`);
  const earlier = [...stored.batches];
  const sent = earlier.length + (stored.inDoubt ? 1 : 0);
  return {
    runId: stored.runId,
    startedAt: Date.parse(stored.startedAt) || 0,
    name: sent === 0 ? stored.name : `${stored.name}, after ${sent}`,
    store: storePart(setup, store, stored, earlier),
    lastTotal,
    async settle() {
      earlier.push(...(await settleInDoubt(setup, stored)));
    },
  };
}

function runChanged(text: string): SyncError {
  return new SyncError("run_changed", `The checkpoint's run ${text}. Nothing was sent.`);
}

// The engine sees its own part alone; the store holds all of them. `earlier` is complete once the part is settled, before any write.
function storePart(
  setup: ReconcilePartSetup,
  store: CheckpointStore,
  stored: Checkpoint | null,
  earlier: readonly AnsweredBatch[],
): CheckpointStore {
  const isContinued = setup.resume && stored?.state === "running";
  const own = isContinued && stored ? { name: stored.name, startedAt: stored.startedAt } : {};
  return {
    async read() {
      return stored && isContinued ? { ...stored, state: "done", batches: [], inDoubt: null } : stored;
    },
    async write(checkpoint) {
      await setup.flush();
      const { batches, inDoubt } = checkpoint;
      const offset = earlier.reduce((sum, { count }) => sum + count, 0);
      const shift = <Batch extends { readonly first: number }>(batch: Batch) => ({
        ...batch,
        first: batch.first + offset,
      });
      await store.write({
        ...checkpoint,
        ...own,
        kind: "reconcile",
        batches: [...earlier, ...batches.map(shift)],
        inDoubt: inDoubt && shift(inDoubt),
        lastSuccess: toLastSuccess(setup, stored, checkpoint),
      });
    },
  };
}

// The next run is compared with all users that were read, not with those that had to be sent.
function toLastSuccess(
  { toBaseline }: ReconcilePartSetup,
  stored: Checkpoint | null,
  { lastSuccess, runId }: Checkpoint,
): Checkpoint["lastSuccess"] {
  if (lastSuccess?.runId !== runId) return lastSuccess;
  const before = stored?.lastSuccess ?? null;
  const total = toBaseline(before?.total ?? null);
  return total === null ? before : { ...lastSuccess, total };
}

// The batch that was being sent: its users are not in the ledger, so that they are sent again in any case. Its source is needed to
// undo the run. Where it is missing, the server may still be saving it.
async function settleInDoubt(
  { client, callOptions, waitToSettle }: ReconcilePartSetup,
  { inDoubt, batches, startedAt }: Checkpoint,
): Promise<AnsweredBatch[]> {
  if (!inDoubt) return [];
  const known = new Set([...(inDoubt.before ?? []), ...batches.map(({ source }) => source?.id)]);
  const look = async () => {
    const since = await readSourcesSince((cursor) => client.listSources({ ...callOptions, cursor }), inDoubt);
    const named = since.sources.filter(({ id, name }) => !known.has(id) && trimText(name) === inDoubt.sourceName);
    // Every week may have the same name.
    return { ...since, named, own: named.filter((source) => isOfRun(source, startedAt)) };
  };
  let found = await look();
  if (found.isComplete && !found.own[0]) {
    await waitToSettle();
    found = await look();
  }
  if (found.isComplete && !found.named[0]) return [];
  const [source, ...others] = found.own;
  const isCertain = source && others.length === 0 && found.isComplete && found.areNew;
  return [toUnknownBatch(inDoubt, isCertain ? source : null)];
}

// The clock of the server is another one.
function isOfRun({ createdAt }: Source, startedAt: string): boolean {
  return Date.parse(createdAt) >= Date.parse(startedAt) - maxClockSkew;
}

function toUnknownBatch({ first, count, hash }: BatchInDoubt, source: Source | null): AnsweredBatch {
  return { first, count, hash, source, counters: countPending(count, "results_unknown") };
}
