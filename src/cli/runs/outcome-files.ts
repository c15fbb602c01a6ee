// Where the outcomes of a run go beside its report: a results file and a ledger, each where it was asked for.
import type { UserInput } from "../../contract/user.ts";
import { openFileLedger } from "../../sync/ledger/file-ledger.ts";
import { recordOutcomes } from "../../sync/ledger/record-outcomes.ts";
import type { UserOutcome } from "../../sync/report/outcome.ts";
import type { Input } from "../input/input-row.ts";
import { openResults } from "./results-file.ts";
import type { RowQueue } from "./row-queue.ts";

/** Takes outcomes. */
export interface Sinks {
  onOutcome(user: UserInput, outcome: UserOutcome, position: number): Promise<void>;
  /** Writes everything told so far: before a checkpoint says that it is done. */
  flush(): Promise<void>;
  /** Writes what is left. @param isComplete true when every row of the file was read. */
  close(isComplete: boolean): Promise<void>;
}

/** Which sinks. */
export interface SinkOptions {
  readonly results: string | undefined;
  readonly ledger: string | undefined;
  readonly unit: Input["unit"];
  readonly isResumed: boolean;
}

/** Opens them. @throws InputError or SyncError where one can't be written. */
export async function openSinks(
  { results: path, ledger, unit, isResumed }: SinkOptions,
  queue: RowQueue,
): Promise<Sinks> {
  const file = ledger === undefined ? null : await openFileLedger(ledger);
  const results = path === undefined ? null : await openResults(path, unit, isResumed).catch(closing(file));
  const recorder = file && recordOutcomes(file);
  const flush = async () => {
    await results?.flush();
    await recorder?.flush();
  };
  return {
    flush,
    async onOutcome(user, outcome, position) {
      const settled = queue.settle(position, outcome);
      await results?.add(settled);
      await recorder?.onOutcome(user, outcome);
    },
    async close(isComplete) {
      try {
        if (isComplete) await results?.add(queue.rest());
        await flush();
      } finally {
        await (results?.close() ?? Promise.resolve()).finally(() => file?.close());
      }
    },
  };
}

function closing(file: { close(): Promise<void> } | null): (error: unknown) => Promise<never> {
  return async (error) => {
    await file?.close();
    throw error;
  };
}
