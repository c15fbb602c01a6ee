// The end of a reconcile: said to people, told to programs.
import type { ReconcileReason } from "../../sync/reconcile/reconcile-plan.ts";
import type { ReconcileReport, Sample } from "../../sync/reconcile/reconcile-report.ts";
import type { Input } from "../input/input-row.ts";
import { type Problems, toProblemList } from "../input/problems.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { count, percent, plural } from "../terminal/numbers.ts";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { toExitCode } from "./run-exit-code.ts";
import type { AlertLimits } from "./sync-options.ts";
import { sayWarnings, toAsked } from "./sync-result.ts";
import { list, toSummary } from "./sync-text.ts";

/** A reconcile that ended, with what the command line said. */
export interface ReconcileEnd {
  readonly report: ReconcileReport;
  readonly options: { readonly alert?: AlertLimits; readonly gone?: string };
  readonly problems: Problems;
  readonly unit: Input["unit"];
}

/** Says it and gives the exit code. */
export function sayReconciled({ report, options, problems, unit }: ReconcileEnd, output: Output): number {
  const { counters, moved, gone, missedShare, sync, state } = report;
  const { total, toSend } = counters;
  const reasons = reasonNames.map(([reason, name]) => [name, counters[reason]] as const);
  output.say(`Compared: ${plural(total, "user")}${list(reasons)}.`);
  if (sync) for (const line of toSummary(sync, 0)) output.say(line);
  else output.say(`Planned: ${count(toSend)} to send. Nothing was sent.`);
  if (missedShare !== null)
    output.say(`Deltas missed ${percent(missedShare)} of what changed since the last reconcile.`);
  for (const line of toSampleLines(
    "changed their email; the connection of the older one stays",
    moved,
    (user) => `${user.key}: ${user.oldEmail} is ${user.newEmail} now`,
  ))
    output.say(line);
  if (gone)
    for (const line of toSampleLines(
      "not in the file any more; their connections stay",
      gone,
      (user) => `${user.key}: ${user.email}`,
    ))
      output.say(line);
  else output.say("Who is gone is not known: not every user was read and answered.");
  if (sync) sayWarnings(sync, sync.alerts, output);
  const exitCode = sync
    ? toExitCode(sync, toAsked(options, sync.alerts), problems.unreadable)
    : problems.unreadable > 0
      ? exitCodes.alert
      : exitCodes.ok;
  const failure = sync?.failure && { code: sync.failure.code, message: sync.failure.message };
  output.result({
    ...{ run: report.runId, state, counters, moved, gone, missedShare },
    ...{ withProblems: problems.count, problems: toProblemList(problems, unit) },
    ...{ sync: sync && { ...sync, failure }, exitCode },
  });
  return exitCode;
}

const reasonNames: readonly (readonly [reason: ReconcileReason, name: string])[] = [
  ["upToDate", "up to date"],
  ["missing", "missing"],
  ["stale", "changed"],
  ["due", "due for another try"],
  ["waiting", "refused and not due yet"],
  ["invalid", "invalid and unchanged"],
  ["repeated", "repeated"],
];
const mostShown = 10;

function toSampleLines<T>(what: string, { count: all, first }: Sample<T>, toText: (one: T) => string): string[] {
  if (all === 0) return [];
  const shown = first.slice(0, mostShown).map((one) => `  ${printable(toText(one))}`);
  const more = all > shown.length ? [`  … and ${count(all - shown.length)} more`] : [];
  return [`${count(all)} ${what}:`, ...shown, ...more];
}
