// What the widget and the sync engine ask of a server: four calls, so that a host can bring its own client.
import type { ImportRequest, ImportResponse, RowResult } from "../contract/import.ts";
import type { Rollback, SourceList } from "../contract/source.ts";
import type { RowStatus } from "../contract/status.ts";
import type { ClientErrorCode, ImportClientError } from "./errors.ts";

/** What is about to be tried again. */
export interface RetryNotice {
  /** Number of the coming attempt: 2 for the first repetition. */
  readonly attempt: number;
  /** Most attempts there will be. */
  readonly attempts: number;
  /** Wait before it, in milliseconds. */
  readonly delay: number;
  /** Why the attempt before failed. */
  readonly error: ImportClientError;
}

/** What came of one attempt over HTTP. */
export interface ExchangeNotice {
  readonly method: "GET" | "POST" | "DELETE";
  /** Without the origin, what stands before `/api`, and the query. */
  readonly path: string;
  /** In milliseconds, until the whole answer was read. */
  readonly duration: number;
  /** Of the answer; null where none came. */
  readonly status: number | null;
  /** The answer's `X-Request-Id`; null where it has none or a browser may not see it. */
  readonly requestId: string | null;
  /** True when the server said that it repeated an earlier answer. */
  readonly isReplay: boolean;
  /** Why it failed; `ended` when an abort or something else than the wire ended it; null when it did not. */
  readonly failure: ClientErrorCode | "ended" | null;
}

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, its waits included; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told before each wait for a further attempt. */
  readonly onRetry?: ((notice: RetryNotice) => void) | undefined;
  /** Asked before each further attempt that the policy would make, before `onRetry`; false ends the call with the failure. */
  readonly mayRetry?: ((notice: RetryNotice) => boolean) | undefined;
  /** Told of every attempt over HTTP when it ended, those that look for a lost import included. */
  readonly onExchange?: ((notice: ExchangeNotice) => void) | undefined;
}

/**
 * What somebody else knows of an import whose server has no idempotency keys: read from the list before it was first sent, and
 * maybe by a process that is gone.
 */
export interface ImportRecovery {
  /** Ids of the sources of its name that were saved before; null where nobody could tell, so that nothing can be adopted. */
  readonly before: readonly string[] | null;
  /** True when it was sent and its answer is not known: the call then begins with a look, even where the server has keys by now. */
  readonly sentEarlier: boolean;
}

/** How to import. */
export interface ImportOptions extends CallOptions {
  /**
   * 8 to 255 printable ASCII characters: the same for every repetition of one import, another for the next.
   *
   * @default a new one for this call
   */
  readonly idempotencyKey?: string | undefined;
  /** Spares the call its own look at the list before sending. Of no use where the server has keys, unless `sentEarlier`. */
  readonly recovery?: ImportRecovery | undefined;
  /** Judges every row and saves nothing. Refused with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
}

/** Which page of the saved sources. */
export interface ListSourcesOptions extends CallOptions {
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
  /** Most sources of a page, 1 to 200. */
  readonly limit?: number | undefined;
}

/** Which page of a source's results. */
export interface ListResultsOptions extends CallOptions {
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
  /** Only results of this status. */
  readonly status?: RowStatus | undefined;
}

/** How to roll back. */
export interface DeleteSourceOptions extends CallOptions {
  /** Counts what would be removed and removes nothing. Refused with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
}

/** What an import brought: one result per user sent, or, where it was found saved after a lost answer, maybe none. */
export interface ImportOutcome extends ImportResponse {
  /** True when the answer was lost and the saved source was found in the list; `results` is then complete or empty. */
  readonly adopted?: boolean;
}

/** One page of the stored results of a source. */
export interface ResultList {
  readonly results: readonly RowResult[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

/** Everything that is asked of a server. Failures reject with an `ImportClientError`. */
export interface ImportClient {
  /** Sends users as one source. A bad row is a result, never a failure. */
  importUsers(request: ImportRequest, options?: ImportOptions): Promise<ImportOutcome>;
  /** Reads one page of the saved sources, newest first. */
  listSources(options?: ListSourcesOptions): Promise<SourceList>;
  /** Reads one page of a source's results; null where the server offers none. */
  listResults?(sourceId: string, options?: ListResultsOptions): Promise<ResultList | null>;
  /** Rolls a source back: removes the connections it created. */
  deleteSource(sourceId: string, options?: DeleteSourceOptions): Promise<Rollback>;
}
