// Splits a file into files that can each be imported.
import type { CsvPart } from "../../csv/read/split-csv.ts";
import type { ChosenFile, ReadChoices } from "../state.ts";
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
  const { delimiter, encoding, headerRow, fromRow, sheet, paddedNumbers } = choices;
  const given = { delimiter, encoding, headerRow, fromRow, sheet, paddedNumbers, workbooks: file.workbooks };
  const known = Object.fromEntries(Object.entries(given).filter(([, choice]) => choice !== undefined));
  const result = await splitCsv(file.content, { ...known, rowsPerFile, signal });
  if (!result.ok) throw new Error(`The file can't be split: ${result.issue.code}`);
  yield* result.parts;
}
