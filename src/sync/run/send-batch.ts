// Sends one batch: writes it down before sending, sends it under its key, and finds out later whether an unconfirmed one was saved.

import { HttpError, ImportClientError } from "../../client/errors.ts";
import type { CallOptions, ImportOutcome, ImportRecovery } from "../../client/import-client.ts";
import { findImport } from "../../client/lost-answer.ts";
import { type ListedBefore, readListedBefore, readSourcesSince } from "../../client/sources-since.ts";
import { type ImportRequest, maxBodyBytes } from "../../contract/import.ts";
import type { Source, SourceList } from "../../contract/source.ts";
import type { UserInput } from "../../contract/user.ts";
import type { BatchInDoubt } from "../checkpoint/checkpoint.ts";
import { countOutcomes, toOutcomes, type UserOutcome } from "../report/outcome.ts";
import { SyncError } from "../sync-error.ts";
import { emitProgress, type SyncRun, toCallOptions } from "./run-context.ts";
import { type SentUsers, toBatchKey, toSentUsers } from "./sent-users.ts";
import { waitToSettle } from "./settle.ts";

/** The users of one request. */
export interface SyncBatch {
  /** Position of its first user in the input, from 0. */
  readonly first: number;
  /** As they were read. */
  readonly users: readonly UserInput[];
  readonly sourceName: string;
}

// Leaves room for the source name and the rest of the body.
const maxUserBytes = maxBodyBytes - 4096;

/**
 * Sends a batch; false when it is too large for one request and can be divided.
 *
 * Rejects with what stopped it. The run's `inDoubt` then says whether the batch may have been saved.
 */
export async function sendBatch(run: SyncRun, batch: SyncBatch): Promise<boolean> {
  const { state, trail, settings } = run;
  const { first, sourceName } = batch;
  const count = batch.users.length;
  const sent = await toSentUsers(batch.users);
  const earlier = state.checkpoint.inDoubt;
  if (earlier && earlier.hash !== sent.hash) throw inputChanged(first, count);
  if (sent.bytes > maxUserBytes && count > 1) return false;
  emitProgress(run, { type: "batchStarted", sourceName, count });
  const options = toCallOptions(run, sourceName);
  const inDoubt = earlier ?? (await toBatchInDoubt(run, batch, sent, options));
  const recovery = earlier ? await toResendRecovery(run, earlier, options) : toFirstSendRecovery(inDoubt);
  trail.record({
    type: "request",
    sourceName,
    first,
    count,
    bytes: sent.bytes,
    hash: sent.hash,
    idempotencyKey: inDoubt.key,
  });
  await trail.flush();
  settings.signal?.throwIfAborted();
  settings.stopSignal?.throwIfAborted();
  if (!settings.dryRun) await state.save({ inDoubt });
  const request = { sourceName, users: sent.users };
  const response = await postBatch(run, request, inDoubt, { ...options, recovery }, earlier !== null);
  if (!response) return false;
  const source = response.source ?? (settings.dryRun ? null : await findSource(run, request, inDoubt, options));
  const outcomes = toOutcomes(sent.users, response, settings.dryRun === true);
  await recordAnswer(run, batch, inDoubt, { outcomes, source, isAdopted: response.adopted === true });
  return true;
}

/** The error for users that are not the ones sent before at these positions. */
export function inputChanged(first: number, count: number): SyncError {
  const message = `The users ${first + 1} to ${first + count} were sent before and are not the same any more.`;
  return new SyncError("input_changed", `${message} Resume with the same input, in the same order.`);
}

// Null when the request is too large and can be divided.
async function postBatch(
  run: SyncRun,
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
    // A batch that an earlier process sent may be saved although it is refused now. One that is too large now was too large then.
    if (isTooLarge || !sentEarlier) state.set({ inDoubt: null });
    if (isTooLarge && request.users.length > 1) return null;
    if (error instanceof HttpError && !state.checkpoint.inDoubt) run.refused = request.users.length;
    throw error;
  }
}

interface BatchAnswer {
  readonly outcomes: readonly UserOutcome[];
  readonly source: Source | null;
  readonly isAdopted: boolean;
}

