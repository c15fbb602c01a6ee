// Reads the table of a CSV file or workbook with the reader of the card.
import { readCsv } from "../../csv/read/read-csv.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { ReadWorkbook } from "../../csv/workbook.ts";
import type { InputOptions } from "../commands/options.ts";
import { InputError } from "../terminal/terminal.ts";
import { tooManyRowsText, toRefusalText } from "./csv-text.ts";

// Only one request is limited to 10,000 rows, and a command sends many. Larger files should be NDJSON.
const maxRows = 1_000_000;

/** The largest file that is read as a whole. */
export const maxBytes = 256 * 1024 * 1024;

/** Reads a table. @throws InputError for a file that is no table, or too large. */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  options: InputOptions,
  signal: AbortSignal,
): Promise<CsvTable> {
  const {
    delimiter = "auto",
    encoding = "auto",
    headerRow = "auto",
    mend,
    longRows = "ask",
    sheet,
    paddedNumbers,
  } = options;
  const garbled = mend ? "mend" : "keep";
  const read = await readCsv(bytes, {
    delimiter,
    encoding,
    headerRow,
    garbled,
    longRows,
    maxRows,
    maxBytes,
    signal,
    workbooks: readWorkbook,
    ...(sheet !== undefined && { sheet }),
    ...(paddedNumbers !== undefined && { paddedNumbers }),
  });
  if (read.ok) return read.table;
  const { issue } = read;
  if (issue.code === "too_many_rows") throw tooLarge(name, tooManyRowsText(issue));
  throw new InputError(issue.code, `${name}: ${toRefusalText(issue)}`);
}

// Loaded with the first workbook.
const readWorkbook: ReadWorkbook = async (bytes, options) => (await import("../../xlsx/index.ts")).xlsx(bytes, options);

/** The error for a file that is too large to be read as a whole. */
export function tooLarge(name: string, reason: string, why = ""): InputError {
  const advice = "Export it in several files, or as NDJSON, which has no limit.";
  return new InputError("file_too_large", `${name}: ${reason}.${why} ${advice}`);
}
