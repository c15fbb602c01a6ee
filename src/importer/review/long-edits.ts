// Recognises edits of many rows, which take long to judge and to show.
import type { ImporterState, Review } from "../state.ts";

// Fewer take a few milliseconds.
const manyRows = 1_000;
// A field or a select that is changed must be drawn at once, as must a corrected cell.
const drawnAtOnce = ["table", "mapping", "nameColumns", "idFromEmail", "leftOut"] as const;
const decisions = ["dateFormats", "repairs", "domains", "emptyTexts"] as const;

/** True if the rows of a long file were edited by a decision that changes many of them, rather than by hand. */
export function editsManyRows(before: ImporterState, now: ImporterState): boolean {
  if (before.status !== "reviewing" || now.status !== "reviewing" || now.review.rows.length <= manyRows) return false;
  const isChanged = (key: keyof Review) => before.review[key] !== now.review[key];
  if (drawnAtOnce.some(isChanged)) return false;
  const { code = "" } = now.review.lastCorrection ?? {};
  return decisions.some(isChanged) || (isChanged("lastCorrection") && (code === "replaced" || code === "applied"));
}
