// Recognises first and last names beside a word for the user: "surname of the customer", "Müşteri Soyadı".
import { toComparableWords } from "../../text/headers.ts";
import type { LanguageWords } from "./language-words.ts";

type PartKind = "firstName" | "lastName";

/**
 * What gives the kind of a first or last name with a word for the user, in either order, in its comparable form: "surname of the
 * customer". `names` are whole headers beside those of the languages.
 */
export function createPartKind(
  languages: readonly LanguageWords[],
  names: Readonly<Record<PartKind, string>>,
): (name: string) => PartKind | null {
  // Built with the first header that nothing else knows.
  let words: PartWords | undefined;
  return (name) => {
    if (name.length > maxLength) return null;
    words ??= collectPartWords(languages, names);
    for (let end = 2; end < name.length - 1; end += 1) {
      for (let start = end; start <= Math.min(end + maxLinkLength, name.length - 2); start += 1) {
        if (start > end && !words.links.has(name.slice(end, start))) continue;
        const [head, tail] = [name.slice(0, end), name.slice(start)];
        const part = words.users.has(head) ? words.parts.get(tail) : words.users.has(tail) && words.parts.get(head);
        if (part) return part;
      }
    }
    return null;
  };
}

const maxLength = 40;
const maxLinkLength = 5;

interface PartWords {
  readonly users: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, PartKind>;
}

function collectPartWords(languages: readonly LanguageWords[], names: Readonly<Record<PartKind, string>>): PartWords {
  const all = (ofLanguage: (words: LanguageWords) => string) => toComparableWords(languages.map(ofLanguage).join(" "));
  const parts = (["lastName", "firstName"] as const).flatMap((kind) =>
    [...toComparableWords(names[kind]), ...all((words) => words[kind])].map((word) => [word, kind] as const),
  );
  return {
    users: new Set(all(({ user, account }) => `${user} ${account}`)),
    links: new Set(all(({ link }) => link)),
    parts: new Map(parts),
  };
}
