// Loads one sheet of an Excel workbook as text, by the reader that the host added.
import { maxUsersPerImport } from "../../contract/import.ts";
import type { FileIssue, ReadOptions } from "../table.ts";
import type { ReadWorkbook, WorkbookText } from "../workbook.ts";

// A title and notes, which are counted like data until the header is found.
const maxRowsBesideData = 1_000;

/** Loads the chosen sheet. A sheet with far too many rows is refused before it is in memory. */
export async function loadWorkbook(
  bytes: Uint8Array,
  read: ReadWorkbook,
  options: ReadOptions,
): Promise<WorkbookText | FileIssue> {
  const { sheet = null, paddedNumbers = "shown", overflow = "refuse", maxRows = maxUsersPerImport } = options;
  const limit = overflow === "refuse" ? maxRows + maxRowsBesideData : Number.POSITIVE_INFINITY;
  // Rejects where the page could not load the reader: offline, or after a new release.
  const workbook = await read(bytes, { sheet, paddedNumbers, maxRows: limit }).catch(
    (): FileIssue => ({ code: "unreadable", reason: "reader_not_loaded" }),
  );
  return "code" in workbook && workbook.code === "too_many_rows" ? { ...workbook, limit: maxRows } : workbook;
}
