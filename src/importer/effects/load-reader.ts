// Loads the file reader once, ahead of the first file, and warms it up while the page is idle.
import { template } from "../../csv/write/template.ts";

type Reader = typeof import("./reader-chunk.ts");

let loading: Promise<Reader> | null = null;
let loaded: Reader | null = null;

/** Loads the reader. Rejects if the page can't load it, offline or after a new release; the next call tries again. */
export function loadReader(): Promise<Reader> {
  if (!loading) {
    loading = import("./reader-chunk.ts").catch((error: unknown) => {
      loading = null;
      throw error;
    });
    loading.then(
      (reader) => {
        loaded = reader;
      },
      () => {},
    );
  }
  return loading;
}

/** The reader; null until it is loaded. It is loaded once a file was read. */
export function loadedReader(): Reader | null {
  return loaded;
}

// Most rows of a real file are plain and different: only those reach the fast paths, and the hashes that look for duplicates,
// which compare ids that do not rise. Of the repeated template, the headers become rows with problems and the users duplicates.
function practiceFiles(): string[] {
  const place = (at: number) => (at * 37) % 400;
  const rows = Array.from({ length: 400 }, (_, at) => {
    const user = place(at);
    return `user_${user},user.${user}@example.com,User Name,2024-01-${10 + (at % 20)},2026-04-30T18:21:00Z\r\n`;
  });
  const [header = ""] = template().split("\r\n");
  return [`${header}\r\n${rows.join("")}`, template().repeat(20)];
}

let isWarm = false;

/**
 * Loads the reader and, in an idle moment, its extras, so that every file can be read offline afterwards. Once per page it also
 * reads small files then, so that the code is compiled before the first file, which takes a few milliseconds and keeps nothing.
 *
 * @throws if the page can't load the reader.
 */
export async function warmUpReader(): Promise<void> {
  const { loadExtras, readCsv, suggestMapping, toImportRows } = await loadReader();
  const mayPractise = await idleToPractise();
  // What can't be loaded now is tried again with the file that needs it.
  await loadExtras();
  if (!mayPractise || isWarm) return;
  isWarm = true;
  for (const file of practiceFiles()) {
    const read = await readCsv(new Blob([file]));
    if (read.ok) toImportRows(read.table, suggestMapping(read.table).mapping);
  }
}

let hasEnded = false;

/** Ends all practice on the page: a real file is read. */
export function endPractice(): void {
  hasEnded = true;
}

/** Waits for an idle moment. False where nothing is practised: work beside the user's would be noticed, or costs power. */
export async function idleToPractise(): Promise<boolean> {
  const { requestIdleCallback } = globalThis as { requestIdleCallback?: (callback: () => void) => void };
  // Not all browsers tell when they are idle: https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback
  await new Promise<void>((resolve) => (requestIdleCallback ? requestIdleCallback(resolve) : setTimeout(resolve)));
  return requestIdleCallback !== undefined && !(await savesPower()) && !hasEnded;
}

interface PowerAwareNavigator {
  readonly connection?: { readonly saveData?: boolean };
  readonly getBattery?: () => Promise<{ readonly charging: boolean; readonly level: number }>;
}

// Systems begin to save power at this level.
const lowBattery = 0.2;

// Where data is to be saved, power mostly is too.
async function savesPower(): Promise<boolean> {
  const power = globalThis.navigator as Navigator & PowerAwareNavigator;
  if (power.connection?.saveData) return true;
  // Not all browsers tell, and a page may forbid it.
  const battery = await power.getBattery?.().catch(() => null);
  return battery ? !battery.charging && battery.level <= lowBattery : false;
}
