// Splits a file into files that can each be imported, and reports how a file was read.

import type { ReadReport } from "../../csv/read/read-report.ts";
import type { CsvPart } from "../../csv/read/split-csv.ts";
import { detectDateFormats } from "../../csv/rows/date-columns.ts";
import { needsDates } from "../review/conversions.ts";
import type { ChosenFile, ReadChoices, Review } from "../state.ts";
import { loadReader } from "./load-reader.ts";

/** The options of `splitFile`. */
export interface SplitFileOptions {
  readonly file: ChosenFile;
  readonly choices: ReadChoices;
  readonly rowsPerFile: number;
  readonly signal: AbortSignal;
}

/**
 * Splits a file and yields its parts one at a time.
 *
 * @throws if the file can't be read any more, or the signal is aborted.
 */
export async function* splitFile({ file, choices, rowsPerFile, signal }: SplitFileOptions): AsyncGenerator<CsvPart> {
  const { splitCsv } = await loadReader();
  const { delimiter, encoding, headerRow } = choices;
  const given = { delimiter, encoding, headerRow };
  const known = Object.fromEntries(Object.entries(given).filter(([, choice]) => choice !== undefined));
  const result = await splitCsv(file.content, { ...known, rowsPerFile, signal });
  if (!result.ok) throw new Error(`The file can't be split: ${result.issue.code}`);
  yield* result.parts;
}

/** Reports how the file of a review was read: decisions and counts, without the content of any row. */
export async function reportReading(review: Review): Promise<ReadReport> {
  const { toReadReport } = await loadReader();
  return toReadReport(
    review.table,
    review.suggestion,
    needsDates(review) ? detectDateFormats(review.table, review.mapping) : {},
  );
}
