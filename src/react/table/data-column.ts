// One column of the table: what is searched and sorted, and how it is shown.
import type { ReactNode } from "react";

/** One column of a DataTable; keep the list stable between renders. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What is searched, sorted and, without `cell`, shown. */
  readonly text: (row: Row) => string | number;
  readonly cell?: (row: Row) => ReactNode;
  /** The cell that names its row for assistive technology. */
  readonly isRowHeader?: boolean;
  readonly isNumber?: boolean;
  /** Narrower, and the table scrolls in its box. A CSS length. */
  readonly minWidth?: string;
}
