// undoRun: rolls back every source of a run, newest first.
import type { ImportClient } from "../client/client.ts";
import type { AuditLog } from "./audit.ts";
import type { CheckpointStore } from "./checkpoint.ts";
import type { SyncFailure } from "./failure.ts";

/** How to undo. */
export interface UndoOptions {
  /** Ends the undoing after the source it is at; what is removed stays removed, and the rest can be undone later. */
  readonly signal?: AbortSignal | undefined;
  /** Counts what would be removed; ends with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
  readonly audit?: AuditLog | undefined;
  /** Told of each source as soon as it is known what became of it. */
  readonly onProgress?: ((source: UndoneSource) => void) | undefined;
}

/** What became of one source. Numbers are null where the server gave none. */
export interface UndoneSource {
  readonly sourceId: string;
  /** Null where only ids were given and the server did not say. */
  readonly name: string | null;
  /**
   * `undone` now; `already_undone` before; `would_be_undone` in a dry run; `unknown` when no answer tells; `failed`; `not_tried` after
   * one of these two or an abort.
   */
  readonly state: "undone" | "already_undone" | "would_be_undone" | "unknown" | "failed" | "not_tried";
  /** Connections removed: those this source had created. */
  readonly removed: number | null;
  /** Created by this source, but gone before. */
  readonly alreadyGone: number | null;
  /** Reactivated by this source; they stay active. */
  readonly reactivatedKept: number | null;
}

/** What undoing came to. */
export interface UndoReport {
  readonly state: "done" | "partial" | "aborted";
  readonly isDryRun: boolean;
  /** Newest first. */
  readonly sources: readonly UndoneSource[];
  /** Connections removed in all, as far as the server gave numbers. */
  readonly removed: number;
  readonly alreadyGone: number;
  readonly reactivatedKept: number;
  /** The name of a batch that was on its way when the run ended: nobody knows whether its source exists. Null where there is none. */
  readonly inDoubt: string | null;
  /** Why it stopped; null when it is done or was aborted. */
  readonly failure: SyncFailure | null;
}

/**
 * Rolls back the sources of a run: of a checkpoint, or of these ids in the order in which they were saved.
 *
 * What was undone before counts as such, so undoing may be repeated until it is done.
 */
export async function undoRun(
  _client: ImportClient,
  _run: CheckpointStore | readonly string[],
  _options: UndoOptions = {},
): Promise<UndoReport> {
  throw new Error("Not built yet.");
}
