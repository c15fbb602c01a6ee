"use client";
// useImporter: the importer and the saved sources as React state, for one mounted card.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ImporterActions } from "../importer/actions.ts";
import { createMappingMemory, type MappingStorage } from "../importer/effects/mapping-memory.ts";
import { createImporter, type ImporterOptions as EngineOptions } from "../importer/importer.ts";
import {
  createSourceList,
  type SourceListActions,
  type SourceListOptions,
  type SourceListState,
} from "../importer/sources/source-list.ts";
import type { ImporterState, RememberedMapping } from "../importer/state.ts";

/** What `useImporter` works with. Read once, when the component mounts; give it a `key` to start anew. */
export interface ImporterOptions extends Omit<EngineOptions, "client" | "memory" | "now" | "newKey"> {
  /** The calls to the server: `createImportClient({ appId })`, or your own. */
  readonly client: EngineOptions["client"] & SourceListOptions["client"];
  /** Where confirmed mappings are remembered for the next file with the same header. @default nowhere */
  readonly persist?: MappingStorage | undefined;
  /** A saved source was deleted, with the server's own numbers. */
  readonly onSourceDeleted?: SourceListOptions["onSourceDeleted"];
}

/** State and verbs of one importer. */
export interface UseImporter {
  readonly state: ImporterState;
  readonly sources: SourceListState;
  /** The remembered mappings, newest first; null where nothing is remembered, as `persist` was not given. */
  readonly remembered: readonly RememberedMapping[] | null;
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
  const [{ importer, list, memory }] = useState(() => createEngine(options));
  const state = useSyncExternalStore(importer.subscribe, importer.getState, () => serverState);
  const sources = useSyncExternalStore(list.subscribe, list.getState, list.getState);
  const remembered = useSyncExternalStore(memory?.subscribe ?? never, memory?.getState ?? none, () => nothing);
  useEffect(() => memory?.refresh(), [memory]);
  useEffect(() => importer.connect(), [importer]);
  useEffect(() => list.connect(), [list]);
  const failure = state.status === "failed" ? state.failure : null;
  // The run may be among them.
  useEffect(() => {
    if (failure?.outcomeUnknown) list.recheck();
  }, [failure, list]);
  useEffect(() => importer.avoidNames(sources.sources.map(({ name }) => name)), [importer, sources.sources]);
  return { state, sources, remembered: memory && remembered, actions: importer.actions, sourceActions: list.actions };
}

const nothing: readonly RememberedMapping[] = [];
const none = () => nothing;
const never = () => () => {};

function createEngine({ client, persist, onSourceDeleted, onImported, onError, ...rest }: ImporterOptions) {
  const list = createSourceList({ client, onSourceDeleted, onError, prepare: rest.prepare });
  const memory = persist ? createMappingMemory(persist, rest.prepare) : null;
  const importer = createImporter({
    ...rest,
    memory: memory ?? undefined,
    client,
    onError,
    onImported(report) {
      list.actions.refresh();
      onImported?.(report);
    },
  });
  return { importer, list, memory };
}
