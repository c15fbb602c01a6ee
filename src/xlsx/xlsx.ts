// Loads the reader of workbooks with the first workbook, so that a page that offers it loads nothing else.
import type { ReadWorkbook } from "../csv/workbook.ts";

/**
 * Reads Excel workbooks (.xlsx). Needs the package `hucre`, which a bundler puts into a file of its own.
 *
 * A workbook that can't be read gives an issue; offline, before the reader was ever loaded, the promise rejects.
 */
export const xlsx: ReadWorkbook = async (bytes, options) => {
  const { readWorkbook } = await import("./read-workbook.ts");
  return readWorkbook(bytes, options);
};
