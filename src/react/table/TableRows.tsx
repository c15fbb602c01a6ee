"use client";
// Renders the head and the rows of a table.
import type { Cell, Header, RowData, Row as TableRow } from "@tanstack/react-table";
import type { CSSProperties, ReactElement, ReactNode } from "react";
import { Icon } from "../controls/Icon.tsx";
import { CellText } from "./CellText.tsx";
import type { RowTable, TableFeatures } from "./columns.ts";

export interface TableRowsProps<Row extends RowData> {
  readonly table: RowTable<Row>;
  /** True for a row that is shown as plain text, without the columns' `cell`. @default never */
  readonly isPlain?: ((row: Row) => boolean) | undefined;
  /** Shown in place of rows. */
  readonly noRows?: string;
  /** Every cell takes focus. @default false */
  readonly isGrid?: boolean;
}

// Named, because styles that show rows as cards take the roles of a table away in some browsers.
const roles = { group: "rowgroup", row: "row", column: "columnheader", rowHeader: "rowheader" };

export function TableRows<Row extends RowData>({
  table,
  isPlain,
  noRows,
  isGrid = false,
}: TableRowsProps<Row>): ReactElement {
  const { rows } = table.getRowModel();
  return (
    <>
      <thead role={roles.group} className="ieu-head">
        {table.getHeaderGroups().map(({ id, headers }) => (
          <tr key={id} role={roles.row} className="ieu-row">
            {headers.map(toHeaderCell)}
          </tr>
        ))}
      </thead>
      <tbody role={roles.group} className="ieu-body">
        {rows.map((row) => (
          <tr key={row.id} role={roles.row} className="ieu-row">
            {toCells(row, isPlain?.(row.original) ?? false, isGrid)}
          </tr>
        ))}
        {rows.length === 0 && noRows !== undefined && (
          <tr role={roles.row} className="ieu-row">
            <td role={toCellRole(isGrid)} className="ieu-cell ieu-no-rows" colSpan={table.getAllLeafColumns().length}>
              {noRows}
            </td>
          </tr>
        )}
      </tbody>
    </>
  );
}

function toHeaderCell<Row extends RowData>(header: Header<TableFeatures, Row>): ReactElement {
  const { column } = header;
  const { header: text, meta } = column.columnDef;
  const sorted = column.getIsSorted();
  const direction = sorted && (sorted === "asc" ? "ascending" : "descending");
  return (
    <th
      key={header.id}
      role={roles.column}
      className="ieu-cell"
      scope="col"
      aria-sort={direction || undefined}
      data-number={meta?.isNumber}
      style={{ "--ieu-column": toLength(meta?.minWidth) } as CSSProperties}
    >
      {column.getCanSort() ? (
        <button type="button" className="ieu-sort" tabIndex={-1} onClick={column.getToggleSortingHandler()}>
          {String(text)}
          <Icon name={direction || "unsorted"} />
        </button>
      ) : (
        String(text)
      )}
    </th>
  );
}

// `rem` is the card's own unit, which does not depend on the font size of the page.
function toLength(length: string | undefined): string | undefined {
  return length?.replace(/([\d.]+)rem/g, "calc(var(--ieu-rem) * $1)");
}

// Plain functions instead of components: hundreds of components would slow the first render noticeably.
function toCells<Row extends RowData>(
  row: TableRow<TableFeatures, Row>,
  isPlain: boolean,
  isGrid: boolean,
): ReactElement[] {
  return row.getAllCells().map((cell) => toCell(cell, toContent(cell, isPlain), isGrid));
}

function toContent<Row extends RowData>(cell: Cell<TableFeatures, Row>, isPlain: boolean): ReactNode {
  const { cell: render, meta } = cell.column.columnDef;
  const isOwn = !isPlain || meta?.isRowHeader || meta?.isNeverPlain;
  return isOwn && typeof render === "function" ? render(cell.getContext()) : toText(cell.getValue());
}

/** Columns without a `cell` of their own show their text. */
export const textColumn = { cell: ({ getValue }: { readonly getValue: () => unknown }) => toText(getValue()) };

function toText(value: unknown): ReactNode {
  return CellText({ text: String(value) });
}

function toCell<Row extends RowData>(
  cell: Cell<TableFeatures, Row>,
  content: ReactNode,
  isGrid: boolean,
): ReactElement {
  const { column } = cell;
  const { header, meta } = column.columnDef;
  const common = { className: "ieu-cell", tabIndex: isGrid ? -1 : undefined, "data-number": meta?.isNumber };
  if (!meta?.isRowHeader) {
    return (
      <td key={column.id} role={toCellRole(isGrid)} data-part={meta?.part} data-label={String(header)} {...common}>
        {content}
      </td>
    );
  }
  return (
    // A button beside the text is no part of the row's name.
    <th key={column.id} role={roles.rowHeader} scope="row" aria-label={String(cell.getValue())} {...common}>
      {content}
    </th>
  );
}

function toCellRole(isGrid: boolean): string {
  return isGrid ? "gridcell" : "cell";
}
