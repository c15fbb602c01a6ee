// Runs the work of a state: reads the file while `reading`, has the users checked while a check runs, sends them while `importing`.
import type { ImportClient } from "../../client/import-client.ts";
import type { ExtraAliases } from "../../csv/mapping/suggestion.ts";
import { yieldToMain } from "../../csv/read/yield-to-main.ts";
import type { ImporterEvent } from "../events.ts";
import type { ImporterState, ImportingState, ReadingState, Refusal, ReviewingState } from "../state.ts";
import { createLatestCall, toImportFailure } from "./calls.ts";
import { endPractice, loadedReader, loadReader } from "./load-reader.ts";
import type { MappingMemory } from "./mapping-memory.ts";

/** What the work of the states needs. */
export interface StateEffectsOptions {
  readonly client: Pick<ImportClient, "importUsers">;
  readonly aliases: ExtraAliases;
  readonly maxRows: number;
  readonly now: () => number;
  readonly memory: Pick<MappingMemory, "recall"> | null;
  /** Awaited before a file is read. */
  readonly prepare: () => Promise<void>;
  /** Called with each event of the work, the last one included. */
  readonly dispatch: (event: ImporterEvent) => void;
}

/** Creates a function that starts the work of the given state and aborts that of the state before. */
export function createStateEffects({ dispatch, ...options }: StateEffectsOptions): (state: ImporterState) => void {
  const latestCall = createLatestCall();
  let currentKey: unknown = null;

  function finish(event: ImporterEvent): void {
    currentKey = null;
    dispatch(event);
  }

  return (state) => {
    if (state.status === "reviewing") loadedReader()?.shareWhenIdle(state.review);
    const key = workKey(state);
    if (key === currentKey) return;
    currentKey = key;
    const work = workOf(state, options);
    latestCall.stop();
    if (!work) return;
    latestCall.run(
      (signal) => work.run(signal, (event) => signal.aborted || dispatch(event)),
      finish,
      (error) => finish(work.toFailure(error)),
    );
  };
}

type WorkOptions = Omit<StateEffectsOptions, "dispatch">;

interface Work {
  /** Dispatches what happens meanwhile, and resolves to the event that ends the work. */
  run(signal: AbortSignal, dispatch: (event: ImporterEvent) => void): Promise<ImporterEvent>;
  /** The event that ends the work when `run` rejects. */
  toFailure(error: unknown): ImporterEvent;
}

// Identifies one piece of work; null for a state without work.
function workKey(state: ImporterState): unknown {
  // Each reading has its own choices object, even for the same file.
  if (state.status === "reading") return state.choices;
  if (isChecking(state)) return state.review.check?.rows;
  return state.status === "importing" ? (state.run.parts[state.run.saved.length]?.key ?? null) : null;
}

function isChecking(state: ImporterState): state is ReviewingState {
  return state.status === "reviewing" && state.review.check?.status === "running";
}

function workOf(state: ImporterState, options: WorkOptions): Work | null {
  if (state.status === "reading") return readFile(state, options);
  if (isChecking(state)) return checkUsers(state, options);
  return state.status === "importing" ? sendUsers(state, options) : null;
}

// Progress within the first 100 ms would only cost renders.
const progressDelay = 100;

// A few milliseconds of work.
const maxRowsWithRender = 1_000;

function readFile({ file, choices, previous }: ReadingState, { aliases, maxRows, memory, prepare }: WorkOptions): Work {
  const refuse = (issue: Refusal["issue"]): ImporterEvent => {
    return { type: "fileRefused", refusal: { fileName: file.name, file, choices, issue } };
  };
  return {
    async run(signal, dispatch) {
      endPractice();
      const since = performance.now();
      const isWorthShowing = (share: number) => share < 1 && performance.now() - since > progressDelay;
      const onProgress = (share: number) => isWorthShowing(share) && dispatch({ type: "readProgressed", share });
      const loaded = await Promise.all([loadReader(), prepare()]).catch(() => null);
      if (!loaded) return refuse({ code: "reader_not_loaded" });
      const [reader] = loaded;
      const read = await reader.readCsv(file.content, {
        ...choices,
        ...(file.workbooks && { workbooks: file.workbooks }),
        maxRows,
        signal,
        onProgress,
      });
      if (!read.ok) return refuse(read.issue);
      const { table } = read;
      const suggestion = reader.suggestMapping(table, { aliases });
      const remembered = memory?.recall(table) ?? null;
      // Checking many rows and rendering them, each is a task of its own.
      const isPlain = !remembered?.nameColumns && !remembered?.idFromEmail;
      if (isPlain && table.records.length > maxRowsWithRender) {
        await reader.prepareRows(table, remembered?.mapping ?? suggestion.mapping, signal);
      }
      await yieldToMain();
      // Compared ahead, in a task of its own: the state machine then finds what was compared.
      if (previous && previous.file !== file && reader.findMerge(previous, table)) await yieldToMain();
      return { type: "fileRead", table, suggestion, remembered, maxUsers: maxRows };
    },
    toFailure: (error) => refuse({ code: "unreadable", reason: error instanceof Error ? error.name : "Error" }),
  };
}

function sendUsers(state: ImportingState, { client, now }: WorkOptions): Work {
  return {
    // No run starts before a file was read, so the reader is there.
    run: async (signal, dispatch) =>
      (loadedReader() ?? (await loadReader())).sendUsers(state, { client, now, signal, dispatch }),
    toFailure: (error) => ({ type: "importFailed", failure: toImportFailure(error, now()) }),
  };
}

function checkUsers(state: ReviewingState, { client, now }: WorkOptions): Work {
  return {
    run: async (signal, dispatch) =>
      (loadedReader() ?? (await loadReader())).checkUsers(state, { client, now, signal, dispatch }),
    toFailure: (error) => ({ type: "checkFailed", failure: toImportFailure(error, now()) }),
  };
}
