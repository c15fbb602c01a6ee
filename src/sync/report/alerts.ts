// Alerts at the end of a run: too many users of one bad status, a shrunken input, too long without a success.
import { type TrippedGuard, toShare } from "./guards.ts";
import { type RefusedStatus, refusedStatuses, type SyncCounters } from "./outcome.ts";

/** The statuses whose rates are watched (guide: "Alert on high rates of not_found, name_mismatch, or invalid_row"). */
export type AlertStatus = "not_found" | "name_mismatch" | "invalid_row";

/** When to alert, and where alerts go. */
export interface AlertOptions {
  /**
   * Largest share of the judged users per status, 0 to 1; 1 never alerts.
   *
   * @default { not_found: 0.8, name_mismatch: 0.2, invalid_row: 0.1 }
   */
  readonly maxStatusShares?: Readonly<Partial<Record<AlertStatus, number>>> | undefined;
  /** Smallest number of judged users whose rates are watched. @default 20 */
  readonly minUsers?: number | undefined;
  /** Longest time since the last run that ended well, in milliseconds. @default none */
  readonly maxAge?: number | undefined;
  /** Each is called with every alert, in turn. */
  readonly sinks?: readonly AlertSink[] | undefined;
}

/** An alert. */
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
      /** The size of the input was not announced, so it was sent before it was found to have shrunk. */
      readonly code: "input_shrunk";
      readonly runId: string;
      /** Share of users fewer than in the last run. */
      readonly share: number;
      readonly most: number;
    }
  | {
      readonly code: "no_recent_success";
      readonly runId: string;
      /** ISO 8601 in UTC; null when no run has ended well. */
      readonly lastSuccessAt: string | null;
      /** In milliseconds; null when no run has ended well. */
      readonly age: number | null;
      readonly most: number;
    };

/** Where alerts go. */
export type AlertSink = (alert: Alert) => void | Promise<void>;

/** The facts of a finished run that alerts depend on. */
export interface AlertFacts {
  readonly runId: string;
  readonly counters: SyncCounters;
  /** ISO 8601 in UTC; null when no run has ended well. */
  readonly lastSuccessAt: string | null;
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly guards: readonly TrippedGuard[];
}

/** A sink that writes each alert with its time as one line of JSON. */
export function createJsonLineSink(write: (line: string) => void | Promise<void>): AlertSink {
  return (alert) => write(`${JSON.stringify({ time: new Date().toISOString(), type: "alert", ...alert })}\n`);
}

const defaultShares: Readonly<Record<RefusedStatus, number>> = { not_found: 0.8, name_mismatch: 0.2, invalid_row: 0.1 };

/** The alerts of a finished run. */
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
      return { code: "high_rate" as const, runId, status, count, judged, share: toShare(count, judged), most };
    })
    .filter((alert) => alert.share > alert.most);
}

function toAgeAlerts({ runId, lastSuccessAt, now }: AlertFacts, { maxAge }: AlertOptions): Alert[] {
  if (maxAge === undefined) return [];
  const age = lastSuccessAt === null ? null : now - Date.parse(lastSuccessAt);
  // One in the future is that of a clock that was ahead, and says nothing.
  if (age !== null && Math.abs(age) <= maxAge) return [];
  return [{ code: "no_recent_success", runId, lastSuccessAt, age, most: maxAge }];
}
