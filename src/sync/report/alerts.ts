// What somebody should hear of although the run went on: too many users of one bad status, too long without a success.
import type { SyncCounters } from "./counters.ts";
import { share, type TrippedGuard } from "./guards.ts";
import { type RefusedStatus, refusedStatuses } from "./outcome.ts";

/** The statuses whose rates are watched (guide: "Alert on high rates of not_found, name_mismatch, or invalid_row"). */
export type AlertStatus = "not_found" | "name_mismatch" | "invalid_row";

/** When to alert, and whom. */
export interface AlertOptions {
  /**
   * Largest share of the judged users per status, 0 to 1; 1 never alerts.
   *
   * @default { not_found: 0.8, name_mismatch: 0.2, invalid_row: 0.1 }
   */
  readonly maxStatusShares?: Readonly<Partial<Record<AlertStatus, number>>> | undefined;
  /** Rates of fewer judged users say nothing. @default 20 */
  readonly minUsers?: number | undefined;
  /** Longest time since the last run that ended well, in milliseconds. @default none */
  readonly maxAge?: number | undefined;
  /** Told of each alert, in turn. */
  readonly sinks?: readonly AlertSink[] | undefined;
}

/** Something somebody should hear of. */
export type Alert =
  | {
      readonly code: "high_rate";
      readonly runId: string;
      readonly status: AlertStatus;
      readonly count: number;
      /** Users that the server judged. */
      readonly judged: number;
      readonly share: number;
      readonly most: number;
    }
  | {
      /** Nobody announced the size of the input, so that it was sent before it was known to have shrunk. */
      readonly code: "input_shrunk";
      readonly runId: string;
      /** Share of the users missing since the last run. */
      readonly share: number;
      readonly most: number;
    }
  | {
      readonly code: "no_recent_success";
      readonly runId: string;
      /** ISO 8601 in UTC; null when no run ended well so far. */
      readonly lastSuccessAt: string | null;
      /** In milliseconds; null when no run ended well so far. */
      readonly age: number | null;
      readonly most: number;
    };

/** Where alerts go. */
export type AlertSink = (alert: Alert) => void | Promise<void>;

/** What a run knows at its end. */
export interface AlertFacts {
  readonly runId: string;
  readonly counters: SyncCounters;
  /** ISO 8601 in UTC; null when no run ended well so far. */
  readonly lastSuccessAt: string | null;
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly guards: readonly TrippedGuard[];
}

/** A sink that writes each alert as one line of JSON, its time included. */
export function createJsonLineSink(write: (line: string) => void | Promise<void>): AlertSink {
  return (alert) => write(`${JSON.stringify({ time: new Date().toISOString(), type: "alert", ...alert })}\n`);
}

const defaultShares: Readonly<Record<RefusedStatus, number>> = { not_found: 0.8, name_mismatch: 0.2, invalid_row: 0.1 };

/** What there is to say at the end of a run. */
export function toAlerts(facts: AlertFacts, options: AlertOptions): Alert[] {
  return [...toRateAlerts(facts, options), ...toShrunkAlerts(facts), ...toAgeAlerts(facts, options)];
}

function toShrunkAlerts({ runId, guards }: AlertFacts): Alert[] {
  return guards
    .filter(({ code, override }) => code === "input_shrunk" && override === null)
    .map(({ share, most }) => ({ code: "input_shrunk", runId, share, most }));
}

function toRateAlerts({ runId, counters }: AlertFacts, { maxStatusShares, minUsers = 20 }: AlertOptions): Alert[] {
  const { statuses } = counters;
  const judged = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  if (judged < minUsers) return [];
  return refusedStatuses
    .map((status) => {
      const most = maxStatusShares?.[status] ?? defaultShares[status];
      const count = statuses[status];
      return { code: "high_rate" as const, runId, status, count, judged, share: share(count, judged), most };
    })
    .filter((alert) => alert.share > alert.most);
}

function toAgeAlerts({ runId, lastSuccessAt, now }: AlertFacts, { maxAge }: AlertOptions): Alert[] {
  if (maxAge === undefined) return [];
  const age = lastSuccessAt === null ? null : now - Date.parse(lastSuccessAt);
  if (age !== null && age <= maxAge) return [];
  return [{ code: "no_recent_success", runId, lastSuccessAt, age, most: maxAge }];
}
