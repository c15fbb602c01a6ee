// The importer: its store, its actions, and the effects of its states.
import { createStore } from "zustand/vanilla";
import type { ImportClient } from "../client/import-client.ts";
import { maxUsersPerImport, newIdempotencyKey } from "../contract/import.ts";
import type { ExtraAliases } from "../csv/mapping/suggestion.ts";
import type { ReadWorkbook } from "../csv/workbook.ts";
import { createActions, type ImporterActions } from "./actions.ts";
import { callHost } from "./effects/calls.ts";
import { loadedReader, warmUpReader } from "./effects/load-reader.ts";
import type { MappingMemory } from "./effects/mapping-memory.ts";
import { createStateEffects } from "./effects/state-effects.ts";
import type { ImporterEvent } from "./events.ts";
import { beforeReview, toIdle } from "./machine/before-review.ts";
import { createDefaultNames, toDefaultSourceName } from "./machine/source-name.ts";
import type { ImporterState, ImportFailure, ImportReport } from "./state.ts";

/** The options of an importer. */
export interface ImporterOptions {
  readonly client: Pick<ImportClient, "importUsers">;
  /** Further header names per field. */
  readonly aliases?: ExtraAliases | undefined;
  /** The most rows a file may have. @default 10,000, the upper limit */
  readonly maxRows?: number | undefined;
  /** Reads Excel workbooks: `xlsx` of `import-existing-users/xlsx`. @default undefined workbooks are refused with advice */
  readonly workbooks?: ReadWorkbook | undefined;
  /** `skip` holds rows with problems back. @default "send" */
  readonly invalidRows?: "send" | "skip" | undefined;
  /**
   * True if the server lists dry runs, which may change with each list. Without it nothing is ever checked: a server that
   * ignores the parameter would import for real. @default no
   */
  readonly offersDryRun?: (() => boolean) | undefined;
  /** Start checks rows first that were not checked, and goes on only if every user has an account. Has no effect without dry runs. @default false */
  readonly checkBeforeStart?: boolean | undefined;
  /** The prefilled source name. @default `User Export <today>` */
  readonly defaultSourceName?: string | undefined;
  /** Remembers confirmed mappings from file to file. @default none */
  readonly memory?: MappingMemory | undefined;
  /** Called when an import was saved, with its sources, the counters, and every row with its result. */
  readonly onImported?: ((report: ImportReport) => void) | undefined;
  /** Called when an import or a check failed, but not when it was cancelled. */
  readonly onError?: ((failure: ImportFailure) => void) | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now?: (() => number) | undefined;
  readonly newKey?: (() => string) | undefined;
  /** Called ahead of the first file and awaited before a file is read, for a view that loads its own code. May be called again. */
  readonly prepare?: (() => Promise<void>) | undefined;
}

/** A running importer. It needs no React. */
export interface Importer {
  getState(): ImporterState;
  /** Calls the listener after each change; returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
  readonly actions: ImporterActions;
  /** Sets the names that are taken by saved sources, replacing those of the last call. A default name avoids them, as in "(2)". */
  avoidNames(names: Iterable<string>): void;
  /** Loads the reader while the view is mounted; returns a function that aborts the work in progress. Both may be called again. */
  connect(): () => void;
}

/** Creates an importer. It reads nothing before a file is chosen and sends nothing before `start`. */
export function createImporter(options: ImporterOptions): Importer {
  const { memory, prepare = async () => {}, now = Date.now, newKey = newIdempotencyKey } = options;
  const { offersDryRun = () => false, checkBeforeStart = false } = options;
  const skipInvalid = options.invalidRows === "skip";
  const names = createDefaultNames(() => options.defaultSourceName ?? toDefaultSourceName(now()));
  const store = createStore<ImporterState>(() => toIdle(names.next()));
  const runEffects = createStateEffects({
    client: options.client,
    aliases: options.aliases ?? {},
    maxRows: Math.min(options.maxRows ?? maxUsersPerImport, maxUsersPerImport),
    now,
    memory: memory ?? null,
    prepare,
    dispatch,
  });

  function dispatch(event: ImporterEvent): void {
    const before = store.getState();
    // The whole machine comes with the reader. Before it, the state is idle or reading.
    const transition = loadedReader()?.transition ?? beforeReview;
    const next = transition(before, event);
    if (next === before) return;
    store.setState(next, true);
    // A listener may have dispatched further events, so the effects follow the state as it is now.
    runEffects(store.getState());
    if (before.status === "reviewing" && next.status === "importing") {
      memory?.remember(next.review, next.sourceName, next.run.startedAt);
    }
    if (before.status !== next.status) finishRun(next);
    if (event.type === "checkFailed") callHost(options.onError, event.failure);
    replaceTakenName();
  }

  function finishRun(state: ImporterState): void {
    if (state.status === "finished") {
      for (const { sourceName } of state.report.parts) names.add(sourceName);
      callHost(options.onImported, state.report);
    }
    if (state.status === "failed" && state.failure.code !== "cancelled") callHost(options.onError, state.failure);
  }

  function replaceTakenName(): void {
    const state = store.getState();
    if (state.status === "finished" || state.sourceNameEdited || !names.isTaken(state.sourceName)) return;
    dispatch({ type: "sourceNamed", sourceName: names.next(), edited: false });
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => callHost(listener, undefined)),
    actions: createActions(dispatch, {
      toStart() {
        const checkFirst = checkBeforeStart && offersDryRun();
        return { type: "importStarted", key: newKey(), startedAt: now(), skipInvalid, checkFirst };
      },
      workbooks: options.workbooks,
      toCheck: () => (offersDryRun() ? { type: "checkStarted", skipInvalid } : null),
      toContinued: () => ({ type: "continued", continuedAt: now() }),
      toEnd: () => ({ type: "importEnded", endedAt: now() }),
      toRest: () => ({ type: "restChosen", sourceName: names.next() }),
      toRestart: () => ({ type: "restarted", sourceName: names.next() }),
      toForgotten(signature) {
        memory?.forget(signature);
        return { type: "mappingForgotten", signature };
      },
    }),
    avoidNames(taken) {
      names.replace(taken);
      replaceTakenName();
    },
    connect() {
      // Loaded ahead, so that the first file is read at once, and even if the connection is lost by then.
      void Promise.all([warmUpReader(), prepare()]).catch(() => {});
      return () => dispatch({ type: "cancelled" });
    },
  };
}
