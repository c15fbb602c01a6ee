// The client interface of the card and of sync: four calls, so that a host can bring its own client.
import type { ImportRequest, ImportResponse, StoredResult } from "../contract/import.ts";
import type { Rollback, SourceList } from "../contract/source.ts";
import type { RowStatus } from "../contract/status.ts";
import type { ClientErrorCode, ImportClientError } from "./errors.ts";

/** The attempt that is about to be made after a failed one. */
export interface RetryNotice {
  /** The number of the coming attempt: 2 for the first repetition. */
  readonly attempt: number;
  /** The most attempts of the call. */
  readonly attempts: number;
  /** The wait before it, in milliseconds. */
  readonly delay: number;
  /** Why the previous attempt failed. */
  readonly error: ImportClientError;
}

/** The outcome of one HTTP exchange. */
export interface ExchangeNotice {
  readonly method: "GET" | "POST" | "DELETE";
  /** The path from `/api` on, without the query. */
  readonly path: string;
  /** Milliseconds until the whole answer was read. */
  readonly duration: number;
  /** The status of the answer; null without an answer. */
  readonly status: number | null;
  /** The answer's `X-Request-Id`; null if it has none or the browser may not read it. */
  readonly requestId: string | null;
  /** True if the server replayed an earlier answer. */
  readonly isReplay: boolean;
  /** Why it failed; `ended` after an abort or an error that HTTP did not cause; null if it succeeded. */
  readonly failure: ClientErrorCode | "ended" | null;
}

/** The options of every call. */
export interface CallOptions {
  /** Aborts the call, even during a wait. The call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each wait for another attempt. */
  readonly onRetry?: ((notice: RetryNotice) => void) | undefined;
  /** Called before `onRetry` for each further attempt that the policy allows; false ends the call with the failure. */
  readonly mayRetry?: ((notice: RetryNotice) => boolean) | undefined;
  /** Called after every HTTP exchange, including those that look for a lost import. */
  readonly onExchange?: ((notice: ExchangeNotice) => void) | undefined;
}

/**
 * What is known about an import on a server without idempotency keys from before it was first sent, maybe by a process that
 * has ended since.
 */
export interface ImportRecovery {
  /** The ids of the sources with its name that were saved before; null if unknown, so that no source can be adopted. */
  readonly before: readonly string[] | null;
  /**
   * The ids of the newest sources that were saved before, if the list is newest first: a look then reads no further than the first
   * of them. Without it the whole list is read.
   */
  readonly newest?: readonly string[] | undefined;
  /** True if it was sent and its outcome is unknown. The call then begins with a look at the list, even if the server has keys now. */
  readonly sentEarlier: boolean;
}

/** The options of an import. */
export interface ImportOptions extends CallOptions {
  /**
   * 8 to 255 printable ASCII characters: the same key for every repetition of an import, a new one for the next import.
   *
   * @default a new one for this call
   */
  readonly idempotencyKey?: string | undefined;
  /** Replaces the look at the list before sending. Has no effect if the server has keys, unless `sentEarlier` is set. */
  readonly recovery?: ImportRecovery | undefined;
  /** Checks every row and saves nothing. Rejects with `dry_run_not_offered` if the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
}

/** The page of the saved sources to read. */
export interface ListSourcesOptions extends CallOptions {
  /** `nextCursor` of the previous page. */
  readonly cursor?: string | undefined;
  /** The most sources on a page, 1 to 200. */
  readonly limit?: number | undefined;
}

/** The page of a source's results to read. */
export interface ListResultsOptions extends CallOptions {
  /** `nextCursor` of the previous page. */
  readonly cursor?: string | undefined;
  /** Only results with this status. */
  readonly status?: RowStatus | undefined;
  /**
   * With each result, the name that was sent. Has no effect if the server lists no `resultNames`.
   *
   * @default no names
   */
  readonly include?: "names" | undefined;
}

/** The options of a rollback. */
export interface DeleteSourceOptions extends CallOptions {
  /** Counts what would be removed and removes nothing. Rejects with `dry_run_not_offered` if the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
}

/**
 * The outcome of an import: one result per user. Only counts, and no results, if the answer was lost and the source was found
 * saved, or if its results can't be matched to the users by index and identity.
 */
export interface ImportOutcome extends ImportResponse {
  /** True if the answer was lost and the saved source was found in the list. */
  readonly adopted?: boolean;
}

/** One page of the stored results of a source. */
export interface ResultList {
  readonly results: readonly StoredResult[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

/** The calls to a server. They reject with an `ImportClientError`. */
export interface ImportClient {
  /** Sends users as one source. A row with problems is a result, not a failure of the call. */
  importUsers(request: ImportRequest, options?: ImportOptions): Promise<ImportOutcome>;
  /** Reads one page of the saved sources, newest first. */
  listSources(options?: ListSourcesOptions): Promise<SourceList>;
  /** Reads one page of a source's results; null if the server offers none. */
  listResults?(sourceId: string, options?: ListResultsOptions): Promise<ResultList | null>;
  /** Rolls a source back: removes the connections that it created. */
  deleteSource(sourceId: string, options?: DeleteSourceOptions): Promise<Rollback>;
}
