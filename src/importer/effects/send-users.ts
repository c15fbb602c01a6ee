// Sends the users of a run to the server, and says how that ended.
import type { ImportClient, RetryNotice } from "../../client/import-client.ts";
import { toBelievedOutcome, toImportRequest } from "../machine/import-run.ts";
import type { ImporterEvent, ImportFailure, ImportingState } from "../state.ts";

/** What sending needs. */
export interface SendOptions {
  readonly client: Pick<ImportClient, "importUsers">;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Called with each failed attempt that is followed by another one. */
  readonly dispatch: (event: ImporterEvent) => void;
}

/**
 * Sends the users of a run under its key, and resolves to the event that ends it.
 *
 * @throws what the client throws.
 */
export async function sendUsers(state: ImportingState, options: SendOptions): Promise<ImporterEvent> {
  const { client, now, signal, dispatch } = options;
  const onRetry = ({ attempt, attempts, delay, error }: RetryNotice) =>
    dispatch({ type: "attemptFailed", retry: { attempt, attempts, at: now() + delay, code: error?.code } });
  const response = await client.importUsers(toImportRequest(state), { idempotencyKey: state.run.key, signal, onRetry });
  // createImportClient checks this, but a host's own client may not.
  const believed = toBelievedOutcome(state, response);
  if (!believed) return { type: "importFailed", failure: unexpectedAnswer(response) };
  return { type: "importFinished", response: believed, finishedAt: now() };
}

function unexpectedAnswer(cause: unknown): ImportFailure {
  return {
    code: "unexpected_answer",
    status: null,
    retryAt: null,
    askedToWaitUntil: null,
    outcomeUnknown: true,
    cause,
  };
}
