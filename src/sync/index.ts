// Door "./sync": keeps a portal's users in step with a platform's: whole runs in batches, resumable, audited, undone at once.

export type { Backoff } from "../client/retry.ts";
export {
  type Alert,
  type AlertOptions,
  type AlertSink,
  type AlertStatus,
  createJsonLineSink,
} from "./alerts.ts";
export type { AuditEntry, AuditedUser, AuditFact, AuditLog, AuditManifest } from "./audit.ts";
export {
  type AnsweredBatch,
  type BatchInDoubt,
  type Checkpoint,
  type CheckpointStore,
  createMemoryCheckpoint,
  type LastSuccess,
  type UndoneCounts,
} from "./checkpoint.ts";
export type { SyncCounters } from "./counters.ts";
export type {
  DeltaFailure,
  DeltaState,
  DeltaStats,
  DeltaSync,
  DeltaSyncOptions,
  DrainReport,
} from "./delta-options.ts";
export type { Delta, DeltaQueue, EnqueueOptions, NewDelta, SqlTransaction } from "./delta-queue.ts";
export { createDeltaSync } from "./delta-sync.ts";
export { SyncError, type SyncFailure, type SyncFailureCode } from "./failure.ts";
export type { GuardCode, GuardOptions, GuardOverride, TrippedGuard } from "./guards.ts";
export type { Ledger, LedgerEntry, LedgerRun, SeenEntry } from "./ledger.ts";
export { createMemoryLedger, type LedgerContent, type MemoryLedger } from "./memory-ledger.ts";
export { type BuriedDelta, createMemoryQueue, type MemoryQueue } from "./memory-queue.ts";
export { type PendingReason, toUserOutcome, type UserOutcome } from "./outcome.ts";
export type { PgBossJob, PgBossPort, PgBossQueueSettings } from "./pg-boss-port.ts";
export { createPgBossQueue, type PgBossQueueOptions } from "./pg-boss-queue.ts";
export { type ReconcileOptions, reconcile } from "./reconcile.ts";
export type { ReconcileReason } from "./reconcile-plan.ts";
export type { GoneUser, MovedUser, ReconcileCounters, ReconcileReport, Sample } from "./reconcile-report.ts";
export { type Recorder, type RecorderOptions, recordOutcomes } from "./record-outcomes.ts";
export type { SyncProgress, SyncReport, SyncState } from "./report.ts";
export { createSqlLedger, ledgerSchema, type SqlLedgerOptions, type SqlQuery } from "./sql-ledger.ts";
export type { SyncInput, SyncOptions } from "./sync-options.ts";
export { syncUsers } from "./sync-users.ts";
export { type UndoReport, undoRun } from "./undo-run.ts";
export type { UndoOptions } from "./undo-source.ts";
export type { UndoneSource } from "./undone-source.ts";
