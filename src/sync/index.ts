// Door "./sync": keeps a portal's users in step with a platform's: whole runs in batches, resumable, audited, undone at once.
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
} from "./checkpoint.ts";
export type { SyncCounters } from "./counters.ts";
export { SyncError, type SyncFailure, type SyncFailureCode } from "./failure.ts";
export type { GuardCode, GuardOptions, GuardOverride, TrippedGuard } from "./guards.ts";
export { type PendingReason, toUserOutcome, type UserOutcome } from "./outcome.ts";
export type { SyncProgress, SyncReport, SyncState } from "./report.ts";
export { type SyncInput, type SyncOptions, syncUsers } from "./sync-users.ts";
export { type UndoneSource, type UndoOptions, type UndoReport, undoRun } from "./undo-run.ts";
