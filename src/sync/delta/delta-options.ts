// Defines the options, the statistics and the interface of a delta sync.

import type { Timing } from "../../client/clock.ts";
import type { ImportClient } from "../../client/import-client.ts";
import type { Backoff } from "../../client/retry.ts";
import { maxSourceNameLength, maxUsersPerImport } from "../../contract/import.ts";
import type { RowStatus } from "../../contract/status.ts";
import { trimText } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import type { AuditLog } from "../audit/audit-trail.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { AlertOptions } from "../report/alerts.ts";
import type { GuardOptions } from "../report/guards.ts";
import { addCounters, countOutcomes, noUsers, type UserOutcome } from "../report/outcome.ts";
import { maxDeltaNameEnd } from "./delta-names.ts";
import type { DeltaQueue, EnqueueOptions } from "./delta-queue.ts";

/** The options of a delta sync. */
export interface DeltaSyncOptions {
  readonly client: ImportClient;
  readonly queue: DeltaQueue;
  /** Begins the source names, followed by the day and a number: `Deltas 2026-05-03 (2)`. @default "Deltas" */
  readonly name?: string | undefined;
  /** Largest number of users per request, 1 to 10,000. A full batch is sent at once. @default 500 */
  readonly batchSize?: number | undefined;
  /** How long a user waits for a batch to fill, in milliseconds. @default 60_000 */
  readonly maxAge?: number | undefined;
  /** Delays between attempts of a batch, after the client itself has given up. @default { baseDelay: 5_000, maxDelay: 300_000 } */
  readonly backoff?: Partial<Backoff> | undefined;
  /** Updated after every batch, so that a reconcile knows what the deltas did. */
  readonly ledger?: Ledger | undefined;
  /** Guards each batch against being mostly invalid: sending stops, and the users stay in the queue. @default those of a run */
  readonly guards?: Pick<GuardOptions, "maxInvalidShare" | "minUsers" | "override"> | undefined;
  /** Alerts on the rates of a day, and while sending fails on the time since the last success; each once a day. */
  readonly alerts?: AlertOptions | undefined;
  /** Receives every request, exchange, answer and failure, under the id `Deltas-<yyyy-mm-dd>`: one file a day with `createFileAuditLog`. */
  readonly audit?: AuditLog | undefined;
  /** Called with every judged user, in order, before the queue removes it. */
  readonly onOutcome?: ((user: UserInput, outcome: UserOutcome) => void | Promise<void>) | undefined;
  /** Called with every failure. None of them loses a user. */
  readonly onError?: ((failure: DeltaFailure) => void) | undefined;
  /** Called with a user that can't be sent in any request, once the queue has buried it. */
  readonly onBuried?: ((user: UserInput, reason: string) => void) | undefined;
  /** Called once, at the first user, when the queue is not durable. */
  readonly onNotDurable?: (() => void) | undefined;
  /** For tests that must not wait. */
  readonly timing?: Timing | undefined;
}

/** A failure, and when it is retried. */
export interface DeltaFailure {
  /**
   * The code of the client's error; `outcome_unknown` when nothing can show whether a batch was saved, so that its users are left to
   * a reconcile; `guard_tripped` when a guard stopped sending; `audit_failed` when the audit log is out of reach; `queue` when the queue is out of reach, `ledger` when the ledger is, `callback` when a callback threw, `failed` for
   * anything else.
   */
  readonly code: string;
  readonly error: unknown;
  /** Milliseconds until the next attempt; null when sending has stopped until `start()`, or there is nothing to retry. */
  readonly retryIn: number | null;
}

/** The state of sending. */
export type DeltaState = "idle" | "running" | "stopped" | "drained";

/** Counts since `createDeltaSync`: of users, except for `batches`. */
export interface DeltaStats {
  /** `stopped`: a person must act on a failure; `start()` continues. */
  readonly state: DeltaState;
  readonly enqueued: number;
  readonly batches: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** With an unknown outcome, so that a reconcile sends them again. */
  readonly pending: number;
  readonly buried: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<RowStatus, number>>;
  /** Time of the last answer, in milliseconds since the epoch. */
  readonly lastSuccessAt: number | null;
  /** The failure that stopped sending, or after which it waits to retry. */
  readonly failure: DeltaFailure | null;
}

