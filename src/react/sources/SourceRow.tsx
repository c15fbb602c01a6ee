"use client";
// One saved source: a row of the table, and a card where there is no room for one.
import { type ReactElement, useId } from "react";
import type { Source } from "../../contract/source.ts";
import type { OpenedSource, SourceListActions } from "../../importer/actions.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { StatusBar } from "../result/StatusBar.tsx";
import { shownStatuses, toStatusCount } from "../result/status-counts.ts";
import { SourceDetail } from "./SourceDetail.tsx";

export interface SourceRowProps {
  readonly source: Source;
  /** Null while its rows are hidden. */
  readonly opened: OpenedSource | null;
  readonly offersResults: boolean;
  readonly actions: SourceListActions;
}

export function SourceRow({ source, opened, offersResults, actions }: SourceRowProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.sources;
  const id = useId();
  const { name, createdAt, counters } = source;
  return (
    <>
      <tr className={`ieu-row ${slotClass("source")}`}>
        <th id={id} className="ieu-cell" data-part="name" scope="row">
          {name || words.unnamed}
        </th>
        <td className="ieu-cell" data-part="date">
          {createdAt && <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>}
        </td>
        <td className="ieu-cell" data-part="rows" data-label={words.rows} data-number>
          {counters ? format.number(counters.total) : "–"}
        </td>
        <td className="ieu-cell" data-part="result">
          {counters ? <Numbers counters={counters} /> : <span className="ieu-hint">{words.noCounters}</span>}
        </td>
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

function Numbers({ counters }: { readonly counters: NonNullable<Source["counters"]> }): ReactElement {
  const { messages, format } = useCard();
  const counts = shownStatuses.map((status) => toStatusCount(status, counters[status], messages));
  const parts = counts.filter(({ count }) => count > 0);
  return (
    <>
      <StatusBar counts={counts} isDecoration />
      <span className="ieu-counts">
        {/* A number stays beside its words. */}
        {parts.map(({ count, label }) => `${format.number(count)} ${label}`.replaceAll(" ", "\u00A0")).join(" · ")}
      </span>
    </>
  );
}
