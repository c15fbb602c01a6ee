// Folds the deltas of one day into one entry of the list, as a running sync saves many small sources.
import type { Source } from "../../contract/source.ts";
import { type Counters, countStatuses } from "../../contract/status.ts";

/** The deltas of one day, newest first. */
export interface DeltaDay {
  /** The name of its first source: "Deltas 2026-05-03". */
  readonly name: string;
  readonly sources: readonly Source[];
}

// "Deltas 2026-05-03" and "Deltas 2026-05-03 (2)", as sync names them.
const deltaName = /^(Deltas \d{4}-\d{2}-\d{2})(?: \(\d+\))?$/;

/** The entries of the list in its order; the deltas of a day stand where the newest of them is, a single one for itself. */
export function foldDeltas(sources: readonly Source[]): (Source | DeltaDay)[] {
  const days = new Map<string, Source[]>();
  for (const source of sources) {
    const day = dayOf(source);
    if (day) days.set(day, [...(days.get(day) ?? []), source]);
  }
  return sources.flatMap((source): (Source | DeltaDay)[] => {
    const day = dayOf(source);
    const ofDay = day === null ? [] : (days.get(day) ?? []);
    if (day === null || ofDay.length < 2) return [source];
    return ofDay[0] === source ? [{ name: day, sources: ofDay }] : [];
  });
}

/** True for a folded day. */
export function isDeltaDay(entry: Source | DeltaDay): entry is DeltaDay {
  return "sources" in entry;
}

/** The sums over a day; null where the counts of one of its sources are unknown. */
export function countDay({ sources }: DeltaDay): Counters | null {
  const sum = countStatuses([]);
  for (const { counters } of sources) {
    if (!counters) return null;
    for (const key of Object.keys(sum) as (keyof Counters)[]) sum[key] += counters[key];
  }
  return sum;
}

function dayOf({ name }: Source): string | null {
  return deltaName.exec(name)?.[1] ?? null;
}
