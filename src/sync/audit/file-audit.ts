// The audit log in files: one of lines (NDJSON) and one manifest per run.

import { type GrowingFile, openToAppend, replaceFile } from "../node-files.ts";
import type { AuditLog } from "./audit-trail.ts";

/** Where the files are, and what they may hold. */
export interface FileAuditOptions {
  /** Made where it is missing. */
  readonly directory: string;
  /** Whether lines hold whole emails. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
}

/**
 * Writes `<run id>.ndjson` and `<run id>.manifest.json`, which only their owner may read (mode 0600). A resumed run goes on in the
 * same files. Characters of the id that a file name should not have are percent-encoded.
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
    // encodeURIComponent leaves dots and stars alone, and neither leads out of the directory once the kind is added.
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
