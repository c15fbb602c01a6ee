// Defines the five row statuses of the guide, in the order in which they are decided, and counts them.
import { toMembers } from "./read-json.ts";

/**
 * The five statuses of a row. The order matters: an invalid row is not looked up, and an unknown email has no name to compare.
 * Only the last two statuses write anything.
 */
export const rowStatuses = ["invalid_row", "not_found", "name_mismatch", "already_connected", "imported"] as const;

export type RowStatus = (typeof rowStatuses)[number];

/** How many rows got which status; the five add up to `total`. */
export type Counters = Record<RowStatus | "total", number>;

export function isRowStatus(text: string): text is RowStatus {
  return (rowStatuses as readonly string[]).includes(text);
}

/** Counts results. A status beyond the five counts in `total` alone. */
export function countStatuses(results: Iterable<{ readonly status: string }>): Counters {
  const counters: Counters = {
    total: 0,
    imported: 0,
    already_connected: 0,
    not_found: 0,
    name_mismatch: 0,
    invalid_row: 0,
  };
  for (const { status } of results) {
    counters.total += 1;
    if (isRowStatus(status)) counters[status] += 1;
  }
  return counters;
}

/** Reads counters as any server may send them; a missing counter is 0. Null where one is not a count. */
export function readCounters(value: unknown): Counters | null {
  const members = toMembers(value);
  if (!members) return null;
  const counters = countStatuses([]);
  for (const key of Object.keys(counters) as (keyof Counters)[]) {
    const count = members[key] ?? 0;
    if (!Number.isInteger(count) || Number(count) < 0) return null;
    counters[key] = Number(count);
  }
  return counters;
}
