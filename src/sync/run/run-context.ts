// What every step of one run shares.

import type { Timing } from "../../client/clock.ts";
import type { CallOptions, ImportClient } from "../../client/import-client.ts";
import type { UserInput } from "../../contract/user.ts";
import { type AuditTrail, createAuditTrail } from "../audit/audit-trail.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { addCounters, countPending, type SyncCounters } from "../report/counters.ts";
import { createGuards, type Guards, type TrippedGuard } from "../report/guards.ts";
import type { SyncProgress } from "../report/sync-report.ts";
import { SyncError } from "../sync-error.ts";
import { createRetryQuota, type RetryQuota } from "./retry-budget.ts";
import { createRunState, type RunState } from "./run-state.ts";
import type { Settings } from "./settings.ts";

/** What happened, without what is the same for every event. */
export type ProgressFact = SyncProgress extends infer Event
  ? Event extends SyncProgress
    ? Omit<Event, "runId" | "counters" | "total">
    : never
  : never;

/** A run that is going on. */
export interface Run {
  readonly client: ImportClient;
  readonly settings: Settings;
  readonly timing: Timing;
  readonly trail: AuditTrail;
  readonly quota: RetryQuota;
  readonly guards: Guards;
  readonly state: RunState;
  /** When this part of the run began, in milliseconds since the epoch. */
  readonly openedAt: number;
  /** Guards that tripped so far. */
  readonly tripped: TrippedGuard[];
  /** Users read so far, from the beginning of the input. */
  read: number;
  repetitions: number;
  /** Users of the batch that the server refused whole, where one ended the run. */
  refused: number;
  /** Whether the server lists idempotency keys; null until it was asked. */
  isKeyed: boolean | null;
  callbackError: unknown;
}

/** Users of one request. */
export interface Batch {
  /** Place of its first user in the input, from 0. */
  readonly first: number;
  /** As they were read. */
  readonly users: readonly UserInput[];
  readonly sourceName: string;
}

/** Makes a run of its settings and its checkpoint. */
export function createRun(client: ImportClient, settings: Settings, checkpoint: Checkpoint, timing: Timing): Run {
  return {
    client,
    settings,
    timing,
    trail: createAuditTrail(settings.audit, checkpoint.runId, timing.now),
    quota: createRetryQuota(settings.retryQuota),
    guards: createGuards(settings.guards ?? {}),
    state: createRunState(checkpoint, settings.dryRun ? undefined : settings.checkpoint),
    openedAt: timing.now(),
    tripped: [],
    read: 0,
    repetitions: 0,
    refused: 0,
    isKeyed: null,
    callbackError: null,
  };
}

/** Every user read or answered so far; who was not answered is pending, for one reason or another. */
export function toCounters({ state, read }: Run, pending: SyncCounters, announced: number): SyncCounters {
  const known = addCounters(state.answered, pending);
  const total = Math.max(known.total, read, announced);
  return addCounters(known, countPending(total - known.total, "not_sent"));
}

/** Tells of progress; what the host throws is kept, and the run goes on. */
export function emit(run: Run, fact: ProgressFact): void {
  const { settings, state } = run;
  if (!settings.onProgress) return;
  const { runId, total } = state.checkpoint;
  try {
    settings.onProgress({ runId, total, counters: state.answered, ...fact } as SyncProgress);
  } catch (error) {
    run.callbackError ??= error;
  }
}

/** Lets a tripped guard stop the run, unless it is overridden. */
export function enforce({ tripped, trail }: Run, guard: TrippedGuard | null): void {
  if (!guard) return;
  tripped.push(guard);
  trail.tell({ type: "guardTripped", guard });
  if (guard.override !== null) return;
  const message = `${guard.code}: a share of ${guard.share.toFixed(3)}, where ${guard.most} is allowed.`;
  throw new SyncError("guard_tripped", message);
}

/** What every call of the run is told, and tells. */
export function toCallOptions(run: Run, sourceName: string | null): CallOptions {
  const { trail, quota, settings } = run;
  const attempts = new Map<string, number>();
  return {
    signal: settings.signal,
    mayRetry: () => quota.take(),
    onRetry(notice) {
      run.repetitions += 1;
      if (sourceName !== null) emit(run, { type: "attemptFailed", sourceName, notice });
    },
    onExchange(notice) {
      const attempt = (attempts.get(notice.method) ?? 0) + 1;
      attempts.set(notice.method, attempt);
      trail.tell({ type: "exchange", sourceName, attempt, ...notice });
    },
  };
}