/** The result of a drain. */
export interface DrainReport {
  /** Number of users judged during the drain. */
  readonly sent: number;
  /** Number of users left in the queue, 0 when there was nothing more to take; null when the queue did not say. */
  readonly left: number | null;
}

/** Keeps a LoginSign application up to date with single changes. */
export interface DeltaSync {
  /** Enqueues the newest state of a user. Rejects only when the queue does. Needs no `start()`. */
  enqueue(user: UserInput, options?: EnqueueOptions): Promise<void>;
  /** Starts to send, also after a stop. One process may enqueue and another one send. */
  start(): void;
  /**
   * Sends what is in the queue, without waiting for more, and ends. Unfinished deltas at the deadline are returned to the queue.
   *
   * @param options.deadline in milliseconds from now; 10_000 without one
   */
  drain(options?: { readonly deadline?: number | undefined }): Promise<DrainReport>;
  stats(): DeltaStats;
}

/** Options with their defaults. */
export type DeltaSettings = Pick<
  DeltaSyncOptions,
  "client" | "queue" | "ledger" | "guards" | "alerts" | "audit" | "onOutcome" | "onError" | "onBuried"
> & {
  readonly name: string;
  readonly batchSize: number;
  readonly maxAge: number;
  readonly backoff: Backoff;
};

/**
 * Checks options and fills in their defaults.
 *
 * @throws TypeError for a name or a batch size that no request can have
 */
export function toDeltaSettings(options: DeltaSyncOptions): DeltaSettings {
  const { name: given = "Deltas", batchSize = 500, maxAge = 60_000, backoff = {} } = options;
  const name = trimText(given);
  const maxLength = maxSourceNameLength - maxDeltaNameEnd;
  if (name === "" || name.length > maxLength) {
    throw new TypeError(`name must have 1 to ${maxLength} characters.`);
  }
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > maxUsersPerImport) {
    throw new TypeError(`batchSize must be 1 to ${maxUsersPerImport}.`);
  }
  return { ...options, name, batchSize, maxAge, backoff: { baseDelay: 5_000, maxDelay: 300_000, ...backoff } };
}

/** Keeps the statistics of one delta sync. */
export interface DeltaCounter {
  addEnqueued(): void;
  addJudged(outcomes: readonly UserOutcome[], time: number): void;
  /** Adds users whose outcome nothing can show. */
  addUnknown(count: number): void;
  addBuried(count: number): void;
  setFailure(failure: DeltaFailure): void;
  setState(state: DeltaState): void;
  stats(): DeltaStats;
}

/** Creates a counter. */
export function createDeltaCounter(): DeltaCounter {
  let stats: DeltaStats = {
    state: "idle",
    enqueued: 0,
    batches: 0,
    acknowledged: 0,
    refused: 0,
    pending: 0,
    buried: 0,
    statuses: noUsers.statuses,
    lastSuccessAt: null,
    failure: null,
  };
  const change = (changed: Partial<DeltaStats>) => {
    stats = { ...stats, ...changed };
  };
  return {
    addEnqueued: () => change({ enqueued: stats.enqueued + 1 }),
    addJudged(outcomes, time) {
      const counters = countOutcomes(outcomes);
      const { acknowledged, refused, pending } = counters;
      change({
        batches: stats.batches + 1,
        acknowledged: stats.acknowledged + acknowledged,
        refused: stats.refused + refused,
        pending: stats.pending + pending,
        statuses: addCounters({ ...noUsers, statuses: stats.statuses }, counters).statuses,
        lastSuccessAt: time,
        failure: null,
      });
    },
    addUnknown: (count) => change({ pending: stats.pending + count }),
    addBuried: (count) => change({ buried: stats.buried + count }),
    setFailure: (failure) => change({ failure }),
    setState: (state) => change(state === "running" ? { state, failure: null } : { state }),
    stats: () => stats,
  };
}
