// Lets the reader practise on the template while the page has nothing to do: code that has run often runs several times as fast.
import { toImportRows } from "../csv/rows.ts";
import { template } from "../csv/template.ts";
import { loadReader } from "./load-reader.ts";

// A few milliseconds each; by then engines have compiled what a file of 10,000 rows would otherwise wait for.
const rounds = 4;
// The headers in between are rows with problems, and all but the first two users are there before.
const repetitions = 500;

let isWarm = false;

/** Loads the reader and, once in a page, reads a small file in a few idle moments, where the browser tells of them. Keeps nothing. */
export async function warmUp(): Promise<void> {
  const { readCsv, suggestMapping } = await loadReader();
  // Not in every browser: https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback
  const { requestIdleCallback } = globalThis as { requestIdleCallback?: (callback: () => void) => void };
  if (!requestIdleCallback || isWarm) return;
  isWarm = true;
  for (let round = 0; round < rounds; round += 1) {
    await new Promise<void>((resolve) => requestIdleCallback(resolve));
    const read = await readCsv(new Blob([template().repeat(repetitions)]));
    if (read.ok) toImportRows(read.table, suggestMapping(read.table).mapping);
  }
}
