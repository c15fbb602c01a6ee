// The saved sources: loads, refreshes and deletes them, and opens their rows. A store of its own, separate from the importer's.
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ImportClient } from "../../client/import-client.ts";
import type { Extension, Rollback, Source, SourceList } from "../../contract/source.ts";
import type { RowStatus } from "../../contract/status.ts";
import { callHost, createLatestCall, toImportFailure } from "../effects/calls.ts";
import type { ImportFailure } from "../state.ts";
import { alreadyDeletedRollback, createDeleteDialog, type DeletePrompt, sumRollbacks } from "./delete-source.ts";
import type { SentUsers } from "./sent-users.ts";
import { createSourceResults, type OpenedSource } from "./source-results.ts";

/** The saved sources loaded so far, and the dialog over them. */
export interface SourceListState {
  /** "more" while another page loads. */
  readonly status: "loading" | "ready" | "more" | "failed";
  readonly sources: readonly Source[];
  readonly nextCursor: string | null;
  /** What the server offers beyond the guides, as far as the client supports it. */
  readonly extensions: readonly string[];
  /** The code of the failure, if `status` is "failed". */
  readonly failure: string | null;
  readonly deleting: DeletePrompt | null;
  readonly opened: OpenedSource | null;
  /** The last rollback, until it is dismissed; of several sources that were deleted together, their sum. */
  readonly rolledBack: Rollback | null;
  /** How many sources `rolledBack` is about. */
  readonly rolledBackCount: number;
}

/** The actions on the saved sources. */
export interface SourceListActions {
  refresh(): void;
  loadMore(): void;
  /**
   * Opens the delete dialog for a source, or for several that are deleted in this order. Its preview is a dry run if the server
   * offers one, otherwise the sources' own counters.
   */
  askDelete(source: Source, ...others: readonly Source[]): void;
  keep(): void;
  confirmDelete(): void;
  dismissNotice(): void;
  /** Shows the rows of a source below it, or hides them. Closes any other open source. */
  toggleResults(source: Source): void;
  /** Reads only the rows with this status; null for all rows. */
  filterResults(status: RowStatus | null): void;
  /** Reads the next page of rows. */
  moreResults(): void;
  /** Reads all further rows, page after page. */
  allResults(): void;
  /** Reads the rows again after a failure. */
  retryResults(): void;
}

/** The options of a source list. */
export interface SourceListOptions {
  readonly client: Pick<ImportClient, "listSources" | "deleteSource" | "listResults">;
  readonly onSourceDeleted?: ((rollback: Rollback) => void) | undefined;
  /** Awaited before rows of a source are shown, for a view that loads its own code. May be called again. */
  readonly prepare?: (() => Promise<void>) | undefined;
  /** The users that this page sent, to name them where the server tells no names. @default none */
  readonly sentUsers?: Pick<SentUsers, "namesOf"> | undefined;
  /** Called when loading or deleting failed. */
  readonly onError?: ((failure: ImportFailure) => void) | undefined;
}

/** A running source list. */
export interface SourceListStore {
  getState(): SourceListState;
  /** Calls the listener after each change; returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
  readonly actions: SourceListActions;
  /** Reloads the list and ignores failures: for a failed run that may have been saved, whose own failure is on screen. */
  recheck(): void;
  /** Loads the list; returns a function that aborts every call in progress. Both may be called again. */
  connect(): () => void;
}

const empty: SourceListState = {
  status: "loading",
  sources: [],
  nextCursor: null,
  extensions: [],
  failure: null,
  deleting: null,
  opened: null,
  rolledBack: null,
  rolledBackCount: 0,
};

const noUsers: Pick<SentUsers, "namesOf"> = { namesOf: () => null };

const ofResults: ReadonlySet<string> = new Set<Extension>(["results", "resultNames"]);

