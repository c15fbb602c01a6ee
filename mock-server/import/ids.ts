// Ids that sort by the time they were made, so that "newest first" has one answer within a millisecond too.
import { hasControlCharacter } from "../../src/contract/text.ts";

/** What an id is for; it becomes the id's prefix. */
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

// Asked for one by one, the numbers of a large import would take a fifth of its time.
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

// Longer ones fit into no index of a database.
const longest = 255;

/** False for a text that no id of ours can be, and that a database may refuse to look for. */
export function isIdLike(text: string): boolean {
  return text.length <= longest && !hasControlCharacter(text);
}

function toText(number: number, width: number): string {
  return number.toString(36).padStart(width, "0").slice(-width);
}
