// Door "./sync": sends a platform's users to a portal, in resumable and audited runs or as single changes, reconciles and undoes.

export type { Backoff } from "../client/retry.ts";
export type {
  InstrumentSettings,
  MeterPort,
  SpanContextPort,
  SpanPort,
  SpanSettings,
  TelemetryAttributes,
  TelemetryPorts,
  TracerPort,
} from "../contract/telemetry.ts";
export { combineAuditLogs, createJsonLineLog } from "./audit/audit-logs.ts";
export type { AuditEntry, AuditedUser, AuditFact, AuditLog, AuditManifest } from "./audit/audit-trail.ts";
export { createTelemetryLog, type TelemetryOptions } from "./audit/telemetry.ts";
export {
  type AnsweredBatch,
  type BatchInDoubt,
  type Checkpoint,
  type CheckpointStore,
  createMemoryCheckpoint,
  type LastSuccess,
  type UndoneCounts,
  type UndoneSource,
} from "./checkpoint/checkpoint.ts";
export type {
  DeltaFailure,
  DeltaState,
  DeltaStats,
  DeltaSync,
  DeltaSyncOptions,
  DrainReport,
} from "./delta/delta-options.ts";
export {
  type BuriedDelta,
  createMemoryQueue,
  type Delta,
  type DeltaQueue,
  type EnqueueOptions,
  type MemoryQueue,
  type NewDelta,
  type SqlTransaction,
} from "./delta/delta-queue.ts";
export { createDeltaSync } from "./delta/delta-sync.ts";
export {
  createPgBossQueue,
  type PgBossJob,
  type PgBossPort,
  type PgBossQueueOptions,
  type PgBossQueueSettings,
} from "./delta/pg-boss-queue.ts";
export { createSqlOutbox, outboxSchema, type SqlOutboxOptions } from "./delta/sql-outbox.ts";
export {
  type Ledger,
  type LedgerEntry,
  type LedgerRun,
  type Recorder,
  type RecorderOptions,
  recordOutcomes,
  type SeenEntry,
} from "./ledger/ledger.ts";
export { createMemoryLedger, type LedgerContent, type MemoryLedger } from "./ledger/memory-ledger.ts";
export { createSqlLedger, ledgerSchema, type SqlLedgerOptions, type SqlQuery } from "./ledger/sql-ledger.ts";
export { type ReconcileOptions, reconcile } from "./reconcile/reconcile.ts";
export type {
  GoneUser,
  MovedUser,
  ReconcileCounters,
  ReconcileReason,
  ReconcileReport,
  Sample,
} from "./reconcile/reconcile-report.ts";
export {
  type Alert,
  type AlertOptions,
  type AlertSink,
  type AlertStatus,
  createJsonLineSink,
} from "./report/alerts.ts";
export type { GuardCode, GuardOptions, GuardOverride, TrippedGuard } from "./report/guards.ts";
export { type PendingReason, type SyncCounters, toUserOutcome, type UserOutcome } from "./report/outcome.ts";
export type { SyncProgress, SyncReport, SyncState } from "./report/sync-report.ts";
export type { SyncInput, SyncOptions } from "./run/sync-options.ts";
export { syncUsers } from "./run/sync-users.ts";
export { SyncError, type SyncFailure, type SyncFailureCode } from "./sync-error.ts";
export { type UndoOptions, type UndoReport, undoRun } from "./undo-run.ts";
