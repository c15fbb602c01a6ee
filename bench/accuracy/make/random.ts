// A small seeded generator: the same name and seed give the same file, everywhere and always.

export interface Random {
  /** A whole number from 0 up to, but not including, `below`. */
  below(below: number): number;
  pick<T>(choices: readonly T[]): T;
  /** `length` characters out of `alphabet`. */
  text(alphabet: string, length: number): string;
}

export function randomFor(name: string, seed: number): Random {
  let state = hash(`${seed}:${name}`);
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join("");
  return { below, pick, text };
}

function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum;
}
