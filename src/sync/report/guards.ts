// What stops a run before it does harm: a first batch that is mostly invalid, an input that shrank.
import { checkUser } from "../../contract/user.ts";
import type { SyncCounters } from "./counters.ts";

/** When to stop, and why not to. */
export interface GuardOptions {
  /** Largest share of invalid users in the first batch, 0 to 1. @default 0.5 */
  readonly maxInvalidShare?: number | undefined;
  /** A first batch of fewer users says nothing. @default 10 */
  readonly minUsers?: number | undefined;
  /** Users of the last run that ended well. @default the checkpoint's last run */
  readonly lastTotal?: number | undefined;
  /** Largest share by which the input may have shrunk since, 0 to 1. @default 0.2 */
  readonly maxShrinkShare?: number | undefined;
  /** Goes on all the same where one of these guards trips. The reason is written to the report and the audit log. */
  readonly override?: GuardOverride | undefined;
}

/** Why a run goes on although a guard would stop it. */
export interface GuardOverride {
  readonly reason: string;
  /** @default all */
  readonly guards?: readonly GuardCode[] | undefined;
}

/**
 * Which guard tripped:
 *
 * - `first_batch_invalid`: by the shared rule, before anything was sent;
 * - `first_batch_refused`: by the server's own verdict of the first batch, so that nothing further is sent;
 * - `input_shrunk`: fewer users than the last time; before anything was sent where the total is known by then, else at the end.
 */
export type GuardCode = "first_batch_invalid" | "first_batch_refused" | "input_shrunk";

/** A guard that tripped. */
export interface TrippedGuard {
  readonly code: GuardCode;
  /** Share of invalid users, or of users missing since the last run, 0 to 1. */
  readonly share: number;
  /** Largest share that was allowed. */
  readonly most: number;
  /** Why the run went on all the same; null where it did not. */
  readonly override: string | null;
}

/** The guards of one run. Each answers null where all is well. */
export interface Guards {
  /** Judges the first users by the shared rule. */
  checkFirst(users: readonly unknown[]): TrippedGuard | null;
  /** Judges the first batch by the server's verdict. */
  checkFirstAnswer(counters: SyncCounters): TrippedGuard | null;
  /** Judges the size of the whole input. */
  checkTotal(total: number, lastTotal: number | null): TrippedGuard | null;
}

/** Makes the guards of a run. */
export function createGuards(options: GuardOptions): Guards {
  const { maxInvalidShare = 0.5, maxShrinkShare = 0.2, minUsers = 10, lastTotal: given, override } = options;
  const isOverridden = (code: GuardCode) => override?.guards?.includes(code) ?? true;
  const judge = (code: GuardCode, share: number, most: number): TrippedGuard | null =>
    share > most ? { code, share, most, override: (isOverridden(code) && override?.reason) || null } : null;
  const judgeFirst = (code: GuardCode, invalid: number, all: number) =>
    all < minUsers ? null : judge(code, share(invalid, all), maxInvalidShare);
  return {
    checkFirst(users) {
      const invalid = users.filter((user) => checkUser(user).user === null).length;
      return judgeFirst("first_batch_invalid", invalid, users.length);
    },
    checkFirstAnswer: ({ statuses, total }) => judgeFirst("first_batch_refused", statuses.invalid_row, total),
    checkTotal(total, lastTotal) {
      const before = given ?? lastTotal ?? 0;
      return judge("input_shrunk", share(before - total, before), maxShrinkShare);
    },
  };
}

/** A part of a whole, 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
