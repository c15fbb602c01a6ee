"use client";
// Last step: what became of the rows, and what to do next.
import { type ReactElement, useMemo, useState } from "react";
import type { Counters } from "../../contract/status.ts";
import { stringify } from "../../csv/write/stringify.ts";
import type { SourceListActions, SourceListState } from "../../importer/sources/source-list.ts";
import type { ImportReport, Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button, GuardedButton } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { download } from "../export/download.ts";
import { canBeFixed, toFixRecords, toResultRecords } from "../export/row-exports.ts";
import { ResultTable } from "./ResultTable.tsx";
import { StatusBar, shownStatuses, toStatusCounts } from "./StatusBar.tsx";

export interface ResultStepProps {
  readonly report: ImportReport;
  /** What was sent: the file's own columns, for the rows to fix. */
  readonly review: Review | null;
  readonly sources: SourceListState;
  readonly onUndo: SourceListActions["askDelete"];
  readonly onRestart: () => void;
}

export function ResultStep({ report, review, sources, onUndo, onRestart }: ResultStepProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.result;
  const counts = useMemo(() => toStatusCounts(report, messages), [report, messages]);
  const isUndone = useIsUndone(report, sources);
  const { source, counters, heldBack } = report;
  const unknown = shownStatuses.reduce((rest, status) => rest - counters[status], counters.total);
  return (
    <div className={slotClass("section")} data-step="result">
      <div className="ieu-step-head">
        <div className="ieu-intro">
          <Heading depth={1} focusFor={report}>
            {words.heading}
          </Heading>
          <p className="ieu-hint">
            <RichText
              text={words.facts(report.sourceName, counters.total + heldBack, format.duration(report.duration), format)}
            />
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
      <StatusBar counts={counts} isPast={isUndone} />
      {report.countsOnly && <Notice tone="fact" text={words.countsOnly} />}
      {unknown > 0 && <Notice tone="fact" text={words.notCounted(unknown, format)} />}
      <ResultTable report={report} counts={counts} actions={<Downloads report={report} review={review} />}>
        <ResultHints counters={counters} />
      </ResultTable>
      {source && !isUndone && (
        <div className="ieu-actions">
          <Button look="dangerLink" onClick={() => onUndo(source)}>
            {words.undo}
          </Button>
        </div>
      )}
    </div>
  );
}

// It was listed and is not any more: undone here, below under Saved sources, or elsewhere.
function useIsUndone({ source }: ImportReport, { sources }: SourceListState): boolean {
  const [wasListed, setWasListed] = useState(false);
  const isListed = source !== null && sources.some(({ id }) => id === source.id);
  if (isListed && !wasListed) setWasListed(true);
  return wasListed && !isListed;
}

function Downloads({ report, review }: { readonly report: ImportReport; readonly review: Review | null }) {
  const { messages } = useCard();
  const words = messages.result;
  const canFix = useMemo(() => report.rows.some(canBeFixed), [report]);

  function saveResults(): void {
    download(words.resultsFile(report.sourceName), stringify(toResultRecords(report, messages)));
  }

  function saveFixes(kept: Review): void {
    const { delimiter } = kept.table.dialect;
    const records = toFixRecords(kept, report, messages);
    download(words.fixesFile(report.sourceName), stringify(records, { delimiter }));
  }

  return (
    <div className="ieu-actions">
      <Button icon="download" onClick={saveResults}>
        {words.downloadResults}
      </Button>
      {canFix && review && (
        <Button icon="download" onClick={() => saveFixes(review)}>
          {words.downloadFixes}
        </Button>
      )}
    </div>
  );
}

// From these shares on it is more than single rows: people leave (not found), files are wrong (the other two).
const notable = { not_found: 0.1, name_mismatch: 0.05, invalid_row: 0.05 } as const;

function ResultHints({ counters }: { readonly counters: Counters }): ReactElement | null {
  const { messages, format } = useCard();
  const kinds = Object.entries(notable) as [keyof typeof notable, number][];
  const hints = kinds.filter(([status, share]) => counters.total > 0 && counters[status] / counters.total >= share);
  if (hints.length === 0) return null;
  return (
    <div className="ieu-stack">
      {hints.map(([status]) => (
        <Notice
          key={status}
          tone="hint"
          text={messages.result.hints[status](counters[status] / counters.total, format)}
        />
      ))}
    </div>
  );
}
