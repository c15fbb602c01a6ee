// What has to be known before a batch is sent, so that another process can find out later whether it was saved.

import { ImportClientError } from "../../client/errors.ts";
import type { CallOptions, ImportRecovery } from "../../client/import-client.ts";
import { findImport } from "../../client/lost-answer.ts";
import { readEverySource } from "../../client/source-lists.ts";
import type { ImportRequest } from "../../contract/import.ts";
import type { Source } from "../../contract/source.ts";
import { trimText } from "../../contract/text.ts";
import type { BatchInDoubt } from "../checkpoint/checkpoint.ts";
import { toKey } from "./batch-hash.ts";
import type { Batch, Run } from "./run-context.ts";
import type { SentUsers } from "./wire-user.ts";

/** Everything by which the batch can be found again. Reads the list where the server has no idempotency keys. */
export async function toDoubt(run: Run, batch: Batch, sent: SentUsers, options: CallOptions): Promise<BatchInDoubt> {
  const { first, sourceName } = batch;
  const facts = { first, count: sent.users.length, hash: sent.hash, sourceName };
  const key = await toKey(run.state.checkpoint.runId, sourceName, sent.hash);
  if (run.settings.dryRun || run.isKeyed) return { ...facts, key, isRepeatable: true, before: null };
  const listed = await listAll(run, options);
  return run.isKeyed
    ? { ...facts, key, isRepeatable: true, before: null }
    : { ...facts, key, isRepeatable: false, before: listed && idsOf(listed, sourceName) };
}

/** What the client needs to know of a batch that is sent for the first time. */
export function toFirstRecovery({ isRepeatable, before }: BatchInDoubt): ImportRecovery | undefined {
  return isRepeatable ? undefined : { before, sentEarlier: false };
}

/** What the client needs to know of a batch that was on its way when the run ended. Waits where the server may still be at work on it. */
export async function toLaterRecovery(
  run: Run,
  doubt: BatchInDoubt,
  options: CallOptions,
): Promise<ImportRecovery | undefined> {
  // Asked anew: a server that has lost its keys would save a second time what it saved under one.
  if (doubt.isRepeatable) await listAll(run, options);
  if (doubt.isRepeatable && run.isKeyed) return undefined;
  const { openedAt, timing, settings } = run;
  await timing.sleep(Math.max(0, openedAt + settings.settleTime - timing.now()), settings.signal);
  return { before: doubt.isRepeatable ? null : doubt.before, sentEarlier: true };
}

/** The saved source of a batch whose answer named none; null where it can't be told. */
export async function findSource(
  run: Run,
  request: ImportRequest,
  { before }: BatchInDoubt,
  options: CallOptions,
): Promise<Source | null> {
  if (!before) return null;
  try {
    const listed = await listAll(run, options);
    const found =
      listed &&
      findImport(
        request,
        before.map((id) => ({ id })),
        listed,
      );
    return typeof found === "object" ? found : null;
  } catch (error) {
    // The users are saved; that their source is not known must not make it look otherwise.
    if (error instanceof ImportClientError) return null;
    throw error;
  }
}

// Learns on the way whether the server has keys; then the first page is enough.
async function listAll(run: Run, options: CallOptions): Promise<readonly Source[] | null> {
  const firstPage = await run.client.listSources(options);
  run.isKeyed = firstPage.extensions.includes("idempotencyKey");
  if (run.isKeyed) return firstPage.sources;
  const readPage = (cursor: string | undefined) => run.client.listSources({ ...options, cursor });
  const { sources, isComplete } = await readEverySource(readPage, { firstPage });
  return isComplete ? sources : null;
}

// Only a source of that name can be taken for it later.
function idsOf(sources: readonly Source[], sourceName: string): string[] {
  return sources.filter(({ name }) => trimText(name) === sourceName).map(({ id }) => id);
}
