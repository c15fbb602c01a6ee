// The row results of one opened source: reads them page by page and filters them by status, if the server stores them.
import type { ImportClient, ResultList } from "../../client/import-client.ts";
import type { StoredResult } from "../../contract/import.ts";
import type { Source } from "../../contract/source.ts";
import type { RowStatus } from "../../contract/status.ts";
import { createLatestCall } from "../effects/calls.ts";
import type { ImportFailure } from "../state.ts";
import type { NameOf, SentUsers } from "./sent-users.ts";

/** The source whose rows are shown. */
export interface OpenedSource {
  readonly source: Source;
  /** "more" while another page loads; "none" if the server has no rows of this source. */
  readonly status: "loading" | "more" | "ready" | "failed" | "none";
  readonly filter: RowStatus | null;
  /** The rows read so far. While `status` is "loading", those of the previous filter. */
  readonly results: readonly StoredResult[];
  /** True once a row with the name that was sent has been read. */
  readonly hasNames: boolean;
  readonly nextCursor: string | null;
  /** True while page after page is read, up to the last one. */
  readonly readsAll: boolean;
  /** The code of the failure, if `status` is "failed". */
  readonly failure: string | null;
}

/** The options of the opened source. */
export interface SourceResultsOptions {
  readonly client: Pick<ImportClient, "listResults">;
  readonly getOpened: () => OpenedSource | null;
  readonly setOpened: (opened: OpenedSource | null) => void;
  /** Reports an error to the host and converts it. */
  readonly fail: (error: unknown) => ImportFailure;
  /** Awaited before rows are shown, for a view that loads its own code. */
  readonly prepare: () => Promise<void>;
  /** True if the server tells the names that were sent. */
  readonly offersNames: () => boolean;
  /** The users that this page sent, for a server that tells no names. */
  readonly sentUsers: Pick<SentUsers, "namesOf">;
  /** Called if the server has no rows of the source, which may have been deleted. */
  readonly onNone: () => void;
}

/** The actions on the opened source. */
export interface SourceResults {
  toggle(source: Source): void;
  filter(status: RowStatus | null): void;
  more(): void;
  /** Reads page after page, up to the last one. */
  all(): void;
  retry(): void;
  /** Closes the source and aborts the call in progress. */
  close(): void;
}

/** Creates the actions. At most one source is open at a time. */
export function createSourceResults(options: SourceResultsOptions): SourceResults {
  const { client, getOpened, setOpened, fail, prepare, offersNames, sentUsers, onNone } = options;
  const latestCall = createLatestCall();
  let nameOf: NameOf | null = null;

  function update(changes: Partial<OpenedSource>): void {
    const opened = getOpened();
    setOpened(opened && { ...opened, ...changes });
  }

  // The rows on screen stay until the next ones are there.
  function load(status: "loading" | "more"): void {
    const opened = getOpened();
    if (!opened) return;
    const cursor = status === "more" ? (opened.nextCursor ?? undefined) : undefined;
    const page = { cursor, status: opened.filter ?? undefined, ...(offersNames() && { include: "names" as const }) };
    update({ status, failure: null });
    latestCall.run(
      async (signal) => {
        await prepare().catch(failAsNetwork);
        return (await client.listResults?.(opened.source.id, { ...page, signal })) ?? null;
      },
      (list) => show(status, list),
      (error) => update({ status: "failed", readsAll: false, failure: fail(error).code }),
    );
  }

  function show(status: "loading" | "more", list: ResultList | null): void {
    if (!list) {
      update({ status: "none", results: [], nextCursor: null, readsAll: false });
      onNone();
      return;
    }
    const before = status === "more" ? (getOpened()?.results ?? []) : [];
    // An empty page with a cursor could repeat forever.
    const nextCursor = list.results.length > 0 ? list.nextCursor : null;
    const readsAll = getOpened()?.readsAll === true && nextCursor !== null;
    const page = toNextPage(list.results, before).map(withName);
    const hasNames = getOpened()?.hasNames === true || page.some(({ name }) => name);
    update({ status: "ready", results: [...before, ...page], hasNames, nextCursor, readsAll });
    if (readsAll) load("more");
  }

  function withName(result: StoredResult): StoredResult {
    return result.name == null && nameOf ? { ...result, name: nameOf(result) } : result;
  }

  function toggle(source: Source): void {
    const isOpen = getOpened()?.source.id === source.id;
    close();
    if (isOpen) return;
    nameOf = sentUsers.namesOf(source.id);
    setOpened({
      source,
      status: "loading",
      filter: null,
      results: [],
      hasNames: false,
      nextCursor: null,
      readsAll: false,
      failure: null,
    });
    load("loading");
  }

  function filter(status: RowStatus | null): void {
    if (getOpened()?.filter === status) return;
    update({ filter: status, readsAll: false });
    load("loading");
  }

  function more(): void {
    const opened = getOpened();
    if (opened?.status === "ready" && opened.nextCursor !== null) load("more");
  }

  // A page that is being read is the first of them.
  function all(): void {
    const opened = getOpened();
    if (!opened || opened.readsAll || (opened.nextCursor === null && opened.status !== "loading")) return;
    update({ readsAll: true });
    more();
  }

  function close(): void {
    latestCall.stop();
    nameOf = null;
    if (getOpened()) setOpened(null);
  }

  // If another page failed, the rows before it are still there.
  function retry(): void {
    const opened = getOpened();
    load(opened && opened.nextCursor !== null && opened.results.length > 0 ? "more" : "loading");
  }

  return { toggle, filter, more, all, retry, close };
}

// A server that sends no index, or one that begins anew on each page, means the position among all rows.
function toNextPage(page: readonly StoredResult[], before: readonly StoredResult[]): readonly StoredResult[] {
  const seen = new Set(before.map(({ index }) => index));
  if (!page.some(({ index }) => seen.has(index))) return page;
  return page.map((result, place) => ({ ...result, index: before.length + place }));
}

// The view's own code could not be loaded: shown like a server that can't be reached.
function failAsNetwork(cause: unknown): never {
  throw Object.assign(new Error("The table could not be loaded.", { cause }), {
    code: "network",
    outcomeUnknown: false,
  });
}
