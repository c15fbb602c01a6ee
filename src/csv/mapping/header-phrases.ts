// Recognises headers that are phrases of two words with links between them: "number of the customer", "last login".
import { toComparableHeader } from "../text/headers.ts";
import type { PhraseWords } from "./languages/language-words.ts";
import { type HeaderWords, wordsInUse } from "./languages/words-in-use.ts";

const english: PhraseWords = {
  numbers: "id nr no number code identifier",
  numberLinks: "",
  numbered: "user customer member client contact participant",
  owners: "user member customer client contact subscriber participant person",
  ownerLinks: "s",
  easternOwners: "",
  easternNumbers: "",
  last: "last latest mostrecent recent current",
  lastLinks: "user successful interactive",
  visits: `login logon log loggedin signin signedin authenticated authentication auth session seen active access accessed visit visited
    online activity`,
  namesOf: "",
  nameLinks: "",
  named: "",
};

interface Phrases {
  readonly ids: readonly RegExp[];
  readonly lastVisit: RegExp;
  readonly name: RegExp;
}

// Built with the first header that no dictionary has.
const built = new WeakMap<HeaderWords, Phrases>();

/** The field of a phrase, given in its comparable form: "number of the user", "last login", "name of the member"; null for others. */
export function toFieldOfPhrase(name: string): "externalUserId" | "lastLoginDate" | "name" | null {
  // Numbers of the state, and phone numbers.
  if (/^(?:person|kontakt)(?:nr|nummer)$/.test(name)) return null;
  const words = wordsInUse();
  const phrases = built.get(words) ?? createPhrases(words.phrases);
  built.set(words, phrases);
  if (phrases.ids.some((phrase) => phrase.test(name))) return "externalUserId";
  if (phrases.lastVisit.test(name)) return "lastLoginDate";
  return phrases.name.test(name) ? "name" : null;
}

// "Number of the customer" in each language, in its word order, with many words for either part.
function createPhrases(others: PhraseWords | null): Phrases {
  const all = (key: keyof PhraseWords) => `${english[key]} ${others?.[key] ?? ""}`;
  return {
    ids: [
      phrase(all("numbers"), all("numberLinks"), all("numbered")),
      phrase(all("owners"), all("ownerLinks"), `${all("numbers")} nummer`),
      phrase(all("easternOwners"), "", all("easternNumbers")),
    ],
    lastVisit: phrase(all("last"), all("lastLinks"), all("visits")),
    // "Name of the user" would be a username; "name of the customer" is a person's name, as far as the values fit.
    name: phrase(all("namesOf"), all("nameLinks"), all("named")),
  };
}

function phrase(first: string, between: string, last: string): RegExp {
  const [one = "", link = "", two = ""] = [first, between, last].map(toAlternatives);
  return one === "" || two === "" ? /(?!)/ : new RegExp(`^(?:${one})(?:${link})?(?:${two})$`);
}

function toAlternatives(words: string): string {
  return words
    .split(/\s+/)
    .map(toComparableHeader)
    .filter((word) => word !== "")
    .join("|");
}
