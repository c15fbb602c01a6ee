// The widget's brain: the store, what a person can do, and the work that each state starts.
import { createStore } from "zustand/vanilla";
import type { ImportClient } from "../client/import-client.ts";
import { maxUsersPerImport, newIdempotencyKey } from "../contract/import.ts";
import type { ExtraAliases } from "../csv/mapping/suggestion.ts";
import type { ImporterActions } from "./actions.ts";
import { createActions } from "./create-actions.ts";
import { tellHost } from "./effects/host-callbacks.ts";
import { createLatest } from "./effects/latest-call.ts";
import type { MappingMemory } from "./effects/mapping-memory.ts";
import { workKey, workOf } from "./effects/state-effects.ts";
import { warmUp } from "./effects/warm-up.ts";
import type { ImporterEvent } from "./events.ts";
import { toIdle } from "./machine/next-state.ts";
import { toDefaultSourceName, toFreeName } from "./machine/source-name.ts";
import { transition } from "./machine/transition.ts";
import type { ImporterState, ImportFailure, ImportReport } from "./state.ts";

/** What an importer works with. */
export interface ImporterOptions {
  readonly client: Pick<ImportClient, "importUsers">;
  /** Further header names per field. */
  readonly aliases?: ExtraAliases | undefined;
  /** Most rows of a file. @default 10,000, and never more */
  readonly maxRows?: number | undefined;
  /** `skip` holds rows with problems back. @default "send" */
  readonly invalidRows?: "send" | "skip" | undefined;
  /** The prefilled name of the source. @default `User Export <today>` */
  readonly defaultSourceName?: string | undefined;
  /** Remembers confirmed mappings from file to file. @default none */
  readonly memory?: MappingMemory | undefined;
  /** An import was saved: its source, the counters, and every row with its result. */
  readonly onImported?: ((report: ImportReport) => void) | undefined;
  /** An import failed; not told of one that was cancelled. */
  readonly onError?: ((failure: ImportFailure) => void) | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now?: (() => number) | undefined;
  readonly newKey?: (() => string) | undefined;
  /** Called ahead of the first file and awaited before one is read: for a view that loads its own parts. May be repeated. */
  readonly prepare?: (() => Promise<void>) | undefined;
}

/** A running importer. It needs no React. */
export interface Importer {
  getState(): ImporterState;
  /** Told after each change; returns how to stop being told. */
  subscribe(listener: () => void): () => void;
  readonly actions: ImporterActions;
  /** Names of saved sources: a name that nobody typed steps aside, " (2)". Each call replaces the names of the last. */
  avoidNames(names: Iterable<string>): void;
  /** For the time that somebody looks: what it returns ends the work in progress. Both can be repeated. */
  connect(): () => void;
}

/** Creates an importer: nothing is read before a file is chosen, nothing sent before `start`. */
export function createImporter(options: ImporterOptions): Importer {
  const { client, aliases = {}, onImported, onError, now = Date.now, newKey = newIdempotencyKey } = options;
  const { memory = null, prepare = async () => {} } = options;
  const maxRows = Math.min(options.maxRows ?? maxUsersPerImport, maxUsersPerImport);
  const skipInvalid = options.invalidRows === "skip";
  const store = createStore<ImporterState>(() => toIdle(defaultName()));
  const line = createLatest();
  let taken: readonly string[] = [];
  let working: unknown = null;

  function defaultName(): string {
    return options.defaultSourceName ?? toDefaultSourceName(now());
  }

  function dispatch(event: ImporterEvent): void {
    const before = store.getState();
    const next = transition(before, event);
    if (next === before) return;
    store.setState(next, true);
    followState();
    announce(before, next);
    keepNameFree();
  }

  // The state is entered before its work begins, so a second start finds it entered; and a listener may have moved on
  // already, so the work follows the state that is, not the event.
  function followState(): void {
    const state = store.getState();
    const wanted = workKey(state);
    if (wanted === working) return;
    working = wanted;
    const work = workOf(state, { client, aliases, maxRows, now, memory, prepare });
    line.stop();
    if (!work) return;
    const call = (signal: AbortSignal) => work.run(signal, (event) => signal.aborted || dispatch(event));
    line.run(call, end, (error) => end(work.toFailure(error)));
  }

  function end(event: ImporterEvent): void {
    working = null;
    dispatch(event);
  }

  function announce(before: ImporterState, next: ImporterState): void {
    if (before.status === "reviewing" && next.status === "importing") {
      memory?.remember(next.review, next.sourceName, next.run.startedAt);
    }
    if (before.status !== "importing") return;
    if (next.status === "finished") {
      taken = [...taken, next.report.sourceName];
      tellHost(onImported, next.report);
    }
    if (next.status === "failed" && next.failure.code !== "cancelled") tellHost(onError, next.failure);
  }

  function keepNameFree(): void {
    const state = store.getState();
    if (state.status === "finished" || state.sourceNameEdited) return;
    if (toFreeName(state.sourceName, taken) === state.sourceName) return;
    dispatch({ type: "sourceNamed", sourceName: toFreeName(defaultName(), taken), edited: false });
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => tellHost(listener, undefined)),
    actions: createActions(dispatch, {
      toStart: () => ({ type: "importStarted", key: newKey(), startedAt: now(), skipInvalid }),
      toRestart: () => ({ type: "restarted", sourceName: toFreeName(defaultName(), taken) }),
      toForgotten(signature) {
        memory?.forget(signature);
        return { type: "mappingForgotten", signature };
      },
    }),
    avoidNames(names) {
      taken = [...names];
      keepNameFree();
    },
    connect() {
      // Ahead of the first file, so that it is read at once, also when the connection is gone by then.
      void Promise.all([warmUp(), prepare()]).catch(() => {});
      return () => dispatch({ type: "cancelled" });
    },
  };
}
