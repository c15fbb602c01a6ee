// Runs `reconcile`: compares all users with the ledger, sends only what the server does not know yet, and reports.

import type { UserInput } from "../../contract/user.ts";
import { stringify } from "../../csv/write/stringify.ts";
import type { Ledger, LedgerEntry } from "../../sync/ledger/ledger.ts";
import { openInPlace } from "../../sync/node-files.ts";
import { type ReconcileOptions, reconcile } from "../../sync/reconcile/reconcile.ts";
import type {
  ReconcileReason,
  ReconcileReport,
  Sample,
  VerificationReport,
} from "../../sync/reconcile/reconcile-report.ts";
import type { ReconcileCommandOptions } from "../commands/options.ts";
import { type Input, type InputRow, requireOtherFiles } from "../input/open-file.ts";
import { createProblemList, type ProblemList, toMoreProblems, toProblemJson, withInput } from "../input/read-input.ts";
import { openTarget } from "../server/target.ts";
import { type CommandFailure, toCommandFailure, toFailureFacts } from "../terminal/failures.ts";
import { createProgress } from "../terminal/progress.ts";
import {
  confirmOnTerminal,
  count,
  createOutput,
  exitCodes,
  InputError,
  interruptible,
  type Output,
  percent,
  plural,
  printable,
  type Terminal,
} from "../terminal/terminal.ts";
import { createRowQueue, openOutcomeFiles, type RowQueue, toUnwritableText, withLedger } from "./outcome-files.ts";
import { createPace, toUnread } from "./pace.ts";
import { toResumeCommand, toUndoCommand } from "./run-commands.ts";
import {
  mayHaveSaved,
  sayWarnings,
  showProgress,
  toAlerts,
  toCounts,
  toDefaultName,
  toGuards,
  toRequestedAlerts,
  toRestartAdvice,
  toRunExitCode,
  toStopAdvice,
  toSummary,
} from "./run-report.ts";
import { flushBefore, sayAlreadyDone } from "./run-sync.ts";
import { keepHeapSmall } from "./small-heap.ts";
import { openState, type StoredRun } from "./state-folder.ts";

const maxPrinted = 20;

/** Compares, sends and reports; resolves with the exit code. @param args the typed command line, for the one that resumes. */
export async function runReconcile(
  file: string | null,
  options: ReconcileCommandOptions,
  terminal: Terminal,
  args: readonly string[],
): Promise<number> {
  keepHeapSmall();
  const output = createOutput(terminal, options.json === true, options.quiet);
  const { name: target, client } = openTarget(options, terminal, output);
  const work = async (signal: AbortSignal, stopSignal: AbortSignal) => {
    const { ledger: ledgerPath, gone: gonePath, results } = options;
    await requireOtherFiles(file, { "--ledger": ledgerPath, "--gone": gonePath, "--results": results });
    const run = await openRun(options, target, output);
    const earlier = options.resume === undefined ? null : await run.checkpoint.read();
    if (earlier?.state === "done") return sayAlreadyDone(earlier, output);
    return withInput(file, options, terminal, stopSignal, async (input) => {
      for (const note of input.notes) output.say(note);
      if (!options.plan) output.say(`Run: ${run.id}, kept in ${options.state}`);
      const question = `Send what is missing to ${options.app} on ${options.baseUrl}?`;
      const isAsked = !options.plan && !options.yes;
      if (isAsked && !(await confirmOnTerminal({ question, yes: false, signal: stopSignal }, terminal))) {
        output.say("Nothing was sent.");
        return exitCodes.interrupted;
      }
      const problems = createProblemList(input.unit, maxPrinted, output.say);
      const queue = createRowQueue(() => false);
      const rows = createComparedRows(input, options, problems, queue);
      const { unit } = input;
      const files = await openOutcomeFiles({ results, ledger: undefined, target, unit, resumed: null }, queue);
      const progress = await createProgress(terminal, options.quiet);
      const pace = createPace(input.toShare);
      const gone: LedgerEntry[] = [];
      try {
        const report = await withLedger(ledgerPath, target, (ledger) =>
          reconcile(client, rows.users(), {
            ledger: ledger as Ledger,
            ...toReconcileOptions(options, run, target),
            ...{ signal, stopSignal },
            checkpoint: flushBefore(run.checkpoint, files),
            onCompared: rows.onCompared,
            onOutcome: files.onOutcome,
            onProgress: (event) => showProgress({ ...event, total: null }, progress.update, output, pace),
            onGone: (users) => void (gonePath !== undefined && gone.push(...users)),
          }),
        );
        progress.stop();
        rows.end();
        const writeFailure = await files.close(report.sync?.isInputComplete ?? true).then(() => null, toCommandFailure);
        // A user in an unreadable row is not gone, and one that was held back neither.
        const isGoneKnown = report.gone !== null && problems.unreadable === 0 && queue.heldBack === 0;
        if (isGoneKnown && gonePath !== undefined) await writeGone(gonePath, gone);
        for (const line of toMoreProblems(problems, input.unit)) output.say(line);
        const known = isGoneKnown ? report : { ...report, gone: null };
        const end = { report: known, options, problems, input, args, heldBack: queue.heldBack, writeFailure };
        return sayReconciled(end, output);
      } catch (error) {
        await files.close(false).catch(() => {});
        throw error;
      } finally {
        progress.stop();
      }
    });
  };
  return interruptible(terminal, toStopAdvice(options.grace), work, options.grace);
}

