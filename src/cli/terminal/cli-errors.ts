// What a person reads, and what a script gets, when a command can't do what it was asked for.
import { ImportClientError } from "../../client/errors.ts";
import { LedgerError } from "../../sync/ledger/file-ledger.ts";
import { SyncError, type SyncFailure } from "../../sync/sync-error.ts";
import { exitCodes } from "./exit-codes.ts";

/** The command line asks for something that can't be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file can't be used as it is; the message says what to do about it. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Such as `empty_file`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Something that the command needs is not there; the message says how to get it. */
export class NotInstalledError extends Error {
  override readonly name = "NotInstalledError";
}

/** Words, a code for programs, and the exit code. */
export interface Failure {
  readonly text: string;
  readonly code: string;
  readonly exitCode: number;
}

/** What to say about an error. */
export function toFailure(error: unknown): Failure {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof UsageError) return { text: `${message}\nTry --help.`, code: "usage", exitCode: exitCodes.usage };
  if (error instanceof InputError) return { text: message, code: error.code, exitCode: exitCodes.usage };
  if (error instanceof ImportClientError) {
    return { text: `${message}${explain(cause)}`, code: error.code, exitCode: exitCodeOf(error.code) };
  }
  if (error instanceof SyncError || error instanceof LedgerError)
    return { text: `${message}${explain(cause)}`, code: error.code, exitCode: exitCodeOf(error.code) };
  return { text: message, code: "unexpected", exitCode: exitCodes.unexpected };
}

/** The words for what stopped a run, with what lies behind it. */
export function toReportedText({ message, code, cause }: SyncFailure): string {
  // A checkpoint waits for the results file and the ledger: what keeps them from being written is what a person can mend.
  const isOwn = cause instanceof ImportClientError || cause instanceof InputError || cause instanceof SyncError;
  return `${isOwn ? toFailure(cause).text : `${message}${explain(cause)}`} [${code}]`;
}

const byCode: Readonly<Record<string, number>> = {
  unauthenticated: exitCodes.auth,
  forbidden: exitCodes.auth,
  network: exitCodes.network,
  timeout: exitCodes.network,
  // What another command line would mend.
  dry_run_not_offered: exitCodes.usage,
  no_run: exitCodes.usage,
  unfinished_run: exitCodes.usage,
  run_changed: exitCodes.usage,
  run_undone: exitCodes.usage,
  input_changed: exitCodes.usage,
  ledger_unreadable: exitCodes.usage,
};

/** The exit code for a failure's code. */
export function exitCodeOf(code: string): number {
  return byCode[code] ?? exitCodes.unexpected;
}

// fetch says "fetch failed"; the reason, such as ECONNREFUSED, is a cause deeper.
function explain(cause: unknown): string {
  const deepest = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(deepest instanceof Error)) return "";
  const { code } = deepest as NodeJS.ErrnoException;
  return ` (${code ?? deepest.message})`;
}
