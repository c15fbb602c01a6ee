// Guards that stop a run before it does harm: a mostly invalid first batch, or an input that shrank.
import { checkUser } from "../../contract/user.ts";
import type { SyncCounters } from "./outcome.ts";

/** When the guards stop a run. */
export interface GuardOptions {
  /** Largest share of invalid users in the first batch, 0 to 1. @default 0.5 */
  readonly maxInvalidShare?: number | undefined;
  /** Smallest first batch that is judged. @default 10 */
  readonly minUsers?: number | undefined;
  /** Number of users in the last run that ended well. @default that of the checkpoint */
  readonly lastTotal?: number | undefined;
  /** Largest share by which the input may have shrunk since, 0 to 1. @default 0.2 */
  readonly maxShrinkShare?: number | undefined;
  /** Lets the run go on although a guard trips. The reason is written to the report and the audit log. */
  readonly override?: GuardOverride | undefined;
}

/** The reason to override guards, and which ones. */
export interface GuardOverride {
  readonly reason: string;
  /** @default all */
  readonly guards?: readonly GuardCode[] | undefined;
}

/**
 * The guards:
 *
 * - `first_batch_invalid`: too many users of the first batch are invalid by the shared rule; nothing was sent;
 * - `first_batch_refused`: the server answered `invalid_row` for too many users of the first batch; nothing further is sent;
 * - `input_shrunk`: the input is smaller than the last time; checked before sending where the total is known, else at the end.
 */
export type GuardCode = "first_batch_invalid" | "first_batch_refused" | "input_shrunk";

/** A guard that tripped. */
export interface TrippedGuard {
  readonly code: GuardCode;
  /** Share of invalid users, or of users fewer than in the last run, 0 to 1. */
  readonly share: number;
  /** Largest allowed share. */
  readonly most: number;
  /** The reason why the run went on; null where it was stopped. */
  readonly override: string | null;
}

/** The guards of one run. Each check returns null where nothing is wrong. */
export interface Guards {
  /** Checks the first users by the shared rule. */
  checkFirst(users: readonly unknown[]): TrippedGuard | null;
  /** Checks the server's results of the first batch. */
  checkFirstAnswer(counters: SyncCounters): TrippedGuard | null;
  /** Compares the size of the input with that of the last run. */
  checkTotal(total: number, lastTotal: number | null): TrippedGuard | null;
}

/** Creates the guards of a run. */
export function createGuards(options: GuardOptions): Guards {
  const { maxInvalidShare = 0.5, maxShrinkShare = 0.2, minUsers = 10, override } = options;
  const isOverridden = (code: GuardCode) => override?.guards?.includes(code) ?? true;
  const trip = (code: GuardCode, share: number, most: number): TrippedGuard | null =>
    share > most ? { code, share, most, override: (isOverridden(code) && override?.reason) || null } : null;
  const checkInvalid = (code: GuardCode, invalid: number, all: number) =>
    all < minUsers ? null : trip(code, toShare(invalid, all), maxInvalidShare);
  return {
    checkFirst(users) {
      const invalid = users.filter((user) => checkUser(user).user === null).length;
      return checkInvalid("first_batch_invalid", invalid, users.length);
    },
    checkFirstAnswer: ({ statuses, total }) => checkInvalid("first_batch_refused", statuses.invalid_row, total),
    checkTotal(total, lastTotal) {
      const before = options.lastTotal ?? lastTotal ?? 0;
      return trip("input_shrunk", toShare(before - total, before), maxShrinkShare);
    },
  };
}

/** The share that a part has of a whole; 0 where the whole is 0. */
export function toShare(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
