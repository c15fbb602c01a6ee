// Door "./sync": keeps a portal's users in step with a platform's: whole runs in batches, resumable, audited, undone at once.

export type { Backoff } from "../client/retry.ts";
export type { AuditEntry, AuditedUser, AuditFact, AuditLog, AuditManifest } from "./audit/audit-trail.ts";
export {
  type AnsweredBatch,
  type BatchInDoubt,
  type Checkpoint,
  type CheckpointStore,
  createMemoryCheckpoint,
  type LastSuccess,
  type UndoneCounts,
} from "./checkpoint/checkpoint.ts";
export type { UndoneSource } from "./checkpoint/undone-source.ts";
export type {
  DeltaFailure,
  DeltaState,
  DeltaStats,
  DeltaSync,
  DeltaSyncOptions,
  DrainReport,
} from "./delta/delta-options.ts";
export type { Delta, DeltaQueue, EnqueueOptions, NewDelta, SqlTransaction } from "./delta/delta-queue.ts";
export { createDeltaSync } from "./delta/delta-sync.ts";
export { type BuriedDelta, createMemoryQueue, type MemoryQueue } from "./delta/memory-queue.ts";
export type { PgBossJob, PgBossPort, PgBossQueueSettings } from "./delta/pg-boss-port.ts";
export { createPgBossQueue, type PgBossQueueOptions } from "./delta/pg-boss-queue.ts";
export type { Ledger, LedgerEntry, LedgerRun, SeenEntry } from "./ledger/ledger.ts";
export { createMemoryLedger, type LedgerContent, type MemoryLedger } from "./ledger/memory-ledger.ts";
export { type Recorder, type RecorderOptions, recordOutcomes } from "./ledger/record-outcomes.ts";
export { createSqlLedger, ledgerSchema, type SqlLedgerOptions, type SqlQuery } from "./ledger/sql-ledger.ts";
export { type ReconcileOptions, reconcile } from "./reconcile/reconcile.ts";
export type { ReconcileReason } from "./reconcile/reconcile-plan.ts";
export type { GoneUser, MovedUser, ReconcileCounters, ReconcileReport, Sample } from "./reconcile/reconcile-report.ts";
export {
  type Alert,
  type AlertOptions,
  type AlertSink,
  type AlertStatus,
  createJsonLineSink,
} from "./report/alerts.ts";
export type { SyncCounters } from "./report/counters.ts";
export type { GuardCode, GuardOptions, GuardOverride, TrippedGuard } from "./report/guards.ts";
export { type PendingReason, toUserOutcome, type UserOutcome } from "./report/outcome.ts";
export type { SyncProgress, SyncReport, SyncState } from "./report/sync-report.ts";
export type { SyncInput, SyncOptions } from "./run/sync-options.ts";
export { syncUsers } from "./run/sync-users.ts";
export { SyncError, type SyncFailure, type SyncFailureCode } from "./sync-error.ts";
export { type UndoReport, undoRun } from "./undo/undo-run.ts";
export type { UndoOptions } from "./undo/undo-source.ts";
