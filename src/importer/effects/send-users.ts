// Sends the current part of a run to the server, or has users checked, and says how that ended.
import type { ImportClient, RetryNotice } from "../../client/import-client.ts";
import type { RowResult } from "../../contract/import.ts";
import { yieldToMain } from "../../csv/read/yield-to-main.ts";
import type { ImporterEvent } from "../events.ts";
import { joinCheckResults, toCheckRequests, toCheckResults } from "../machine/check-run.ts";
import { currentPart, toBelievedOutcome, toImportRequest } from "../machine/import-run.ts";
import type { ImportFailure, ImportingState, ReviewingState } from "../state.ts";

/** What sending needs. */
export interface SendOptions {
  readonly client: Pick<ImportClient, "importUsers">;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Called with each failed attempt that is followed by another one. */
  readonly dispatch: (event: ImporterEvent) => void;
}

/**
 * Sends the users of the current part under its key, and resolves to the event that ends it.
 *
 * @throws what the client throws.
 */
export async function sendUsers(state: ImportingState, options: SendOptions): Promise<ImporterEvent> {
  const { client, now, signal } = options;
  const idempotencyKey = currentPart(state.run)?.key;
  const call = { idempotencyKey, signal, onRetry: toRetryListener(options) };
  // Rendering the progress, and writing out a long request, must not be one task.
  await yieldToMain();
  signal.throwIfAborted();
  const response = await client.importUsers(toImportRequest(state), call);
  // Reading a long answer, and matching and rendering it, must not be one task.
  await yieldToMain();
  // createImportClient checks this, but a host's own client may not.
  const believed = toBelievedOutcome(state, response);
  if (!believed) return { type: "importFailed", failure: unexpectedAnswer(response) };
  return { type: "importFinished", response: believed, finishedAt: now() };
}

/**
 * Has the users of a review checked in a dry run, and resolves to the event that ends it. May be called only if the server
 * lists dry runs.
 *
 * @throws what the client throws.
 */
export async function checkUsers(state: ReviewingState, options: SendOptions): Promise<ImporterEvent> {
  const { client, now, signal } = options;
  const answers: (readonly RowResult[])[] = [];
  for (const request of toCheckRequests(state)) {
    const response = await client.importUsers(request, { dryRun: true, signal, onRetry: toRetryListener(options) });
    await yieldToMain();
    const results = toCheckResults(request, response);
    // A server that sent a source has imported the users for real.
    if (!results) return { type: "checkFailed", failure: unexpectedAnswer(response, response.source !== null) };
    answers.push(results);
  }
  return { type: "checkFinished", results: joinCheckResults(answers), finishedAt: now() };
}

function toRetryListener({ now, dispatch }: SendOptions) {
  return ({ attempt, attempts, delay, error }: RetryNotice): void =>
    dispatch({ type: "attemptFailed", retry: { attempt, attempts, at: now() + delay, code: error?.code } });
}

function unexpectedAnswer(cause: unknown, outcomeUnknown = true): ImportFailure {
  return {
    code: "unexpected_answer",
    status: null,
    retryAt: null,
    askedToWaitUntil: null,
    outcomeUnknown,
    cause,
  };
}
