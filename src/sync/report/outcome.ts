// Says of each user whether it was acknowledged, refused with its reason, or is pending.
import type { ImportOutcome } from "../../client/import-client.ts";
import type { FieldKey } from "../../contract/fields.ts";
import type { RowResult, RowWarning } from "../../contract/import.ts";
import { matchResults } from "../../contract/match-results.ts";
import { isRowStatus, type RowStatus } from "../../contract/status.ts";
import type { UserInput } from "../../contract/user.ts";

/**
 * Why nobody can say yet what became of a user:
 *
 * - `not_sent`: the run ended before it;
 * - `request_refused`: the server refused the whole request and saved nothing of it;
 * - `outcome_unknown`: it was sent, and no answer tells whether it was saved: resume the run;
 * - `results_unknown`: its source is saved, but only counts are known, not which user got which status;
 * - `unknown_status`: the server answered a status beyond the five of the guide;
 * - `dry_run`: it was judged, and nothing was saved.
 */
export type PendingReason =
  | "not_sent"
  | "request_refused"
  | "outcome_unknown"
  | "results_unknown"
  | "unknown_status"
  | "dry_run";

/** What became of one user. Only what the server said it saved is `acknowledged`. */
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
      /** `invalid_row` only: what is wrong, and with which field. */
      readonly code: string | null;
      readonly field: FieldKey | null;
      readonly sourceId: string | null;
    }
  | {
      readonly kind: "pending";
      readonly reason: PendingReason;
      /** `unknown_status` and `dry_run` only: what the server said. */
      readonly status?: RowStatus | (string & {});
      /** `results_unknown` and `unknown_status` only: the source that was saved. */
      readonly sourceId?: string | null;
    };

/** Which outcome each status stands for, in the order of reports. A status missing here does not compile. */
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

/** What a row result says of its user. A status that this version does not know is pending, for it may mean anything. */
export function toUserOutcome(result: RowResult, sourceId: string | null): UserOutcome {
  const { status, warnings, code, field } = result;
  if (!isRowStatus(status)) return { kind: "pending", reason: "unknown_status", status, sourceId };
  if (isAcknowledged(status)) return { kind: "acknowledged", status, warnings, sourceId };
  return { kind: "refused", status, code, field, sourceId };
}

/** One outcome per user, in order. Where the response is no evidence, the user is pending as `results_unknown`. */
export function toOutcomes(users: readonly UserInput[], response: ImportOutcome, isDryRun: boolean): UserOutcome[] {
  const sourceId = response.source?.id ?? null;
  const unknown: UserOutcome = { kind: "pending", reason: isDryRun ? "dry_run" : "results_unknown", sourceId };
  return matchResults(users, response).map((result) => {
    if (!result) return unknown;
    return isDryRun ? { kind: "pending", reason: "dry_run", status: result.status } : toUserOutcome(result, sourceId);
  });
}
