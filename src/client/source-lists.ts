// Reads the saved sources, and remembers what the server offers beyond the guides.
import { routes } from "../contract/routes.ts";
import type { Extension, Source, SourceList } from "../contract/source.ts";
import type { Caller } from "./call.ts";
import { ImportClientError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { CallOptions, ListSourcesOptions } from "./import-client.ts";
import { readSources } from "./read-answer.ts";
import { type RetryRun, retry } from "./retry.ts";

/** The list of one application, and what was learnt from it. */
export interface SourceLists {
  /** Reads one page. */
  list(options: ListSourcesOptions): Promise<SourceList>;
  /** Reads one page within the time of a run. */
  listWithin(run: RetryRun, cursor?: string): Promise<SourceList>;
  /** Reads every page within the time of a run; null where the list has no end. */
  listEveryWithin(run: RetryRun, firstPage?: SourceList): Promise<readonly Source[] | null>;
  /** True when the last list read names the extension; false also when none was read. */
  isKnownToOffer(extension: Extension): boolean;
  /** The same, but reads a list if none was read. */
  offers(extension: Extension, options: CallOptions): Promise<boolean>;
  /**
   * Ends a dry run before it starts where the server lists none: one that ignores the parameter would do it for real.
   *
   * @throws ImportClientError `dry_run_not_offered`; nothing was sent.
   */
  requireDryRun(options: CallOptions): Promise<void>;
}

/** Makes the lists of a client; nothing is known of the server yet. */
export function createSourceLists(caller: Caller): SourceLists {
  let offered: SourceList["extensions"] | null = null;

  async function listWithin(run: RetryRun, cursor?: string, limit?: number): Promise<SourceList> {
    const found = await retry(() => caller.send(toExchange(caller.appId, cursor, limit), run), run);
    // A further page need not repeat what the first one said.
    if (cursor === undefined) offered = found.extensions;
    return found;
  }

  const listEveryWithin: SourceLists["listEveryWithin"] = async (run, firstPage) => {
    const { sources, isComplete } = await readEverySource((cursor) => listWithin(run, cursor), { firstPage });
    return isComplete ? sources : null;
  };

  const list: SourceLists["list"] = (options) => listWithin(caller.start(options), options.cursor, options.limit);
  const isKnownToOffer: SourceLists["isKnownToOffer"] = (extension) => offered?.includes(extension) ?? false;
  const offers: SourceLists["offers"] = async (extension, { signal, onRetry, mayRetry, onExchange }) => {
    if (offered === null) await list({ signal, onRetry, mayRetry, onExchange });
    return isKnownToOffer(extension);
  };
  const requireDryRun: SourceLists["requireDryRun"] = async ({ signal, onRetry, mayRetry, onExchange }) => {
    // Asked anew each time: a server that was changed meanwhile and ignores the parameter would do it for real.
    if (offered === null || isKnownToOffer("dryRun")) await list({ signal, onRetry, mayRetry, onExchange });
    if (isKnownToOffer("dryRun")) return;
    const message = "This server lists no dry run, and without one it would act for real. Nothing was sent.";
    throw new ImportClientError("dry_run_not_offered", message);
  };
  return { list, listWithin, listEveryWithin, isKnownToOffer, offers, requireDryRun };
}

/** How far to read a list of several pages. */
export interface ReadEverySourceOptions {
  /** The first page, where it has been read already. */
  readonly firstPage?: SourceList | undefined;
  /** The most pages to read, the first included. @default 100 */
  readonly maxPages?: number | undefined;
  /** Asked after each page; true ends the reading. */
  readonly isEnough?: ((sources: readonly Source[]) => boolean) | undefined;
}

/** The sources that were read. */
export interface EverySource {
  /** Newest first, as the server lists them. */
  readonly sources: readonly Source[];
  /** True when the last page was reached, so that no source is missing. */
  readonly isComplete: boolean;
}

// A server of the guides lists everything at once. The limit only ends a list that never ends.
const defaultMaxPages = 100;

/**
 * Reads the saved sources page by page, until the last page, the limit, or a cursor that repeats.
 *
 * @param readPage reads the page after this cursor; the first page without one. What it throws ends the reading.
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

function toExchange(appId: string, cursor: string | undefined, limit: number | undefined): Exchange<SourceList> {
  const query = { cursor, limit: limit?.toString() };
  return { route: routes.listSources, params: { appId }, query, writes: false, read: readSources };
}
