// Reports on a run: progress, guards, alerts and summary as text, and the exit code.
import { acknowledgedStatuses, refusedStatuses } from "../../sync/report/outcome.ts";
import type { SyncProgress, SyncReport } from "../../sync/report/sync-report.ts";
import type { SyncOptions } from "../../sync/run/sync-options.ts";
import type { AlertLimits } from "../commands/option-values.ts";
import { toExitCode, toSyncFailureText } from "../terminal/failures.ts";
import { count, exitCodes, type Output, percent, plural, printable } from "../terminal/terminal.ts";
import type { Pace } from "./pace.ts";

type Alert = SyncReport["alerts"][number];
type TrippedGuard = SyncReport["guards"][number];

/** The guards of a run: each `--allow` flag overrides its own guard, and the reason goes to the audit log. */
export function toGuards(options: {
  readonly allowShrink?: string;
  readonly allowInvalid?: string;
}): NonNullable<SyncOptions["guards"]> {
  const { allowShrink, allowInvalid } = options;
  const reason = [allowShrink, allowInvalid].filter(Boolean).join("; ");
  const shrink = allowShrink === undefined ? [] : (["input_shrunk"] as const);
  const invalid = allowInvalid === undefined ? [] : (["first_batch_invalid", "first_batch_refused"] as const);
  return reason === "" ? {} : { override: { reason, guards: [...shrink, ...invalid] } };
}

/** The alerts of a run: limits of `--alert` count from the first user on; without the flag, the defaults are only printed. */
export function toAlerts({ alert }: { readonly alert?: AlertLimits }): NonNullable<SyncOptions["alerts"]> {
  if (!alert) return {};
  const { age, ...maxStatusShares } = alert;
  return { maxStatusShares, maxAge: age, minUsers: 1 };
}

/** The name of a run that was given none. It is unique, by the end of the run's id: a lost answer is looked for by its name. */
export function toDefaultName(kind: string, runId: string | undefined): string {
  const end = runId === undefined ? "" : ` ${runId.slice(-4)}`;
  return `${kind} ${new Date().toISOString().slice(0, 16).replace("T", " ")}${end}`;
}

/** Updates the progress display, and prints events that need attention at once. */
export function showProgress(event: SyncProgress, update: (text: string) => void, output: Output, pace?: Pace): void {
  const text = toEventText(event);
  if (text !== null) output.note(text);
  if (event.type !== "runFinished") update(`${toProgressText(event)}${pace?.toText(event) ?? ""}`);
}

/** The progress of a run on one line. */
export function toProgressText({ counters, total }: SyncProgress): string {
  const of = total === null ? "" : ` of ${count(total)}`;
  const refused = counters.refused === 0 ? "" : `, ${count(counters.refused)} refused`;
  return `${count(counters.total)}${of} users answered${refused}`;
}

function toEventText(event: SyncProgress): string | null {
  if (event.type === "runResumed") return `Resuming: ${count(event.answered)} users were answered before.`;
  if (event.type === "batchHalved") return "The request is too large for the server: sending it in halves.";
  if (event.type !== "attemptFailed") return null;
  const { delay, error, attempt, attempts } = event.notice;
  return `Attempt ${attempt - 1} of ${attempts} failed (${error.code}). Trying again in ${Math.ceil(delay / 1000)} s.`;
}

/**
 * The result of a run, counted by outcome.
 *
 * @param heldBack number of rows that were not sent
 * @param unread how much of the input was not read; null where all of it was, or its size is in the counts
 */
export function toSummary(report: SyncReport, heldBack: number, unread: string | null = null): string[] {
  const { counters, state, isDryRun, sources } = report;
  const { total, acknowledged, refused, pending, statuses, pendingReasons } = counters;
  const byStatus = (names: readonly (keyof typeof statuses)[]) => toCounts(names.map((name) => [name, statuses[name]]));
  const notRead = unread === null ? [] : [`  not read       ${unread}`];
  const held =
    heldBack > 0 ? [`  held back      ${count(heldBack)}: not sent because of problems`, ...notRead] : notRead;
  if (isDryRun) {
    const results = byStatus([...acknowledgedStatuses, ...refusedStatuses]);
    const checked = pendingReasons.dry_run ?? 0;
    const of = checked === total ? plural(total, "user") : `${count(checked)} of ${plural(total, "user")}`;
    return [`${headings[state]}: ${of} checked, nothing saved${results}.`, ...held];
  }
  const heading = state === "partial" && !mayHaveSaved(report) ? "Failed" : headings[state];
  return [
    `${heading}: ${plural(total, "user")} in ${plural(sources.length, "source")}.`,
    `  acknowledged   ${count(acknowledged)}${byStatus(acknowledgedStatuses)}`,
    `  refused        ${count(refused)}${byStatus(refusedStatuses)}`,
    `  pending        ${count(pending)}${toCounts(Object.entries(pendingReasons))}`,
    ...held,
  ];
}

