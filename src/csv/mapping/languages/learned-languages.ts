// Keeps the words of the languages that were loaded, which is none before the reader is.
import type { LanguageWords } from "./language-words.ts";

let learned: readonly LanguageWords[] = [];

/** Adds the words of all languages. Called by the reader, which is loaded with the first file. */
export function learnLanguages(languages: readonly LanguageWords[]): void {
  learned = languages;
}

/** The words of the languages that were loaded; the same array until more are. */
export function learnedLanguages(): readonly LanguageWords[] {
  return learned;
}
