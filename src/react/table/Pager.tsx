"use client";
// Shows the range of visible rows, the page size and page buttons below a table.
import type { RowData } from "@tanstack/react-table";
import { type ReactElement, useId } from "react";
import { useCard } from "../context/card-context.ts";
import { Select } from "../controls/Field.tsx";
import { Icon, type IconName } from "../controls/Icon.tsx";
import type { RowTable } from "./columns.ts";

const pageSizes = [25, 50, 100];

export interface PagerProps<Row extends RowData> {
  readonly table: RowTable<Row>;
}

export function Pager<Row extends RowData>({ table }: PagerProps<Row>): ReactElement {
  const { messages, format } = useCard();
  const id = useId();
  const words = messages.table;
  const { pageIndex, pageSize } = table.state.pagination;
  const total = table.getRowCount();
  const pages = table.getPageCount();
  const isFirst = !table.getCanPreviousPage();
  const isLast = !table.getCanNextPage();
  const from = pageIndex * pageSize + 1;
  const to = Math.min(total, from + pageSize - 1);
  return (
    <div className="ieu-pager">
      <p className="ieu-hint" aria-live="polite" aria-atomic="true">
        {total === 0 ? words.noRange : words.range(from, to, total, format)}
      </p>
      {total > (pageSizes[0] ?? 0) && (
        <div className="ieu-page-size">
          <label className="ieu-hint" htmlFor={id}>
            {words.pageSize}
          </label>
          <Select
            id={id}
            data-size="small"
            value={pageSize}
            options={pageSizes.map((size) => [String(size), format.number(size)])}
            onChoose={(size) => table.setPagination({ pageIndex: 0, pageSize: Number(size) })}
          />
        </div>
      )}
      {pages > 1 && (
        <nav className="ieu-pages" aria-label={words.pages}>
          <PageButton icon="first" label={words.firstPage} isDisabled={isFirst} onPress={table.firstPage} />
          <PageButton icon="previous" label={words.previousPage} isDisabled={isFirst} onPress={table.previousPage} />
          <span className="ieu-hint">{words.page(pageIndex + 1, pages, format)}</span>
          <PageButton icon="next" label={words.nextPage} isDisabled={isLast} onPress={table.nextPage} />
          <PageButton icon="last" label={words.lastPage} isDisabled={isLast} onPress={table.lastPage} />
        </nav>
      )}
    </div>
  );
}

interface PageButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

/** A square icon button. It stays focusable while disabled, so that turning to the last page does not lose focus. */
export function PageButton({ icon, label, isDisabled, onPress }: PageButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="ieu-page"
      aria-label={label}
      aria-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
