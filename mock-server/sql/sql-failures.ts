// Classifies database errors: conflict, locked row, unreachable, a folder that another process uses.
import { StoreUnavailableError } from "../store/store.ts";

/** Another server keeps its database in this folder. */
export class FolderInUseError extends Error {
  readonly code = "folder_in_use";
  override readonly name = "FolderInUseError";

  /**
   * @param holder Names the process that uses the folder.
   * @param lock The lock file.
   */
  constructor(folder: string, holder: string, lock: string) {
    super(`The folder ${folder} is used by ${holder}. Stop it first. If it no longer runs, delete ${lock}.`);
  }
}

/** The tables lack migrations, and the server may not apply them. */
export class OutdatedTablesError extends Error {
  readonly code = "outdated_tables";
  override readonly name = "OutdatedTablesError";

  /** @param missing The names of the migrations. */
  constructor(missing: readonly string[]) {
    super(
      `The tables are not up to date, ${missing.join(", ")} is missing. Run: import-existing-users migrate --url postgres://...`,
    );
  }
}

/** Tables that exist are divided otherwise than asked for. */
export class PartitionsError extends Error {
  readonly code = "partitions_fixed";
  override readonly name = "PartitionsError";

  constructor(there: number, wanted: number) {
    const tables = there === 1 ? "undivided" : `divided into ${there} partitions`;
    super(
      `The tables are ${tables} and can't be divided into ${wanted} afterwards. Make them in a new database or schema.`,
    );
  }
}

/** SQLSTATE codes after which the same transaction may succeed when it is run again from its beginning. */
const conflicts = [
  // Serialisation failure, deadlock.
  "40001",
  "40P01",
  // Unique violation: a user connected between look-up and write; the next attempt sees it.
  "23505",
];

const maxAttempts = 6;

// Milliseconds before another attempt; longer after each, and random, so that rivals don't meet again.
const pause = { min: 5, max: 50 };

const lockNotAvailable = "55P03";

// The server is starting, shutting down, out of connections, or not reachable.
const unreachable = /^(?:08...|57P0[123]|53300|ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH)$/;
const lost =
  /connection (?:terminated|ended)|timeout exceeded when trying to connect|not queryable|is closed|already been destroyed/i;

/** True when the error carries one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}

/** True for a conflict that a second run resolves. */
function isConflict(error: unknown): boolean {
  return hasCode(error, ...conflicts);
}

/** True when another transaction holds the row. */
export function isLocked(error: unknown): boolean {
  return hasCode(error, lockNotAvailable);
}

/** Runs the work, and runs it again from its beginning after a conflict. */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error) || attempt === maxAttempts) throw error;
      await sleep(pause.min + Math.random() * (pause.max * attempt - pause.min));
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Reads, also where a conflict makes it necessary to read again; CockroachDB documents that any statement may meet one. */
export function readAgain<T>(ask: () => Promise<T>): Promise<T> {
  return reach(() => retryConflicts(ask));
}

/** Runs a query; a connection failure becomes a StoreUnavailableError, other errors stay as they are. */
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
