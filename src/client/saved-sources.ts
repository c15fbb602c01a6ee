// The saved sources of one application: lists them, reads their stored results, deletes them.
import type { ImportRequest, LooseResult, RowResult } from "../contract/import.ts";
import { toBelievedResponse } from "../contract/match-results.ts";
import { routes } from "../contract/routes.ts";
import type { Extension, Rollback, Source, SourceList } from "../contract/source.ts";
import { ContractError, HttpError, ImportClientError } from "./errors.ts";
import type { Caller, Exchange } from "./exchange.ts";
import type { CallOptions, DeleteSourceOptions, ListResultsOptions, ListSourcesOptions } from "./import-client.ts";
import { type LooseResultList, readResults, readRollback, readSources, unknownRollback } from "./read-answer.ts";
import { type RetryRun, retry } from "./retry.ts";

/** Lists the saved sources, and remembers the extensions that the server offers. */
export interface SourceLists {
  /** Reads one page. */
  list(options: ListSourcesOptions): Promise<SourceList>;
  /** Reads one page within the time of a run. */
  listWithin(run: RetryRun, cursor?: string): Promise<SourceList>;
  /** Reads every page within the time of a run; null if the list has no end. */
  listEveryWithin(run: RetryRun, firstPage?: SourceList): Promise<readonly Source[] | null>;
  /** True if the last list names the extension; false also if none was read. */
  isKnownToOffer(extension: Extension): boolean;
  /** Like `isKnownToOffer`, but reads a list if none was read. */
  offers(extension: Extension, options: CallOptions): Promise<boolean>;
  /**
   * Refuses a dry run if the server lists none, because a server that ignores the parameter would act for real.
   *
   * @throws ImportClientError `dry_run_not_offered`; nothing was sent.
   */
  requireDryRun(options: CallOptions): Promise<void>;
}

/** Creates the lists of a client. The extensions are unknown until the first list is read. */
export function createSourceLists(caller: Caller): SourceLists {
  let offered: SourceList["extensions"] | null = null;

  async function listWithin(run: RetryRun, cursor?: string, limit?: number): Promise<SourceList> {
    const found = await retry(() => caller.send(toListExchange(caller.appId, cursor, limit), run), run);
    // Later pages need not repeat the extensions.
    if (cursor === undefined) offered = found.extensions;
    return found;
  }

  const list: SourceLists["list"] = (options) => listWithin(caller.start(options), options.cursor, options.limit);
  const isKnownToOffer: SourceLists["isKnownToOffer"] = (extension) => offered?.includes(extension) ?? false;

  return {
    list,
    listWithin,
    async listEveryWithin(run, firstPage) {
      const { sources, isComplete } = await readEverySource((cursor) => listWithin(run, cursor), { firstPage });
      return isComplete ? sources : null;
    },
    isKnownToOffer,
    async offers(extension, options) {
      if (offered === null) await list(toCallOptions(options));
      return isKnownToOffer(extension);
    },
    async requireDryRun(options) {
      // Listed again each time: a server replaced meanwhile could ignore the parameter.
      if (offered === null || isKnownToOffer("dryRun")) await list(toCallOptions(options));
      if (isKnownToOffer("dryRun")) return;
      const message = "This server lists no dry run, and without one it would act for real. Nothing was sent.";
      throw new ImportClientError("dry_run_not_offered", message);
    },
  };
}

// Drops the other options, such as a cursor for another list.
function toCallOptions({ signal, onRetry, mayRetry, onExchange }: CallOptions): CallOptions {
  return { signal, onRetry, mayRetry, onExchange };
}

function toListExchange(appId: string, cursor: string | undefined, limit: number | undefined): Exchange<SourceList> {
  const query = { cursor, limit: limit?.toString() };
  return { route: routes.listSources, params: { appId }, query, writes: false, read: readSources };
}

/** How far to read a list of several pages. */
export interface ReadEverySourceOptions {
  /** The first page, if it was read already. */
  readonly firstPage?: SourceList | undefined;
  /** The most pages to read, the first included. @default 100 */
  readonly maxPages?: number | undefined;
  /** Called after each page; true ends the reading. */
  readonly isEnough?: ((sources: readonly Source[]) => boolean) | undefined;
}

/** The sources that were read. */
export interface EverySource {
  /** Newest first, as the server lists them. */
  readonly sources: readonly Source[];
  /** True if the last page was reached, so that no source is missing. */
  readonly isComplete: boolean;
}

// A server that follows the guides lists everything at once. The limit only ends a list that never ends.
const defaultMaxPages = 100;

/**
 * Reads the saved sources page by page, until the last page, the limit, or a cursor that repeats.
 *
 * @param readPage Reads the page after a cursor, or the first page without one. An error it throws ends the reading.
 */
export async function readEverySource(
  readPage: (cursor: string | undefined) => Promise<SourceList>,
  { firstPage, maxPages = defaultMaxPages, isEnough }: ReadEverySourceOptions = {},
): Promise<EverySource> {
  const sources: Source[] = [];
  const seenCursors = new Set<string>();
  let page = firstPage ?? (await readPage(undefined));
  for (let pages = 1; ; pages += 1) {
    sources.push(...page.sources);
    const cursor = page.nextCursor;
    if (cursor === null) return { sources, isComplete: true };
    if (pages >= maxPages || seenCursors.has(cursor) || isEnough?.(sources)) return { sources, isComplete: false };
    seenCursors.add(cursor);
    page = await readPage(cursor);
  }
}

