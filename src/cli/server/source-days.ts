// Folds the sources of deltas of one day into one line of the list, so that bulk imports stay findable between them.
import type { Source } from "../../contract/source.ts";
import { type Counters, countStatuses, rowStatuses } from "../../contract/status.ts";

/** One line of the list: a source, or several of one day. */
export interface SourceLine extends Source {
  /** How many sources the line stands for. */
  readonly sources: number;
}

// "Deltas 2026-05-03" and "Deltas 2026-05-03 (2)", but not "Nightly 2026-05-03 (2/3)".
const dayName = /^(.+ \d{4}-\d\d-\d\d)(?: \(\d+\))?$/;

/** Folds the sources whose names differ only in the number of the day; the line stands where the newest of them does. */
export function foldDays(sources: readonly Source[]): SourceLine[] {
  const lines = new Map<string, Source[]>();
  for (const source of sources) {
    const name = dayName.exec(source.name)?.[1] ?? null;
    const key = name === null ? `id ${source.id}` : `name ${name}`;
    lines.set(key, [...(lines.get(key) ?? []), source]);
  }
  return [...lines.values()].flatMap(toLine);
}

function toLine(sources: readonly Source[]): SourceLine[] {
  const [newest] = sources;
  if (!newest) return [];
  if (sources.length === 1) return [{ ...newest, sources: 1 }];
  const name = dayName.exec(newest.name)?.[1] ?? newest.name;
  return [{ ...newest, id: `${newest.id} …`, name, counters: addAll(sources), sources: sources.length }];
}

// Null unless every source has counters.
function addAll(sources: readonly Source[]): Counters | null {
  const sum: Record<keyof Counters, number> = { ...countStatuses([]) };
  for (const { counters } of sources) {
    if (!counters) return null;
    for (const key of [...rowStatuses, "total"] as const) sum[key] += counters[key];
  }
  return sum;
}
