// What a delta is, and what a queue must do with it: the port that the memory queue and pg-boss implement.
import { toMembers } from "../../contract/read-json.ts";
import { hasControlCharacter } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";

/** The newest known state of one user, not yet in anybody's queue. */
export interface NewDelta {
  /** One per user: what is enqueued under a key that already waits takes the place of what waits. */
  readonly key: string;
  /** In wire form; may be invalid, then the server refuses it. */
  readonly user: UserInput;
  /** When it was enqueued, in milliseconds since the epoch. */
  readonly enqueuedAt: number;
  /** The caller's own order of states; null where the order of enqueueing counts. */
  readonly version: number | null;
}

/** One waiting user. */
export interface Delta extends NewDelta {
  /** The queue's own name for it. */
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
   * Which state is newer, such as the user's `updatedAt`: a lower one than what waits is dropped. Without it the last one
   * enqueued wins.
   */
  readonly version?: number | Date | undefined;
  /** The caller's transaction: rolled back, nothing was enqueued. A queue without a database ignores it. */
  readonly db?: SqlTransaction | undefined;
}

/** Where deltas wait. Everything it is asked may reject when its store is out of reach; nothing is lost by that. */
export interface DeltaQueue {
  /** True when what waits survives the end of this process. */
  readonly durable: boolean;
  /** Puts a user's state in the place of the one that waits, or at the end. */
  enqueue(delta: NewDelta, options?: EnqueueOptions): Promise<void>;
  /** Hands out up to `limit` deltas, oldest first: one per user, and none of a user who is in somebody's hands. */
  take(limit: number): Promise<readonly Delta[]>;
  /** Says that deltas handed out are still being worked on. Called every 20 seconds. */
  keep?(ids: readonly string[]): Promise<void>;
  /** Ends deltas: the server has judged them. */
  complete(ids: readonly string[]): Promise<void>;
  /** Gives deltas back; they can be taken again at once. A newer state that came meanwhile is kept beside or instead. */
  release(ids: readonly string[], reason: string): Promise<void>;
  /** Ends deltas that no request can carry, and keeps them apart with the reason. */
  bury(deltas: readonly Delta[], reason: string): Promise<void>;
  /** How many wait, as far as the queue knows. */
  size(): Promise<number>;
}

/** Under what a user in wire form is remembered: the externalUserId, or the email where there is none. */
export function toUserKey(user: UserInput): string {
  // A user that is none at all is sent too, for the server to refuse.
  const { externalUserId, email } = toMembers(user) ?? {};
  const key = typeof externalUserId === "string" ? externalUserId : `email:${email ?? ""}`;
  // PostgreSQL takes neither a NUL nor a lone surrogate.
  return hasControlCharacter(key) ? JSON.stringify(key) : key;
}
