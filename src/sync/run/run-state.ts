// What a run knows of itself while it goes on: its checkpoint, kept and written, and its counts.
import type { AnsweredBatch, Checkpoint, CheckpointStore } from "../checkpoint/checkpoint.ts";
import { addCounters, noUsers, type SyncCounters } from "../report/counters.ts";
import { SyncError } from "../sync-error.ts";

/** The state of one run. */
export interface RunState {
  readonly checkpoint: Checkpoint;
  /** Of the batches that were answered. */
  readonly answered: SyncCounters;
  /** True when what is written is behind what is known, and may catch up: not while a batch is answered and its users are not told. */
  readonly mayCatchUp: boolean;
  /** Changes the run without writing it. */
  set(change: Partial<Checkpoint>): void;
  /** Adds an answered batch, which is then no longer in doubt, without writing it. */
  add(batch: AnsweredBatch): void;
  /** @throws SyncError `checkpoint_failed` */
  write(): Promise<void>;
  /** Changes the run once the change is written. */
  save(change: Partial<Checkpoint>): Promise<void>;
}

/** Makes the state of a run; without a store it is kept in memory alone. */
export function createRunState(from: Checkpoint, store: CheckpointStore | undefined): RunState {
  let checkpoint = from;
  let isWritten = false;
  let isTelling = false;
  let answered = from.batches.reduce((sum, batch) => addCounters(sum, batch.counters), noUsers);

  async function write(next: Checkpoint): Promise<void> {
    try {
      await store?.write(next);
      isWritten = true;
      isTelling = false;
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
      return isWritten && !isTelling;
    },
    set(change) {
      checkpoint = { ...checkpoint, ...change };
    },
    add(batch) {
      isTelling = true;
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
