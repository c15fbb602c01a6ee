// Defines a delta and the queue that holds it, and implements a queue in memory.
import type { UserInput } from "../../contract/user.ts";

/** The newest state of one user, before it is enqueued. */
export interface NewDelta {
  /** One per user. A delta replaces a waiting one with the same key. */
  readonly key: string;
  /** As it is sent. May be invalid, then the server refuses it. */
  readonly user: UserInput;
  /** When it was enqueued, in milliseconds since the epoch. */
  readonly enqueuedAt: number;
  /** The caller's own order of states; null where the order of enqueueing counts. */
  readonly version: number | null;
}

/** One waiting user. */
export interface Delta extends NewDelta {
  /** Id given by the queue. */
  readonly id: string;
  /** How often it was taken, this time included; 2 and more after a failure or a crash. */
  readonly attempt: number;
}

/** A database connection inside the caller's own transaction, in the form that pg-boss and its adapters use. */
export interface SqlTransaction {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** How to enqueue. */
export interface EnqueueOptions {
  /**
   * Says which state is newer, such as the user's `updatedAt`: a lower version than the waiting one is dropped. Without it the last
   * one enqueued wins.
   */
  readonly version?: number | Date | undefined;
  /** The caller's transaction; a rollback also undoes the enqueueing. A queue without a database ignores it. */
  readonly db?: SqlTransaction | undefined;
}

/** Holds deltas until they are judged. Every function may reject when the store is out of reach; nothing is lost by that. */
export interface DeltaQueue {
  /** True when waiting deltas survive the end of this process. */
  readonly durable: boolean;
  /** Replaces the waiting state of the user, or adds it at the end. */
  enqueue(delta: NewDelta, options?: EnqueueOptions): Promise<void>;
  /** Hands out up to `limit` deltas, oldest first, one per user, and none of a user with a delta in work. */
  take(limit: number): Promise<readonly Delta[]>;
  /** Marks taken deltas as still in work. Called every 20 seconds. */
  keep?(ids: readonly string[]): Promise<void>;
  /** Removes deltas that the server has judged. */
  complete(ids: readonly string[]): Promise<void>;
  /** Returns deltas, which can be taken again at once. A newer state enqueued meanwhile stays beside them or replaces them. */
  release(ids: readonly string[], reason: string): Promise<void>;
  /** Removes deltas that can't be sent in any request, and stores them separately with the reason. */
  bury(deltas: readonly Delta[], reason: string): Promise<void>;
  /** Number of waiting deltas, as far as the queue knows. */
  size(): Promise<number>;
  /**
   * Stores a text about a batch, under the batch's hash, before the batch is sent. With it, a process that takes the same deltas
   * after a crash sends the same request, and finds out whether a server without idempotency keys has saved it.
   */
  writeNote?(batch: string, note: string): Promise<void>;
  /** The text stored about a batch; null where there is none. */
  readNote?(batch: string): Promise<string | null>;
}

/** A user that can't be sent in any request, and the reason. */
export interface BuriedDelta {
  readonly user: UserInput;
  readonly reason: string;
}

/** A queue in memory, for development and tests: it loses everything when the process ends. */
export interface MemoryQueue extends DeltaQueue {
  readonly durable: false;
  /** Users that wait or are in work, oldest first: those that would be lost if the process ended now. */
  waiting(): readonly UserInput[];
  /** Users that were buried. */
  buried(): readonly BuriedDelta[];
}

// Only batches in work are looked up.
const maxNotes = 100;

/** Creates an empty queue in memory. */
export function createMemoryQueue(): MemoryQueue {
  let queued = new Map<string, Delta>();
  const taken = new Map<string, Delta>();
  const buried: BuriedDelta[] = [];
  const notes = new Map<string, string>();
  let last = 0;

  function put(delta: NewDelta): void {
    const waiting = queued.get(delta.key);
    if (waiting && isOlder(delta, waiting)) return;
    last += 1;
    // A Map keeps the position of a key that is set again, so frequent changes do not delay a user.
    queued.set(delta.key, { ...delta, id: String(last), attempt: 1 });
  }

  // Puts deltas back to the front. A newer state enqueued meanwhile replaces the old one.
  function putBack(deltas: readonly Delta[]): void {
    const returned = new Map(deltas.map((delta) => [delta.key, { ...delta, attempt: delta.attempt + 1 }]));
    for (const newer of queued.values()) {
      const older = returned.get(newer.key);
      if (!older || !isOlder(newer, older)) returned.set(newer.key, newer);
    }
    queued = returned;
  }

  function take(limit: number): Delta[] {
    const busy = new Set(Array.from(taken.values(), (delta) => delta.key));
    const available: Delta[] = [];
    for (const delta of queued.values()) {
      if (available.length === limit) break;
      if (!busy.has(delta.key)) available.push(delta);
    }
    for (const delta of available) {
      queued.delete(delta.key);
      taken.set(delta.id, delta);
    }
    return available;
  }

  function end(ids: readonly string[]): Delta[] {
    const ended = ids.flatMap((id) => taken.get(id) ?? []);
    for (const { id } of ended) taken.delete(id);
    return ended;
  }

  return {
    durable: false,
    enqueue: async (delta) => put(delta),
    take: async (limit) => take(limit),
    async complete(ids) {
      end(ids);
    },
    release: async (ids) => putBack(end(ids)),
    async bury(deltas, reason) {
      for (const { user } of end(deltas.map((delta) => delta.id))) buried.push({ user, reason });
    },
    size: async () => queued.size,
    async writeNote(batch, note) {
      notes.set(batch, note);
      for (const oldest of [...notes.keys()].slice(0, -maxNotes)) notes.delete(oldest);
    },
    readNote: async (batch) => notes.get(batch) ?? null,
    waiting: () => [...taken.values(), ...queued.values()].map((delta) => delta.user),
    buried: () => [...buried],
  };
}

// Without versions the later delta is the newer one.
function isOlder(delta: NewDelta, other: NewDelta): boolean {
  return delta.version !== null && other.version !== null && delta.version < other.version;
}