/** Creates a source list. It sends no request before `connect`. */
export function createSourceList(options: SourceListOptions): SourceListStore {
  const { client, onSourceDeleted, onError, prepare = async () => {}, sentUsers = noUsers } = options;
  const store = createStore<SourceListState>(() => empty);
  const pages = createSourcePages({ client, store, fail, closeResults: () => results.close() });
  const dialog = createDeleteDialog({
    client,
    getPrompt: () => store.getState().deleting,
    setPrompt: (deleting) => store.setState({ deleting }),
    offersDryRun: () => store.getState().extensions.includes("dryRun"),
    fail,
    onDeleted,
  });
  const results = createSourceResults({
    client,
    getOpened: () => store.getState().opened,
    setOpened: (opened) => store.setState({ opened }),
    fail,
    prepare,
    offersNames: () => store.getState().extensions.includes("resultNames"),
    sentUsers,
    onNone: pages.recheckComplete,
  });

  function fail(error: unknown): ImportFailure {
    const failure = toImportFailure(error, Date.now());
    callHost(onError, failure);
    return failure;
  }

  function onDeleted({ id }: Source, rollbacks: readonly Rollback[], deleting: DeletePrompt | null): void {
    store.setState((state) => ({
      ...withoutSource(state, id),
      deleting,
      rolledBack: sumRollbacks(rollbacks),
      rolledBackCount: rollbacks.length,
    }));
    pages.hide(id);
    if (!store.getState().opened) results.close();
    const [last] = rollbacks.slice(-1);
    if (last) callHost(onSourceDeleted, last);
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => callHost(listener, undefined)),
    actions: {
      refresh: pages.loadFirst,
      loadMore: pages.loadMore,
      askDelete: dialog.ask,
      keep: dialog.keep,
      confirmDelete: dialog.confirm,
      dismissNotice: () => store.setState({ rolledBack: null }),
      toggleResults: results.toggle,
      filterResults: results.filter,
      moreResults: results.more,
      allResults: results.all,
      retryResults: results.retry,
    },
    recheck: pages.recheck,
    connect() {
      pages.loadFirst();
      return () => {
        pages.stop();
        dialog.stop();
        results.close();
      };
    },
  };
}

function withoutSource({ sources, opened }: SourceListState, id: string): Partial<SourceListState> {
  return {
    sources: sources.filter((source) => source.id !== id),
    opened: opened?.source.id === id ? null : opened,
  };
}

interface SourcePagesOptions {
  readonly client: SourceListOptions["client"];
  readonly store: StoreApi<SourceListState>;
  readonly fail: (error: unknown) => ImportFailure;
  readonly closeResults: () => void;
}

// Loads the pages of the list into the store.
function createSourcePages({ client, store, fail, closeResults }: SourcePagesOptions) {
  const latestCall = createLatestCall();
  // A list requested before a source was deleted may still contain it.
  const deleted = new Set<string>();
  // True while the first page is the whole list.
  let isComplete = false;

  function load(status: "loading" | "more", cursor: string | null): void {
    store.setState({ status, failure: null });
    const page = cursor === null ? {} : { cursor };
    latestCall.run(
      (signal) => client.listSources({ signal, ...page }),
      cursor === null ? showFirst : append,
      (error) => store.setState({ status: "failed", failure: fail(error).code }),
    );
  }

  function showFirst({ sources, nextCursor, extensions }: SourceList): void {
    const known = sources.filter(({ id }) => !deleted.has(id));
    const { opened } = store.getState();
    const isMissing = opened !== null && !known.some(({ id }) => id === opened.source.id);
    isComplete = nextCursor === null;
    store.setState({
      status: "ready",
      sources: known,
      nextCursor,
      extensions: client.listResults ? extensions : extensions.filter((extension) => !ofResults.has(extension)),
      ...(isMissing && toClosed(opened, isComplete)),
    });
    if (isMissing) closeResults();
  }

  function append({ sources, nextCursor }: SourceList): void {
    isComplete = false;
    store.setState((state) => {
      // A source saved meanwhile shifts the pages, so that one may occur twice.
      const seen = new Set([...deleted, ...state.sources.map(({ id }) => id)]);
      return { status: "ready", sources: [...state.sources, ...sources.filter(({ id }) => !seen.has(id))], nextCursor };
    });
  }

  function recheck(): void {
    if (store.getState().status !== "ready") return;
    latestCall.run(
      (signal) => client.listSources({ signal }),
      showFirst,
      () => {},
    );
  }

  return {
    loadFirst: () => load("loading", null),
    loadMore(): void {
      const { status, nextCursor } = store.getState();
      if (nextCursor !== null && (status === "ready" || status === "failed")) load("more", nextCursor);
    },
    recheck,
    // A list of several pages would shrink to its first one. There, reloading is left to the user.
    recheckComplete(): void {
      if (isComplete) recheck();
    },
    hide: (id: string) => void deleted.add(id),
    stop: latestCall.stop,
  };
}

// No rows, and missing in a complete list: deleted elsewhere. Otherwise it may only have moved to another page.
function toClosed({ source, status }: OpenedSource, isComplete: boolean): Partial<SourceListState> {
  const isDeleted = status === "none" && isComplete;
  return { opened: null, ...(isDeleted && { rolledBack: { ...alreadyDeletedRollback, source }, rolledBackCount: 1 }) };
}
