"use client";
// The way to older and newer saved sources; how many pages there are, no server tells.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { PageButton } from "../table/Pager.tsx";

export interface SourcePagesProps {
  /** Counted from 0. */
  readonly page: number;
  readonly isLoading: boolean;
  readonly isLast: boolean;
  readonly onPage: (page: number) => void;
}

export function SourcePages({ page, isLoading, isLast, onPage }: SourcePagesProps): ReactElement {
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
