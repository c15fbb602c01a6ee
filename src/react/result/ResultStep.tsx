"use client";
// Shows the last step: the results of all rows, likely causes, downloads, and undo.
import { type ReactElement, useMemo, useState } from "react";
import type { Source } from "../../contract/source.ts";
import { stringify } from "../../csv/write/stringify.ts";
import { countCauses } from "../../importer/review/problem-causes.ts";
import type { SourceListActions, SourceListState } from "../../importer/sources/source-list.ts";
import type { ImportReport, ReportRow, Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button, GuardedButton } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { download } from "../export/download.ts";
import { isCorrectable, toRecordsToCorrect, toResultRecords } from "../export/row-exports.ts";
import { toCauseTexts, toLikelyText } from "../messages/cause-text.ts";
import { RestNotice, SavedSources } from "./ResultParts.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { StatusBar, shownStatuses, toStatusCounts } from "./StatusBar.tsx";

export interface ResultStepProps {
  readonly report: ImportReport;
  /** The review that was sent, with the file's own columns for the download of rows to correct. */
  readonly review: Review;
  readonly sources: SourceListState;
  readonly onUndo: SourceListActions["askDelete"];
  readonly onImportRest: () => void;
  readonly onRestart: () => void;
}

export function ResultStep(props: ResultStepProps): ReactElement {
  const { report, review, sources, onUndo, onImportRest, onRestart } = props;
  const { messages, format, slotClass } = useCard();
  const words = messages.result;
  const counts = useMemo(() => toStatusCounts(report, messages), [report, messages]);
  const saved = report.parts.flatMap(({ source }) => (source ? [source] : []));
  const deleted = useDeleted(saved, sources);
  const [newest, ...older] = saved.filter(({ id }) => !deleted.has(id)).toReversed();
  const isUndone = saved.length > 0 && !newest;
  const { counters, heldBack, leftOut, rest } = report;
  const all = counters.total + heldBack + leftOut;
  const unknown = shownStatuses.reduce((rest, status) => rest - counters[status], counters.total);
  return (
    <div className={slotClass("section")} data-step="result">
      <div className="ieu-step-head">
        <div className="ieu-intro">
          <Heading depth={1} focusFor={report}>
            {words.heading}
          </Heading>
          <p className="ieu-hint">
            <RichText text={words.facts(report.sourceName, all, format.duration(report.duration), format)} />
          </p>
        </div>
        <GuardedButton onClick={onRestart}>{words.restart}</GuardedButton>
      </div>
      <p className="ieu-headline">
        {isUndone
          ? words.undone
          : counters.imported > 0
            ? words.connected(counters.imported, format)
            : words.noneConnected}
      </p>
      {isUndone && <p className="ieu-hint">{words.undoneHint}</p>}
      {rest && <RestNotice rest={rest} unconfirmed={report.unconfirmed} review={review} onImport={onImportRest} />}
      <StatusBar counts={counts} isPast={isUndone} />
      <SavedSources report={report} deleted={deleted} />
      {report.countsOnly && <Notice tone="fact" text={report.isAnswerLost ? words.countsOnly : words.resultsUnclear} />}
      {report.isAnswerLost && !report.countsOnly && <Notice tone="fact" text={words.found} />}
      {unknown > 0 && <Notice tone="fact" text={words.notCounted(unknown, format)} />}
      <ResultTable
        report={report}
        counts={counts}
        actions={(rows) => <Downloads report={report} rows={rows} review={review} />}
      >
        <ResultHints report={report} review={review} />
      </ResultTable>
      {newest && (
        <div className="ieu-actions">
          <Button look="dangerLink" onClick={() => onUndo(newest, ...older)}>
            {words.undo}
          </Button>
        </div>
      )}
    </div>
  );
}

// The sources that were listed and are gone: deleted here, under Saved sources, or elsewhere.
function useDeleted(saved: readonly Source[], { sources }: SourceListState): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const listed = new Set(sources.map(({ id }) => id));
  const found = saved.filter(({ id }) => listed.has(id) && !seen.has(id));
  if (found.length > 0) setSeen(new Set([...seen, ...found.map(({ id }) => id)]));
  return new Set([...seen].filter((id) => !listed.has(id)));
}

interface DownloadsProps {
  readonly report: ImportReport;
  /** The rows of the chosen filter. */
  readonly rows: readonly ReportRow[];
  readonly review: Review;
}

function Downloads({ report, rows, review }: DownloadsProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.result;
  const toCorrect = useMemo(() => report.rows.filter(isCorrectable).length, [report]);
  const isAll = rows.length === report.rows.length;

  function saveResults(): void {
    download(words.resultsFile(report.sourceName), stringify(toResultRecords(report, messages, rows)));
  }

  function saveRowsToCorrect(sent: Review): void {
    const { delimiter } = sent.table.dialect;
    const records = toRecordsToCorrect(sent, report, messages);
    download(words.fixesFile(report.sourceName), stringify(records, { delimiter }));
  }

  return (
    <div className="ieu-actions">
      <Button icon="download" onClick={saveResults}>
        {isAll ? words.downloadResults(rows.length, format) : messages.preview.downloadThese(rows.length, format)}
      </Button>
      {toCorrect > 0 && (
        <Button icon="download" onClick={() => saveRowsToCorrect(review)}>
          {words.downloadFixes(toCorrect, format)}
        </Button>
      )}
    </div>
  );
}

// Shares of all rows from which a status has a common cause: users without an account, or a faulty file.
const minHintShares = { not_found: 0.1, name_mismatch: 0.05, invalid_row: 0.05 } as const;

/** Names the cause when many rows have the same status. */
function ResultHints({ report, review }: Pick<ResultStepProps, "report" | "review">): ReactElement | null {
  const card = useCard();
  const { counters } = report;
  const kinds = Object.entries(minHintShares) as [HintedStatus, number][];
  const hints = kinds.filter(([status, share]) => counters.total > 0 && counters[status] / counters.total >= share);
  if (hints.length === 0) return null;
  return (
    <div className="ieu-stack">
      {hints.map(([status]) => (
        <Notice key={status} tone="hint" text={toHint(status, report, review, card)} />
      ))}
    </div>
  );
}

type HintedStatus = keyof typeof minHintShares;

function toHint(status: HintedStatus, { counters, rows }: ImportReport, review: Review, card: CardTexts): string {
  const { messages, format } = card;
  const words = messages.result.hints;
  const share = counters[status] / counters.total;
  if (status !== "invalid_row") return words[status](share, format);
  const refused = rows.flatMap(({ result }) => (result?.status === "invalid_row" ? [[result]] : []));
  return words.invalid_row(share, toCauseTexts(countCauses(refused), card), toLikelyText(review, card), format);
}
