// Door "./sync/node": what a run keeps in files.
export { createFileAuditLog, type FileAuditOptions } from "./file-audit.ts";
export { createFileCheckpoint } from "./file-checkpoint.ts";
export { type FileLedger, LedgerError, openFileLedger } from "./file-ledger.ts";
