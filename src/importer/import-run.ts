// One confirmed start: which rows it sends, and what became of each.
import type { ImportOutcome } from "../client/import-client.ts";
import type { ImportRequest } from "../contract/import.ts";
import { type Counters, countStatuses } from "../contract/status.ts";
import { trimText } from "../contract/text.ts";
import { toWireUser } from "../contract/user.ts";
import type { ImportRow } from "../csv/rows/import-rows.ts";
import type { ImporterEvent } from "./events.ts";
import type { ImportingState, ImportReport, ReportRow, Review, Run } from "./state.ts";

type Started = Extract<ImporterEvent, { type: "importStarted" }>;

/** True for a row that goes to the server. */
export function sendable(row: ImportRow, skipInvalid: boolean): boolean {
  return !skipInvalid || row.user !== null;
}

/** The run that a start begins. */
export function toRun(review: Review, { key, startedAt, skipInvalid }: Started): Run {
  const sent = review.rows.filter((row) => sendable(row, skipInvalid));
  const heldBack = review.rows.filter((row) => !sendable(row, skipInvalid));
  return { key, startedAt, sent, heldBack, retry: null };
}

/** What a run sends. Rows with problems go as they are: the server's verdict is the only one. */
export function toImportRequest({ sourceName, run }: ImportingState): ImportRequest {
  return { sourceName: trimText(sourceName), users: run.sent.map((row) => row.user ?? toWireUser(row.input)) };
}

/** What the server's answer says about every row of the file. */
export function toReport(state: ImportingState, outcome: ImportOutcome, finishedAt: number): ImportReport {
  const { run, review } = state;
  const countsOnly = outcome.results.length === 0;
  return {
    source: outcome.source,
    sourceName: trimText(state.sourceName),
    fileName: review.file.name,
    counters: toCounters(outcome),
    rows: countsOnly ? [] : joinResults(review.rows, run, outcome),
    heldBack: run.heldBack.length,
    countsOnly,
    duration: finishedAt - run.startedAt,
  };
}

// What the table shows must add up to what the bar shows, so the results count before the server's own numbers.
function toCounters({ results, source }: ImportOutcome): Counters {
  return results.length === 0 && source?.counters ? source.counters : countStatuses(results);
}

function joinResults(rows: readonly ImportRow[], run: Run, { results }: ImportOutcome): ReportRow[] {
  const byIndex = new Map(results.map((result) => [result.index, result]));
  const byRow = new Map(run.sent.map((row, index) => [row, byIndex.get(index) ?? null]));
  return rows.map((row) => ({ row, result: byRow.get(row) ?? null }));
}
