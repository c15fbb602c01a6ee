// What the sources of a run are called.

/** Longest name of a run in UTF-16 units: with its number, `(1234567.1234/1234567)`, a source's name stays within 200. */
export const maxRunNameLength = 170;

/** The place of a batch in its run. */
export interface BatchPlace {
  /** Place of its users' portion of the input, from 1. */
  readonly portion: number;
  /** Place within a portion that had to be divided, from 1; null for a whole portion. */
  readonly part: number | null;
  /** Portions of the whole input; null when unknown. */
  readonly portions: number | null;
}

/** `<name> (3/25)`; `<name> (3)` where nobody knows how many there will be; `<name> (3.2/25)` for a part of what was too large. */
export function toSourceName(name: string, { portion, part, portions }: BatchPlace): string {
  const place = part === null ? `${portion}` : `${portion}.${part}`;
  // An input may turn out longer than announced.
  return portions === null || portion > portions ? `${name} (${place})` : `${name} (${place}/${portions})`;
}
