// Recognises header rows in plain English, for which the words of no other language have to be loaded.
import { toComparableHeader, toComparableWords } from "../text/headers.ts";
import { createAddressJudge } from "./address-header.ts";
import { createComposedKind } from "./composed-headers.ts";
import { isListedName, knownHeader } from "./known-headers.ts";
import { english, englishColumns, englishUsers } from "./languages/english.ts";
import { type EnglishWords, withWords } from "./languages/words-in-use.ts";

const languages = [english, ...englishUsers];

/** The English words, and the judge of header rows. */
export const plainEnglish: EnglishWords = {
  words: {
    names: null,
    phrases: null,
    languages,
    composedKind: createComposedKind(languages),
    judgeAddress: createAddressJudge(languages),
  },
  isPlain: (headers) => withWords("english", () => headers.every(isPlainHeader)),
};

/**
 * True for an English header row with at least two known headers. Without them another row may be the header, or other
 * characters separate the cells.
 */
export function isEnglishHeaderRow(headers: readonly string[]): boolean {
  const kinds = withWords("english", () => new Set(headers.map((header) => knownHeader(header)?.kind)));
  kinds.delete(undefined);
  return kinds.size > 1 && plainEnglish.isPlain(headers);
}

let words: ReadonlySet<string> | undefined;

function isPlainHeader(header: string): boolean {
  if (!/^[\x20-\x7E]*$/.test(header) || header.length > 100) return false;
  if (isListedName(toComparableHeader(header))) return true;
  return tokensOf(header).every(isEnglishWord);
}

/** True for an English word of headers, in its comparable form. */
export function isEnglishWord(token: string): boolean {
  words ??= new Set(toComparableWords(`${english.own} ${english.sort} ${english.others} ${englishColumns}`));
  return token.length < 2 || words.has(token) || isListedName(token);
}

function tokensOf(header: string): string[] {
  return header
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
}
