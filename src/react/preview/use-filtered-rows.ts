"use client";
// The rows of the preview under a filter: a row that is corrected stays in the list until the filter is chosen anew.
import { useCallback, useMemo, useState } from "react";
import type { ImportRow } from "../../csv/rows/import-row.ts";
import { hasProblem, isDuplicate, type ReviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";

export type Filter = keyof ReviewCounts;

export interface ListedRows {
  readonly filter: Filter;
  /** As they were when they were listed. */
  readonly rows: readonly ImportRow[];
  /** A listed row as it is by now; null while all are as they were. */
  readonly current: ((row: ImportRow) => ImportRow) | null;
  readonly choose: (filter: Filter) => void;
  /** The numbers of the rows that had a problem, or were there twice, when they were listed. */
  readonly wereOpen: ReadonlySet<number>;
}

const filters: Record<Filter, (row: ImportRow) => boolean> = {
  all: () => true,
  ready: (row) => !hasProblem(row),
  problems: hasProblem,
  duplicates: isDuplicate,
};

export function useListedRows({ table, mapping, dateFormats, nameColumns, emptyTexts, rows }: Review): ListedRows {
  // An object of its own for each choice, so that the same filter chosen again lists anew.
  const [chosen, setChosen] = useState<{ readonly filter: Filter }>({ filter: "all" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: not for a correction, which changes the rows and nothing else
  const listed = useMemo(() => {
    const found = chosen.filter === "all" ? rows : rows.filter(filters[chosen.filter]);
    // A filter with nothing in it would hide every row.
    const isEmpty = found.length === 0;
    const open = rows.filter((row) => hasProblem(row) || isDuplicate(row));
    return {
      filter: isEmpty ? ("all" as const) : chosen.filter,
      rows: isEmpty ? rows : found,
      from: rows,
      wereOpen: new Set(open.map(({ number }) => number)),
    };
  }, [chosen, table, mapping, dateFormats, nameColumns, emptyTexts]);
  // Before the first correction there is nothing to look up, and ten thousand entries that need not be kept.
  const byNumber = useMemo(
    () => (rows === listed.from ? null : new Map(rows.map((row) => [row.number, row]))),
    [rows, listed.from],
  );
  const current = useMemo(() => byNumber && ((row: ImportRow) => byNumber.get(row.number) ?? row), [byNumber]);
  const choose = useCallback((filter: Filter) => setChosen({ filter }), []);
  return { ...listed, current, choose };
}
