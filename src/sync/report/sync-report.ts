// What a run came to, and what it tells on its way.
import type { RetryNotice } from "../../client/import-client.ts";
import type { Source } from "../../contract/source.ts";
import type { SyncFailure } from "../sync-error.ts";
import type { Alert } from "./alerts.ts";
import type { SyncCounters } from "./counters.ts";
import type { TrippedGuard } from "./guards.ts";

/**
 * How a run ended:
 *
 * - `done`: every batch was answered;
 * - `partial`: a failure stopped it; `failure` says which;
 * - `aborted`: its signal was;
 * - `stopped_by_guard`: a guard stopped it before it did harm; `guards` says which.
 */
export type SyncState = "done" | "partial" | "aborted" | "stopped_by_guard";

/** What a run came to, earlier parts of a resumed one included. */
export interface SyncReport {
  readonly runId: string;
  readonly name: string;
  readonly target: string | null;
  readonly state: SyncState;
  /** True when nothing was saved, because nothing was to be. */
  readonly isDryRun: boolean;
  /** Of every user that was read or announced. */
  readonly counters: SyncCounters;
  /** False when the input was not read to its end: there may be more users than `counters.total`. */
  readonly isInputComplete: boolean;
  /** In the order in which they were saved. */
  readonly sources: readonly Source[];
  /** Batches that the server answered. Fewer sources than batches: the server did not name some of them. */
  readonly batches: number;
  /** Further attempts beyond the first of each request. */
  readonly repetitions: number;
  /** Guards that tripped, also those that were overridden. */
  readonly guards: readonly TrippedGuard[];
  readonly alerts: readonly Alert[];
  /** Why it stopped; null when it is done or was aborted. */
  readonly failure: SyncFailure | null;
  /** The first error thrown by `onProgress` or an alert's sink, neither of which stops a run; null when none was. */
  readonly callbackError: unknown;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** What happened to a run, as soon as it did. */
export type SyncProgress = {
  readonly runId: string;
  /** So far. */
  readonly counters: SyncCounters;
  /** Users of the whole input; null when unknown. */
  readonly total: number | null;
} & (
  | { readonly type: "runStarted" }
  /** `answered` users were answered before and are not sent again. */
  | { readonly type: "runResumed"; readonly answered: number }
  | { readonly type: "batchStarted"; readonly sourceName: string; readonly count: number }
  | { readonly type: "attemptFailed"; readonly sourceName: string; readonly notice: RetryNotice }
  /** The request was too large: its users are sent in halves. */
  | { readonly type: "batchHalved"; readonly sourceName: string; readonly count: number }
  | {
      readonly type: "batchAnswered";
      readonly sourceName: string;
      readonly count: number;
      readonly source: Source | null;
    }
  | { readonly type: "runFinished"; readonly state: SyncState }
);
