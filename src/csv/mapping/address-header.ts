// Judges by a header whose email addresses a column holds: the user's own, a further one of the user's, or another person's.
import { toComparableHeader, toComparableWords } from "../text/headers.ts";
import type { LanguageWords } from "./languages/language-words.ts";

/** Whose addresses the header announces; `unknown` when it has a word that nobody listed. */
export interface AddressHeader {
  readonly whose: "user" | "further" | "other" | "unknown";
  /** True when the header names emails at all. */
  readonly isEmail: boolean;
  /** True for a further address that takes the place of the first one where no other column holds emails. */
  readonly isSecond: boolean;
  /** True when it names a kind of address, such as private or work, which does not say which one is used. */
  readonly isSorted: boolean;
}

const emailWords = "email emails mail mails emailaddress emailaddresses emailid smtp";

// A further address of the user, or one that only tells how the user is reached. The words stand at the beginning of a token.
const furtherPattern =
  /(?:^| |mail)(?:backup|second|alternat|recover|old|previous|former|other|additional|ersatz|zweit|alte|support|consent|cc\b)/;
const secondPattern = /(?:^| |mail)(?:other|alternat|second|zweit)/;

interface AddressWords {
  readonly email: ReadonlySet<string>;
  readonly sort: ReadonlySet<string>;
  readonly neutral: ReadonlySet<string>;
  /** Another person, as a word of the header. */
  readonly others: ReadonlySet<string>;
  /** Another person, anywhere in the header. */
  readonly anywhere: RegExp;
}

function collectWords(languages: readonly LanguageWords[]): AddressWords {
  const all = (ofLanguage: (words: LanguageWords) => string) =>
    new Set(toComparableWords(languages.map(ofLanguage).join(" ")));
  const others = all((words) => words.others);
  const long = [...others].filter((word) => word.length >= minLengthAnywhere(word));
  return {
    email: all((words) => `${emailWords} ${words.email}`),
    sort: all((words) => words.sort),
    neutral: all(({ user, account, own, link }) => `${user} ${account} ${own} ${link}`),
    others,
    anywhere: new RegExp(long.join("|")),
  };
}

// Shorter words are parts of too many others.
function minLengthAnywhere(word: string): number {
  if (/^[a-z]/.test(word)) return 5;
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? 2 : 3;
}

const maxLength = 100;

/** What judges by a header whose email addresses its column holds. */
export function createAddressJudge(languages: readonly LanguageWords[]): (header: string) => AddressHeader {
  // Built with the first header of a column of emails that is not known.
  let words: AddressWords | undefined;
  return (header) => {
    words ??= collectWords(languages);
    return judge(header, words);
  };
}

function judge(header: string, words: AddressWords): AddressHeader {
  if (header.length > maxLength) return { whose: "unknown", isEmail: false, isSecond: false, isSorted: false };
  const tokens = tokensOf(header);
  const parts = tokens.map((token) => splitToken(token, words) ?? splitToken(tokens.join(""), words));
  const known = parts.every((part) => part !== null) ? parts.flat() : null;
  const isEmail = (known ?? tokens).some((part) => words.email.has(part));
  const isSorted = known?.some((part) => words.sort.has(part)) === true;
  const isSecond = secondPattern.test(tokens.join(" "));
  return { whose: toWhose(tokens, known, isEmail, words), isEmail, isSecond, isSorted };
}

function toWhose(
  tokens: readonly string[],
  known: readonly string[] | null,
  isEmail: boolean,
  words: AddressWords,
): AddressHeader["whose"] {
  const name = tokens.join("");
  if (tokens.some((token) => words.others.has(token))) return "other";
  // The main address in some languages, the head of a school in English.
  if (tokens[0] === "principal") return "unknown";
  if (furtherPattern.test(tokens.join(" ")) || (isEmail && tokens.some((token) => /^(?:[2-9]|\d\d+)$/.test(token))))
    return "further";
  // "Work", "Billing contact": without a word for emails, the header is about something else.
  if (known) return isEmail || !known.some((part) => words.sort.has(part)) ? "user" : "unknown";
  return words.anywhere.test(name) ? "other" : "unknown";
}

// The words that a token consists of, one of which names emails unless it is a single word; null when a part of it is unknown.
function splitToken(token: string, words: AddressWords): string[] | null {
  const isKnown = (part: string) => words.email.has(part) || words.neutral.has(part) || words.sort.has(part);
  if (isKnown(token) || /^(?:\p{N}+|[a-z])$/u.test(token)) return [token];
  // The best split of each beginning of the token.
  const splits: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= token.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const [before, part] = [splits[start], token.slice(start, end)];
      if (!before || splits[end] || !mayBePart(part) || !isKnown(part)) continue;
      splits[end] = [...before, part];
    }
  }
  const parts = splits[token.length];
  return parts?.some((part) => words.email.has(part)) ? parts : null;
}

function mayBePart(part: string): boolean {
  return part.length > 3 || /^(?!\p{Script=Latin})\p{L}/u.test(part);
}

function tokensOf(header: string): string[] {
  return (
    header
      // The prefix of a namespace: gp:email.
      .replace(/^[a-z]{1,4}:(?=[a-z])/, "")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map(toComparableHeader)
      .filter((token) => token !== "")
  );
}
