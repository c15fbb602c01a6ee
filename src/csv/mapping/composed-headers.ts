// Recognises headers that are composed of the words of a language: "date of the last login", "number of the customer".
import { toComparableWords } from "../text/headers.ts";
import type { HeaderKind } from "./header-dictionary.ts";
import type { LanguageWords } from "./languages/language-words.ts";

/** What gives the kind of a composed header, in its comparable form; null for any other. */
export function createComposedKind(languages: readonly LanguageWords[]): (name: string) => HeaderKind | null {
  // Built with the first header that no dictionary has.
  let words: ReadonlyMap<string, bigint> | undefined;
  const patterns = languages.map(() => new Map<ComposedKind, RegExp>());
  const matches = (place: number, kind: ComposedKind, name: string) => {
    const language = languages[place];
    const known = patterns[place]?.get(kind);
    const pattern = known ?? new RegExp(`^(?:${language ? patternOf[kind](language) : never})$`);
    patterns[place]?.set(kind, pattern);
    return pattern.test(name);
  };
  return (name) => {
    words ??= collectWords(languages);
    const found = languagesOf(name, words);
    if (found === 0n) return null;
    const places = languages.flatMap((_, place) => (found & (1n << BigInt(place)) ? [place] : []));
    return kinds.find((kind) => places.some((place) => matches(place, kind, name))) ?? null;
  };
}

type ComposedKind = "email" | "externalUserId" | "lastLoginDate" | "registrationDate" | "name";

// The first kind that matches wins.
const kinds: readonly ComposedKind[] = ["email", "externalUserId", "lastLoginDate", "registrationDate", "name"];

// One bit for each language. A pattern of a thousand words takes long to compile, so it is only compiled for a header
// that consists of words of its language; nearly all cells of the first rows don't.
function collectWords(languages: readonly LanguageWords[]): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const [place, words] of languages.entries()) {
    for (const word of toComparableWords(`${partsOf(words).join(" ")} email`)) {
      found.set(word, (found.get(word) ?? 0n) | (1n << BigInt(place)));
    }
  }
  return found;
}

function partsOf(words: LanguageWords): string[] {
  const { email, user, account, number, name, last, visit, registered, date, link, own } = words;
  return [email, user, account, number, name, last, visit, registered, date, link, own];
}

const maxWordLength = 40;

// The languages that have words for the whole header, as bits.
function languagesOf(name: string, words: ReadonlyMap<string, bigint>): bigint {
  // The languages that have words for everything in front of a place.
  const before: bigint[] = [-1n];
  for (let start = 0; start < name.length; start += 1) {
    const reached = before[start] ?? 0n;
    if (reached === 0n) continue;
    for (let end = start + 1; end <= Math.min(name.length, start + maxWordLength); end += 1) {
      const having = words.get(name.slice(start, end));
      if (having !== undefined) before[end] = (before[end] ?? 0n) | (reached & having);
    }
  }
  return before[name.length] ?? 0n;
}

const never = "(?!)";

// One of the words; none of them where the language lists none.
function oneOf(text: string): string {
  const words = toComparableWords(text).sort((a, b) => b.length - a.length);
  return words.length === 0 ? never : `(?:${words.join("|")})`;
}

// Up to three of the words. A bound keeps the search short in long headers.
function someOf(text: string): string {
  return `${oneOf(text)}{0,3}`;
}

function emailPattern({ email, user, account, own, link }: LanguageWords): string {
  const beside = someOf(`${user} ${account} ${own} ${link}`);
  return `${beside}${oneOf(email === "" ? "" : `${email} email`)}${beside}`;
}

function idPattern({ user, number, link }: LanguageWords): string {
  return `${oneOf(user)}${someOf(link)}${oneOf(number)}|${oneOf(number)}${someOf(link)}${oneOf(user)}`;
}

function lastVisitPattern({ last, visit, date, link, user, account }: LanguageWords): string {
  const beside = someOf(`${link} ${user} ${account}`);
  const when = `${oneOf(date)}?`;
  const first = `${when}${beside}${oneOf(last)}${beside}${oneOf(visit)}${beside}${when}`;
  const second = `${when}${beside}${oneOf(visit)}${beside}${oneOf(last)}${when}`;
  return `${first}|${second}`;
}

function registrationPattern({ registered, date, link, user, account }: LanguageWords): string {
  const beside = someOf(`${link} ${user} ${account}`);
  return `${oneOf(date)}?${beside}${oneOf(registered)}${beside}${oneOf(date)}?`;
}

function namePattern({ name, user, link }: LanguageWords): string {
  return `${oneOf(name)}${someOf(link)}${oneOf(user)}|${oneOf(user)}${someOf(link)}${oneOf(name)}`;
}

const patternOf: Readonly<Record<ComposedKind, (words: LanguageWords) => string>> = {
  email: emailPattern,
  externalUserId: idPattern,
  lastLoginDate: lastVisitPattern,
  registrationDate: registrationPattern,
  name: namePattern,
};
