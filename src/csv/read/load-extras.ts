// Loads the extras of the reader, which most files do not need: header words, encodings and dates of other countries; suggests a mapping with them.
import {
  areLanguagesLearned,
  learnEnglish,
  learnLanguages,
  needsLanguages,
} from "../mapping/languages/words-in-use.ts";
import { plainEnglish } from "../mapping/plain-english.ts";
import { suggestMapping } from "../mapping/suggest-mapping.ts";
import type { MappingOptions, MappingSuggestion } from "../mapping/suggestion.ts";
import type { CsvTable, ReaderExtra } from "../table.ts";
import { addRareDates } from "../text/date-format.ts";
import { needsRareDates } from "./needed-extras.ts";

learnEnglish(plainEnglish);

type Guess = typeof import("./encodings/guess-encoding.ts");

let encodings: Guess | null = null;

/** What detects and decodes encodings other than Unicode; null if the page can't load it. */
export async function loadEncodings(): Promise<Guess | null> {
  encodings ??= await import("./encodings/guess-encoding.ts").catch(() => null);
  return encodings;
}

/** Loads the header words of all languages. False if the page can't. */
export async function loadLanguages(): Promise<boolean> {
  if (areLanguagesLearned()) return true;
  const loaded = await import("../mapping/languages/all-languages.ts").catch(() => null);
  if (loaded) learnLanguages(loaded.allLanguages);
  return loaded !== null;
}

let hasDates = false;

// Loads dates in words, calendars and time zones. False if the page can't.
async function loadDates(): Promise<boolean> {
  if (hasDates) return true;
  const loaded = await import("../text/date-words.ts").catch(() => null);
  if (loaded) addRareDates(loaded);
  hasDates = loaded !== null;
  return hasDates;
}

/**
 * Loads all extras, so that any file can be read offline afterwards. `readCsv` loads those that a file needs. Resolves with the
 * extras that the page could not load; the next call tries again.
 */
export async function loadExtras(): Promise<readonly ReaderExtra[]> {
  const [languages, found, dates] = await Promise.all([loadLanguages(), loadEncodings(), loadDates()]);
  return [
    ...(languages ? [] : ["languages" as const]),
    ...(found ? [] : ["encodings" as const]),
    ...(dates ? [] : ["dates" as const]),
  ];
}

/** Loads what the mapping and the rows of a table need. Resolves with the extras that the page could not load. */
export async function loadExtrasFor(table: Pick<CsvTable, "headers" | "records">): Promise<ReaderExtra[]> {
  const missing: ReaderExtra[] = [];
  if (needsLanguages(table.headers) && !(await loadLanguages())) missing.push("languages");
  if (needsRareDates(table) && !(await loadDates())) missing.push("dates");
  return missing;
}

/**
 * Suggests the mapping of a table of any origin, after loading what it needs.
 *
 * @throws if the page can't load that, and the table does not say so.
 */
export async function loadMapping(table: CsvTable, options?: MappingOptions): Promise<MappingSuggestion> {
  const missing = await loadExtrasFor(table);
  const told = table.notices.flatMap((notice) => (notice.code === "extras_not_loaded" ? notice.extras : []));
  if (!missing.every((extra) => told.includes(extra))) throw new Error(`Could not be loaded: ${missing.join(", ")}.`);
  return suggestMapping(table, options);
}
