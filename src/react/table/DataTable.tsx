"use client";
// Renders a table of rows with search, sorting and pages.
import type { RowData } from "@tanstack/react-table";
import { type ReactElement, type ReactNode, type Ref, useImperativeHandle } from "react";
import { useCard } from "../context/card-context.ts";
import { Input } from "../controls/Field.tsx";
import { Icon } from "../controls/Icon.tsx";
import { useArrowKeys } from "./arrow-keys.ts";
import { Pager } from "./Pager.tsx";
import { TableBox } from "./TableBox.tsx";
import { TableRows, type TableRowsProps } from "./TableRows.tsx";
import { type RowTableOptions, type UseRowTable, useRowTable } from "./use-row-table.ts";

export interface DataTableProps<Row extends RowData> extends Omit<RowTableOptions<Row>, "current"> {
  readonly caption: string;
  /** @default null the row itself */
  readonly current?: RowTableOptions<Row>["current"];
  readonly handle?: Ref<DataTableHandle<Row>>;
  /** True for a current row that is shown as plain text, without the columns' `cell`. @default never */
  readonly isPlain?: TableRowsProps<Row>["isPlain"];
  readonly noRows: string;
  /** Cells can be edited: every cell takes focus, by the arrow keys. @default false */
  readonly isGrid?: boolean;
  /** Left of the search field. */
  readonly toolbar: ReactNode;
  /** Below the table, for the rows that search and filters have found. */
  readonly below?: (found: readonly Row[]) => ReactNode;
}

/** Methods of a table for its parent. */
export type DataTableHandle<Row extends RowData> = Pick<UseRowTable<Row>, "allRows" | "show">;

export function DataTable<Row extends RowData>(props: DataTableProps<Row>): ReactElement {
  const {
    caption,
    columns,
    rows,
    current = null,
    handle,
    rowId,
    onArrange,
    isPlain,
    noRows,
    isGrid = false,
    toolbar,
    below,
  } = props;
  const state = useRowTable({ columns, rows, current, rowId, onArrange });
  const { table, rowsToCome, found, search, setSearch, allRows, show } = state;
  const arrowKeys = useArrowKeys();
  useImperativeHandle(handle, () => ({ allRows, show }));
  return (
    <div className="ieu-data">
      <div className="ieu-toolbar">
        {toolbar}
        <SearchField text={search} onText={setSearch} />
      </div>
      <TableBox caption={caption} isTall isGrid={isGrid} arrowKeys={arrowKeys} rowsToCome={rowsToCome}>
        <TableRows table={table} isPlain={isPlain} noRows={noRows} isGrid={isGrid} />
      </TableBox>
      <Pager table={table} />
      {below?.(found)}
    </div>
  );
}

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function SearchField({ text, onText }: SearchFieldProps): ReactElement {
  const { messages } = useCard();
  return (
    <div className="ieu-search">
      <Icon name="search" />
      <Input
        type="search"
        aria-label={messages.table.search}
        placeholder={messages.table.search}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
