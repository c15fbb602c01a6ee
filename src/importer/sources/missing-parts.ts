// Finds imports in parts of which the last parts are not saved: the page was left, or the import was ended.
import type { Source } from "../../contract/source.ts";
import { parsePartName } from "../machine/source-name.ts";

/** The numbers of the parts that are missing after this source; empty if it is no part, or not the last one that is saved. */
export function findMissingParts({ name }: Pick<Source, "name">, sources: readonly Pick<Source, "name">[]): number[] {
  const own = parsePartName(name);
  if (!own) return [];
  const saved = sources.flatMap((source) => {
    const other = parsePartName(source.name);
    return other && other.name === own.name && other.count === own.count ? [other.part] : [];
  });
  if (saved.some((part) => part > own.part)) return [];
  return Array.from({ length: own.count - own.part }, (_, place) => own.part + 1 + place);
}
