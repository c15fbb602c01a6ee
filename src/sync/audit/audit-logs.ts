// Audit logs beside files: lines for structured logging, and several logs at once.
import { maskEmails } from "../../contract/text.ts";
import type { AuditEntry, AuditLog, AuditManifest } from "./audit-trail.ts";

/**
 * Creates an audit log that gives each entry as one JSON line, for structured logs. Users of an answer are left out, and emails in
 * names and messages are masked.
 */
export function createJsonLineLog(write: (line: string) => void): AuditLog {
  const toShown = (key: string, value: unknown) => {
    if (key === "users") return undefined;
    return typeof value === "string" ? maskEmails(value) : value;
  };
  return { write: (entry) => write(JSON.stringify(entry, toShown)) };
}

/** Creates an audit log that writes to several; one that fails is a failure of all. */
export function combineAuditLogs(...logs: readonly AuditLog[]): AuditLog {
  const each = async (work: (log: AuditLog) => void | Promise<void> | undefined) => {
    for (const log of logs) await work(log);
  };
  return {
    emails: logs.every(({ emails }) => emails === "plain") ? "plain" : "masked",
    write: (entry: AuditEntry) => each((log) => log.write(entry)),
    writeManifest: (manifest: AuditManifest) => each((log) => log.writeManifest?.(manifest)),
    close: () => each((log) => log.close?.()),
  };
}
