// Runs `sync`: sends the users of a file, writes the outcome of each row, and reports how the run ended.
import type { Checkpoint, CheckpointStore } from "../../sync/checkpoint/checkpoint.ts";
import type { SyncReport } from "../../sync/report/sync-report.ts";
import type { SyncOptions } from "../../sync/run/sync-options.ts";
import { syncUsers } from "../../sync/run/sync-users.ts";
import type { SyncCommandOptions } from "../commands/options.ts";
import { toDatabaseName } from "../input/database-address.ts";
import { type Input, type InputRow, requireOtherFiles } from "../input/open-file.ts";
import { createProblemList, type ProblemList, toMoreProblems, toProblemJson, withInput } from "../input/read-input.ts";
import { openTarget, type Target } from "../server/target.ts";
import { type CommandFailure, toCommandFailure, toFailureFacts } from "../terminal/failures.ts";
import { createProgress } from "../terminal/progress.ts";
import {
  confirmOnTerminal,
  createOutput,
  exitCodes,
  interruptible,
  type Output,
  plural,
  type Terminal,
  UsageError,
} from "../terminal/terminal.ts";
import { createRowQueue, type OutcomeFiles, openOutcomeFiles } from "./outcome-files.ts";
import { createPace, toUnread } from "./pace.ts";
import { toResumeCommand, toUndoCommand } from "./run-commands.ts";
import {
  mayHaveSaved,
  sayWarnings,
  showProgress,
  toAlerts,
  toDefaultName,
  toGuards,
  toRequestedAlerts,
  toRestartAdvice,
  toRunExitCode,
  toStopAdvice,
  toSummary,
} from "./run-report.ts";
import { keepHeapSmall } from "./small-heap.ts";
import { openState, type StoredRun } from "./state-folder.ts";

/** Sends and reports; resolves with the exit code. @param args the typed command line, for the command that resumes. */
export async function runSync(
  file: string | null,
  options: SyncCommandOptions,
  terminal: Terminal,
  args: readonly string[],
): Promise<number> {
  keepHeapSmall();
  const output = createOutput(terminal, options.json === true, options.quiet);
  const { name: target, client } = openTarget(options, terminal, output);
  const work = async (signal: AbortSignal, stopSignal: AbortSignal) => {
    await requireOtherFiles(file, { "--results": options.results, "--ledger": options.ledger });
    if (options.dryRun) await requireDryRun(client, signal);
    const run = options.dryRun ? null : await openRun(options, target, output);
    const earlier = options.resume === undefined ? null : ((await run?.checkpoint.read()) ?? null);
    if (earlier?.state === "done") return sayAlreadyDone(earlier, output);
    return withInput(file, options, terminal, stopSignal, async (input) => {
      for (const note of input.notes) output.say(note);
      if (run) output.say(`Run: ${run.id}, kept in ${options.state}`);
      const question = toSendQuestion(input, options);
      const isAsked = run !== null && !options.yes;
      if (isAsked && !(await confirmOnTerminal({ question, yes: false, signal: stopSignal }, terminal))) {
        output.say("Nothing was sent.");
        return exitCodes.interrupted;
      }
      const sent = await sendUsers({
        input,
        options,
        run,
        earlier,
        target,
        client,
        signal,
        stopSignal,
        terminal,
        output,
      });
      return sayEnd({ ...sent, file, input, args, options }, output);
    });
  };
  return interruptible(terminal, toStopAdvice(options.grace), work, options.grace);
}

function toSendQuestion({ total, unit }: Input, { baseUrl, app }: SyncCommandOptions): string {
  return `Send ${total === null ? "these users" : plural(total, unit)} to ${app} on ${baseUrl}?`;
}

async function requireDryRun(client: Target["client"], signal: AbortSignal): Promise<void> {
  const { extensions } = await client.listSources({ limit: 1, signal });
  if (extensions.includes("dryRun")) return;
  throw new UsageError(
    "This server offers no dry run and might import for real, so nothing was sent. `validate` checks the file without a server.",
  );
}

