"use client";
// Provides the importer and the saved sources as React state for one mounted component.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ImporterActions } from "../importer/actions.ts";
import { createMappingMemory, type MappingStorage } from "../importer/effects/mapping-memory.ts";
import { createImporter, type ImporterOptions as EngineOptions, type Importer } from "../importer/importer.ts";
import { createSentUsers } from "../importer/sources/sent-users.ts";
import {
  createSourceList,
  type SourceListActions,
  type SourceListOptions,
  type SourceListState,
} from "../importer/sources/source-list.ts";
import type { ImporterState, ImportFailure, RememberedMapping } from "../importer/state.ts";
import { subscribeInTasks } from "./hooks/subscribe-in-tasks.ts";

/** Options of `useImporter`. They are read once, when the component mounts; change its `key` to start over. */
export interface ImporterOptions extends Omit<EngineOptions, "client" | "memory" | "now" | "newKey" | "offersDryRun"> {
  /** Makes the calls to the server: `createImportClient({ appId })`, or your own client. */
  readonly client: EngineOptions["client"] & SourceListOptions["client"];
  /** Stores confirmed mappings for the next file with the same header. @default nothing is stored */
  readonly persist?: MappingStorage | undefined;
  /** Called after a saved source was deleted, with the numbers that the server reported. */
  readonly onSourceDeleted?: SourceListOptions["onSourceDeleted"];
}

/** State and actions of one importer. */
export interface UseImporter {
  readonly state: ImporterState;
  readonly sources: SourceListState;
  /** The remembered mappings, newest first; null without `persist`, and where its storage can't be read. */
  readonly remembered: readonly RememberedMapping[] | null;
  /** The same object on every render. */
  readonly actions: ImporterActions;
  /** The same object on every render. */
  readonly sourceActions: SourceListActions;
}

// The default name contains today's date, which may differ between server and browser: no name until hydration.
const serverState: ImporterState = { status: "idle", sourceName: "", sourceNameEdited: false, refusal: null };

/**
 * Runs an import without the card: reads a file, maps its columns, sends its users, and deletes saved sources.
 *
 * Saved sources are loaded on mount. Unmounting aborts running work.
 */
export function useImporter(options: ImporterOptions): UseImporter {
  return useShownImporter(options, (importer) => importer);
}

type States = Pick<Importer, "getState" | "subscribe">;

/** The same, with the states that are shown. */
export function useShownImporter(options: ImporterOptions, toShown: (importer: States) => States): UseImporter {
  const [{ importer, list, memory, getState, subscribe }] = useState(() => createEngine(options, toShown));
  const state = useSyncExternalStore(subscribe, getState, () => serverState);
  const sources = useSyncExternalStore(list.subscribe, list.getState, list.getState);
  const remembered = useSyncExternalStore(
    memory?.subscribe ?? subscribeToNothing,
    memory?.getState ?? getNoMappings,
    getNoMappings,
  );
  useEffect(() => memory?.refresh(), [memory]);
  useEffect(() => importer.connect(), [importer]);
  useEffect(() => list.connect(), [list]);
  const failure = failureOf(state);
  // The run may have been saved all the same, or the server offers dry runs no more.
  useEffect(() => {
    if (failure?.outcomeUnknown || failure?.code === "dry_run_not_offered") list.recheck();
  }, [failure, list]);
  // Parts that are saved stay so, whatever becomes of the others.
  const savedParts = "run" in state ? state.run.saved.length : 0;
  useEffect(() => {
    if (savedParts > 0) list.recheck();
  }, [savedParts, list]);
  useEffect(() => importer.avoidNames(sources.sources.map(({ name }) => name)), [importer, sources.sources]);
  return { state, sources, remembered: memory && remembered, actions: importer.actions, sourceActions: list.actions };
}

function failureOf(state: ImporterState): ImportFailure | null {
  if (state.status === "failed") return state.failure;
  return state.status === "reviewing" ? (state.review.check?.failure ?? null) : null;
}

const noMappings: readonly RememberedMapping[] = [];
const getNoMappings = () => noMappings;
const subscribeToNothing = () => () => {};

function createEngine(
  { client, persist, onSourceDeleted, onImported, onError, ...rest }: ImporterOptions,
  toShown: (importer: States) => States,
) {
  const sentUsers = createSentUsers();
  const list = createSourceList({ client, onSourceDeleted, onError, prepare: rest.prepare, sentUsers });
  const importUsers: EngineOptions["client"]["importUsers"] = async (request, options) => {
    const outcome = await client.importUsers(request, options);
    const { extensions } = list.getState();
    // A server that tells names needs no memory of them, and one without results shows no rows.
    const isNeeded = extensions.includes("results") && !extensions.includes("resultNames");
    if (outcome.source && isNeeded) sentUsers.remember(outcome.source.id, request.users);
    return outcome;
  };
  const memory = persist ? createMappingMemory(persist, rest.prepare) : null;
  const importer = createImporter({
    ...rest,
    memory: memory ?? undefined,
    client: { importUsers },
    offersDryRun: () => list.getState().extensions.includes("dryRun"),
    onError,
    onImported(report) {
      list.actions.refresh();
      onImported?.(report);
    },
  });
  const shown = toShown(importer);
  const subscribe = (listener: () => void) => subscribeInTasks(shown, listener);
  return { importer, list, memory, getState: shown.getState, subscribe };
}