async function openRun({ state, resume }: ReconcileCommandOptions, target: string, output: Output): Promise<StoredRun> {
  const folder = await openState(state, output.warn, resume === undefined);
  return resume === undefined ? folder.create(target) : folder.find(resume === "last" ? null : resume, "reconcile");
}

function toReconcileOptions(
  options: ReconcileCommandOptions,
  run: StoredRun,
  target: string,
): Omit<ReconcileOptions, "ledger"> {
  const { sourceName, batchSize, plan, verify, resume } = options;
  return {
    ...{ target, batchSize, plan, verify },
    resume: resume !== undefined,
    audit: run.audit,
    runId: run.id,
    name: sourceName ?? toDefaultName("Reconcile", run.id),
    guards: toGuards(options),
    alerts: toAlerts(options),
  };
}

/** The rows of a file on their way through a reconcile. */
interface ComparedRows {
  users(): AsyncIterable<UserInput>;
  onCompared(user: UserInput, reason: ReconcileReason, isSent: boolean): void;
  /** Ends with the rows behind the last user. */
  end(): void;
}

// Rows enter the queue of the results file in their order, once it is known whether they are sent.
function createComparedRows(
  input: Input,
  { invalidRows }: ReconcileCommandOptions,
  problems: ProblemList,
  queue: RowQueue,
): ComparedRows {
  const read: { readonly row: InputRow; readonly isUser: boolean }[] = [];
  const holdBack = () => {
    for (let first = read[0]; first && !first.isUser; first = read[0]) queue.add((read.shift() ?? first).row, false);
  };
  return {
    async *users() {
      for await (const row of input.rows) {
        problems.add(row);
        const isUser = row.user !== null && (invalidRows === "send" || row.issues.length === 0);
        read.push({ row, isUser });
        if (isUser && row.user) yield row.user;
      }
    },
    onCompared(_, reason, isSent) {
      holdBack();
      const row = read.shift()?.row;
      if (row) queue.add(row, isSent, isSent ? null : reason);
    },
    end: holdBack,
  };
}

async function writeGone(path: string, gone: readonly LedgerEntry[]): Promise<void> {
  const rows = gone.map(({ key, connectedEmail, email }) => [key, connectedEmail ?? email]);
  try {
    const file = await openInPlace(path, false);
    await file.writeFile(stringify([["user_id", "email"], ...rows])).finally(() => file.close());
  } catch (error) {
    const text = toUnwritableText(error as NodeJS.ErrnoException);
    throw new InputError("gone_unwritable", `--gone ${path} ${text}`, { cause: error });
  }
}

interface ReconcileEnd {
  readonly report: ReconcileReport;
  readonly options: ReconcileCommandOptions;
  readonly problems: ProblemList;
  readonly input: Input;
  readonly args: readonly string[];
  readonly heldBack: number;
  /** Why the results file is incomplete; null if it is complete. */
  readonly writeFailure: CommandFailure | null;
}