async function openRun({ state, resume }: SyncCommandOptions, target: string, output: Output): Promise<StoredRun> {
  const folder = await openState(state, output.warn, resume === undefined);
  return resume === undefined ? folder.create(target) : folder.find(resume === "last" ? null : resume, "sync");
}

/** Says that there is nothing to resume; returns the exit code. */
export function sayAlreadyDone({ runId, name }: Checkpoint, output: Output): number {
  output.say(`Run ${runId} is already done: there is nothing to resume.`);
  output.result({ run: runId, name, state: "done", resumed: false });
  return exitCodes.ok;
}

interface SendWork {
  readonly input: Input;
  readonly options: SyncCommandOptions;
  /** Null for a dry run, which leaves no state behind. */
  readonly run: StoredRun | null;
  /** The checkpoint to resume from; null for a new run. */
  readonly earlier: Checkpoint | null;
  readonly target: string;
  readonly client: Target["client"];
  readonly signal: AbortSignal;
  readonly stopSignal: AbortSignal;
  readonly terminal: Terminal;
  readonly output: Output;
}

interface SentUsers {
  readonly report: SyncReport;
  readonly problems: ProblemList;
  /** Rows that were not sent because of their problems. */
  readonly heldBack: number;
  /** Why the results file or the ledger is incomplete; null if they are complete. */
  readonly writeFailure: CommandFailure | null;
}

const maxPrinted = 20;

async function sendUsers(work: SendWork): Promise<SentUsers> {
  const { input, options, earlier, terminal, output } = work;
  const isSent = ({ user, issues }: InputRow) =>
    user !== null && (options.invalidRows === "send" || issues.length === 0);
  const problems = createProblemList(input.unit, maxPrinted, output.say);
  const answered = countAnswered(earlier);
  const queue = createRowQueue((position) => position < answered);
  async function* users() {
    for await (const row of input.rows) {
      problems.add(row);
      queue.add(row, isSent(row));
      if (row.user && isSent(row)) yield row.user;
    }
  }
  const { results, ledger } = options;
  const resumed = earlier && Date.parse(earlier.startedAt);
  const files = await openOutcomeFiles({ results, ledger, target: work.target, unit: input.unit, resumed }, queue);
  const progress = await createProgress(terminal, options.quiet);
  const pace = createPace(input.toShare);
  try {
    const report = await syncUsers(work.client, users(), {
      ...toSyncOptions(work),
      ...(await countSent(input, isSent)),
      onProgress: (event) => showProgress(event, progress.update, output, pace),
      checkpoint: work.run ? flushBefore(work.run.checkpoint, files) : undefined,
      onOutcome: files.onOutcome,
    });
    // The report is printed even if the files can't be written. The failure of a run comes first.
    const writeFailure = await files.close(report.isInputComplete).then(() => null, toCommandFailure);
    return { report, problems, heldBack: queue.heldBack, writeFailure: report.failure ? null : writeFailure };
  } catch (error) {
    await files.close(false).catch(() => {});
    throw error;
  } finally {
    progress.stop();
  }
}

/** Users that a checkpoint calls done are not reported again, so their outcomes must be written first. */
export function flushBefore(store: CheckpointStore, files: OutcomeFiles): CheckpointStore {
  return {
    ...store,
    async write(checkpoint) {
      await files.flush();
      await store.write(checkpoint);
    },
  };
}

function countAnswered(earlier: Checkpoint | null): number {
  return (earlier?.batches ?? []).reduce((sum, batch) => sum + batch.count, 0);
}

// Source names such as "(3/25)" need the total.
async function countSent(input: Input, isSent: (row: InputRow) => boolean): Promise<{ readonly total?: number }> {
  if (input.total === null) return {};
  let total = 0;
  for await (const row of input.rows) if (isSent(row)) total += 1;
  return { total };
}

