// One column per field and one field per column: the combination for which most speaks.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import type { Candidate } from "./candidates.ts";

// More than this many columns for one field never lose to each other in turn.
const mostPerField = 5;

/** The best combination of candidates (given best first), of all there are. */
export function assignColumns(candidates: readonly Candidate[]): Candidate[] {
  const perField = fieldKeys.map((key) => bestOf(key, candidates));
  let best: { total: number; chosen: readonly Candidate[] } = { total: 0, chosen: [] };
  const choose = (field: number, chosen: readonly Candidate[], total: number): void => {
    const choices = perField[field];
    if (!choices) {
      if (total > best.total) best = { total, chosen };
      return;
    }
    for (const candidate of choices) {
      if (chosen.some(({ column }) => column === candidate.column)) continue;
      choose(field + 1, [...chosen, candidate], total + candidate.score);
    }
    choose(field + 1, chosen, total);
  };
  choose(0, [], 0);
  return [...best.chosen];
}

function bestOf(key: FieldKey, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) => candidate.key === key && candidate.score > 0).slice(0, mostPerField);
}