// Prints the report and gives the exit code.
function sayReconciled(end: ReconcileEnd, output: Output): number {
  const { report, options, problems, input, args, heldBack, writeFailure } = end;
  const { counters, moved, gone, missedShare, verification, sync, state } = report;
  const unread = sync && toUnread(sync, input, problems.seen);
  for (const line of toReportLines(report, heldBack, unread)) output.say(line);
  if (sync) sayWarnings(sync, sync.alerts, output);
  if (writeFailure) output.warn(output.paint("red", writeFailure.text));
  const resume = sync && mayHaveSaved(sync) && state !== "done" ? toResumeCommand(args, report.runId) : null;
  const restart = sync && toRestartAdvice(sync);
  if (restart !== null) output.say(restart);
  if (resume !== null) output.say(`Resume with:\n  ${resume}`);
  else if (sync && mayHaveSaved(sync)) output.say(`Undo with:\n  ${toUndoCommand(report.runId, options)}`);
  const runExitCode = sync
    ? toRunExitCode(sync, toRequestedAlerts(options, sync.alerts), problems.unreadable)
    : problems.unreadable > 0
      ? exitCodes.alert
      : exitCodes.ok;
  const exitCode = writeFailure && runExitCode === exitCodes.ok ? exitCodes.unexpected : runExitCode;
  const failure = sync?.failure && toFailureFacts(sync.failure);
  output.result({
    run: report.runId,
    state,
    counters,
    moved,
    gone,
    missedShare,
    verification,
    heldBack,
    withProblems: problems.count,
    problems: toProblemJson(problems, input.unit),
    sync: sync && { ...sync, failure },
    resume,
    exitCode,
  });
  output.end(exitCode);
  return exitCode;
}

function toReportLines(
  { counters, moved, gone, missedShare, verification, sync }: ReconcileReport,
  heldBack: number,
  unread: string | null,
): string[] {
  const reasons = reasonNames.map(([reason, name]) => [name, counters[reason]] as const);
  const missed =
    missedShare === null ? [] : [`The deltas missed ${percent(missedShare)} of the changes since the last reconcile.`];
  const movedHeading = "changed their email; the connection of the old email stays";
  const goneHeading = "no longer in the file; their connections stay";
  return [
    `Compared: ${plural(counters.total, "user")}${toCounts(reasons)}.`,
    ...(verification ? toVerificationLines(verification, sync !== null) : []),
    ...(sync ? toSummary(sync, heldBack, unread) : [`Planned: ${count(counters.toSend)} to send. Nothing was sent.`]),
    ...missed,
    ...toSampleLines(movedHeading, moved, ({ key, oldEmail, newEmail }) => `${key}: ${oldEmail} is now ${newEmail}`),
    ...(gone
      ? toSampleLines(goneHeading, gone, ({ key, email }) => `${key}: ${email}`)
      : ["Users that are gone from the file are not listed, because not every user was read and answered."]),
  ];
}

const driftNames = [
  ["lost", "connected in the ledger, without a connection on the server"],
  ["inactive", "connected in the ledger, disconnected by the person"],
  ["refused", "connected in the ledger, now refused by the server"],
  ["accepted", "refused in the ledger, now accepted by the server"],
] as const;

function toVerificationLines({ by, checked, drift, repaired }: VerificationReport, isSent: boolean): string[] {
  const how = by === "dry_run" ? "by dry runs" : "by sending all users again, because the server offers no dry run";
  const kinds = driftNames.filter(([kind]) => drift[kind] > 0).map(([kind, name]) => `  ${count(drift[kind])} ${name}`);
  const found = Object.values(drift).reduce((sum, number) => sum + number, 0);
  const end = found === 0 ? "ledger and server agree" : `${count(found)} differ`;
  const done = isSent && found > 0 ? [`  ${count(repaired)} of them repaired`] : [];
  return [`Asked the server about ${plural(checked, "user")} (${how}): ${end}.`, ...kinds, ...done];
}

const reasonNames = [
  ["upToDate", "up to date"],
  ["missing", "missing"],
  ["stale", "changed"],
  ["due", "due for a retry"],
  ["waiting", "refused and not yet due"],
  ["invalid", "invalid and unchanged"],
  ["repeated", "repeated"],
] as const;
const maxSamples = 10;

function toSampleLines<T>(heading: string, { count: all, first }: Sample<T>, toText: (one: T) => string): string[] {
  if (all === 0) return [];
  const shown = first.slice(0, maxSamples).map((one) => `  ${printable(toText(one))}`);
  const more = all > shown.length ? [`  … and ${count(all - shown.length)} more`] : [];
  return [`${count(all)} ${heading}:`, ...shown, ...more];
}
