// A run in words: how far it is, what it came to, and what to do next.
import type { Alert } from "../../sync/report/alerts.ts";
import type { SyncCounters } from "../../sync/report/counters.ts";
import type { TrippedGuard } from "../../sync/report/guards.ts";
import { acknowledgedStatuses, refusedStatuses } from "../../sync/report/outcome.ts";
import type { SyncProgress, SyncReport } from "../../sync/report/sync-report.ts";
import { count, percent, plural } from "../terminal/numbers.ts";
import { printable } from "../terminal/printable.ts";

/** How far a run is, on one line. */
export function toProgressText({ counters, total }: SyncProgress): string {
  const of = total === null ? "" : ` of ${count(total)}`;
  const refused = counters.refused === 0 ? "" : `, ${count(counters.refused)} refused`;
  return `${count(counters.total)}${of} users answered${refused}`;
}

/** What a person should hear of at once; null for everything else. */
export function toEventText(event: SyncProgress): string | null {
  if (event.type === "runResumed") return `Going on: ${count(event.answered)} users were answered before.`;
  if (event.type === "batchHalved") return "The server finds the request too large: going on in halves.";
  if (event.type !== "attemptFailed") return null;
  const { delay, error, attempt, attempts } = event.notice;
  return `Attempt ${attempt - 1} of ${attempts} failed (${error.code}), the next one in ${Math.ceil(delay / 1000)} s.`;
}

/** What a run came to. @param heldBack rows that were not handed to it. */
export function toSummary({ counters, state, isDryRun, sources, batches }: SyncReport, heldBack: number): string[] {
  const { total, acknowledged, refused, pending, statuses, pendingReasons } = counters;
  const named = (names: readonly (keyof SyncCounters["statuses"])[]) =>
    list(names.map((name) => [name, statuses[name]]));
  const held = heldBack > 0 ? [`  held back      ${count(heldBack)}: not sent, because of their problems`] : [];
  if (isDryRun) {
    const verdicts = named([...acknowledgedStatuses, ...refusedStatuses]);
    const judged = pendingReasons.dry_run ?? 0;
    const of = judged === total ? plural(total, "user") : `${count(judged)} of ${plural(total, "user")}`;
    return [`${headings[state]}: ${of} judged, nothing saved${verdicts}.`, ...held];
  }
  const heading = state === "partial" && batches === 0 ? "Failed" : headings[state];
  return [
    `${heading}: ${plural(total, "user")} in ${plural(sources.length, "source")}.`,
    `  acknowledged   ${count(acknowledged)}${named(acknowledgedStatuses)}`,
    `  refused        ${count(refused)}${named(refusedStatuses)}`,
    `  pending        ${count(pending)}${list(Object.entries(pendingReasons))}`,
    ...held,
  ];
}

const headings: Readonly<Record<SyncReport["state"], string>> = {
  done: "Done",
  partial: "Done in part",
  aborted: "Interrupted",
  stopped_by_guard: "Stopped",
};

/** "2 one, 3 other" behind a colon, without what there is none of. */
export function list(counts: readonly (readonly [name: string, count: number])[]): string {
  const some = counts.filter(([, number]) => number > 0);
  return some.length === 0 ? "" : `: ${some.map(([name, number]) => `${count(number)} ${name}`).join(", ")}`;
}

/** Why a guard stopped a run, or would have. */
export function toGuardText({ code, share, most, override }: TrippedGuard): string {
  const [found, flag] = guardTexts[code];
  const sentence = `${percent(share)} ${found}, more than the ${percent(most)} that pass unasked.`;
  if (override !== null) return `${sentence} Going on all the same: ${printable(override)}`;
  return `${sentence} If that is right, add ${flag} "why it is".`;
}

const guardTexts: Readonly<Record<TrippedGuard["code"], readonly [string, string]>> = {
  first_batch_invalid: ["of the first batch are invalid: nothing was sent", "--allow-invalid"],
  first_batch_refused: ["of the first batch were refused as invalid: nothing more was sent", "--allow-invalid"],
  input_shrunk: ["of the users of the last run are missing", "--allow-shrink"],
};

/** What somebody should hear of although the run went on. */
export function toAlertText(alert: Alert): string {
  switch (alert.code) {
    case "high_rate": {
      const { count: number, status, judged, share, most } = alert;
      return `Alert: ${count(number)} of ${count(judged)} users are ${status}: ${percent(share)}, more than ${percent(most)}.`;
    }
    case "input_shrunk":
      return `Alert: ${percent(alert.share)} of the users of the last run are missing, more than ${percent(alert.most)}.`;
    case "no_recent_success": {
      const { lastSuccessAt } = alert;
      return `Alert: ${lastSuccessAt === null ? "no run ended well so far" : `the last run that ended well was on ${lastSuccessAt}`}.`;
    }
  }
}
