// Declares what tables of rows use of TanStack Table, and the columns that they take.
import {
  type AccessorFnColumnDef,
  type ReactTable,
  type RowData,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";

/** How the cells of a column are drawn. */
export interface ColumnLook {
  /** The cell that names its row for assistive technology. Its `cell` is shown in plain rows too. */
  readonly isRowHeader?: boolean;
  /** Its `cell` is shown in plain rows too. */
  readonly isNeverPlain?: boolean;
  readonly isNumber?: boolean;
  /** A CSS length in px or rem; below it the table scrolls in its box. */
  readonly minWidth?: string;
  /** What the cells say, for their place where each row is a small card; without it they come last. */
  readonly part?: "status" | "reason" | "email" | "name" | "id";
}

export const features = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  columnMeta: {} as ColumnLook,
});

export type TableFeatures = typeof features;

/** The text that is searched, sorted and, without `cell`, shown. */
export type CellValue = string | number;

/** One column of a table; keep the list stable between renders. */
export type DataColumn<Row extends RowData> = Omit<Definition<Row>, "id" | "header" | "accessorFn"> & {
  readonly id: string;
  readonly header: string;
  readonly accessorFn: (row: Row) => CellValue;
};

type Definition<Row extends RowData> = AccessorFnColumnDef<TableFeatures, Row>;

export type RowTable<Row extends RowData> = ReactTable<TableFeatures, Row>;
