// Counts rows in which something was seen.

/** How many rows something was seen in, and the first of them. */
export interface Tally {
  readonly count: number;
  readonly firstRow: number;
}

/** Counts one more row. */
export function tally(before: Tally | null, row: number): Tally {
  return { count: (before?.count ?? 0) + 1, firstRow: before?.firstRow ?? row };
}
