// Recognises headers that are composed of the words of a language: "date of the last login", "number of the customer".
import { toComparableWords } from "../text/headers.ts";
import type { HeaderKind } from "./header-dictionary.ts";
import type { LanguageWords } from "./languages/language-words.ts";

interface Pattern {
  readonly kind: HeaderKind;
  readonly matches: RegExp;
}

/** What gives the kind of a composed header, in its comparable form; null for any other. */
export function createComposedKind(languages: readonly LanguageWords[]): (name: string) => HeaderKind | null {
  // Built with the first header that no dictionary has.
  let patterns: readonly Pattern[] | undefined;
  return (name) => {
    patterns ??= createPatterns(languages);
    return patterns.find(({ matches }) => matches.test(name))?.kind ?? null;
  };
}

function createPatterns(languages: readonly LanguageWords[]): Pattern[] {
  const kinds: readonly (readonly [HeaderKind, (words: LanguageWords) => string])[] = [
    ["email", emailPattern],
    ["externalUserId", idPattern],
    ["lastLoginDate", lastVisitPattern],
    ["registrationDate", registrationPattern],
    ["name", namePattern],
  ];
  return kinds.map(([kind, pattern]) => ({
    kind,
    matches: new RegExp(`^(?:${languages.map(pattern).join("|") || never})$`),
  }));
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
