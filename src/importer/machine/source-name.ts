// Default source names: `User Export 2026-05-03`, with a number added if that name is taken; and the names of parts.
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
      taken = [...taken, ...withNameOfParts(name)];
    },
    replace(names) {
      taken = [...names].flatMap(withNameOfParts);
    },
  };
}

// A name is taken, too, if parts are saved under it: otherwise the parts of the next import would get their names.
function withNameOfParts(name: string): string[] {
  return [name, parsePartName(name)?.name].filter((taken) => taken !== undefined);
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

/** The name of one of several parts: `May (1 of 2)`; the name itself if there is only one. */
export function toPartName(name: string, part: number, count: number): string {
  return count === 1 ? name : `${name} (${part} of ${count})`;
}

/** The name and the place of a part, as `toPartName` writes them; null for any other name. */
export function parsePartName(partName: string): { name: string; part: number; count: number } | null {
  const [, name, part, count] = /^(.*) \((\d{1,4}) of (\d{1,4})\)$/s.exec(trimText(partName)) ?? [];
  if (name === undefined || Number(part) < 1 || Number(part) > Number(count) || Number(count) < 2) return null;
  return { name, part: Number(part), count: Number(count) };
}

function toComparable(name: string): string {
  return trimText(name).toLowerCase();
}
