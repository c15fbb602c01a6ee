// Normalises headers for comparison, and recognises the columns that our downloads add.
import type { FileNotice } from "../table.ts";

// Letters that Unicode normalisation does not split into a plain letter and an accent.
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ي: "ی",
  ى: "ی",
  ك: "ک",
};

/** The letters and digits of a header, lower-case and without accents: "E-Mail", "e mail" and "EMAIL" are equal. */
export function toComparableHeader(header: string): string {
  // Enough for most headers, and ten times as fast as full normalisation.
  const lower = header.toLowerCase();
  if (asciiHeader.test(lower)) return lower.replace(/[ _.-]+/g, "");
  return header
    .normalize("NFKD")
    .toLowerCase()
    .replace(notInHeaders, "")
    .replace(/[ßłøđıæœيىك]/g, (letter) => plainLetters[letter] ?? letter);
}

/** The words of a text, as they are in comparable headers. */
export function toComparableWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map(toComparableHeader)
    .filter((word) => word !== "");
}

// Accents and points are left out, but the vowels of Indian and Southeast Asian scripts are letters.
const notInHeaders = /[^\p{L}\p{N}\u0900-\u0EFF\u1000-\u109F\u1780-\u17FF]+/gu;
const asciiHeader = /^[a-z0-9 _.-]*$/;

/** The headers of the columns that our downloads add. Never translated, so that such a file is recognised when it is read again. */
export const addedHeaders = { row: "import_row", problem: "import_problem", status: "import_status" } as const;

const addedNames = new Set(Object.values(addedHeaders).map(toComparableHeader));

/** True for a column that one of our downloads added, in any case and with any separators. */
export function isAddedHeader(header: string): boolean {
  return header.length < 40 && mayBeAdded.test(header) && addedNames.has(toComparableHeader(header));
}

// All of them begin with an i, behind signs or in another width.
const mayBeAdded = /^[^a-hj-z\d]/i;

/** The headers of a file's own columns, with their columns. */
export function ownColumns(headers: readonly string[]): { readonly header: string; readonly column: number }[] {
  return headers.flatMap((header, column) => (isAddedHeader(header) ? [] : [{ header, column }]));
}

/** The notice about added columns; null for a file without any. */
export function addedColumnsNotice(headers: readonly string[]): FileNotice | null {
  const added = headers.filter(isAddedHeader);
  return added.length === 0 ? null : { code: "added_columns", headers: added };
}
