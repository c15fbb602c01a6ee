// Computes how far a run has come, how fast it is and how long it will take, from the users answered and the bytes read.
import type { SyncProgress, SyncReport } from "../../sync/report/sync-report.ts";
import type { Input } from "../input/open-file.ts";
import { count, plural } from "../terminal/terminal.ts";

/** The pace of a run. */
export interface Pace {
  /** Such as ", 12 %, 230 users/s, 4 min left", as far as it is known. */
  toText(event: Pick<SyncProgress, "counters" | "total">): string;
}

// Earlier the pace says nothing.
const minDuration = 1_000;

/**
 * Creates the pace of a run that begins now.
 *
 * @param toShare the share of the input that was read, where its number of users is not known
 */
export function createPace(
  toShare: (() => number | null) | undefined,
  now: () => number = () => performance.now(),
): Pace {
  const startedAt = now();
  // Users that earlier parts of the run have dealt with say nothing of the pace.
  let first: { readonly users: number; readonly share: number } | null = null;

  return {
    toText({ counters, total }) {
      const share = total === null ? (toShare?.() ?? null) : total === 0 ? null : counters.total / total;
      first ??= { users: counters.total, share: share ?? 0 };
      const duration = now() - startedAt;
      const users = counters.total - first.users;
      // A resumed run has users before it has read anything.
      const isMeasured = share !== null && (share > 0 || counters.total === 0);
      const percent = !isMeasured ? "" : `, ${Math.floor(share * 100)} %`;
      if (duration < minDuration || users === 0) return percent;
      const done = (share ?? 0) - first.share;
      const left = share === null || done <= 0 ? "" : `, ${toDuration((duration * (1 - share)) / done)} left`;
      return `${percent}, ${count(Math.round((users * 1_000) / duration))} users/s${left}`;
    },
  };
}

/** "4 s", "3 min", "2 h 5 min", rounded up. */
export function toDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How much of an input was not read; null where all of it was, or where the counts of the report have the rest. */
export function toUnread(
  { isInputComplete }: Pick<SyncReport, "isInputComplete">,
  { total, toShare }: Pick<Input, "total" | "toShare">,
  rowsRead: number,
): string | null {
  if (isInputComplete || total !== null) return null;
  const share = toShare?.() ?? null;
  if (share === null || share <= 0 || rowsRead === 0) return "the rest of the input, of unknown size";
  const rest = Math.round(rowsRead / share) - rowsRead;
  return `about ${plural(Math.max(1, rest), "user")}; ${Math.floor(share * 100)} % of the file was read`;
}
