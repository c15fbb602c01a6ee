// The columns that our downloads add to a file: known by name when the file comes back, and never taken for a field.

import type { FileNotice } from "../table.ts";
import { toComparableHeader } from "./normalize-header.ts";

/** The columns we add. Not translated: a file that is uploaded again must be recognised. */
export const addedHeaders = { row: "import_row", problem: "import_problem", status: "import_status" } as const;

const names = new Set(Object.values(addedHeaders).map(toComparableHeader));

/** True for a column that a download of ours added, whatever a spreadsheet made of its case. */
export function isAddedHeader(header: string): boolean {
  return header.length < 40 && names.has(toComparableHeader(header));
}

/** The headers of a file's own columns, each with its place. */
export function ownColumns(headers: readonly string[]): { readonly header: string; readonly column: number }[] {
  return headers.flatMap((header, column) => (isAddedHeader(header) ? [] : [{ header, column }]));
}

/** Says which columns are ours; null for a file without. */
export function addedNotice(headers: readonly string[]): FileNotice | null {
  const added = headers.filter(isAddedHeader);
  return added.length === 0 ? null : { code: "added_columns", headers: added };
}
