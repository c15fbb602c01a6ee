// Describes one column as a candidate for one field.
import type { FieldKey } from "../../contract/fields.ts";
import type { ColumnSample } from "./column-evidence.ts";
import type { FieldSuggestion } from "./suggestion.ts";

/** One column for one field. */
export interface Candidate extends FieldSuggestion {
  readonly key: FieldKey;
  readonly column: number;
  /**
   * Its rank: a host's alias before the guide's, then known names, then similar ones, whatever the cells hold. 0 keeps it out of
   * the mapping: a person may choose it.
   */
  readonly score: number;
}

/** The sample of a column's cells. */
export type ValuesAt = (column: number) => ColumnSample;

/** A candidate that is a guess. */
export function guess(
  key: FieldKey,
  column: number,
  score: number,
  confidence: number,
  reason: FieldSuggestion["reason"],
): Candidate {
  return { key, column, how: "guess", score, confidence, reason };
}
