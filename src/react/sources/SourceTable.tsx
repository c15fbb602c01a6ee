"use client";
// Shows one page of saved sources as a table, or as cards where it is narrow, with the rows of an opened source.
import { Fragment, type ReactElement, useId, useState } from "react";
import type { Source } from "../../contract/source.ts";
import { countDay, type DeltaDay, isDeltaDay } from "../../importer/sources/delta-days.ts";
import { findMissingParts } from "../../importer/sources/missing-parts.ts";
import type { SourceListActions } from "../../importer/sources/source-list.ts";
import type { OpenedSource } from "../../importer/sources/source-results.ts";
import { useCard } from "../context/card-context.ts";
import { useExtraScreens } from "../context/load-extra-screens.ts";
import { Button } from "../controls/Button.tsx";
import { toSourceName } from "../messages/code-text.ts";
import { StatusBar, shownStatuses, toStatusCount } from "../result/StatusBar.tsx";
import { TableBox } from "../table/TableBox.tsx";

export interface SourceTableProps {
  /** The sources of the page; the deltas of one day are one entry. */
  readonly entries: readonly (Source | DeltaDay)[];
  /** All sources loaded so far, to find the other parts of an import. */
  readonly all: readonly Source[];
  readonly lastPart: string | null;
  /** The source whose rows are shown. */
  readonly opened: OpenedSource | null;
  /** True if the server stores rows and the client can list them. */
  readonly offersResults: boolean;
  readonly actions: SourceListActions;
}

export function SourceTable({
  entries,
  all,
  lastPart,
  opened,
  offersResults,
  actions,
}: SourceTableProps): ReactElement {
  const { messages } = useCard();
  const words = messages.sources;
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const toRow = (source: Source, isOfDay = false) => (
    <SourceRow
      key={source.id}
      source={source}
      isOfDay={isOfDay}
      missing={source.name === lastPart ? [] : findMissingParts(source, all)}
      opened={opened?.source.id === source.id ? opened : null}
      offersResults={offersResults}
      actions={actions}
    />
  );

  function toggle(day: string): void {
    const others = [...unfolded].filter((one) => one !== day);
    setUnfolded(new Set(unfolded.has(day) ? others : [...others, day]));
  }

  return (
    <TableBox caption={words.caption}>
      <thead className="ieu-head">
        <tr className="ieu-row">
          {[words.name, words.date, words.rows, words.result].map((header) => (
            <th key={header} className="ieu-cell" scope="col" data-number={header === words.rows || undefined}>
              {header}
            </th>
          ))}
          <th className="ieu-cell" scope="col">
            <span className="ieu-hidden">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody className="ieu-body">
        {entries.map((entry) =>
          isDeltaDay(entry) ? (
            <Fragment key={entry.name}>
              <DayRow day={entry} isUnfolded={unfolded.has(entry.name)} onToggle={() => toggle(entry.name)} />
              {unfolded.has(entry.name) && entry.sources.map((source) => toRow(source, true))}
            </Fragment>
          ) : (
            toRow(entry)
          ),
        )}
      </tbody>
    </TableBox>
  );
}

interface DayRowProps {
  readonly day: DeltaDay;
  readonly isUnfolded: boolean;
  readonly onToggle: () => void;
}

/** The deltas of one day in one line, with their sums. */
function DayRow({ day, isUnfolded, onToggle }: DayRowProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.sources;
  const id = useId();
  const counters = countDay(day);
  const newest = day.sources[0]?.createdAt ?? "";
  return (
    <tr className={`ieu-row ${slotClass("source")}`}>
      <th id={id} className="ieu-cell" data-part="name" scope="row">
        {day.name}
      </th>
      <SummaryCells createdAt={newest} counters={counters} />
      <td className="ieu-cell" data-part="actions">
        <div className="ieu-source-actions">
          <Button look="link" icon="down" aria-describedby={id} aria-expanded={isUnfolded} onClick={onToggle}>
            {words.ofDay(day.sources.length, format)}
          </Button>
        </div>
      </td>
    </tr>
  );
}

