// What a person reads, and what a script gets, when a command can't do what it was asked for.
import { ImportClientError } from "../client/errors.ts";
import { exitCodes } from "./exit-codes.ts";

/** The command line asks for something that can't be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something that the command needs is not there; the message says how to get it. */
export class NotInstalledError extends Error {
  override readonly name = "NotInstalledError";
}

/** The words and the exit code for an error. */
export function toFailure(error: unknown): { readonly text: string; readonly exitCode: number } {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof UsageError) return { text: `${message}\nTry --help.`, exitCode: exitCodes.usage };
  if (error instanceof ImportClientError) {
    return { text: `${message}${explain(cause)}`, exitCode: codeOf(error.code) };
  }
  return { text: message, exitCode: exitCodes.unexpected };
}

function codeOf(code: ImportClientError["code"]): number {
  if (code === "unauthenticated" || code === "forbidden") return exitCodes.auth;
  return code === "network" || code === "timeout" ? exitCodes.network : exitCodes.unexpected;
}

// fetch says "fetch failed"; the reason, such as ECONNREFUSED, is a cause deeper.
function explain(cause: unknown): string {
  const deepest = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(deepest instanceof Error)) return "";
  const { code } = deepest as NodeJS.ErrnoException;
  return ` (${code ?? deepest.message})`;
}
