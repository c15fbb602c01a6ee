// The saved sources: loading, refreshing and rolling them back. A store of its own, beside the importer's.
import { createStore } from "zustand/vanilla";
import type { ImportClient } from "../../client/import-client.ts";
import type { Rollback, SourceList } from "../../contract/source.ts";
import type { OpenedSource, SourceListActions, SourceListState } from "../actions.ts";
import { tellHost } from "../effects/host-callbacks.ts";
import { createLatest } from "../effects/latest-call.ts";
import { toImportFailure } from "../import-failure.ts";
import type { ImportFailure } from "../state.ts";
import { createDeletion, goneBefore } from "./delete-source.ts";
import { createSourceResults } from "./source-results.ts";

/** What a source list works with. */
export interface SourceListOptions {
  readonly client: Pick<ImportClient, "listSources" | "deleteSource" | "listResults">;
  readonly onSourceDeleted?: ((rollback: Rollback) => void) | undefined;
  /** Awaited before rows of a source are shown: for a view that loads its own parts. May be repeated. */
  readonly prepare?: (() => Promise<void>) | undefined;
  /** Loading or deleting failed. */
  readonly onError?: ((failure: ImportFailure) => void) | undefined;
}

/** A running source list. */
export interface SourceListStore {
  getState(): SourceListState;
  /** Told after each change; returns how to stop being told. */
  subscribe(listener: () => void): () => void;
  readonly actions: SourceListActions;
  /** Looks once more, without a word when that fails: for a run that may have been saved, whose own failure is shown already. */
  recheck(): void;
  /** Loads the list; what it returns ends every call under way. Both can be repeated. */
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
};

/** Creates a source list: nothing is asked before `connect`. */
export function createSourceList(options: SourceListOptions): SourceListStore {
  const { client, onSourceDeleted, onError, prepare = async () => {} } = options;
  const store = createStore<SourceListState>(() => empty);
  const line = createLatest();
  // An answer that was under way while a source was deleted may still list it.
  const deleted = new Set<string>();
  // True while the first page was all there is.
  let isWhole = false;
  const deletion = createDeletion({ client, store, fail, onDeleted });
  const rows = createSourceResults({ client, store, fail, prepare, onNone: recheckWhole });

  function fail(error: unknown): ImportFailure {
    const failure = toImportFailure(error, Date.now());
    tellHost(onError, failure);
    return failure;
  }

  function onDeleted(id: string, rollback: Rollback): void {
    deleted.add(id);
    if (!store.getState().opened) rows.close();
    tellHost(onSourceDeleted, rollback);
  }

  function load(status: "loading" | "more", cursor: string | null): void {
    store.setState({ status, failure: null });
    const page = cursor === null ? {} : { cursor };
    line.run((signal) => client.listSources({ signal, ...page }), cursor === null ? show : append, showFailure);
  }

  function show({ sources, nextCursor, extensions }: SourceList): void {
    const known = sources.filter(({ id }) => !deleted.has(id));
    const { opened } = store.getState();
    const usable = client.listResults ? extensions : extensions.filter((extension) => extension !== "results");
    const isMissing = opened !== null && !known.some(({ id }) => id === opened.source.id);
    isWhole = nextCursor === null;
    const closed = isMissing ? closeMissing(opened) : {};
    store.setState({ status: "ready", sources: known, nextCursor, extensions: usable, ...closed });
    if (isMissing) rows.close();
  }

  // Without rows and not in the whole list: deleted elsewhere. Otherwise it may only have moved to a further page.
  function closeMissing({ source, status }: OpenedSource): Partial<SourceListState> {
    const isDeleted = status === "none" && isWhole;
    return { opened: null, ...(isDeleted && { rolledBack: { ...goneBefore, source } }) };
  }

  // A source saved meanwhile moves the pages, so that one may come twice.
  function append({ sources, nextCursor }: SourceList): void {
    isWhole = false;
    store.setState((state) => {
      const seen = new Set([...deleted, ...state.sources.map(({ id }) => id)]);
      return { status: "ready", sources: [...state.sources, ...sources.filter(({ id }) => !seen.has(id))], nextCursor };
    });
  }

  function showFailure(error: unknown): void {
    store.setState({ status: "failed", failure: fail(error).code });
  }

  function recheck(): void {
    if (store.getState().status === "ready")
      line.run(
        (signal) => client.listSources({ signal }),
        show,
        () => {},
      );
  }

  // A list of several pages is not thrown away for this: there the person asks for it.
  function recheckWhole(): void {
    if (isWhole) recheck();
  }

  function loadMore(): void {
    const { status, nextCursor } = store.getState();
    if (nextCursor !== null && (status === "ready" || status === "failed")) load("more", nextCursor);
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => tellHost(listener, undefined)),
    actions: {
      refresh: () => load("loading", null),
      loadMore,
      askDelete: deletion.ask,
      keep: deletion.keep,
      confirmDelete: deletion.confirm,
      dismissNotice: () => store.setState({ rolledBack: null }),
      toggleResults: rows.toggle,
      filterResults: rows.filter,
      moreResults: rows.more,
      retryResults: rows.retry,
    },
    recheck,
    connect() {
      load("loading", null);
      return () => {
        line.stop();
        deletion.stop();
        rows.close();
      };
    },
  };
}
