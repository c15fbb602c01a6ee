// What createDeltaSync takes, tells and returns.

import type { Timing } from "../../client/clock.ts";
import type { ImportClient } from "../../client/import-client.ts";
import type { Backoff } from "../../client/retry.ts";
import { maxSourceNameLength, maxUsersPerImport } from "../../contract/import.ts";
import type { UserInput } from "../../contract/user.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { UserOutcome } from "../report/outcome.ts";
import { batchSuffixLength } from "./delta-batch.ts";
import type { DeltaQueue, EnqueueOptions } from "./delta-queue.ts";

/** How deltas are sent. */
export interface DeltaSyncOptions {
  readonly client: ImportClient;
  readonly queue: DeltaQueue;
  /** Sources are named by it, the time of the newest change and a hash. @default "Deltas" */
  readonly name?: string | undefined;
  /** Most users of one request, 1 to 10,000; so many are sent at once. @default 500 */
  readonly batchSize?: number | undefined;
  /** How long a user waits for others to share a request with, in milliseconds. @default 5_000 */
  readonly maxAge?: number | undefined;
  /** Between attempts of a batch, when the client has given up. @default { baseDelay: 5_000, maxDelay: 300_000 } */
  readonly backoff?: Partial<Backoff> | undefined;
  /** Written after every batch, so that a reconcile knows what deltas did. */
  readonly ledger?: Ledger | undefined;
  /** Told of every user judged, in order, before the queue forgets it. */
  readonly onOutcome?: ((user: UserInput, outcome: UserOutcome) => void | Promise<void>) | undefined;
  /** Told of every failure. Nothing is lost by any of them. */
  readonly onError?: ((failure: DeltaFailure) => void) | undefined;
  /** Told of a user whom no request can carry, when it has been put apart. */
  readonly onBuried?: ((user: UserInput, reason: string) => void) | undefined;
  /** Told once, at the first user, when the queue is not durable. */
  readonly onNotDurable?: (() => void) | undefined;
  /** For tests in which nobody waits. */
  readonly timing?: Timing | undefined;
}

/** What went wrong, and what happens next. */
export interface DeltaFailure {
  /**
   * The code of the client's error; `queue` when the queue is out of reach, `ledger` when the ledger is, `callback` when `onOutcome`
   * failed, `failed` for anything else.
   */
  readonly code: string;
  readonly error: unknown;
  /** In how many milliseconds it is tried again; null when sending has stopped until `start()`, or nothing is to be tried. */
  readonly retryIn: number | null;
}

/** Where sending stands. */
export type DeltaState = "idle" | "running" | "stopped" | "drained";

/** What happened since `createDeltaSync`. Users, but for the batches. */
export interface DeltaStats {
  /** `stopped`: a failure that a person must mend; `start()` goes on. */
  readonly state: DeltaState;
  readonly enqueued: number;
  readonly batches: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** Saved, but what became of each is not known. */
  readonly pending: number;
  readonly buried: number;
  /** The last answer, in milliseconds since the epoch. */
  readonly lastSuccessAt: number | null;
  /** The failure that stopped it, or that is being waited out. */
  readonly failure: DeltaFailure | null;
}

/** What a shutdown achieved. */
export interface DrainReport {
  /** How many users were judged during it. */
  readonly sent: number;
  /** How many are left in the queue, 0 when there was nothing more to take; null when the queue did not say. */
  readonly left: number | null;
}

/** Keeps a LoginSign application up to date with single changes. */
export interface DeltaSync {
  /** Puts a user's newest state into the queue. Rejects only when the queue does. Needs no `start()`. */
  enqueue(user: UserInput, options?: EnqueueOptions): Promise<void>;
  /** Begins to send, or begins again after a stop. One process may enqueue and another send. */
  start(): void;
  /**
   * Sends what is there, without waiting for more, and ends. What runs at the deadline is given back to the queue.
   *
   * @param options.deadline in milliseconds from now; 10_000 without one
   */
  drain(options?: { readonly deadline?: number | undefined }): Promise<DrainReport>;
  stats(): DeltaStats;
}

/** The options with nothing left out. */
export type DeltaSettings = Pick<
  DeltaSyncOptions,
  "client" | "queue" | "ledger" | "onOutcome" | "onError" | "onBuried"
> & {
  readonly name: string;
  readonly batchSize: number;
  readonly maxAge: number;
  readonly backoff: Backoff;
};

/** @throws TypeError for a name no source can have, or a batch size no request can */
export function toDeltaSettings(options: DeltaSyncOptions): DeltaSettings {
  const { name = "Deltas", batchSize = 500, maxAge = 5_000, backoff = {} } = options;
  const longest = maxSourceNameLength - batchSuffixLength;
  if (name.trim() === "" || name.length > longest) throw new TypeError(`name must have 1 to ${longest} characters.`);
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > maxUsersPerImport) {
    throw new TypeError(`batchSize must be 1 to ${maxUsersPerImport}.`);
  }
  return { ...options, name, batchSize, maxAge, backoff: { baseDelay: 5_000, maxDelay: 300_000, ...backoff } };
}
