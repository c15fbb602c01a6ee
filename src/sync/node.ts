// Door "./sync/node": stores checkpoints, audit logs and ledgers in files.
export { createFileAuditLog, type FileAuditOptions } from "./audit/file-audit.ts";
export { createFileCheckpoint } from "./checkpoint/file-checkpoint.ts";
export { type FileLedger, type FileLedgerOptions, LedgerError, openFileLedger } from "./ledger/file-ledger.ts";
