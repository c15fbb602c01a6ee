// The end of a run: said to people, told to programs, and what to type next.
import type { Alert } from "../../sync/report/alerts.ts";
import type { SyncReport } from "../../sync/report/sync-report.ts";
import type { Input } from "../input/input-row.ts";
import { toProblemList, toRest } from "../input/problems.ts";
import { toReportedText } from "../terminal/cli-errors.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import type { Output } from "../terminal/output.ts";
import { toResumeCommand, toUndoCommand } from "./next-command.ts";
import { isBegun, toExitCode } from "./run-exit-code.ts";
import type { Sent } from "./send-users.ts";
import type { AlertLimits, SyncCommandOptions } from "./sync-options.ts";
import { toAlertText, toGuardText, toSummary } from "./sync-text.ts";

/** A run that ended, with what the command line said. */
export interface RunEnd extends Sent {
  readonly file: string;
  readonly input: Input;
  readonly words: readonly string[];
  readonly options: SyncCommandOptions;
}

/** Says it and gives the exit code. */
export function sayEnd(end: RunEnd, output: Output): number {
  const { report, problems, input, options, words, heldBack, unwritten } = end;
  const alerts = [...report.alerts, ...heldBackAlert(end)];
  const judged = toExitCode(report, toAsked(options, alerts), problems.unreadable);
  const exitCode = unwritten && report.state === "done" ? exitCodes.unexpected : judged;
  const resume = isBegun(report) && report.state !== "done" ? toResumeCommand(words, report.runId) : null;
  for (const line of toRest(problems, input.unit)) output.say(line);
  for (const line of toSummary(report, heldBack)) output.say(line);
  sayWarnings(report, alerts, output);
  if (unwritten) output.warn(output.paint("red", unwritten.text));
  if (resume !== null) output.say(`Go on with:\n  ${resume}`);
  else if (isBegun(report)) output.say(`Undo with:\n  ${toUndoCommand(report.runId, options)}`);
  output.result({ ...toJson(end), alerts, resume, exitCode });
  return exitCode;
}

/** Says what guards, alerts and failures a run has had. */
export function sayWarnings(
  { guards, failure }: Pick<SyncReport, "guards" | "failure">,
  alerts: readonly Alert[],
  output: Output,
): void {
  for (const guard of guards) output.warn(output.paint("yellow", toGuardText(guard)));
  for (const alert of alerts) output.warn(output.paint("yellow", toAlertText(alert)));
  if (failure && failure.code !== "guard_tripped") output.warn(output.paint("red", toReportedText(failure)));
}

/** The alerts that change the exit code: those that were asked for by name, and an input that shrank unseen. */
export function toAsked({ alert = {} }: { readonly alert?: AlertLimits }, alerts: readonly Alert[]): Alert[] {
  return alerts.filter((one) => {
    if (one.code === "input_shrunk") return true;
    return one.code === "high_rate" ? alert[one.status] !== undefined : alert.age !== undefined;
  });
}

// The server judges only what it is sent; what the command held back is as invalid.
function heldBackAlert({ report, heldBack, options }: RunEnd): Alert[] {
  const most = options.alert?.invalid_row;
  const isSaid = report.alerts.some((alert) => alert.code === "high_rate" && alert.status === "invalid_row");
  if (most === undefined || heldBack === 0 || isSaid) return [];
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
    ...{ run: isDryRun ? null : runId, name, target: { baseUrl: options.baseUrl, app: options.app } },
    ...{ file, format: input.format, state, dryRun: isDryRun, inputComplete: isInputComplete, counters, heldBack },
    ...{
      withProblems: problems.count,
      problems: toProblemList(problems, input.unit),
    },
    ...{ sources, batches, repetitions, guards, startedAt, finishedAt },
    failure: failure && { code: failure.code, message: failure.message },
  };
}
