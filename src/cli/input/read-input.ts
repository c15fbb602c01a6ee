// A file of users, whatever its format, as rows.
import type { Terminal } from "../terminal/terminal.ts";
import type { InputOptions } from "./input-options.ts";
import type { Input } from "./input-row.ts";
import { openFile } from "./open-file.ts";
import { readCsvFile } from "./read-csv-file.ts";
import { readJson, readNdjson } from "./read-json.ts";

/** Opens and understands it. @throws InputError for a file that can't be used, or not without being told how. */
export async function readInput(
  path: string,
  options: InputOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Input> {
  const file = await openFile(path, options.format, terminal, signal);
  if (file.format === "csv") return readCsvFile(file, options, signal);
  return file.format === "json" ? readJson(file, options) : readNdjson(file, options);
}
