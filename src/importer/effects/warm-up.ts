// Lets the reader practise on a small file while the page has nothing to do: code that ran before need not be compiled first.
import { toImportRows } from "../../csv/rows/import-rows.ts";
import { template } from "../../csv/write/template.ts";
import { loadReader } from "./load-reader.ts";

// The headers in between are rows with problems, and all but the first two users are there before: every kind of row.
const repetitions = 100;
let isWarm = false;

/**
 * Loads the reader and, once in a page, reads a small file in an idle moment, where the browser tells of one: a few milliseconds.
 * Keeps nothing.
 *
 * @throws when the page can't get the reader.
 */
export async function warmUp(): Promise<void> {
  const { readCsv, suggestMapping } = await loadReader();
  // Not in every browser: https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback
  const { requestIdleCallback } = globalThis as { requestIdleCallback?: (callback: () => void) => void };
  if (!requestIdleCallback || isWarm) return;
  isWarm = true;
  await new Promise<void>((resolve) => requestIdleCallback(resolve));
  const read = await readCsv(new Blob([template().repeat(repetitions)]));
  if (read.ok) toImportRows(read.table, suggestMapping(read.table).mapping);
}
