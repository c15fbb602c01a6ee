// What a run's report means to a script.
import type { Alert } from "../../sync/report/alerts.ts";
import type { SyncReport } from "../../sync/report/sync-report.ts";
import { exitCodeOf } from "../terminal/cli-errors.ts";
import { exitCodes } from "../terminal/exit-codes.ts";

/** The exit code. @param crossed the alerts that the command line asked for. */
export function toExitCode(report: SyncReport, crossed: readonly Alert[], unreadable: number): number {
  switch (report.state) {
    case "aborted":
      return exitCodes.interrupted;
    case "stopped_by_guard":
      return exitCodes.alert;
    case "partial":
      return isBegun(report) && report.failure?.code !== "input_changed"
        ? exitCodes.partlyDone
        : exitCodeOf(report.failure?.code ?? "");
    case "done":
      return crossed.length > 0 || unreadable > 0 ? exitCodes.alert : exitCodes.ok;
  }
}

/** True when something may have been saved, so that there is a run to resume or to undo. */
export function isBegun({ batches, counters, isDryRun }: SyncReport): boolean {
  return !isDryRun && (batches > 0 || (counters.pendingReasons.outcome_unknown ?? 0) > 0);
}
