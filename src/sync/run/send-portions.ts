// Sends the input portion by portion: compares what was answered in an earlier part of the run, sends the rest in order.
import type { UserInput } from "../../contract/user.ts";
import type { AnsweredBatch } from "../checkpoint/checkpoint.ts";
import { SyncError } from "../sync-error.ts";
import type { InputReader } from "./input-reader.ts";
import { emitProgress, enforceGuard, type SyncRun } from "./run-context.ts";
import { inputChanged, sendBatch } from "./send-batch.ts";
import { toSentUsers } from "./sent-users.ts";

/** The users that were read last, at most one batch. */
export interface InputPortion {
  /** Position of its first user in the input, from 0. */
  first: number;
  users: UserInput[];
  /** How many of its users are answered. */
  done: number;
  /** True when the input ends with this portion. */
  isLast: boolean;
}

/** Sends the whole input. On rejection, `portion` says how far it came. */
export async function sendPortions(run: SyncRun, reader: InputReader, portion: InputPortion): Promise<void> {
  const answeredBefore = [...run.state.checkpoint.batches];
  checkFirstAnswer(run);
  while (!portion.isLast) {
    Object.assign(portion, { first: run.usersRead, users: [], done: 0 });
    try {
      portion.isLast = await reader.fill(portion.users, run.state.checkpoint.batchSize);
    } finally {
      run.usersRead += portion.users.length;
    }
    if (portion.first === 0) checkFirstPortion(run, portion);
    await sendPortion(run, portion, answeredBefore);
  }
  requireAllRead(run, answeredBefore);
}

// The size of the input is known before anything is sent where it was announced or the first portion is also the last.
function checkFirstPortion(run: SyncRun, { users, isLast }: InputPortion): void {
  const { batches, inDoubt, lastSuccess, total } = run.state.checkpoint;
  if (batches.length > 0 || inDoubt) return;
  const size = isLast ? users.length : total;
  if (size !== null) enforceGuard(run, run.guards.checkTotal(size, lastSuccess?.total ?? null));
  enforceGuard(run, run.guards.checkFirst(users));
}

function checkFirstAnswer(run: SyncRun): void {
  const [first] = run.state.checkpoint.batches;
  if (first) enforceGuard(run, run.guards.checkFirstAnswer(first.counters));
}

async function sendPortion(run: SyncRun, portion: InputPortion, answeredBefore: AnsweredBatch[]): Promise<void> {
  const { state } = run;
  for (let part = 1; portion.done < portion.users.length; ) {
    const answered = answeredBefore.shift();
    if (answered) {
      await requireSameUsers(portion, answered);
      portion.done += answered.count;
      part += 1;
      continue;
    }
    run.settings.stopSignal?.throwIfAborted();
    const { inDoubt, mostUsers, batches } = state.checkpoint;
    const rest = portion.users.length - portion.done;
    const count = inDoubt?.count ?? Math.min(mostUsers, rest);
    if (count > rest) throw inputChanged(portion.first + portion.done, count);
    if (await sendPart(run, portion, count, part)) {
      portion.done += count;
      part += 1;
      if (batches.length === 0) checkFirstAnswer(run);
    } else {
      state.set({ mostUsers: Math.ceil(count / 2) });
    }
  }
}

async function sendPart(
  run: SyncRun,
  { first, users, done }: InputPortion,
  count: number,
  part: number,
): Promise<boolean> {
  const { name, total, batchSize, inDoubt } = run.state.checkpoint;
  const isWhole = count === users.length;
  const portions = total === null ? null : Math.ceil(total / batchSize);
  const number = { portion: Math.floor(first / batchSize) + 1, part: isWhole ? null : part, portions };
  const sourceName = inDoubt?.sourceName ?? toSourceName(name, number);
  const batch = { first: first + done, users: users.slice(done, done + count), sourceName };
  const isAnswered = await sendBatch(run, batch);
  if (!isAnswered) emitProgress(run, { type: "batchHalved", sourceName, count });
  return isAnswered;
}

/** The number of a batch in its run. */
interface BatchNumber {
  /** Number of the portion of the input, from 1. */
  readonly portion: number;
  /** Number within a portion that had to be divided, from 1; null for a whole portion. */
  readonly part: number | null;
  /** Portions of the whole input; null when unknown. */
  readonly portions: number | null;
}

// `<name> (3/25)`; `<name> (3)` without a known total; `<name> (3.2/25)` for a part of a request that was too large.
function toSourceName(name: string, { portion, part, portions }: BatchNumber): string {
  const number = part === null ? `${portion}` : `${portion}.${part}`;
  // An input may turn out longer than announced.
  return portions === null || portion > portions ? `${name} (${number})` : `${name} (${number}/${portions})`;
}

async function requireSameUsers({ first, users, done }: InputPortion, answered: AnsweredBatch): Promise<void> {
  const { hash } = await toSentUsers(users.slice(done, done + answered.count));
  const isSame = answered.first === first + done && hash === answered.hash;
  if (!isSame) throw inputChanged(answered.first, answered.count);
}

function requireAllRead({ state, usersRead }: SyncRun, unread: readonly AnsweredBatch[]): void {
  const { inDoubt, total } = state.checkpoint;
  const missing = unread[0] ?? inDoubt;
  if (missing) throw inputChanged(missing.first, missing.count);
  if (total === null || usersRead >= total) return;
  const message = `The input ended after ${usersRead} users, where ${total} were announced. Resume with the whole input.`;
  throw new SyncError("input_incomplete", message);
}
