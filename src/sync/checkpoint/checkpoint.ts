// Defines the checkpoint of a run, its store, and the state that a run keeps of it.
import type { Rollback, Source } from "../../contract/source.ts";
import { addCounters, noUsers, type SyncCounters } from "../report/outcome.ts";
import { SyncError } from "../sync-error.ts";

/** What rolling one source back did. Numbers are null where the server gave none. */
export type UndoneCounts = Pick<Rollback, "removed" | "alreadyGone" | "reactivatedKept">;

/** The result of undoing one source. */
export interface UndoneSource extends UndoneCounts {
  readonly sourceId: string;
  /** Null where only ids were given and the server did not send it. */
  readonly name: string | null;
  /**
   * - `undone`: rolled back now;
   * - `already_undone`: rolled back before;
   * - `would_be_undone`: the result of a dry run;
   * - `unknown`: the request was sent and no answer says whether it took effect;
   * - `failed`: the source is still there;
   * - `not_tried`: a failure or an abort ended the undoing before this source.
   */
  readonly state: "undone" | "already_undone" | "would_be_undone" | "unknown" | "failed" | "not_tried";
}

/** A batch that the server answered. */
export interface AnsweredBatch {
  /** Position of its first user in the input, from 0. */
  readonly first: number;
  readonly count: number;
  /** SHA-256 of the users as they were sent, in hexadecimal. */
  readonly hash: string;
  /** Null where the server named none. */
  readonly source: Source | null;
  readonly counters: SyncCounters;
  /** What rolling its source back did; absent until then. */
  readonly undone?: UndoneCounts;
}

/** The batch being sent. After a crash it is not known whether it was saved. */
export interface BatchInDoubt {
  readonly first: number;
  readonly count: number;
  readonly hash: string;
  readonly key: string;
  readonly sourceName: string;
  /** True when the server listed idempotency keys, so that sending it again under its key is safe. */
  readonly isRepeatable: boolean;
  /** For servers without keys: ids of the sources of that name that were saved before it; null where the list has no end. */
  readonly before: readonly string[] | null;
  /** For servers without keys whose list is newest first: ids of the newest sources that were saved before it. */
  readonly newest?: readonly string[] | undefined;
}

/** The last run that ended well. The next run is compared with it. */
export interface LastSuccess {
  readonly runId: string;
  /** Users of its input. */
  readonly total: number;
  /** ISO 8601 in UTC. */
  readonly finishedAt: string;
}

/** One run as plain JSON. */
export interface Checkpoint {
  readonly version: 1;
  /** Absent for a run of `syncUsers`, which alone can resume it. */
  readonly kind?: "reconcile";
  readonly runId: string;
  readonly name: string;
  readonly target: string | null;
  readonly total: number | null;
  readonly batchSize: number;
  readonly state: "running" | "done" | "undoing" | "undone";
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Largest number of users that the server has not refused as too large. */
  readonly mostUsers: number;
  /** In the order of the input, without a gap. */
  readonly batches: readonly AnsweredBatch[];
  readonly inDoubt: BatchInDoubt | null;
  readonly lastSuccess: LastSuccess | null;
}

/** Stores one run, so that it can be resumed or undone. `createFileCheckpoint` of `./sync/node` is one. */
export interface CheckpointStore {
  /** The run; null where there is none. */
  read(): Promise<Checkpoint | null>;
  /** Replaces the run. Resolves once it would survive the process; on rejection the previous one is still stored. */
  write(checkpoint: Checkpoint): Promise<void>;
  /**
   * Locks the run until the function it resolves with is called.
   *
   * @throws SyncError `checkpoint_locked` while another process works on the run.
   */
  lock?(): Promise<() => Promise<void>>;
}

/** Stores a run in memory: it survives an abort or a failure, but not the process. */
export function createMemoryCheckpoint(): CheckpointStore {
  let stored: Checkpoint | null = null;
  let isLocked = false;
  return {
    read: async () => stored,
    async write(checkpoint) {
      stored = checkpoint;
    },
    async lock() {
      if (isLocked) throw new SyncError("checkpoint_locked", "This run is being worked on already.");
      isLocked = true;
      return async () => {
        isLocked = false;
      };
    },
  };
}

/**
 * Reads the stored run; null where there is none.
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

/** Locks a store until the function it resolves with is called. */
export async function lockCheckpoint(store: CheckpointStore | undefined): Promise<() => Promise<void>> {
  try {
    return (await store?.lock?.()) ?? (async () => {});
  } catch (cause) {
    if (cause instanceof SyncError) throw cause;
    throw new SyncError("checkpoint_failed", "The checkpoint could not be locked.", { cause });
  }
}

/** The state of a run in progress: its checkpoint in memory and in the store. */
export interface RunState {
  readonly checkpoint: Checkpoint;
  /** Counts of the answered batches. */
  readonly answered: SyncCounters;
  /**
   * True when the state may be written at the end of a run that stopped early. False while a batch is answered but `onOutcome`
   * was not yet called for its users, so that resuming calls it again.
   */
  readonly mayCatchUp: boolean;
  /** Changes the state without writing it. */
  set(change: Partial<Checkpoint>): void;
  /** Adds an answered batch, which clears `inDoubt`, without writing it. */
  add(batch: AnsweredBatch): void;
  /** @throws SyncError `checkpoint_failed` */
  write(): Promise<void>;
  /** Writes a change, then applies it. */
  save(change: Partial<Checkpoint>): Promise<void>;
}

/** Creates the state of a run; without a store it stays in memory. */
export function createRunState(from: Checkpoint, store: CheckpointStore | undefined): RunState {
  let checkpoint = from;
  let isWritten = false;
  let isBatchUnreported = false;
  let answered = from.batches.reduce((sum, batch) => addCounters(sum, batch.counters), noUsers);

  async function write(next: Checkpoint): Promise<void> {
    try {
      await store?.write(next);
      isWritten = true;
      isBatchUnreported = false;
    } catch (cause) {
      throw new SyncError("checkpoint_failed", "The checkpoint could not be written.", { cause });
    }
  }

  return {
    get checkpoint() {
      return checkpoint;
    },
    get answered() {
      return answered;
    },
    get mayCatchUp() {
      return isWritten && !isBatchUnreported;
    },
    set(change) {
      checkpoint = { ...checkpoint, ...change };
    },
    add(batch) {
      isBatchUnreported = true;
      checkpoint = { ...checkpoint, batches: [...checkpoint.batches, batch], inDoubt: null };
      answered = addCounters(answered, batch.counters);
    },
    write: () => write(checkpoint),
    async save(change) {
      const next = { ...checkpoint, ...change };
      await write(next);
      checkpoint = next;
    },
  };
}
