// Collects the header words of all languages, which are loaded with the first file whose header row is not plain English.
import { createAddressJudge } from "../address-header.ts";
import { createComposedKind } from "../composed-headers.ts";
import { balticWords } from "./baltic.ts";
import { catalanAndIcelandicWords } from "./catalan-and-icelandic.ts";
import { centralEuropeanWords } from "./central-europe.ts";
import { cyrillicAndGreekWords } from "./cyrillic-and-greek.ts";
import { eastAsianWords } from "./east-asia.ts";
import { english } from "./english.ts";
import { furtherAsianWords } from "./further-asia.ts";
import { otherNames, otherPhrases } from "./header-names.ts";
import type { LanguageWords } from "./language-words.ts";
import { createPartKind } from "./name-parts.ts";
import { nearEasternWords } from "./near-east.ts";
import { nordicWords } from "./nordic.ts";
import { southSlavicWords } from "./south-slavic.ts";
import { westernWords } from "./western.ts";
import type { HeaderWords } from "./words-in-use.ts";

const languages: readonly LanguageWords[] = [
  english,
  ...westernWords,
  ...nordicWords,
  ...centralEuropeanWords,
  ...cyrillicAndGreekWords,
  ...nearEasternWords,
  ...eastAsianWords,
  ...southSlavicWords,
  ...balticWords,
  ...furtherAsianWords,
  ...catalanAndIcelandicWords,
];

const composedKind = createComposedKind(languages);
const partKind = createPartKind(languages, otherNames);

export const allLanguages: HeaderWords = {
  names: otherNames,
  phrases: otherPhrases,
  languages,
  composedKind: (name) => composedKind(name) ?? partKind(name),
  judgeAddress: createAddressJudge(languages),
};
