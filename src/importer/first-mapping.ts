// Which mapping a file begins with.
import type { ColumnMapping, MappingSuggestion } from "../csv/mapping.ts";
import type { RememberedMapping } from "./remembered.ts";

/** The mapping that a file begins with: as it was confirmed for this header, or else as it is recognised. */
export function toFirstMapping(
  { mapping, nameColumns }: MappingSuggestion,
  remembered: RememberedMapping | null,
): ColumnMapping {
  if (!remembered) return mapping;
  const isStillJoined = remembered.isJoined && nameColumns !== null;
  const isTaken = Object.values(remembered.mapping).includes(mapping.name);
  // This file has a column of full names, where the one before had first and last names only.
  if (remembered.isJoined && !isStillJoined && !isTaken) return { ...remembered.mapping, name: mapping.name };
  return remembered.mapping;
}
