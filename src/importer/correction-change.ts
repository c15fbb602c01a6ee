// What happened to the corrections of a file.
import type { FieldKey } from "../contract/fields.ts";

/** What happened to corrections last, for a view to tell. */
export type CorrectionChange =
  | { readonly code: "corrected" | "undone"; readonly row: number; readonly field: FieldKey }
  | { readonly code: "all_undone"; readonly cells: number }
  /** Those of another file, made in a spreadsheet. */
  | { readonly code: "applied"; readonly fileName: string; readonly rows: number };
