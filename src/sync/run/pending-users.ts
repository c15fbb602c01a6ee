// Who is left when a run stops: told as pending, each with its reason.
import { addCounters, countPending, type SyncCounters } from "../report/counters.ts";
import type { PendingReason, UserOutcome } from "../report/outcome.ts";
import type { Run } from "./run-context.ts";
import { tellOutcomes } from "./send-batch.ts";
import type { Place } from "./send-portions.ts";

/** Tells the host of every user that was read and not answered. */
export async function tellLeft(run: Run, { first, users }: Place): Promise<void> {
  const answered = Math.max(0, run.state.answered.total - first);
  const left = users.slice(answered);
  const outcomes = left.map((_, index) => toPending(run, first + answered + index));
  try {
    await tellOutcomes(run, left, outcomes, first + answered);
  } catch (error) {
    run.callbackError ??= error;
  }
}

/** How many are left for a reason that is not simply that the run ended before them. */
export function countLeft({ state, refused }: Run): SyncCounters {
  const inDoubt = state.checkpoint.inDoubt?.count ?? 0;
  return addCounters(countPending(inDoubt, "outcome_unknown"), countPending(refused, "request_refused"));
}

function toPending(run: Run, position: number): UserOutcome {
  return { kind: "pending", reason: toReason(run, position) };
}

// What is in doubt or was refused is the batch that comes after all that were answered.
function toReason({ state, refused }: Run, position: number): PendingReason {
  const place = position - state.answered.total;
  if (place < (state.checkpoint.inDoubt?.count ?? 0)) return "outcome_unknown";
  return place < refused ? "request_refused" : "not_sent";
}
