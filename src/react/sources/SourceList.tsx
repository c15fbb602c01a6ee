"use client";
// Lists the saved sources, newest first, with their counts and a button to delete each.
import { type ReactElement, useMemo, useState } from "react";
import type { Rollback } from "../../contract/source.ts";
import { foldDeltas } from "../../importer/sources/delta-days.ts";
import type { SourceListActions, SourceListState } from "../../importer/sources/source-list.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { Notice } from "../controls/Notice.tsx";
import { toFailureText } from "../messages/code-text.ts";
import { PageButton } from "../table/Pager.tsx";
import { SourceTable } from "./SourceTable.tsx";

export interface SourceListProps {
  readonly list: SourceListState;
  /** The source of the last saved part of an import that has not ended. */
  readonly lastPart: string | null;
  readonly actions: SourceListActions;
  /** The heading takes focus each time this becomes another object. */
  readonly focusFor: object | null;
}

const sourcesPerPage = 10;

export function SourceList({ list, lastPart, actions, focusFor }: SourceListProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.sources;
  const [requestedPage, setRequestedPage] = useState(0);
  const [dismissed, setDismissed] = useState<object | null>(null);
  const { sources, status, nextCursor, rolledBack } = list;
  const entries = useMemo(() => foldDeltas(sources), [sources]);
  const last = Math.max(0, Math.ceil(entries.length / sourcesPerPage) - 1);
  const page = Math.min(requestedPage, last);
  const shown = entries.slice(page * sourcesPerPage, (page + 1) * sourcesPerPage);

  function turnTo(next: number): void {
    setRequestedPage(next);
    if (next > last) actions.loadMore();
  }

  // The focused button disappears, so the heading takes focus.
  function dismiss(): void {
    actions.dismissNotice();
    setDismissed({});
  }

  return (
    <div className={slotClass("section")} data-step="sources">
      <div className="ieu-step-head">
        <Heading depth={1} focusFor={rolledBack ?? focusFor ?? dismissed}>
          {words.heading}
        </Heading>
        {sources.length > 0 && <p className="ieu-hint">{words.count(sources.length, nextCursor !== null, format)}</p>}
      </div>
      <div className="ieu-live" aria-live="polite">
        {rolledBack && <RollbackNotice rollback={rolledBack} count={list.rolledBackCount} onDismiss={dismiss} />}
      </div>
      {status === "failed" && <LoadFailure list={list} onRetry={actions.refresh} />}
      {sources.length === 0 && status !== "failed" && (
        <p className="ieu-empty">{status === "loading" ? words.loading : words.empty}</p>
      )}
      {shown.length > 0 && (
        <SourceTable
          entries={shown}
          all={sources}
          lastPart={lastPart}
          opened={list.opened}
          offersResults={list.extensions.includes("results")}
          actions={actions}
        />
      )}
      {(last > 0 || nextCursor !== null) && (
        <SourcePages
          page={page}
          isLoading={status === "more"}
          isLast={page === last && nextCursor === null}
          onPage={turnTo}
        />
      )}
    </div>
  );
}

function LoadFailure({ list, onRetry }: { readonly list: SourceListState; readonly onRetry: () => void }) {
  const { messages } = useCard();
  const words = messages.sources;
  return (
    <Notice
      tone="problem"
      role="alert"
      title={list.sources.length > 0 ? words.stale : words.failed}
      text={`${toFailureText(list.failure, messages).title}.`}
      actions={<Button onClick={onRetry}>{words.retry}</Button>}
    />
  );
}

interface RollbackNoticeProps {
  readonly rollback: Rollback;
  /** How many sources were deleted. */
  readonly count: number;
  readonly onDismiss: () => void;
}

/** Reports what deleting a source did, with the server's own numbers. */
function RollbackNotice({ rollback, count, onDismiss }: RollbackNoticeProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sources;
  const { source, removed, alreadyGone, reactivatedKept, alreadyDeleted } = rollback;
  const parts = [
    count > 1 ? words.severalDeleted(count, removed, format) : words.rolledBack(source?.name || null, removed, format),
  ];
  if (alreadyDeleted) parts.push(words.alreadyDeleted);
  if (alreadyGone) parts.push(words.alreadyGone(alreadyGone, format));
  if (reactivatedKept) parts.push(words.reactivatedKept(reactivatedKept, format));
  const dismiss = <Button onClick={onDismiss}>{words.dismiss}</Button>;
  return <Notice tone="good" actions={dismiss} text={parts.join(" ")} />;
}

interface SourcePagesProps {
  /** Starts at 0. */
  readonly page: number;
  readonly isLoading: boolean;
  readonly isLast: boolean;
  readonly onPage: (page: number) => void;
}

/** Previous and next page of the sources; the server does not tell how many pages there are. */
function SourcePages({ page, isLoading, isLast, onPage }: SourcePagesProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sources;
  return (
    <nav className="ieu-pages" aria-label={words.pages}>
      <PageButton icon="previous" label={words.previousPage} isDisabled={page === 0} onPress={() => onPage(page - 1)} />
      <span className="ieu-hint" aria-live="polite">
        {isLoading ? words.loading : words.page(page + 1, format)}
      </span>
      <PageButton
        icon="next"
        label={words.nextPage}
        isDisabled={isLoading || isLast}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  );
}
