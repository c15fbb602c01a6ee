// Creates ids that sort by creation time, so that "newest first" is unambiguous within a millisecond.
import { hasControlCharacter } from "../../src/contract/text.ts";

/** The prefix of an id: source or connection. */
export type IdKind = "src" | "con";

/** Makes a new id. */
export type NewId = (kind: IdKind) => string;

/** Creates the default: time, a running number, and randomness against other processes. */
export function createNewId(now: () => Date): NewId {
  let counter = 0;
  let time = { at: Number.NaN, text: "" };
  const random = createRandomNumbers();
  return (kind) => {
    counter += 1;
    const at = now().getTime();
    if (at !== time.at) time = { at, text: toText(at, 9) };
    return `${kind}_${time.text}${toText(counter, 6)}${toText(random(), 7)}${toText(random(), 7)}`;
  };
}

// Drawn one by one, random numbers would take a fifth of a large import's time.
function createRandomNumbers(): () => number {
  const numbers = new Uint32Array(1_024);
  let next = numbers.length;
  return () => {
    if (next === numbers.length) {
      crypto.getRandomValues(numbers);
      next = 0;
    }
    next += 1;
    return numbers[next - 1] ?? 0;
  };
}

// Longer ids don't fit into the index of a database.
const maxIdLength = 255;

/** False for a text that can't be an id, and that a database may reject. */
export function isIdLike(text: string): boolean {
  return text.length <= maxIdLength && !hasControlCharacter(text);
}

function toText(number: number, width: number): string {
  return number.toString(36).padStart(width, "0").slice(-width);
}
