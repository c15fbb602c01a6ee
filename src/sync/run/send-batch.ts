// One batch: written down before it is sent, sent under its key, and done once everybody was told of its answer.

import { HttpError, ImportClientError } from "../../client/errors.ts";
import type { CallOptions, ImportOutcome, ImportRecovery } from "../../client/import-client.ts";
import { type ImportRequest, maxBodyBytes } from "../../contract/import.ts";
import type { Source } from "../../contract/source.ts";
import type { BatchInDoubt } from "../checkpoint/checkpoint.ts";
import { countOutcomes } from "../report/counters.ts";
import { toOutcomes, type UserOutcome } from "../report/outcome.ts";
import { SyncError } from "../sync-error.ts";
import { type Batch, emit, type Run, toCallOptions } from "./run-context.ts";
import { findSource, toDoubt, toFirstRecovery, toLaterRecovery } from "./unconfirmed-batch.ts";
import { toSentUsers } from "./wire-user.ts";

// Room for the name and the rest of the body.
const mostBytes = maxBodyBytes - 4096;

/**
 * Sends a batch; false when it is too large for one request and can be divided.
 *
 * Rejects with what stopped it; then the run's `inDoubt` says whether it may have been saved all the same.
 */
export async function sendBatch(run: Run, batch: Batch): Promise<boolean> {
  const { state, trail, settings } = run;
  const { first, sourceName } = batch;
  const count = batch.users.length;
  const sent = await toSentUsers(batch.users);
  const earlier = state.checkpoint.inDoubt;
  if (earlier && earlier.hash !== sent.hash) throw inputChanged(first, count);
  if (sent.bytes > mostBytes && count > 1) return false;
  emit(run, { type: "batchStarted", sourceName, count });
  const options = toCallOptions(run, sourceName);
  const doubt = earlier ?? (await toDoubt(run, batch, sent, options));
  const recovery = earlier ? await toLaterRecovery(run, earlier, options) : toFirstRecovery(doubt);
  trail.tell({
    type: "request",
    sourceName,
    first,
    count,
    bytes: sent.bytes,
    hash: sent.hash,
    idempotencyKey: doubt.key,
  });
  await trail.settle();
  settings.signal?.throwIfAborted();
  if (!settings.dryRun) await state.save({ inDoubt: doubt });
  const request = { sourceName, users: sent.users };
  const answer = await send(run, request, doubt, { ...options, recovery }, earlier !== null);
  if (!answer) return false;
  const source = answer.source ?? (settings.dryRun ? null : await findSource(run, request, doubt, options));
  await keepAnswer(run, batch, doubt, toOutcomes(sent.users, answer, settings.dryRun === true), source, answer);
  return true;
}

/** The users at these places are not the ones that were sent. */
export function inputChanged(first: number, count: number): SyncError {
  const message = `The users ${first + 1} to ${first + count} were sent before and are not the same any more.`;
  return new SyncError("input_changed", `${message} Resume with the same input, in the same order.`);
}

// Null when the request is too large and can be divided.
async function send(
  run: Run,
  request: ImportRequest,
  { key: idempotencyKey }: BatchInDoubt,
  options: CallOptions & { recovery: ImportRecovery | undefined },
  sentEarlier: boolean,
): Promise<ImportOutcome | null> {
  const { client, settings, state } = run;
  try {
    const { dryRun } = settings;
    return await client.importUsers(request, dryRun ? { ...options, dryRun } : { ...options, idempotencyKey });
  } catch (error) {
    if (!(error instanceof ImportClientError) || error.outcomeUnknown) throw error;
    const isTooLarge = error.code === "payload-too-large" || error.code === "too-many-users";
    // What an earlier process sent may be saved, whatever is refused now; but what is too large now was too large then.
    if (isTooLarge || !sentEarlier) state.set({ inDoubt: null });
    if (isTooLarge && request.users.length > 1) return null;
    if (error instanceof HttpError && !state.checkpoint.inDoubt) run.refused = request.users.length;
    throw error;
  }
}

async function keepAnswer(
  run: Run,
  batch: Batch,
  { first, count, hash, sourceName }: BatchInDoubt,
  outcomes: readonly UserOutcome[],
  source: Source | null,
  { adopted }: ImportOutcome,
): Promise<void> {
  const { state, trail, quota, settings } = run;
  const counters = countOutcomes(outcomes);
  if (trail.isOn) {
    const users = outcomes.map((outcome, index) => trail.toUser(batch.users[index], outcome, first + index));
    trail.tell({ type: "answer", sourceName, source, counters, isAdopted: adopted === true, users });
  }
  state.add({ first, count, hash, source, counters });
  quota.refund();
  await tellOutcomes(run, batch.users, outcomes, first);
  await trail.settle();
  if (!settings.dryRun) await state.write();
  emit(run, { type: "batchAnswered", sourceName, count, source });
}

/** Tells the host of each user. Awaits only what has to be awaited: there may be millions. */
export async function tellOutcomes(
  { settings }: Run,
  users: Batch["users"],
  outcomes: readonly UserOutcome[],
  first: number,
): Promise<void> {
  const { onOutcome } = settings;
  if (!onOutcome) return;
  try {
    for (const [index, outcome] of outcomes.entries()) {
      const told = onOutcome(users[index] as Batch["users"][number], outcome, first + index);
      if (told) await told;
    }
  } catch (cause) {
    throw new SyncError("callback_failed", "onOutcome failed; its batch is told again when the run is resumed.", {
      cause,
    });
  }
}
