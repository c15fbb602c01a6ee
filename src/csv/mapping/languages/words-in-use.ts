// Keeps the header words that were loaded, and decides which are in use: for an English header row, only the English ones.
import type { AddressHeader } from "../address-header.ts";
import type { HeaderKind } from "../header-dictionary.ts";
import type { LanguageWords, PhraseWords } from "./language-words.ts";

/** What is known about headers beside the English names of the header dictionary. */
export interface HeaderWords {
  /** Whole headers; null where only English is in use. */
  readonly names: Readonly<Record<HeaderKind, string>> | null;
  readonly phrases: PhraseWords | null;
  readonly languages: readonly LanguageWords[];
  /** The kind of a header that is composed of the words of a language, in its comparable form. */
  composedKind(name: string): HeaderKind | null;
  /** Whose email addresses a column with this header holds. */
  judgeAddress(header: string): AddressHeader;
}

/** English, which comes with the reader. */
export interface EnglishWords {
  readonly words: HeaderWords;
  /** True for a header row whose every header is plain English, so that words of other languages say nothing about it. */
  isPlain(headers: readonly string[]): boolean;
}

// None before the reader is loaded.
const noWords: HeaderWords = {
  names: null,
  phrases: null,
  languages: [],
  composedKind: () => null,
  judgeAddress: () => ({ whose: "unknown", isEmail: false, isSecond: false, isSorted: false }),
};
let english: EnglishWords = { words: noWords, isPlain: () => false };
let all: HeaderWords | null = null;
let chosen: HeaderWords | null = null;

/** Adds the English words. */
export function learnEnglish(learned: EnglishWords): void {
  english = learned;
}

/** Adds the words of all languages, which a file loads whose header row is not plain English. */
export function learnLanguages(words: HeaderWords): void {
  all = words;
}

/** True once the words of all languages were loaded. */
export function areLanguagesLearned(): boolean {
  return all !== null;
}

/** True for a header row that is not plain English. */
export function needsLanguages(headers: readonly string[]): boolean {
  return !english.isPlain(headers);
}

/**
 * Runs synchronous work with the English words alone, or with those of all languages that were loaded. So the same file always
 * gets the same answers, whatever was loaded before for another file.
 */
export function withWords<Result>(which: "english" | "all", work: () => Result): Result {
  const before = chosen;
  chosen = which === "all" && all ? all : english.words;
  try {
    return work();
  } finally {
    chosen = before;
  }
}

/** The words to judge a header by; the same object until others are in use. */
export function wordsInUse(): HeaderWords {
  return chosen ?? all ?? english.words;
}