interface SourceRowProps {
  readonly source: Source;
  /** True below the line of its day. */
  readonly isOfDay: boolean;
  /** The parts of the same import that are not saved. */
  readonly missing: readonly number[];
  /** Null while the rows are hidden. */
  readonly opened: OpenedSource | null;
  readonly offersResults: boolean;
  readonly actions: SourceListActions;
}

/** One saved source. */
function SourceRow({ source, isOfDay, missing, opened, offersResults, actions }: SourceRowProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.sources;
  const id = useId();
  const { name, createdAt, counters } = source;
  return (
    <>
      <tr className={`ieu-row ${slotClass("source")}`} data-of-day={isOfDay || undefined}>
        <th className="ieu-cell" data-part="name" scope="row">
          <span id={id}>{name || words.unnamed}</span>
          {missing.length > 0 && <span className="ieu-source-missing">{messages.parts.missing(missing, format)}</span>}
        </th>
        <SummaryCells createdAt={createdAt} counters={counters} />
        <td className="ieu-cell" data-part="actions">
          <div className="ieu-source-actions">
            {offersResults && (
              <Button
                look="link"
                icon="down"
                aria-describedby={id}
                aria-expanded={opened !== null}
                aria-controls={opened ? `${id}-rows` : undefined}
                onClick={() => actions.toggleResults(source)}
              >
                {messages.sourceRows.toggle}
              </Button>
            )}
            <Button look="dangerLink" aria-describedby={id} onClick={() => actions.askDelete(source)}>
              {words.delete}
            </Button>
          </div>
        </td>
      </tr>
      {opened && <SourceDetail id={`${id}-rows`} opened={opened} actions={actions} />}
    </>
  );
}

// Date, number of rows and result: the cells that a source and the deltas of a day have in common.
function SummaryCells({ createdAt, counters }: Pick<Source, "createdAt" | "counters">): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sources;
  return (
    <>
      <td className="ieu-cell" data-part="date">
        {createdAt && <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>}
      </td>
      <td className="ieu-cell" data-part="rows" data-label={words.rows} data-number>
        {counters ? format.number(counters.total) : "–"}
      </td>
      <td className="ieu-cell" data-part="result">
        {counters ? <Numbers counters={counters} /> : <span className="ieu-hint">{words.noCounters}</span>}
      </td>
    </>
  );
}

function Numbers({ counters }: { readonly counters: NonNullable<Source["counters"]> }): ReactElement {
  const { messages, format } = useCard();
  const counts = shownStatuses.map((status) => toStatusCount(status, counters[status], messages));
  const parts = counts.filter(({ count }) => count > 0);
  return (
    <>
      <StatusBar counts={counts} isDecoration />
      <span className="ieu-counts">
        {/* Non-breaking spaces keep each number beside its label, and each dot behind it. */}
        {parts.map(({ count, label }) => `${format.number(count)} ${label}`.replaceAll(" ", "\u00A0")).join("\u00A0· ")}
      </span>
    </>
  );
}

interface SourceDetailProps {
  readonly id: string;
  readonly opened: OpenedSource;
  readonly actions: SourceListActions;
}

/** The row below an opened source, over the whole width of the table. */
function SourceDetail({ id, opened, actions }: SourceDetailProps): ReactElement {
  const { messages } = useCard();
  const words = messages.sourceRows;
  const extra = useExtraScreens();
  const name = toSourceName(opened.source.name, messages);
  return (
    <tr className="ieu-row ieu-source-detail">
      <td className="ieu-cell" colSpan={5}>
        <section id={id} className="ieu-source-rows" aria-label={words.region(name)}>
          {extra ? (
            <extra.SourceResults opened={opened} actions={actions} />
          ) : (
            <div className="ieu-empty" role="status">
              {opened.status === "failed" ? (
                <>
                  {words.failed} <Button onClick={actions.retryResults}>{words.retry}</Button>
                </>
              ) : (
                words.loading
              )}
            </div>
          )}
        </section>
      </td>
    </tr>
  );
}
