// Errors and failures of a run, each with a code by which a host chooses its text.
import { type ClientErrorCode, ImportClientError } from "../client/errors.ts";

/**
 * Why a run stopped or could not start, in addition to the codes of the client:
 *
 * - `unfinished_run`: the checkpoint holds a run that is not finished; resume it, or give the new run a checkpoint of its own;
 * - `run_changed`: the run of the checkpoint has another target, name, id, batch size or total;
 * - `run_undone`: the run of the checkpoint was undone, or is being undone;
 * - `no_run`: there is no run to undo;
 * - `checkpoint_locked`: another process works on the run;
 * - `checkpoint_unreadable`: the checkpoint holds something else than a run;
 * - `checkpoint_failed`: the checkpoint could not be read or written;
 * - `input_changed`: users that were already sent have changed or are missing;
 * - `input_incomplete`: the input ended before its announced `total`;
 * - `input_failed`: reading the input failed;
 * - `audit_failed`: the audit log could not be written;
 * - `callback_failed`: `onOutcome` threw;
 * - `guard_tripped`: a guard stopped the run before it did harm;
 * - `unexpected`: anything else, such as a header function that throws.
 */
export type SyncFailureCode =
  | "unfinished_run"
  | "run_changed"
  | "run_undone"
  | "no_run"
  | "checkpoint_locked"
  | "checkpoint_unreadable"
  | "checkpoint_failed"
  | "input_changed"
  | "input_incomplete"
  | "input_failed"
  | "audit_failed"
  | "callback_failed"
  | "guard_tripped"
  | "unexpected";

/** Thrown where a run can't begin. A run that began reports its failure in `SyncReport.failure`. */
export class SyncError extends Error {
  override readonly name = "SyncError";
  readonly code: SyncFailureCode;

  constructor(code: SyncFailureCode, message: string, facts: { readonly cause?: unknown } = {}) {
    super(message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.code = code;
  }
}

/** Why a run stopped early. */
export interface SyncFailure {
  readonly code: SyncFailureCode | ClientErrorCode;
  /** For developers. Choose the text for users by `code`. */
  readonly message: string;
  /** What was thrown. */
  readonly cause: unknown;
}

/** Turns a thrown error into the failure of a run. */
export function toSyncFailure(error: unknown): SyncFailure {
  if (error instanceof SyncError) return { code: error.code, message: error.message, cause: error.cause ?? error };
  if (error instanceof ImportClientError) return { code: error.code, message: error.message, cause: error };
  return { code: "unexpected", message: error instanceof Error ? error.message : String(error), cause: error };
}
