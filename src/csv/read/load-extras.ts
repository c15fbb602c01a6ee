// Loads the extras of the reader, which most files do not need: header words, encodings and dates of other countries.
import { areLanguagesLearned, learnEnglish, learnLanguages } from "../mapping/languages/words-in-use.ts";
import { plainEnglish } from "../mapping/plain-english.ts";
import type { ReaderExtra } from "../table.ts";
import { addRareDates } from "../text/date-format.ts";

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

/** Loads dates in words, calendars and time zones. False if the page can't. */
export async function loadDates(): Promise<boolean> {
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
