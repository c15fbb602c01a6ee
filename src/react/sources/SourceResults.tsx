"use client";
// Shows the stored rows of a saved source, filtered by status and loaded page by page.
import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { StoredResult } from "../../contract/import.ts";
import { isRowStatus } from "../../contract/status.ts";
import { stringify } from "../../csv/write/stringify.ts";
import type { SourceListActions } from "../../importer/sources/source-list.ts";
import type { OpenedSource } from "../../importer/sources/source-results.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../controls/Notice.tsx";
import { download } from "../export/download.ts";
import { toStoredRecords } from "../export/row-exports.ts";
import { toFailureText, toSourceName } from "../messages/code-text.ts";
import { toResultMeaning } from "../messages/result-text.ts";
import { StatusWithMeaning } from "../result/ResultTable.tsx";
import { shownStatuses, toStatusCount, toStatusText } from "../result/StatusBar.tsx";
import type { DataColumn } from "../table/columns.ts";
import { DataTable } from "../table/DataTable.tsx";
import { type Chip, FilterChips } from "../table/FilterChips.tsx";

export interface SourceResultsProps {
  readonly opened: OpenedSource;
  readonly actions: Pick<
    SourceListActions,
    "filterResults" | "moreResults" | "allResults" | "retryResults" | "refresh"
  >;
}

export function SourceResults({ opened, actions }: SourceResultsProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sourceRows;
  const { status, results, filter } = opened;
  const isEmpty = results.length === 0;
  const isBusy = status === "loading" || status === "more";
  return (
    <div className="ieu-stack" aria-busy={isBusy}>
      <p className="ieu-hidden" aria-live="polite">
        {isBusy ? words.loading : status === "ready" ? words.loaded(results.length, format) : ""}
      </p>
      {status === "failed" && <Failure opened={opened} onRetry={actions.retryResults} />}
      {status === "none" && (
        <Notice
          tone="fact"
          role="alert"
          text={words.none}
          actions={<Button onClick={actions.refresh}>{words.refresh}</Button>}
        />
      )}
      {status === "loading" && isEmpty && <p className="ieu-empty">{words.loading}</p>}
      {status === "ready" && isEmpty && filter === null && <p className="ieu-empty">{words.empty}</p>}
      {(!isEmpty || (status === "ready" && filter !== null)) && <Rows opened={opened} actions={actions} />}
    </div>
  );
}

function Failure({ opened, onRetry }: { readonly opened: OpenedSource; readonly onRetry: () => void }): ReactElement {
  const { messages } = useCard();
  const words = messages.sourceRows;
  return (
    <Notice
      tone="problem"
      role="alert"
      title={words.failed}
      text={`${toFailureText(opened.failure, messages).title}.`}
      actions={<Button onClick={onRetry}>{words.retry}</Button>}
    />
  );
}

function Rows({ opened, actions }: SourceResultsProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sourceRows;
  const { source, results, hasNames, nextCursor, status } = opened;
  const columns = useMemo(() => toColumns(messages, hasNames), [messages, hasNames]);
  const chips = useMemo(() => toChips(opened, messages), [opened, messages]);
  const choose = (value: string) => actions.filterResults(isRowStatus(value) ? value : null);
  return (
    <>
      <DataTable
        caption={words.caption(toSourceName(source.name, messages))}
        columns={columns}
        rows={results}
        rowId={rowId}
        // Rows that are not loaded could be found, too.
        onArrange={actions.allResults}
        noRows={messages.table.noRows}
        toolbar={
          chips.length > 0 && (
            <FilterChips label={words.filter} chips={chips} chosen={opened.filter ?? "all"} onChoose={choose} />
          )
        }
      />
      <div className="ieu-actions">
        {nextCursor !== null && (
          <Button isBlocked={status === "more"} onClick={actions.moreResults}>
            {status === "more" ? words.loading : words.more}
          </Button>
        )}
        <DownloadResults opened={opened} onAll={actions.allResults} />
        {nextCursor !== null && <p className="ieu-hint">{words.part(results.length, format)}</p>}
      </div>
    </>
  );
}

interface DownloadResultsProps {
  readonly opened: OpenedSource;
  readonly onAll: () => void;
}

/** Saves the rows of the chosen filter, once all of them are loaded. */
function DownloadResults({ opened, onAll }: DownloadResultsProps): ReactElement | null {
  const { messages, format } = useCard();
  const { source, filter, results, nextCursor, status } = opened;
  const [isWanted, setWanted] = useState(false);
  const count = source.counters?.[filter ?? "total"] ?? (nextCursor === null ? results.length : null);

  function save(): void {
    const name = messages.result.resultsFile(toSourceName(source.name, messages));
    download(name, stringify(toStoredRecords(opened, messages)));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request
  useEffect(() => {
    if (!isWanted || (status !== "ready" && status !== "failed") || (status === "ready" && nextCursor !== null)) return;
    setWanted(false);
    if (status === "ready") save();
  }, [isWanted, status, nextCursor]);

  if (results.length === 0) return null;
  return (
    <Button
      icon="download"
      isBlocked={isWanted}
      onClick={() => {
        setWanted(true);
        onAll();
      }}
    >
      {isWanted && nextCursor !== null
        ? messages.sourceRows.loadingAll(results.length, format)
        : filter === null || count === null
          ? messages.result.downloadResults(count, format)
          : messages.preview.downloadThese(count, format)}
    </Button>
  );
}

// Counts come from the source, as the rows may be loaded only in part.
function toChips({ source }: OpenedSource, messages: CardTexts["messages"]): Chip<string>[] {
  const { counters } = source;
  if (!counters) return [];
  const counts = shownStatuses.map((status) => toStatusCount(status, counters[status], messages));
  return [
    { value: "all", label: messages.result.all, count: counters.total },
    ...counts.map((count) => ({ ...count, value: count.status })),
  ];
}

function toColumns(messages: CardTexts["messages"], hasNames: boolean): DataColumn<StoredResult>[] {
  const { sourceRows: words, result, fields } = messages;
  // The server does not store the row numbers of the file.
  const meaningOf = (row: StoredResult) => toResultMeaning(row, () => null, messages);
  const name: DataColumn<StoredResult> = {
    id: "name",
    header: fields.name,
    accessorFn: (row) => row.name ?? "",
    meta: { minWidth: "5.5rem", part: "name" },
  };
  return [
    {
      id: "place",
      header: words.place,
      accessorFn: ({ index }) => index + 1,
      meta: { isRowHeader: true, isNumber: true },
    },
    // First, so that it is seen where the table has to scroll.
    {
      id: "status",
      header: result.statusColumn,
      accessorFn: (row) => `${toStatusText(row.status, messages)} ${meaningOf(row)}`,
      cell: ({ row: { original: row } }) => <StatusWithMeaning status={row.status} meaning={meaningOf(row)} />,
      meta: { minWidth: "14rem", part: "status" },
    },
    {
      id: "user",
      header: fields.externalUserId,
      accessorFn: ({ externalUserId }) => externalUserId,
      meta: { minWidth: "7rem", part: "id" },
    },
    { id: "email", header: fields.email, accessorFn: ({ email }) => email, meta: { minWidth: "11rem", part: "email" } },
    ...(hasNames ? [name] : []),
  ];
}

function rowId({ index }: StoredResult): string {
  return String(index);
}
