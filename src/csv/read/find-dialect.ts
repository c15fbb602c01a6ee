// Finds the delimiter of a text, with the header words that it needs: English ones, or those of all languages.

import { withWords } from "../mapping/languages/words-in-use.ts";
import { isEnglishHeaderRow } from "../mapping/plain-english.ts";
import type { ReadOptions } from "../table.ts";
import { type DelimiterChoice, findDelimiter } from "./delimiter.ts";
import { findHeader } from "./header-row.ts";
import { loadLanguages } from "./load-extras.ts";
import type { LoadedText } from "./load-text.ts";

/** The text below its declaration, its delimiter, and the words to judge its headers by. */
export interface FoundDialect {
  readonly text: string;
  readonly choice: DelimiterChoice;
  readonly words: "english" | "all";
  /** True if the words of other languages would have helped, but could not be loaded. */
  readonly lacksWords: boolean;
}

/** Finds the delimiter. Loads the words of other languages unless the header row is plain English. */
export async function findDialect(
  { text: whole, workbook }: Pick<LoadedText, "text" | "workbook">,
  given: ReadOptions,
): Promise<FoundDialect> {
  // The text of a workbook's sheet is ours.
  const options: ReadOptions = workbook ? { ...given, delimiter: "," } : given;
  const english = withWords("english", () => findDelimiter(whole, options));
  if (hasEnglishHeader(english.choice)) return { ...english, words: "english", lacksWords: false };
  if (!(await loadLanguages())) return { ...english, words: "english", lacksWords: true };
  return { ...withWords("all", () => findDelimiter(whole, options)), words: "all", lacksWords: false };
}

function hasEnglishHeader({ top }: DelimiterChoice): boolean {
  const { index } = withWords("english", () => findHeader(top));
  return index !== null && isEnglishHeaderRow(top[index] ?? []);
}
