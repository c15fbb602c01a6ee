// What a database can answer instead of a result, and what that means for us.
import { StoreUnavailableError } from "../store/store.ts";

/** SQLSTATE codes after which the same transaction may succeed when it is run again from its beginning. */
const conflicts = [
  // Serialisation failure, deadlock.
  "40001",
  "40P01",
  // Unique violation: somebody joined the application while the import looked; the next look sees it.
  "23505",
];

const lockNotAvailable = "55P03";

// The server shuts down or starts, or has no connection left; the network does not lead there.
const unreachable = /^(?:08...|57P0[123]|53300|ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH)$/;
const lost =
  /connection (?:terminated|ended)|timeout exceeded when trying to connect|not queryable|is closed|already been destroyed/i;

/** True when the error carries one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}

/** True for a conflict that a second run resolves. */
export function isConflict(error: unknown): boolean {
  return hasCode(error, ...conflicts);
}

/** True when somebody else holds the row. */
export function isLocked(error: unknown): boolean {
  return hasCode(error, lockNotAvailable);
}

/** Asks the database; that it can't be reached becomes a StoreUnavailableError, everything else stays as it is. */
export async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    throw unreachable.test(codeOf(error)) || lost.test(message) ? new StoreUnavailableError(error) : error;
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
