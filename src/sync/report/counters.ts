// How many users of a run became what.
import { isRowStatus, type RowStatus, rowStatuses } from "../../contract/status.ts";
import type { PendingReason, UserOutcome } from "./outcome.ts";

/** Counts of users. `acknowledged`, `refused` and `pending` add up to `total`. */
export interface SyncCounters {
  readonly total: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly pending: number;
  /** How often each status was answered; in a dry run, would be. */
  readonly statuses: Readonly<Record<RowStatus, number>>;
  /** Why the pending ones are; reasons that no user has are left out. */
  readonly pendingReasons: Readonly<Partial<Record<PendingReason, number>>>;
}

/** Nobody yet. */
export const noUsers: SyncCounters = {
  total: 0,
  acknowledged: 0,
  refused: 0,
  pending: 0,
  statuses: { invalid_row: 0, not_found: 0, name_mismatch: 0, already_connected: 0, imported: 0 },
  pendingReasons: {},
};

/** Counts outcomes. */
export function countOutcomes(outcomes: Iterable<UserOutcome>): SyncCounters {
  const kinds = { total: 0, acknowledged: 0, refused: 0, pending: 0 };
  const statuses: Record<RowStatus, number> = { ...noUsers.statuses };
  const pendingReasons: Partial<Record<PendingReason, number>> = {};
  for (const outcome of outcomes) {
    kinds.total += 1;
    kinds[outcome.kind] += 1;
    if (outcome.status !== undefined && isRowStatus(outcome.status)) statuses[outcome.status] += 1;
    if (outcome.kind === "pending") pendingReasons[outcome.reason] = (pendingReasons[outcome.reason] ?? 0) + 1;
  }
  return { ...kinds, statuses, pendingReasons };
}

/** So many users that are pending for one reason. */
export function countPending(count: number, reason: PendingReason): SyncCounters {
  return count === 0 ? noUsers : { ...noUsers, total: count, pending: count, pendingReasons: { [reason]: count } };
}

/** Both together. */
export function addCounters(one: SyncCounters, other: SyncCounters): SyncCounters {
  const statuses: Record<RowStatus, number> = { ...one.statuses };
  for (const status of rowStatuses) statuses[status] += other.statuses[status];
  const pendingReasons = { ...one.pendingReasons };
  for (const [reason, count] of Object.entries(other.pendingReasons) as [PendingReason, number][]) {
    pendingReasons[reason] = (pendingReasons[reason] ?? 0) + count;
  }
  return {
    total: one.total + other.total,
    acknowledged: one.acknowledged + other.acknowledged,
    refused: one.refused + other.refused,
    pending: one.pending + other.pending,
    statuses,
    pendingReasons,
  };
}
