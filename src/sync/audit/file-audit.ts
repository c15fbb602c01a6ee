// Writes the audit log to files: per run one of entries (NDJSON) and one manifest.

import { type GrowingFile, openToAppend, replaceFile } from "../node-files.ts";
import type { AuditLog } from "./audit-trail.ts";

/** The options of an audit log in files. */
export interface FileAuditOptions {
  /** Created where it is missing. */
  readonly directory: string;
  /** Whether entries hold whole emails. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
}

/**
 * Writes `<run id>.ndjson` and `<run id>.manifest.json`, which only their owner may read (mode 0600). A resumed run continues
 * the same files. Special characters of the id are percent-encoded.
 */
export function createFileAuditLog({ directory, emails }: FileAuditOptions): AuditLog {
  let open: { readonly runId: string; readonly file: GrowingFile } | null = null;

  async function fileOf(runId: string): Promise<GrowingFile> {
    if (open?.runId === runId) return open.file;
    await open?.file.close();
    open = { runId, file: await openToAppend(pathOf(runId, "ndjson")) };
    return open.file;
  }

  function pathOf(runId: string, kind: string): string {
    // encodeURIComponent keeps dots and stars. With the kind appended, dots can't lead out of the directory.
    return `${directory.replace(/(?<=.)\/+$/, "")}/${encodeURIComponent(runId).replaceAll("*", "%2A")}.${kind}`;
  }

  return {
    emails,
    async write(entry) {
      const file = await fileOf(entry.runId);
      await file.append(`${JSON.stringify(entry)}\n`);
    },
    async writeManifest(manifest) {
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      await replaceFile(pathOf(manifest.runId, "manifest.json"), [new TextEncoder().encode(text)]);
    },
    async close() {
      await open?.file.close();
      open = null;
    },
  };
}
