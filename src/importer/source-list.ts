// The saved sources: loading, refreshing and rolling them back. A store of its own, beside the importer's.
import { createStore } from "zustand/vanilla";
import type { ImportClient } from "../client/client.ts";
import type { Rollback, SourceList } from "../contract/source.ts";
import type { SourceListActions, SourceListState } from "./actions.ts";
import { createDeletion } from "./delete-source.ts";
import { toImportFailure } from "./failure.ts";
import { tellHost } from "./host.ts";
import { createLatest } from "./latest.ts";
import type { ImportFailure } from "./state.ts";

/** What a source list works with. */
export interface SourceListOptions {
  readonly client: Pick<ImportClient, "listSources" | "deleteSource">;
  readonly onSourceDeleted?: ((rollback: Rollback) => void) | undefined;
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
  rolledBack: null,
};

/** Creates a source list: nothing is asked before `connect`. */
export function createSourceList({ client, onSourceDeleted, onError }: SourceListOptions): SourceListStore {
  const store = createStore<SourceListState>(() => empty);
  const line = createLatest();
  // An answer that was under way while a source was deleted may still list it.
  const deleted = new Set<string>();
  const deletion = createDeletion({ client, store, fail, onDeleted });

  function fail(error: unknown): ImportFailure {
    const failure = toImportFailure(error, Date.now());
    tellHost(onError, failure);
    return failure;
  }

  function onDeleted(id: string, rollback: Rollback): void {
    deleted.add(id);
    tellHost(onSourceDeleted, rollback);
  }

  function load(status: "loading" | "more", cursor: string | null): void {
    store.setState({ status, failure: null });
    const page = cursor === null ? {} : { cursor };
    line.run((signal) => client.listSources({ signal, ...page }), cursor === null ? show : append, showFailure);
  }

  function show({ sources, nextCursor, extensions }: SourceList): void {
    const known = sources.filter(({ id }) => !deleted.has(id));
    store.setState({ status: "ready", sources: known, nextCursor, extensions });
  }

  // A source saved meanwhile moves the pages, so that one may come twice.
  function append({ sources, nextCursor }: SourceList): void {
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
    },
    recheck,
    connect() {
      load("loading", null);
      return () => {
        line.stop();
        deletion.stop();
      };
    },
  };
}
