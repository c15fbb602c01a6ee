"use client";
// Holds the chosen filter of the preview and the rows that it listed, which stay while a person corrects them.
import { useCallback, useMemo, useState } from "react";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { Review } from "../../importer/state.ts";
import type { RowFilter } from "./row-filters.ts";

export interface FilteredRows {
  /** The chosen filter; the first one where the chosen one has no rows. */
  readonly filter: RowFilter;
  /** The rows as they were when the filter was chosen. */
  readonly rows: readonly ImportRow[];
  /** Gives the current version of such a row; null while none has changed. */
  readonly current: ((row: ImportRow) => ImportRow) | null;
  readonly choose: (filter: string) => void;
  /** Numbers of the rows that could be corrected when the filter was chosen. */
  readonly rowsWithFindings: ReadonlySet<number>;
}

/** The rows of the chosen filter. A corrected row stays in the list until the filter is chosen again. */
export function useFilteredRows(
  review: Review,
  filters: readonly [RowFilter, ...RowFilter[]],
  hasFinding: (row: ImportRow) => boolean,
): FilteredRows {
  const { table, mapping, dateFormats, nameColumns, emptyTexts, rows, check, lastCorrection } = review;
  // A new object for each choice, so that choosing the same filter again refreshes the list.
  const [chosen, setChosen] = useState({ filter: "all" });
  // A file with corrections changes rows all over the list: what still has problems is listed, or else all rows.
  const applied = lastCorrection?.code === "applied" ? lastCorrection : null;
  const [known, setKnown] = useState(applied);
  if (applied !== known) {
    setKnown(applied);
    if (applied) setChosen({ filter: "problems" });
  }
  const result = check?.result ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: not for a correction, which changes only the rows
  const listed = useMemo(() => {
    const [all] = filters;
    const wanted = filters.find(({ value }) => value === chosen.filter) ?? all;
    const found = wanted === all ? rows : (wanted.list?.(rows) ?? rows.filter(wanted.matches));
    // An empty filter would hide all rows.
    const isEmpty = found.length === 0;
    return {
      value: isEmpty ? all.value : wanted.value,
      rows: isEmpty ? rows : found,
      from: rows,
      rowsWithFindings: new Set(rows.filter(hasFinding).map(({ number }) => number)),
    };
  }, [chosen, table, mapping, dateFormats, nameColumns, emptyTexts, result]);
  // No index of up to 10,000 rows before the first correction.
  const byNumber = useMemo(
    () => (rows === listed.from ? null : new Map(rows.map((row) => [row.number, row]))),
    [rows, listed.from],
  );
  const current = useMemo(() => byNumber && ((row: ImportRow) => byNumber.get(row.number) ?? row), [byNumber]);
  const choose = useCallback((filter: string) => setChosen({ filter }), []);
  const filter = filters.find(({ value }) => value === listed.value) ?? filters[0];
  return { ...listed, filter, current, choose };
}
