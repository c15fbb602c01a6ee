// A queue in memory, for development and tests: it says of itself that it is not durable.
import type { UserInput } from "../../contract/user.ts";
import type { Delta, DeltaQueue, NewDelta } from "./delta-queue.ts";

/** A user whom no request can carry, and why. */
export interface BuriedDelta {
  readonly user: UserInput;
  readonly reason: string;
}

/** A queue that forgets everything when the process ends. */
export interface MemoryQueue extends DeltaQueue {
  readonly durable: false;
  /** Everyone who waits or is in somebody's hands, oldest first: what a process that ends here would lose. */
  waiting(): readonly UserInput[];
  /** Everyone put apart. */
  buried(): readonly BuriedDelta[];
}

/** Creates an empty queue in memory. */
export function createMemoryQueue(): MemoryQueue {
  let queued = new Map<string, Delta>();
  const taken = new Map<string, Delta>();
  const apart: BuriedDelta[] = [];
  let last = 0;

  function put(delta: NewDelta): void {
    const waiting = queued.get(delta.key);
    if (waiting && isOlder(delta, waiting)) return;
    last += 1;
    // A Map keeps the place of a key that is set again: whoever changes often does not wait longer for it.
    queued.set(delta.key, { ...delta, id: String(last), attempt: 1 });
  }

  // To the front, where they came from; a newer state that came meanwhile takes the place of the old one.
  function giveBack(deltas: readonly Delta[]): void {
    const returned = new Map(deltas.map((delta) => [delta.key, { ...delta, attempt: delta.attempt + 1 }]));
    for (const newer of queued.values()) {
      const older = returned.get(newer.key);
      if (!older || !isOlder(newer, older)) returned.set(newer.key, newer);
    }
    queued = returned;
  }

  function take(limit: number): Delta[] {
    const busy = new Set(Array.from(taken.values(), (delta) => delta.key));
    const free: Delta[] = [];
    for (const delta of queued.values()) {
      if (free.length === limit) break;
      if (!busy.has(delta.key)) free.push(delta);
    }
    for (const delta of free) {
      queued.delete(delta.key);
      taken.set(delta.id, delta);
    }
    return free;
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
    release: async (ids) => giveBack(end(ids)),
    async bury(deltas, reason) {
      for (const { user } of end(deltas.map((delta) => delta.id))) apart.push({ user, reason });
    },
    size: async () => queued.size,
    waiting: () => [...taken.values(), ...queued.values()].map((delta) => delta.user),
    buried: () => [...apart],
  };
}

// Only versions can say that the later one is older.
function isOlder(delta: NewDelta, other: NewDelta): boolean {
  return delta.version !== null && other.version !== null && delta.version < other.version;
}