const headings: Readonly<Record<SyncReport["state"], string>> = {
  done: "Done",
  partial: "Partly done",
  aborted: "Interrupted",
  stopped_by_guard: "Stopped",
};

/** ": 2 imported, 3 not_found", without zeros; empty if all are zero. */
export function toCounts(counts: readonly (readonly [name: string, count: number])[]): string {
  const positive = counts.filter(([, number]) => number > 0);
  return positive.length === 0 ? "" : `: ${positive.map(([name, number]) => `${count(number)} ${name}`).join(", ")}`;
}

/** Prints the guards, alerts and failures of a run. */
export function sayWarnings(
  { guards, failure, counters }: Pick<SyncReport, "guards" | "failure" | "counters">,
  alerts: readonly Alert[],
  output: Output,
): void {
  for (const guard of guards) output.warn(output.paint("yellow", toGuardText(guard)));
  for (const alert of alerts) output.warn(output.paint("yellow", toAlertText(alert)));
  const unknown = toUnknownText(counters);
  if (unknown !== null) output.warn(output.paint("yellow", unknown));
  if (failure && failure.code !== "guard_tripped") output.warn(output.paint("red", toSyncFailureText(failure)));
}

// Null where every answer says what became of its users.
function toUnknownText({ pendingReasons }: SyncReport["counters"]): string | null {
  const { results_unknown: unknown = 0, unknown_status: strange = 0 } = pendingReasons;
  if (unknown + strange === 0) return null;
  const whom = `${plural(unknown + strange, "user")} of saved sources`;
  return `The server's answers do not say reliably what became of ${whom}. The next run sends them again, which does no harm.`;
}

function toGuardText({ code, share, most, override }: TrippedGuard): string {
  const [what, flag] = guardTexts[code];
  const sentence = `${percent(share)} ${what} (limit: ${percent(most)}).`;
  if (override !== null) return `${sentence} Continuing anyway: ${printable(override)}`;
  return `${sentence} If this is correct, add ${flag} "<reason>".`;
}

const guardTexts: Readonly<Record<TrippedGuard["code"], readonly [what: string, flag: string]>> = {
  first_batch_invalid: ["of the first batch is invalid, so nothing was sent", "--allow-invalid"],
  first_batch_refused: ["of the first batch was refused as invalid, so nothing more was sent", "--allow-invalid"],
  input_shrunk: ["of the users of the last run are missing", "--allow-shrink"],
};

function toAlertText(alert: Alert): string {
  switch (alert.code) {
    case "high_rate": {
      const { count: number, status, judged, share, most } = alert;
      return `Alert: ${count(number)} of ${count(judged)} users (${percent(share)}) are ${status} (limit: ${percent(most)}).`;
    }
    case "input_shrunk":
      return `Alert: ${percent(alert.share)} of the users of the last run are missing (limit: ${percent(alert.most)}).`;
    case "no_recent_success": {
      const { lastSuccessAt } = alert;
      return `Alert: ${lastSuccessAt === null ? "no run has succeeded so far" : `the last successful run was on ${lastSuccessAt}`}.`;
    }
  }
}

/** The alerts that change the exit code: those requested with `--alert`, and an input that shrank unnoticed. */
export function toRequestedAlerts({ alert = {} }: { readonly alert?: AlertLimits }, alerts: readonly Alert[]): Alert[] {
  return alerts.filter((one) => {
    if (one.code === "input_shrunk") return true;
    return one.code === "high_rate" ? alert[one.status] !== undefined : alert.age !== undefined;
  });
}

/** The exit code of a run. @param alerts the requested ones. @param unreadable number of rows that can't be sent. */
export function toRunExitCode(report: SyncReport, alerts: readonly Alert[], unreadable: number): number {
  switch (report.state) {
    case "aborted":
      return exitCodes.interrupted;
    case "stopped_by_guard":
      return exitCodes.guard;
    case "partial":
      return mayHaveSaved(report) && report.failure?.code !== "input_changed"
        ? exitCodes.partlyDone
        : toExitCode(report.failure?.code ?? "", report.failure?.cause);
    case "done":
      return alerts.length > 0 || unreadable > 0 ? exitCodes.alert : exitCodes.ok;
  }
}

/** What is printed when the command is asked to stop. @param grace in milliseconds */
export function toStopAdvice(grace: number): string {
  const wait = grace > 0 ? `after the answer it waits for, at most ${Math.ceil(grace / 1_000)} s` : "now";
  return `Stopping ${wait}. All answers so far are saved. Stop again to end at once.`;
}

/** What to do about a run that was interrupted before anything was sent, which leaves nothing to resume; null for another. */
export function toRestartAdvice(report: SyncReport): string | null {
  return report.state === "aborted" && !report.isDryRun && !mayHaveSaved(report)
    ? "Nothing was sent. Run the command again."
    : null;
}

/** True if something may have been saved, so that there is a run to resume or undo. */
export function mayHaveSaved({ batches, counters, isDryRun }: SyncReport): boolean {
  return !isDryRun && (batches > 0 || (counters.pendingReasons.outcome_unknown ?? 0) > 0);
}