async function recordAnswer(
  run: SyncRun,
  batch: SyncBatch,
  { first, count, hash, sourceName }: BatchInDoubt,
  { outcomes, source, isAdopted }: BatchAnswer,
): Promise<void> {
  const { state, trail, retryBudget, settings } = run;
  const counters = countOutcomes(outcomes);
  if (trail.isOn) {
    const users = outcomes.map((outcome, index) => trail.toAuditedUser(batch.users[index], outcome, first + index));
    trail.record({ type: "answer", sourceName, source, counters, isAdopted, users });
  }
  state.add({ first, count, hash, source, counters });
  retryBudget.refund();
  await callOnOutcome(run, batch.users, outcomes, first);
  await trail.flush();
  if (!settings.dryRun) await state.write();
  emitProgress(run, { type: "batchAnswered", sourceName, count, source });
}

/** Calls `onOutcome` for each user. Awaits only returned promises, because there may be millions of users. */
export async function callOnOutcome(
  { settings }: SyncRun,
  users: readonly UserInput[],
  outcomes: readonly UserOutcome[],
  first: number,
): Promise<void> {
  const { onOutcome } = settings;
  if (!onOutcome) return;
  try {
    for (const [index, outcome] of outcomes.entries()) {
      const promise = onOutcome(users[index] as UserInput, outcome, first + index);
      if (promise) await promise;
    }
  } catch (cause) {
    throw new SyncError("callback_failed", "onOutcome failed. Resuming calls it again for its batch.", {
      cause,
    });
  }
}

// Everything by which the batch can be found again. Reads the list of sources where the server has no idempotency keys.
async function toBatchInDoubt(
  run: SyncRun,
  { first, sourceName }: SyncBatch,
  sent: SentUsers,
  options: CallOptions,
): Promise<BatchInDoubt> {
  const key = await toBatchKey(run.state.checkpoint.runId, sourceName, sent.hash);
  const batch = { first, count: sent.users.length, hash: sent.hash, sourceName, key };
  const isRepeatable = run.settings.dryRun || run.hasKeys;
  const firstPage = isRepeatable ? null : await readFirstPage(run, options);
  if (!firstPage || run.hasKeys) return { ...batch, isRepeatable: true, before: null };
  const listed = await readListedBefore(toReadPage(run, options), sourceName, firstPage);
  return { ...batch, isRepeatable: false, ...listed };
}

function toFirstSendRecovery({ isRepeatable, before, newest }: BatchInDoubt): ImportRecovery | undefined {
  return isRepeatable ? undefined : { before, newest, sentEarlier: false };
}

// For a batch that was being sent when the run ended. Waits where the server may still be processing it.
async function toResendRecovery(
  run: SyncRun,
  inDoubt: BatchInDoubt,
  options: CallOptions,
): Promise<ImportRecovery | undefined> {
  // Asked again: a server that no longer has keys would save the batch a second time.
  if (inDoubt.isRepeatable) await readFirstPage(run, options);
  if (inDoubt.isRepeatable && run.hasKeys) return undefined;
  await waitToSettle(run.timing, run.settings);
  const { before, newest } = inDoubt;
  return inDoubt.isRepeatable ? { before: null, sentEarlier: true } : { before, newest, sentEarlier: true };
}

// The saved source of a batch whose answer named none; null where it can't be identified.
async function findSource(
  run: SyncRun,
  request: ImportRequest,
  { before, newest }: ListedBefore,
  options: CallOptions,
): Promise<Source | null> {
  if (!before) return null;
  try {
    const since = await readSourcesSince(toReadPage(run, options), { before, newest });
    const found = findImport(request, before, since);
    return typeof found === "object" ? found : null;
  } catch (error) {
    // The users are saved. An unknown source must not make the batch look failed.
    if (error instanceof ImportClientError) return null;
    throw error;
  }
}

// Also learns whether the server has keys.
async function readFirstPage(run: SyncRun, options: CallOptions): Promise<SourceList> {
  const firstPage = await run.client.listSources(options);
  run.hasKeys = firstPage.extensions.includes("idempotencyKey");
  return firstPage;
}

function toReadPage({ client }: SyncRun, options: CallOptions): (cursor: string | undefined) => Promise<SourceList> {
  return (cursor) => client.listSources({ ...options, cursor });
}
