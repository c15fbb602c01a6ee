"use client";
// useImporter: the importer and the saved sources as React state, for one mounted card.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ImporterActions, SourceListActions, SourceListState } from "../importer/actions.ts";
import { createImporter, type ImporterOptions as EngineOptions } from "../importer/importer.ts";
import { createSourceList, type SourceListOptions } from "../importer/source-list.ts";
import type { ImporterState } from "../importer/state.ts";

/** What `useImporter` works with. Read once, when the component mounts; give it a `key` to start anew. */
export interface ImporterOptions extends Omit<EngineOptions, "client" | "now" | "newKey"> {
  /** The calls to the server: `createImportClient({ appId })`, or your own. */
  readonly client: EngineOptions["client"] & SourceListOptions["client"];
  /** A saved source was deleted, with the server's own numbers. */
  readonly onSourceDeleted?: SourceListOptions["onSourceDeleted"];
}

/** State and verbs of one importer. */
export interface UseImporter {
  readonly state: ImporterState;
  readonly sources: SourceListState;
  /** The same object at every render. */
  readonly actions: ImporterActions;
  /** The same object at every render. */
  readonly sourceActions: SourceListActions;
}

// Server and browser may live on different days, so neither names the source before both agree.
const serverState: ImporterState = { status: "idle", sourceName: "", sourceNameEdited: false, refusal: null };

/**
 * The card's brain without the card: read a file, map its columns, send it, undo it.
 *
 * Unmounting aborts what runs. Saved sources are loaded once mounted.
 */
export function useImporter(options: ImporterOptions): UseImporter {
  const [{ importer, list }] = useState(() => createEngine(options));
  const state = useSyncExternalStore(importer.subscribe, importer.getState, () => serverState);
  const sources = useSyncExternalStore(list.subscribe, list.getState, list.getState);
  useEffect(() => importer.connect(), [importer]);
  useEffect(() => list.connect(), [list]);
  const failure = state.status === "failed" ? state.failure : null;
  // The run may be among them.
  useEffect(() => {
    if (failure?.outcomeUnknown) list.recheck();
  }, [failure, list]);
  useEffect(() => importer.avoidNames(sources.sources.map(({ name }) => name)), [importer, sources.sources]);
  return { state, sources, actions: importer.actions, sourceActions: list.actions };
}

function createEngine({ client, onSourceDeleted, onImported, onError, ...rest }: ImporterOptions) {
  const list = createSourceList({ client, onSourceDeleted, onError });
  const importer = createImporter({
    ...rest,
    client,
    onError,
    onImported(report) {
      list.actions.refresh();
      onImported?.(report);
    },
  });
  return { importer, list };
}
