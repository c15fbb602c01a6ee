// The report of a run, and the progress events on the way.
import type { RetryNotice } from "../../client/import-client.ts";
import type { Source } from "../../contract/source.ts";
import type { SyncFailure } from "../sync-error.ts";
import type { Alert } from "./alerts.ts";
import type { TrippedGuard } from "./guards.ts";
import type { SyncCounters } from "./outcome.ts";

/**
 * How a run ended:
 *
 * - `done`: every batch was answered;
 * - `partial`: a failure stopped it, see `failure`;
 * - `aborted`: its signal was aborted;
 * - `stopped_by_guard`: a guard stopped it before it did harm, see `guards`.
 */
export type SyncState = "done" | "partial" | "aborted" | "stopped_by_guard";

/** The result of a run, including the earlier parts of a resumed one. */
export interface SyncReport {
  readonly runId: string;
  readonly name: string;
  readonly target: string | null;
  readonly state: SyncState;
  /** True when the run was a dry run, so nothing was saved. */
  readonly isDryRun: boolean;
  /** Counts every user that was read or announced. */
  readonly counters: SyncCounters;
  /** False when the input was not read to its end: there may be more users than `counters.total`. */
  readonly isInputComplete: boolean;
  /** In the order in which they were saved. */
  readonly sources: readonly Source[];
  /** Batches that the server answered. More than `sources` where the server did not name some of them. */
  readonly batches: number;
  /** Attempts beyond the first of each request. */
  readonly repetitions: number;
  /** Guards that tripped, including overridden ones. */
  readonly guards: readonly TrippedGuard[];
  readonly alerts: readonly Alert[];
  /** Why it stopped; null when it is done or was aborted. */
  readonly failure: SyncFailure | null;
  /** The first error thrown by `onProgress` or an alert sink; neither stops a run. Null when none was thrown. */
  readonly callbackError: unknown;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** A progress event of a run. */
export type SyncProgress = {
  readonly runId: string;
  /** Counts so far. */
  readonly counters: SyncCounters;
  /** Users of the whole input; null when unknown. */
  readonly total: number | null;
} & (
  | { readonly type: "runStarted" }
  /** `answered` users were answered in earlier parts and are not sent again. */
  | { readonly type: "runResumed"; readonly answered: number }
  | { readonly type: "batchStarted"; readonly sourceName: string; readonly count: number }
  | { readonly type: "attemptFailed"; readonly sourceName: string; readonly notice: RetryNotice }
  /** The request was too large, so its users are sent in halves. */
  | { readonly type: "batchHalved"; readonly sourceName: string; readonly count: number }
  | {
      readonly type: "batchAnswered";
      readonly sourceName: string;
      readonly count: number;
      readonly source: Source | null;
    }
  | { readonly type: "runFinished"; readonly state: SyncState }
);
