// Creates the context that all steps of one run share: state, retry budget, guards, audit trail, progress.

import type { Timing } from "../../client/clock.ts";
import type { CallOptions, ImportClient } from "../../client/import-client.ts";
import { type AuditTrail, createAuditTrail } from "../audit/audit-trail.ts";
import { type Checkpoint, createRunState, type RunState } from "../checkpoint/checkpoint.ts";
import { createGuards, type Guards, type TrippedGuard } from "../report/guards.ts";
import type { SyncProgress } from "../report/sync-report.ts";
import { SyncError } from "../sync-error.ts";
import type { SyncSettings } from "./sync-options.ts";

/** A run in progress. */
export interface SyncRun {
  readonly client: ImportClient;
  readonly settings: SyncSettings;
  readonly timing: Timing;
  readonly trail: AuditTrail;
  readonly retryBudget: RetryBudget;
  readonly guards: Guards;
  readonly state: RunState;
  /** Guards that tripped so far. */
  readonly tripped: TrippedGuard[];
  /** Users read so far, from the beginning of the input. */
  usersRead: number;
  /** Retries so far. */
  repetitions: number;
  /** Users of the batch that the server refused as a whole, if that ended the run. */
  refused: number;
  /** Whether the server lists idempotency keys; null until it was asked. */
  hasKeys: boolean | null;
  /** The first error thrown by `onProgress` or an alert sink. */
  callbackError: unknown;
}

/** Creates a run from its settings and its checkpoint. */
export function createRun(
  client: ImportClient,
  settings: SyncSettings,
  checkpoint: Checkpoint,
  timing: Timing,
): SyncRun {
  return {
    client,
    settings,
    timing,
    trail: createAuditTrail(settings.audit, checkpoint.runId, timing.now),
    retryBudget: createRetryBudget(settings.retryQuota),
    guards: createGuards(settings.guards ?? {}),
    state: createRunState(checkpoint, settings.dryRun ? undefined : settings.checkpoint),
    tripped: [],
    usersRead: 0,
    repetitions: 0,
    refused: 0,
    hasKeys: null,
    callbackError: null,
  };
}

/** True once the host has ended the run, at once or after the answer it waits for. */
export function isStopped({ settings }: Pick<SyncRun, "settings">): boolean {
  return settings.signal?.aborted === true || settings.stopSignal?.aborted === true;
}

/** A progress event without the members that all events share. */
type ProgressFact = SyncProgress extends infer Event
  ? Event extends SyncProgress
    ? Omit<Event, "runId" | "counters" | "total">
    : never
  : never;

/** Calls `onProgress`. An error it throws is kept for the report, and the run goes on. */
export function emitProgress(run: SyncRun, fact: ProgressFact): void {
  const { settings, state } = run;
  if (!settings.onProgress) return;
  const { runId, total } = state.checkpoint;
  try {
    settings.onProgress({ runId, total, counters: state.answered, ...fact } as SyncProgress);
  } catch (error) {
    run.callbackError ??= error;
  }
}

/**
 * Stops the run if a guard tripped and is not overridden.
 *
 * @throws SyncError `guard_tripped`
 */
export function enforceGuard({ tripped, trail }: SyncRun, guard: TrippedGuard | null): void {
  if (!guard) return;
  tripped.push(guard);
  trail.record({ type: "guardTripped", guard });
  if (guard.override !== null) return;
  const message = `${guard.code}: a share of ${guard.share.toFixed(3)}, where ${guard.most} is allowed.`;
  throw new SyncError("guard_tripped", message);
}

/** The options of every call to the client. `sourceName` is null for calls that belong to no batch. */
export function toCallOptions(run: SyncRun, sourceName: string | null): CallOptions {
  const { trail, retryBudget, settings } = run;
  const attempts = new Map<string, number>();
  return {
    signal: settings.signal,
    mayRetry: () => !isStopped(run) && retryBudget.take(),
    onRetry(notice) {
      run.repetitions += 1;
      if (sourceName !== null) emitProgress(run, { type: "attemptFailed", sourceName, notice });
    },
    onExchange(notice) {
      const attempt = (attempts.get(notice.method) ?? 0) + 1;
      attempts.set(notice.method, attempt);
      trail.record({ type: "exchange", sourceName, attempt, ...notice });
    },
  };
}

/** The retries a whole run may make, so that a server in trouble does not get several times the load. */
interface RetryBudget {
  /** Takes one retry; false when none is left. */
  take(): boolean;
  /** Returns a fifth of a retry for an answered batch, up to the initial budget. */
  refund(): void;
}

/** With an empty budget, at most one attempt in six is a retry. */
const refundPerBatch = 0.2;

function createRetryBudget(size: number): RetryBudget {
  let remaining = size;
  return {
    take() {
      if (remaining < 1) return false;
      remaining -= 1;
      return true;
    },
    refund() {
      remaining = Math.min(size, remaining + refundPerBatch);
    },
  };
}
