"use client";
// Renders a table of a few rows, without search, sorting and pages.
import { type RowData, useTable } from "@tanstack/react-table";
import type { ReactElement } from "react";
import { type DataColumn, features } from "./columns.ts";
import { TableBox } from "./TableBox.tsx";
import { TableRows, textColumn } from "./TableRows.tsx";

export interface PlainTableProps<Row extends RowData> {
  readonly caption: string;
  /** Like `rows`, stable between renders. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
}

export function PlainTable<Row extends RowData>({ caption, columns, rows }: PlainTableProps<Row>): ReactElement {
  const table = useTable({ features, columns, defaultColumn: textColumn, data: rows, enableSorting: false });
  return (
    <TableBox caption={caption}>
      <TableRows table={table} />
    </TableBox>
  );
}
