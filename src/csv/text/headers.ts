// Normalises headers for comparison, and recognises the columns that our downloads add.
import type { FileNotice } from "../table.ts";

// Letters that Unicode does not see as a plain letter with an accent.
const folded: Readonly<Record<string, string>> = { ß: "ss", ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", œ: "oe" };

/** The letters and digits of a header, lower-case and without accents: "E-Mail", "e mail" and "EMAIL" are one name. */
export function toComparableHeader(header: string): string {
  // Most headers need nothing else, and the long way is ten times as long.
  const lower = header.toLowerCase();
  if (plain.test(lower)) return lower.replace(/[ _.-]+/g, "");
  return header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/[ßłøđıæœ]/g, (letter) => folded[letter] ?? letter);
}

const plain = /^[a-z0-9 _.-]*$/;

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
