// Runs what reads a file once on the template, while the page has nothing to do: code that ran before runs faster.

import { toImportRows } from "../csv/rows.ts";
import { template } from "../csv/template.ts";
import type { Reader } from "./load-reader.ts";

// Enough for the engine to see what kinds of values come; the repeated headers are rows with problems.
const repetitions = 50;

/** Reads the template in an idle moment, where the browser tells of one. Never rejects, and keeps nothing. */
export function warmUp({ readCsv, suggestMapping }: Reader): void {
  // Not in every browser: https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback
  const { requestIdleCallback } = globalThis as { requestIdleCallback?: (callback: () => void) => void };
  requestIdleCallback?.(async () => {
    const read = await readCsv(new Blob([template().repeat(repetitions)]));
    if (read.ok) toImportRows(read.table, suggestMapping(read.table).mapping);
  });
}