/** Reads the stored results of the sources. */
export interface StoredResults {
  /** Reads one page; null if the server offers none. */
  page(sourceId: string, options: ListResultsOptions): Promise<LooseResultList | null>;
  /** Reads one result for each user; empty if they can't be read or believed. Rejects only when aborted. */
  allOf(source: Source, request: ImportRequest, options: CallOptions): Promise<readonly RowResult[]>;
}

/** Creates the stored results of a client. */
export function createStoredResults(caller: Caller, sources: SourceLists): StoredResults {
  const page: StoredResults["page"] = async (sourceId, options) => {
    if (!(await sources.offers("results", options))) return null;
    const include = sources.isKnownToOffer("resultNames") ? options.include : undefined;
    try {
      return await caller.call(toResultsExchange(caller.appId, sourceId, { ...options, include }), options);
    } catch (error) {
      if (error instanceof HttpError && (error.status === 404 || error.status === 405)) return null;
      throw error;
    }
  };

  async function readPages(sourceId: string, maxResults: number, options: CallOptions): Promise<LooseResult[]> {
    const results: LooseResult[] = [];
    let cursor: string | undefined;
    do {
      const found = await page(sourceId, { ...options, cursor });
      results.push(...(found?.results ?? []));
      // An empty page with a cursor could repeat forever.
      cursor = (found?.results.length && found.nextCursor) || undefined;
    } while (cursor !== undefined && results.length < maxResults);
    return results;
  }

  return {
    page,
    async allOf(source, request, options) {
      try {
        const results = await readPages(source.id, request.users.length, options);
        return toBelievedResponse(request, { source, results })?.results ?? [];
      } catch (error) {
        // The import is saved. Missing results must not make it look failed.
        if (error instanceof ImportClientError) return [];
        throw error;
      }
    },
  };
}

function toResultsExchange(appId: string, sourceId: string, options: ListResultsOptions): Exchange<LooseResultList> {
  const { cursor, status, include } = options;
  return {
    route: routes.listResults,
    params: { appId, sourceId },
    query: { cursor, status, include },
    writes: false,
    read: (answer) => readResults(answer, include === "names"),
  };
}

/** Rolls a source back, or counts in a dry run what that would remove. */
export async function deleteSource(
  caller: Caller,
  sources: SourceLists,
  sourceId: string,
  options: DeleteSourceOptions,
): Promise<Rollback> {
  if (options.dryRun) await sources.requireDryRun(options);
  try {
    const answer = await caller.call(toDeleteExchange(caller.appId, sourceId, options), options);
    if (hasNoFacts(answer.rollback)) await requireDeleted(caller, sources, { sourceId, answer, options });
    return answer.rollback;
  } catch (error) {
    // An earlier attempt of this call deleted the source, but its answer was lost.
    const isDeleted = error instanceof HttpError && error.code === "source-not-found" && error.outcomeUnknown;
    if (isDeleted) return { ...unknownRollback, alreadyDeleted: true };
    throw error;
  }
}

interface DeleteAnswer {
  readonly rollback: Rollback;
  /** True for 204, or another 2xx without a body. */
  readonly isEmpty: boolean;
}

function toDeleteExchange(appId: string, sourceId: string, { dryRun }: DeleteSourceOptions): Exchange<DeleteAnswer> {
  return {
    route: routes.deleteSource,
    params: { appId, sourceId },
    query: { dryRun: dryRun ? "true" : undefined },
    writes: !dryRun,
    read: (answer) => ({ rollback: readRollback(answer), isEmpty: answer.isEmpty }),
  };
}

// True for "OK" or an empty body from a server that deleted the source, and for a page from one that did not, or from a proxy.
function hasNoFacts({ source, removed, alreadyGone, alreadyDeleted }: Rollback): boolean {
  return source === null && removed === null && alreadyGone === null && !alreadyDeleted;
}

interface VagueDelete {
  readonly sourceId: string;
  readonly answer: DeleteAnswer;
  readonly options: DeleteSourceOptions;
}

// The list distinguishes a rollback from an answer that only looks like one. If it can't be read, the outcome is unknown.
async function requireDeleted(
  caller: Caller,
  sources: SourceLists,
  { sourceId, answer: { isEmpty }, options: { signal, dryRun } }: VagueDelete,
): Promise<void> {
  const content = isEmpty ? "without a body" : "with a page or with JSON that says nothing of a rollback";
  const message = `The DELETE was answered ${content}`;
  // A dry run leaves the source in the list.
  if (dryRun) throw new ContractError(`${message}.`);
  const listed = await listAll(caller, sources, signal);
  if (listed?.every(({ id }) => id !== sourceId)) return;
  const found = `${message}, and ${listed ? "the source is still listed" : "the list can't be read"}`;
  // A server that answers without a body may delete later.
  if (isEmpty) throw new ImportClientError("not_confirmed", `${found}: not confirmed.`, { outcomeUnknown: true });
  throw new ContractError(`${found}.`, { outcomeUnknown: listed === null });
}

async function listAll(
  caller: Caller,
  sources: SourceLists,
  signal: AbortSignal | undefined,
): Promise<readonly Source[] | null> {
  try {
    return await sources.listEveryWithin(caller.start({ signal }));
  } catch (error) {
    if (error instanceof ImportClientError) return null;
    throw error;
  }
}
