// What a run must remember to go on after a crash, and the store that keeps it.
import type { Rollback, Source } from "../../contract/source.ts";
import type { SyncCounters } from "../report/counters.ts";
import { SyncError } from "../sync-error.ts";

/** What rolling one source back did. Numbers are null where the server gave none. */
export type UndoneCounts = Pick<Rollback, "removed" | "alreadyGone" | "reactivatedKept">;

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
  /** What rolling its source back did; absent while it was not. */
  readonly undone?: UndoneCounts;
}

/** The batch that is on its way: after a crash nobody knows whether it was saved. */
export interface BatchInDoubt {
  readonly first: number;
  readonly count: number;
  readonly hash: string;
  readonly key: string;
  readonly sourceName: string;
  /** True when the server listed idempotency keys, so that sending it again under its key is safe. */
  readonly isRepeatable: boolean;
  /** Otherwise the ids of the sources of that name that were saved before it; null where the list has no end. */
  readonly before: readonly string[] | null;
}

/** The last run that ended well: what the next one is compared with. */
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
  readonly runId: string;
  readonly name: string;
  readonly target: string | null;
  readonly total: number | null;
  readonly batchSize: number;
  readonly state: "running" | "done" | "undoing" | "undone";
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Most users that the server has not refused as too large. */
  readonly mostUsers: number;
  /** In the order of the input, without a gap. */
  readonly batches: readonly AnsweredBatch[];
  readonly inDoubt: BatchInDoubt | null;
  readonly lastSuccess: LastSuccess | null;
}

/** Keeps one run, so that it can be resumed or undone. `createFileCheckpoint` of `./sync/node` is one. */
export interface CheckpointStore {
  /** The run; null where there is none. */
  read(): Promise<Checkpoint | null>;
  /** Replaces the run; resolves when it would outlive the process, and rejects having kept the one before. */
  write(checkpoint: Checkpoint): Promise<void>;
  /**
   * Keeps others away until the function it resolves with is called.
   *
   * @throws SyncError `checkpoint_locked` while another one works on the run.
   */
  lock?(): Promise<() => Promise<void>>;
}

/** Keeps a run in memory: it outlives an abort or a failure, but not the process. */
export function createMemoryCheckpoint(): CheckpointStore {
  let kept: Checkpoint | null = null;
  let isLocked = false;
  return {
    read: async () => kept,
    async write(checkpoint) {
      kept = checkpoint;
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
