// The input, portion by portion: what was answered before is compared, what is left is sent in order.
import type { UserInput } from "../../contract/user.ts";
import type { AnsweredBatch } from "../checkpoint/checkpoint.ts";
import { SyncError } from "../sync-error.ts";
import type { Intake } from "./input-reader.ts";
import { emit, enforce, type Run } from "./run-context.ts";
import { inputChanged, sendBatch } from "./send-batch.ts";
import { toSourceName } from "./source-names.ts";
import { toSentUsers } from "./wire-user.ts";

/** Where the run is in its input. */
export interface Place {
  /** Place of the first user of the portion, from 0. */
  first: number;
  /** The portion, as far as it was read. */
  users: UserInput[];
  /** Users of the portion that are dealt with. */
  dealtWith: number;
  isInputComplete: boolean;
}

/** Sends the whole input. Rejects with what stopped it; `place` then says where. */
export async function sendPortions(run: Run, intake: Intake, place: Place): Promise<void> {
  const answeredBefore = [...run.state.checkpoint.batches];
  checkFirstAnswer(run);
  while (!place.isInputComplete) {
    Object.assign(place, { first: run.read, users: [], dealtWith: 0 });
    try {
      place.isInputComplete = await intake.fill(place.users, run.state.checkpoint.batchSize);
    } finally {
      run.read += place.users.length;
    }
    if (place.first === 0) checkFirstPortion(run, place);
    await sendPortion(run, place, answeredBefore);
  }
  requireAllRead(run, answeredBefore);
}

// With the end of the input in sight its size is known before anything is sent; so it is where it was announced.
function checkFirstPortion(run: Run, { users, isInputComplete }: Place): void {
  const { batches, inDoubt, lastSuccess, total } = run.state.checkpoint;
  if (batches.length > 0 || inDoubt) return;
  const announced = isInputComplete ? users.length : total;
  if (announced !== null) enforce(run, run.guards.checkTotal(announced, lastSuccess?.total ?? null));
  enforce(run, run.guards.checkFirst(users));
}

function checkFirstAnswer(run: Run): void {
  const [first] = run.state.checkpoint.batches;
  if (first) enforce(run, run.guards.checkFirstAnswer(first.counters));
}

async function sendPortion(run: Run, place: Place, answeredBefore: AnsweredBatch[]): Promise<void> {
  const { state } = run;
  for (let part = 1; place.dealtWith < place.users.length; ) {
    const answered = answeredBefore.shift();
    if (answered) {
      await requireSame(place, answered);
      place.dealtWith += answered.count;
      part += 1;
      continue;
    }
    const { inDoubt, mostUsers, batches } = state.checkpoint;
    const rest = place.users.length - place.dealtWith;
    const count = inDoubt?.count ?? Math.min(mostUsers, rest);
    if (count > rest) throw inputChanged(place.first + place.dealtWith, count);
    if (await sendNext(run, place, count, part)) {
      place.dealtWith += count;
      part += 1;
      if (batches.length === 0) checkFirstAnswer(run);
    } else {
      state.set({ mostUsers: Math.ceil(count / 2) });
    }
  }
}

async function sendNext(run: Run, { first, users, dealtWith }: Place, count: number, part: number): Promise<boolean> {
  const { name, total, batchSize, inDoubt } = run.state.checkpoint;
  const isWhole = count === users.length;
  const portions = total === null ? null : Math.ceil(total / batchSize);
  const place = { portion: Math.floor(first / batchSize) + 1, part: isWhole ? null : part, portions };
  const sourceName = inDoubt?.sourceName ?? toSourceName(name, place);
  const batch = { first: first + dealtWith, users: users.slice(dealtWith, dealtWith + count), sourceName };
  const isAnswered = await sendBatch(run, batch);
  if (!isAnswered) emit(run, { type: "batchHalved", sourceName, count });
  return isAnswered;
}

async function requireSame({ first, users, dealtWith }: Place, answered: AnsweredBatch): Promise<void> {
  const { hash } = await toSentUsers(users.slice(dealtWith, dealtWith + answered.count));
  const isHere = answered.first === first + dealtWith && hash === answered.hash;
  if (!isHere) throw inputChanged(answered.first, answered.count);
}

function requireAllRead({ state, read }: Run, unread: readonly AnsweredBatch[]): void {
  const { inDoubt, total } = state.checkpoint;
  const missing = unread[0] ?? inDoubt;
  if (missing) throw inputChanged(missing.first, missing.count);
  if (total === null || read >= total) return;
  const message = `The input ended after ${read} users, where ${total} were announced. Resume with the whole input.`;
  throw new SyncError("input_incomplete", message);
}
