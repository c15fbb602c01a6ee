// The run itself: rows become users, users go to the server, and what became of each goes to its row.
import type { ImportClient } from "../../client/import-client.ts";
import type { UserInput } from "../../contract/user.ts";
import type { Checkpoint, CheckpointStore } from "../../sync/checkpoint/checkpoint.ts";
import type { SyncReport } from "../../sync/report/sync-report.ts";
import type { SyncOptions } from "../../sync/run/sync-options.ts";
import { syncUsers } from "../../sync/run/sync-users.ts";
import type { Input, InputRow } from "../input/input-row.ts";
import { createProblems, type Problems } from "../input/problems.ts";
import { type Failure, toFailure } from "../terminal/cli-errors.ts";
import type { Output } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { openSinks, type Sinks } from "./outcome-files.ts";
import { createProgress } from "./progress.ts";
import { createRowQueue } from "./row-queue.ts";
import { showProgress, toAlerts, toGuards } from "./run-options.ts";
import type { StoredRun } from "./state-folder.ts";
import type { SyncCommandOptions } from "./sync-options.ts";

/** Everything that a run needs. */
export interface SendWork {
  readonly input: Input;
  readonly options: SyncCommandOptions;
  /** Null for a dry run, which leaves nothing behind. */
  readonly run: StoredRun | null;
  /** What is resumed; null for a new run. */
  readonly earlier: Checkpoint | null;
  readonly target: string;
  readonly client: ImportClient;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
  readonly output: Output;
}

/** What a run came to, and what the command alone knows of it. */
export interface Sent {
  readonly report: SyncReport;
  readonly problems: Problems;
  /** Rows that were not sent, because of their problems. */
  readonly heldBack: number;
  /** Why the results file or the ledger lacks its end; null where it does not. */
  readonly unwritten: Failure | null;
}

const mostPrinted = 20;

/** Sends all users; resolves also when that ended early. */
export async function sendUsers(work: SendWork): Promise<Sent> {
  const { input, options, earlier, terminal, output } = work;
  const isSent = ({ user, issues }: InputRow) =>
    user !== null && (options.invalidRows === "send" || issues.length === 0);
  const problems = createProblems(input.unit, mostPrinted, output.say);
  const answered = countAnswered(earlier);
  const queue = createRowQueue((position) => position < answered);
  async function* users(): AsyncGenerator<UserInput> {
    for await (const row of input.rows) {
      problems.add(row);
      queue.add(row, isSent(row));
      if (row.user && isSent(row)) yield row.user;
    }
  }
  const { results, ledger } = options;
  const isResumed = earlier !== null;
  const sinks = await openSinks({ results, ledger, unit: input.unit, isResumed }, queue);
  const progress = await createProgress(terminal);
  try {
    const report = await syncUsers(work.client, users(), {
      ...toSyncOptions(work),
      ...(await countSent(input, isSent)),
      onProgress: (event) => showProgress(event, progress.update, output),
      checkpoint: work.run ? flushing(work.run.checkpoint, sinks) : undefined,
      onOutcome: sinks.onOutcome,
    });
    // What the run came to has to be said, whatever can't be written of it; a failed run has said already what failed.
    const lost = await sinks.close(report.isInputComplete).then(() => null, toFailure);
    return { report, problems, heldBack: queue.heldBack, unwritten: report.failure ? null : lost };
  } catch (error) {
    await sinks.close(false).catch(() => {});
    throw error;
  } finally {
    progress.stop();
  }
}

// What a checkpoint calls done is not told again: it must have been written.
function flushing(store: CheckpointStore, sinks: Sinks): CheckpointStore {
  return {
    ...store,
    async write(checkpoint) {
      await sinks.flush();
      await store.write(checkpoint);
    },
  };
}

function countAnswered(earlier: Checkpoint | null): number {
  return (earlier?.batches ?? []).reduce((sum, batch) => sum + batch.count, 0);
}

// A name with "(3/25)" needs to know how many there will be.
async function countSent(input: Input, isSent: (row: InputRow) => boolean): Promise<{ readonly total?: number }> {
  if (input.total === null) return {};
  let total = 0;
  for await (const row of input.rows) if (isSent(row)) total += 1;
  return { total };
}

function toSyncOptions({ options, run, earlier, target, signal }: SendWork): SyncOptions {
  const { sourceName, batchSize, dryRun } = options;
  return {
    // A resumed run keeps what it began with, for its batches are known by it: a job may have today's date in the name.
    name: earlier?.name ?? sourceName ?? `Sync ${new Date().toISOString().slice(0, 16).replace("T", " ")}`,
    batchSize: earlier?.batchSize ?? batchSize,
    ...{ target, signal, dryRun, runId: run?.id },
    ...{ audit: run?.audit, resume: earlier !== null },
    guards: toGuards(options),
    alerts: toAlerts(options),
  };
}
