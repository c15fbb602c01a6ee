// Collects the words of all languages, which are loaded with the reader.
import { centralEuropeanWords } from "./central-europe.ts";
import { cyrillicAndGreekWords } from "./cyrillic-and-greek.ts";
import { eastAsianWords } from "./east-asia.ts";
import type { LanguageWords } from "./language-words.ts";
import { nearEasternWords } from "./near-east.ts";
import { nordicWords } from "./nordic.ts";
import { westernWords } from "./western.ts";

export const allLanguages: readonly LanguageWords[] = [
  ...westernWords,
  ...nordicWords,
  ...centralEuropeanWords,
  ...cyrillicAndGreekWords,
  ...nearEasternWords,
  ...eastAsianWords,
];
