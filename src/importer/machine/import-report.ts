// Reports a run: the parts that were saved, the server's result for every row, and what remains of the file.
import type { ImportOutcome } from "../../client/import-client.ts";
import type { RowResult } from "../../contract/import.ts";
import { type Counters, countStatuses } from "../../contract/status.ts";
import { trimText } from "../../contract/text.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type {
  FailedState,
  ImportingState,
  ImportPart,
  ImportReport,
  ImportRun,
  PausedState,
  ReportPart,
  ReportRow,
  RestOfFile,
  Review,
} from "../state.ts";

/** The report of a run with the parts saved so far. */
export function toReport(state: ImportingState | PausedState | FailedState, endedAt: number): ImportReport {
  const { run, review } = state;
  const parts = run.saved.map((outcome, place) => toReportPart(run.parts[place], outcome));
  const next = run.parts[run.saved.length];
  const reached = rowsUpTo(review.rows, next);
  const { leftOut } = review;
  const heldBack = new Set(run.heldBack);
  const hasNoResults = parts.every(({ countsOnly }) => countsOnly);
  return {
    parts,
    partCount: run.parts.length,
    sourceName: trimText(state.sourceName),
    fileName: review.file.name,
    counters: sumCounters(parts.map(({ counters }) => counters)),
    rows: hasNoResults ? [] : joinResults(reached, run, leftOut),
    heldBack: reached.filter((row) => heldBack.has(row)).length,
    leftOut: reached.filter(({ number }) => leftOut.has(number)).length,
    countsOnly: parts.some(({ countsOnly }) => countsOnly),
    isAnswerLost: parts.some(({ isAnswerLost }) => isAnswerLost),
    unconfirmed: state.status === "failed" && state.failure.outcomeUnknown ? (next?.sourceName ?? null) : null,
    rest: next ? toUnsentRest(review.rows, reached.length) : toUnreadRest(review),
    duration: endedAt - run.startedAt,
  };
}

function toReportPart(part: ImportPart | undefined, outcome: ImportOutcome): ReportPart {
  return {
    source: outcome.source,
    sourceName: part?.sourceName ?? "",
    counters: toCounters(outcome),
    countsOnly: outcome.results.length === 0,
    isAnswerLost: outcome.adopted === true,
  };
}

// The table and the bar must show the same numbers, so counting the results comes before the server's own counters.
function toCounters({ results, source }: ImportOutcome): Counters {
  return results.length === 0 && source?.counters ? source.counters : countStatuses(results);
}

function sumCounters(all: readonly Counters[]): Counters {
  const sum: Record<string, number> = { ...countStatuses([]) };
  for (const counters of all) {
    for (const [key, count] of Object.entries(counters)) sum[key] = (sum[key] ?? 0) + count;
  }
  return sum as unknown as Counters;
}

// The rows above the first one of a part that was not sent; all rows if every part was sent.
function rowsUpTo(rows: readonly ImportRow[], next: ImportPart | undefined): readonly ImportRow[] {
  const [first] = next?.sent ?? [];
  return first ? rows.slice(0, rows.indexOf(first)) : rows;
}

function joinResults(rows: readonly ImportRow[], run: ImportRun, leftOut: ReadonlySet<number>): ReportRow[] {
  const heldBack = new Set(run.heldBack);
  const byRow = new Map<ImportRow, RowResult | null>();
  let start = 0;
  for (const [place, { results }] of run.saved.entries()) {
    const sent = run.parts[place]?.sent ?? [];
    if (results.length > 0) for (const row of sent) byRow.set(row, null);
    for (const result of results) {
      const row = sent[result.index];
      if (row) byRow.set(row, withStart(result, start));
    }
    start += sent.length;
  }
  return rows.flatMap((row): ReportRow[] => {
    if (leftOut.has(row.number)) return [{ row, result: null, isLeftOut: true }];
    const result = byRow.get(row);
    return result === undefined && !heldBack.has(row) ? [] : [{ row, result: result ?? null }];
  });
}

/** A result with its index, and those of its warnings, counted from `start`: the server counts the users of one request. */
export function withStart(result: RowResult, start: number): RowResult {
  if (start === 0) return result;
  const warnings = result.warnings.map((warning) => {
    return warning.firstIndex === undefined ? warning : { ...warning, firstIndex: warning.firstIndex + start };
  });
  return { ...result, index: result.index + start, warnings };
}

function toUnsentRest(rows: readonly ImportRow[], reached: number): RestOfFile {
  const [first, last] = [rows[reached]?.number ?? 0, rows.at(-1)?.number ?? null];
  return { count: rows.length - reached, estimated: false, firstRow: first, lastRow: last };
}

function toUnreadRest({ table, rows }: Review): RestOfFile | null {
  const notice = table.notices.find(({ code }) => code === "rows_over_limit");
  if (notice?.code !== "rows_over_limit") return null;
  const { count, estimated = false, firstRow, lastRow } = notice;
  return { count: count - rows.length, estimated, firstRow, lastRow };
}
