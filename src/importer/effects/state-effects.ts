// The work that a state has going on: reading a file, or sending users.
import type { ImportClient, ImportOutcome, RetryNotice } from "../../client/import-client.ts";
import type { ExtraAliases } from "../../csv/mapping/suggestion.ts";
import { pause } from "../../csv/read/yield-to-main.ts";
import type { ImporterEvent } from "../events.ts";
import { toImportFailure } from "../import-failure.ts";
import { toImportRequest } from "../import-run.ts";
import type { ImporterState, ImportFailure, ImportingState, ReadingState, Refusal, Run } from "../state.ts";
import { loadReader } from "./load-reader.ts";
import type { MappingMemory } from "./mapping-memory.ts";

/** What the work needs. */
export interface WorkOptions {
  readonly client: Pick<ImportClient, "importUsers">;
  readonly aliases: ExtraAliases;
  readonly maxRows: number;
  readonly now: () => number;
  readonly memory: Pick<MappingMemory, "recall"> | null;
  /** Done before a file is read. */
  readonly prepare: () => Promise<void>;
}

/** One piece of work. */
export interface Work {
  /** Tells what happens meanwhile, and resolves to the fact that ends it. */
  run(signal: AbortSignal, tell: (event: ImporterEvent) => void): Promise<ImporterEvent>;
  /** The fact that ends it when `run` rejects. */
  toFailure(error: unknown): ImporterEvent;
}

/** What tells one piece of work from the next: null for a state at rest. */
export function workKey(state: ImporterState): unknown {
  // Each reading has its own choices object, a file chosen anew included.
  if (state.status === "reading") return state.choices;
  return state.status === "importing" ? state.run.key : null;
}

/** The work of a state; null for a state at rest. */
export function workOf(state: ImporterState, options: WorkOptions): Work | null {
  if (state.status === "reading") return readFile(state, options);
  return state.status === "importing" ? sendUsers(state, options) : null;
}

// Milliseconds.
const blink = 100;

function readFile({ file, choices }: ReadingState, { aliases, maxRows, memory, prepare }: WorkOptions): Work {
  const refuse = (issue: Refusal["issue"]): ImporterEvent => {
    return { type: "fileRefused", refusal: { fileName: file.name, file, choices, issue } };
  };
  return {
    async run(signal, tell) {
      const since = performance.now();
      // A bar that is gone in the blink of an eye would only cost renders; what is read whole is shown itself.
      const isWorthTelling = (share: number) => share < 1 && performance.now() - since > blink;
      const onProgress = (share: number) => isWorthTelling(share) && tell({ type: "readProgressed", share });
      const loaded = await Promise.all([loadReader(), prepare()]).catch(() => null);
      if (!loaded) return refuse({ code: "reader_not_loaded" });
      const [reader] = loaded;
      const read = await reader.readCsv(file.content, { ...choices, maxRows, signal, onProgress });
      if (!read.ok) return refuse(read.issue);
      const { table } = read;
      const suggestion = reader.suggestMapping(table, { aliases });
      const remembered = memory?.recall(table) ?? null;
      // Judging the rows and drawing them is one task, and long enough without what came before.
      await pause();
      return { type: "fileRead", table, suggestion, remembered };
    },
    toFailure: (error) => refuse({ code: "unreadable", reason: error instanceof Error ? error.name : "Error" }),
  };
}

function sendUsers(state: ImportingState, { client, now }: WorkOptions): Work {
  const fail = (failure: ImportFailure): ImporterEvent => ({ type: "importFailed", failure });
  return {
    async run(signal, tell) {
      const onRetry = ({ attempt, attempts, delay, error }: RetryNotice) =>
        tell({ type: "attemptFailed", retry: { attempt, attempts, at: now() + delay, code: error?.code } });
      const options = { idempotencyKey: state.run.key, signal, onRetry };
      const response = await client.importUsers(toImportRequest(state), options);
      if (!isWhole(response, state.run)) return fail(unexpectedAnswer(response));
      return { type: "importFinished", response, finishedAt: now() };
    },
    toFailure: (error) => fail(toImportFailure(error, now())),
  };
}

// Our client checks this; a host's own may not, and a row without a result must not look like one held back.
function isWhole({ results, adopted }: ImportOutcome, { sent }: Run): boolean {
  return results.length === sent.length || (adopted === true && results.length === 0);
}

function unexpectedAnswer(cause: unknown): ImportFailure {
  return { code: "unexpected_answer", status: null, retryAt: null, outcomeUnknown: true, cause };
}