function toSyncOptions({ options, run, earlier, target, signal, stopSignal }: SendWork): SyncOptions {
  const { sourceName, batchSize, dryRun } = options;
  return {
    // A resumed run keeps its name and batch size, which identify its batches: a job may put today's date in the name.
    name: earlier?.name ?? sourceName ?? toDefaultName("Sync", run?.id),
    batchSize: earlier?.batchSize ?? batchSize,
    target,
    signal,
    stopSignal,
    dryRun,
    runId: run?.id,
    audit: run?.audit,
    resume: earlier !== null,
    guards: toGuards(options),
    alerts: toAlerts(options),
  };
}

interface RunEnd extends SentUsers {
  readonly file: string | null;
  readonly input: Input;
  readonly args: readonly string[];
  readonly options: SyncCommandOptions;
}

const newRunAdvice =
  "If that can't be had, start a new run without --resume: users who are connected already are sent once more, which does no harm.";

// Prints the report and gives the exit code.
function sayEnd(end: RunEnd, output: Output): number {
  const { report, problems, input, options, args, heldBack, writeFailure } = end;
  const alerts = [...report.alerts, ...heldBackAlert(end)];
  const runExitCode = toRunExitCode(report, toRequestedAlerts(options, alerts), problems.unreadable);
  const exitCode = writeFailure && report.state === "done" ? exitCodes.unexpected : runExitCode;
  const resume = mayHaveSaved(report) && report.state !== "done" ? toResumeCommand(args, report.runId) : null;
  for (const line of toMoreProblems(problems, input.unit)) output.say(line);
  for (const line of toSummary(report, heldBack, toUnread(report, input, problems.seen))) output.say(line);
  sayWarnings(report, alerts, output);
  if (writeFailure) output.warn(output.paint("red", writeFailure.text));
  if (report.failure?.code === "input_changed") output.warn(newRunAdvice);
  const restart = toRestartAdvice(report);
  if (restart !== null) output.say(restart);
  if (resume !== null) output.say(`Resume with:\n  ${resume}`);
  else if (mayHaveSaved(report)) output.say(`Undo with:\n  ${toUndoCommand(report.runId, options)}`);
  output.result({ ...toJson(end), alerts, resume, exitCode });
  output.end(exitCode);
  return exitCode;
}

// The server checks only the rows that are sent; rows that the command held back are invalid as well.
function heldBackAlert({ report, heldBack, options }: RunEnd): SyncReport["alerts"] {
  const most = options.alert?.invalid_row;
  const isReported = report.alerts.some((alert) => alert.code === "high_rate" && alert.status === "invalid_row");
  if (most === undefined || heldBack === 0 || isReported) return [];
  const { runId, counters } = report;
  const judged = counters.acknowledged + counters.refused + heldBack;
  const count = counters.statuses.invalid_row + heldBack;
  const share = count / judged;
  return share > most ? [{ code: "high_rate", runId, status: "invalid_row", count, judged, share, most }] : [];
}

function toJson({ file, input, options, report, problems, heldBack }: RunEnd) {
  const { runId, name, state, isDryRun, isInputComplete, counters, sources, batches, repetitions, guards } = report;
  const { failure, startedAt, finishedAt } = report;
  return {
    run: isDryRun ? null : runId,
    name,
    target: { baseUrl: options.baseUrl, app: options.app },
    file: file ?? toDatabaseName(options),
    format: input.format,
    state,
    dryRun: isDryRun,
    inputComplete: isInputComplete,
    shareRead: isInputComplete ? 1 : (input.toShare?.() ?? null),
    counters,
    heldBack,
    withProblems: problems.count,
    problems: toProblemJson(problems, input.unit),
    sources,
    batches,
    repetitions,
    guards,
    startedAt,
    finishedAt,
    failure: failure && toFailureFacts(failure),
  };
}
