// Default source names: `User Export 2026-05-03`, with a number added if that name is taken.
import { trimText } from "../../contract/text.ts";

/** Default names that avoid the names already taken. */
export interface DefaultNames {
  /** The default name, with a number added if it is taken. */
  next(): string;
  isTaken(name: string): boolean;
  /** Adds a name to those taken. */
  add(name: string): void;
  /** Replaces all names taken. */
  replace(names: Iterable<string>): void;
}

/** Creates the default names; none is taken yet. */
export function createDefaultNames(toDefaultName: () => string): DefaultNames {
  let taken: readonly string[] = [];
  return {
    next: () => toFreeName(toDefaultName(), taken),
    isTaken: (name) => toFreeName(name, taken) !== name,
    add(name) {
      taken = [...taken, name];
    },
    replace(names) {
      taken = [...names];
    },
  };
}

/** The default name on this local day: `User Export 2026-05-03`. */
export function toDefaultSourceName(time: number): string {
  const day = new Date(time);
  const twoDigits = (part: number) => String(part).padStart(2, "0");
  return `User Export ${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}

/** `base`, or `base (2)`, `base (3)` ... if it is taken. Case, and blanks at the ends, are ignored. */
export function toFreeName(base: string, takenNames: Iterable<string>): string {
  const taken = new Set(Array.from(takenNames, toComparable));
  if (!taken.has(toComparable(base))) return base;
  let count = 2;
  while (taken.has(toComparable(`${base} (${count})`))) count += 1;
  return `${base} (${count})`;
}

function toComparable(name: string): string {
  return trimText(name).toLowerCase();
}
