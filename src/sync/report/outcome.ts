// Turns an import response into one outcome per user (acknowledged, refused or pending) and counts outcomes.
import type { ImportOutcome } from "../../client/import-client.ts";
import type { FieldKey } from "../../contract/fields.ts";
import type { RowResult, RowWarning } from "../../contract/import.ts";
import { matchResults } from "../../contract/match-results.ts";
import { isRowStatus, type RowStatus, rowStatuses } from "../../contract/status.ts";
import type { UserInput } from "../../contract/user.ts";

/**
 * Why the outcome of a user is not known:
 *
 * - `not_sent`: the run ended before the user was sent;
 * - `request_refused`: the server refused the whole request and saved nothing of it;
 * - `outcome_unknown`: the user was sent, and no answer says whether it was saved: resume the run;
 * - `results_unknown`: the request was saved, but the answer does not say, or not reliably, which user got which status;
 * - `unknown_status`: the server answered a status beyond the five of the guide;
 * - `dry_run`: the server judged the user and saved nothing.
 */
export type PendingReason =
  | "not_sent"
  | "request_refused"
  | "outcome_unknown"
  | "results_unknown"
  | "unknown_status"
  | "dry_run";

/** The outcome of one user. Only users that the server reports as saved are `acknowledged`. */
export type UserOutcome =
  | {
      readonly kind: "acknowledged";
      readonly status: "imported" | "already_connected";
      readonly warnings: readonly RowWarning[];
      /** Null where the server names no source. */
      readonly sourceId: string | null;
    }
  | {
      readonly kind: "refused";
      readonly status: Exclude<RowStatus, "imported" | "already_connected">;
      /** For `invalid_row`: what is wrong, and in which field. */
      readonly code: string | null;
      readonly field: FieldKey | null;
      readonly sourceId: string | null;
    }
  | {
      readonly kind: "pending";
      readonly reason: PendingReason;
      /** For `unknown_status` and `dry_run`: the status that the server answered. */
      readonly status?: RowStatus | (string & {});
      /** For `dry_run`: true where the server says that the connection is inactive. */
      readonly isInactive?: boolean;
      /** For `results_unknown` and `unknown_status`: the source that was saved. */
      readonly sourceId?: string | null;
    };

/** The outcome of each status, in the order of reports. Does not compile if a status is missing. */
const statusKinds = {
  imported: "acknowledged",
  already_connected: "acknowledged",
  not_found: "refused",
  name_mismatch: "refused",
  invalid_row: "refused",
} as const satisfies Record<RowStatus, UserOutcome["kind"]>;

type StatusOfKind<Kind> = {
  [Status in RowStatus]: (typeof statusKinds)[Status] extends Kind ? Status : never;
}[RowStatus];

/** A status under which the server saved the user. */
type AcknowledgedStatus = StatusOfKind<"acknowledged">;

/** A status under which the server did not save the user. */
export type RefusedStatus = StatusOfKind<"refused">;

export const acknowledgedStatuses = (Object.keys(statusKinds) as RowStatus[]).filter(isAcknowledged);

export const refusedStatuses = (Object.keys(statusKinds) as RowStatus[]).filter(
  (status): status is RefusedStatus => !isAcknowledged(status),
);

/** True for a status under which the server saved the user. */
export function isAcknowledged(status: RowStatus): status is AcknowledgedStatus {
  return statusKinds[status] === "acknowledged";
}

/** Turns a row result into an outcome. A status unknown to this version is pending, because it may mean anything. */
export function toUserOutcome(result: RowResult, sourceId: string | null): UserOutcome {
  const { status, warnings, code, field } = result;
  if (!isRowStatus(status)) return { kind: "pending", reason: "unknown_status", status, sourceId };
  if (isAcknowledged(status)) return { kind: "acknowledged", status, warnings, sourceId };
  return { kind: "refused", status, code, field, sourceId };
}

/** One outcome per user, in order. Users whose result is missing or not reliable are pending as `results_unknown`. */
export function toOutcomes(users: readonly UserInput[], response: ImportOutcome, isDryRun: boolean): UserOutcome[] {
  const sourceId = response.source?.id ?? null;
  const unknown: UserOutcome = { kind: "pending", reason: isDryRun ? "dry_run" : "results_unknown", sourceId };
  return matchResults(users, response).map((result) => {
    if (!result) return unknown;
    return isDryRun ? toDryOutcome(result) : toUserOutcome(result, sourceId);
  });
}

function toDryOutcome({ status, reactivated }: RowResult): UserOutcome {
  return { kind: "pending", reason: "dry_run", status, ...(reactivated ? { isInactive: true } : {}) };
}

/** Counts of users. `acknowledged`, `refused` and `pending` add up to `total`. */
export interface SyncCounters {
  readonly total: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly pending: number;
  /** How often each status was answered; in a dry run, would be. */
  readonly statuses: Readonly<Record<RowStatus, number>>;
  /** Pending users by reason; reasons without users are left out. */
  readonly pendingReasons: Readonly<Partial<Record<PendingReason, number>>>;
}

/** The counts of an empty set. */
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

/** The counts of users that are all pending for one reason. */
export function countPending(count: number, reason: PendingReason): SyncCounters {
  return count === 0 ? noUsers : { ...noUsers, total: count, pending: count, pendingReasons: { [reason]: count } };
}

/** Adds two sets of counts. */
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
