// Runs `reconcile`: compares all users with the ledger, sends only what the server does not know yet, and reports.
import { stringify } from "../../csv/write/stringify.ts";
import { openFileLedger } from "../../sync/ledger/file-ledger.ts";
import type { LedgerEntry } from "../../sync/ledger/ledger.ts";
import { openInPlace } from "../../sync/node-files.ts";
import { reconcile } from "../../sync/reconcile/reconcile.ts";
import type { ReconcileReport, Sample } from "../../sync/reconcile/reconcile-report.ts";
import type { ReconcileCommandOptions } from "../commands/options.ts";
import { type Input, requireOtherFiles } from "../input/open-file.ts";
import { createProblemList, type ProblemList, readInput, toMoreProblems, toProblemJson } from "../input/read-input.ts";
import { openTarget } from "../server/target.ts";
import { toFailureFacts } from "../terminal/failures.ts";
import { createProgress } from "../terminal/progress.ts";
import {
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
import { toUnwritableText } from "./outcome-files.ts";
import {
  sayWarnings,
  showProgress,
  toAlerts,
  toCounts,
  toGuards,
  toRequestedAlerts,
  toRunExitCode,
  toSummary,
} from "./run-report.ts";
import { openState } from "./state-folder.ts";

const maxPrinted = 20;

/** Compares, sends and reports; resolves with the exit code. */
export async function runReconcile(
  file: string,
  options: ReconcileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { name: target, client } = openTarget(options, terminal, output);
  return interruptible(terminal, "Stopping. All answers so far are saved.", async (signal) => {
    await requireOtherFiles(file, { "--ledger": options.ledger, "--gone": options.gone });
    const input = await readInput(file, options, terminal, signal);
    for (const note of input.notes) output.say(note);
    const problems = createProblemList(input.unit, maxPrinted, output.say);
    const { audit, id } = await (await openState(options.state, output.warn)).create(target);
    const ledger = await openFileLedger(options.ledger);
    const progress = await createProgress(terminal);
    const gone: LedgerEntry[] = [];
    try {
      const report = await reconcile(client, toUsers(input, problems), {
        ledger,
        target,
        signal,
        audit,
        runId: id,
        name: options.sourceName,
        batchSize: options.batchSize,
        plan: options.plan,
        guards: toGuards(options),
        alerts: toAlerts(options),
        onProgress: (event) => showProgress(event, progress.update, output),
        onGone: (users) => void (options.gone !== undefined && gone.push(...users)),
      });
      progress.stop();
      // A user in an unreadable row is not gone.
      const isGoneKnown = report.gone !== null && problems.unreadable === 0;
      if (isGoneKnown && options.gone !== undefined) await writeGone(options.gone, gone);
      for (const line of toMoreProblems(problems, input.unit)) output.say(line);
      const known = isGoneKnown ? report : { ...report, gone: null };
      return sayReconciled({ report: known, options, problems, unit: input.unit }, output);
    } finally {
      progress.stop();
      await ledger.close();
    }
  });
}

async function* toUsers(input: Input, problems: ProblemList) {
  for await (const row of input.rows) {
    problems.add(row);
    if (row.user) yield row.user;
  }
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
  readonly unit: Input["unit"];
}

// Prints the report and gives the exit code.
function sayReconciled({ report, options, problems, unit }: ReconcileEnd, output: Output): number {
  const { counters, moved, gone, missedShare, sync, state } = report;
  for (const line of toReportLines(report)) output.say(line);
  if (sync) sayWarnings(sync, sync.alerts, output);
  const exitCode = sync
    ? toRunExitCode(sync, toRequestedAlerts(options, sync.alerts), problems.unreadable)
    : problems.unreadable > 0
      ? exitCodes.alert
      : exitCodes.ok;
  const failure = sync?.failure && toFailureFacts(sync.failure);
  output.result({
    run: report.runId,
    state,
    counters,
    moved,
    gone,
    missedShare,
    withProblems: problems.count,
    problems: toProblemJson(problems, unit),
    sync: sync && { ...sync, failure },
    exitCode,
  });
  return exitCode;
}

function toReportLines({ counters, moved, gone, missedShare, sync }: ReconcileReport): string[] {
  const reasons = reasonNames.map(([reason, name]) => [name, counters[reason]] as const);
  const missed =
    missedShare === null ? [] : [`The deltas missed ${percent(missedShare)} of the changes since the last reconcile.`];
  const movedHeading = "changed their email; the connection of the old email stays";
  const goneHeading = "no longer in the file; their connections stay";
  return [
    `Compared: ${plural(counters.total, "user")}${toCounts(reasons)}.`,
    ...(sync ? toSummary(sync, 0) : [`Planned: ${count(counters.toSend)} to send. Nothing was sent.`]),
    ...missed,
    ...toSampleLines(movedHeading, moved, ({ key, oldEmail, newEmail }) => `${key}: ${oldEmail} is now ${newEmail}`),
    ...(gone
      ? toSampleLines(goneHeading, gone, ({ key, email }) => `${key}: ${email}`)
      : ["Users that are gone from the file are not listed, because not every user was read and answered."]),
  ];
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
