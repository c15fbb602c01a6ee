// Turns an error into the text, code and exit code that a command ends with.
import { type ClientErrorCode, ContractError, HttpError, ImportClientError } from "../../client/errors.ts";
import { asksForLongWait, isRetryable } from "../../client/retry.ts";
import { LedgerError } from "../../sync/ledger/file-ledger.ts";
import { SyncError, type SyncFailure } from "../../sync/sync-error.ts";
import { tokenVariable } from "./environment.ts";
import { exitCodes, InputError, UsageError } from "./terminal.ts";

/** A text for people, a code for programs, and the exit code. */
export interface CommandFailure {
  readonly text: string;
  readonly code: string;
  readonly exitCode: number;
}

/** The failure that an error means for a command. */
export function toCommandFailure(error: unknown): CommandFailure {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof UsageError) return { text: `${message}\nTry --help.`, code: "usage", exitCode: exitCodes.usage };
  if (error instanceof InputError) return { text: message, code: error.code, exitCode: error.exitCode };
  if (error instanceof ImportClientError) {
    return { text: toClientText(error), code: error.code, exitCode: toExitCode(error.code, error) };
  }
  if (error instanceof SyncError || error instanceof LedgerError)
    return {
      text: `${message}${toReason(cause, !(error instanceof LedgerError))}`,
      code: error.code,
      exitCode: toExitCode(error.code),
    };
  return { text: message, code: "unexpected", exitCode: exitCodes.unexpected };
}

// The client speaks to developers of pages; here its advice names flags and variables.
function toClientText(error: ImportClientError): string {
  const { code, message, cause, outcomeUnknown } = error;
  const credentials = `${tokenVariable} or --header-file`;
  const texts: Partial<Record<ClientErrorCode, string>> = {
    network: "The server gave no whole answer. Check --base-url and the network.",
    timeout: "The server did not answer in time.",
    unauthenticated: `The server answered 401: not signed in. Renew ${credentials}.`,
    forbidden: `The server answered 403: not allowed. Check --app and the rights behind ${credentials}.`,
    "application-not-found": "The server answered 404: it knows no such application. Check --app and --base-url.",
    "payload-too-large": "The server answered 413: the request is too large. Use a smaller --batch-size.",
    "too-many-users": "The server answered 413: too many users in one request. Use a smaller --batch-size.",
  };
  const page = `A page came instead of an answer, such as one to sign in. Check --base-url and ${credentials}. ${message}`;
  const isPage = error instanceof ContractError && error.isPage;
  const text = isPage ? page : (texts[code] ?? message);
  const advice = outcomeUnknown && texts[code] ? " It may have taken effect: look with `sources list`." : "";
  return `${text}${toReason(cause)}${advice}`;
}

/** The text of a failure that stopped a run, with its cause and code. */
export function toSyncFailureText({ message, code, cause }: SyncFailure): string {
  const isOwn = cause instanceof ImportClientError || cause instanceof SyncError || isFileError(cause);
  const shown = isFileError(cause) ? cause.code : code;
  return `${isOwn ? toCommandFailure(cause).text : `${message}${toReason(cause)}`} [${shown}]`;
}

// A checkpoint waits for the results file and the ledger, which are named where they can't be written.
function isFileError(cause: unknown): cause is InputError | LedgerError {
  return cause instanceof InputError || cause instanceof LedgerError;
}

/** Code and message of a failure, for programs. */
export function toFailureFacts({ code, message, cause }: SyncFailure): {
  readonly code: string;
  readonly message: string;
} {
  return isFileError(cause) ? { code: cause.code, message: cause.message } : { code, message };
}

const exitCodeOf: Readonly<Record<string, number>> = {
  unauthenticated: exitCodes.auth,
  forbidden: exitCodes.auth,
  "application-not-found": exitCodes.noApplication,
  guard_tripped: exitCodes.guard,
  network: exitCodes.network,
  timeout: exitCodes.network,
  // Another command line would avoid these.
  dry_run_not_offered: exitCodes.usage,
  no_run: exitCodes.usage,
  unfinished_run: exitCodes.usage,
  run_changed: exitCodes.usage,
  run_undone: exitCodes.usage,
  input_changed: exitCodes.usage,
  // A file that the command needs can't be used. Each of these comes before anything was sent.
  checkpoint_unreadable: exitCodes.usage,
  checkpoint_failed: exitCodes.usage,
  audit_failed: exitCodes.usage,
  ledger_unreadable: exitCodes.usage,
  ledger_of_other_target: exitCodes.usage,
  ledger_unusable: exitCodes.usage,
  // Another process has it now and gives it back.
  checkpoint_locked: exitCodes.network,
  ledger_locked: exitCodes.network,
};

/** The exit code for a failure's code. @param cause what was thrown */
export function toExitCode(code: string, cause?: unknown): number {
  if (cause instanceof ContractError && cause.isPage) return exitCodes.page;
  if (code === "input_failed" && cause instanceof InputError) return cause.exitCode;
  if (cause instanceof HttpError && (isRetryable(cause) || asksForLongWait(cause))) return exitCodes.network;
  return exitCodeOf[code] ?? exitCodes.unexpected;
}

// fetch says "fetch failed"; the reason, such as ECONNREFUSED, is one cause deeper.
function toReason(cause: unknown, namesFile = false): string {
  const deepest = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(deepest instanceof Error)) return "";
  const { code, path } = deepest as NodeJS.ErrnoException;
  // Files are replaced through a new one beside them.
  const file = namesFile && path !== undefined ? `: ${path.replace(/\.[\da-f-]{36}\.tmp$/, "")}` : "";
  return ` (${code ?? deepest.message}${file})`;
}
