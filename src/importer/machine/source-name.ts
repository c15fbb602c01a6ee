// The name under which a run is saved: its default, and how it stays clear of names already taken.
import { trimText } from "../../contract/text.ts";

/** The name before anybody typed one: `User Export 2026-05-03`, the local day. */
export function toDefaultSourceName(time: number): string {
  const day = new Date(time);
  const twoDigits = (part: number) => String(part).padStart(2, "0");
  return `User Export ${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}

/** `base`, or `base (2)`, `base (3)` ... where that is taken; blanks at the ends and case do not tell names apart. */
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
