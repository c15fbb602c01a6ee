// The POST: sent under one key, and repeated only where that can't save it twice.
import {
  checkIdempotencyKey,
  type ImportRequest,
  type ImportResponse,
  idempotencyKeyHeader,
  newIdempotencyKey,
} from "../contract/import.ts";
import { routes } from "../contract/routes.ts";
import type { Source } from "../contract/source.ts";
import type { Caller } from "./call.ts";
import { ImportClientError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { CallOptions, ImportClient, ImportOptions, ImportOutcome } from "./import-client.ts";
import { findImport, type Saved, sendWithLook } from "./lost-answer.ts";
import { readImport } from "./read-answer.ts";
import type { SourceLists } from "./source-lists.ts";
import type { StoredResults } from "./stored-results.ts";

/** Makes the `importUsers` of a client. */
export function createImportUsers(
  caller: Caller,
  sources: SourceLists,
  results: StoredResults,
): ImportClient["importUsers"] {
  // What was saved before sending, per key whose outcome is still open: a person who gives up and tries again goes on with the
  // same key, and must find what the first try left.
  const inDoubt = new Map<string, readonly Saved[] | null>();

  return async (request, options = {}) => {
    if (options.dryRun) {
      await sources.requireDryRun(options);
      return caller.call(toExchange(caller.appId, request, null), options);
    }
    const key = checkIdempotencyKey(options.idempotencyKey ?? newIdempotencyKey());
    const post = toExchange(caller.appId, request, key);
    const sentEarlier = options.recovery?.sentEarlier || inDoubt.has(key);
    // Who wants no repetition gets exactly one request, unless it is one already.
    const isRepeatable = caller.policy.attempts <= 1 || sources.isKnownToOffer("idempotencyKey");
    if (isRepeatable && !sentEarlier) return caller.call(post, options);
    const before = await knownBefore(key, options);
    if (before === "repeatable") return caller.call(post, options);
    inDoubt.set(key, before);
    const outcome = await sendAndLook(request, post, before, sentEarlier, options).catch((error: unknown) => {
      const isRefused = error instanceof ImportClientError && !error.outcomeUnknown;
      if (isRefused) inDoubt.delete(key);
      throw error;
    });
    inDoubt.delete(key);
    return outcome;
  };

  async function knownBefore(key: string, options: ImportOptions): Promise<readonly Saved[] | null | "repeatable"> {
    const known = inDoubt.get(key);
    if (known !== undefined) return known;
    if (options.recovery) return options.recovery.before?.map((id) => ({ id })) ?? null;
    return listBefore(options);
  }

  // What was saved before sending. Whoever may not read the list may not import either, and nothing was sent yet.
  async function listBefore(options: CallOptions): Promise<readonly Source[] | null | "repeatable"> {
    const run = caller.start(options);
    const first = await sources.listWithin(run);
    if (sources.isKnownToOffer("idempotencyKey")) return "repeatable";
    return sources.listEveryWithin(run, first);
  }

  function sendAndLook(
    request: ImportRequest,
    post: Exchange<ImportResponse>,
    before: readonly Saved[] | null,
    sentEarlier: boolean,
    options: CallOptions,
  ): Promise<ImportOutcome> {
    const run = caller.start(options);
    const look = async () => {
      const found = before ? await lookFor(request, before, run.until, options) : "unclear";
      return typeof found === "string" ? found : adopt(found, request, options);
    };
    return sendWithLook<ImportOutcome>({ send: () => caller.send(post, run), look, sentEarlier }, run);
  }

  async function lookFor(
    request: ImportRequest,
    before: readonly Saved[],
    until: number,
    { signal, mayRetry, onExchange }: CallOptions,
  ) {
    // Not told of its own repetitions: the person waits for the import, not for the look.
    const run = caller.start({ signal, mayRetry, onExchange }, caller.extend(until));
    try {
      const now = await sources.listEveryWithin(run);
      return now ? findImport(request, before, now) : "unclear";
    } catch (error) {
      if (error instanceof ImportClientError) return "unclear";
      throw error;
    }
  }

  async function adopt(source: Source, request: ImportRequest, options: CallOptions): Promise<ImportOutcome> {
    const { signal, mayRetry, onExchange } = options;
    const rows = await results.whole(source.id, request.users, { signal, mayRetry, onExchange });
    return { source, results: rows, adopted: true };
  }
}

// Without a key it is a dry run, which saves nothing that a key could name.
function toExchange(appId: string, request: ImportRequest, key: string | null): Exchange<ImportResponse> {
  const { sourceName, users } = request;
  return {
    route: routes.importUsers,
    params: { appId },
    query: { dryRun: key === null ? "true" : undefined },
    headers: key === null ? {} : { [idempotencyKeyHeader]: key },
    body: JSON.stringify({ sourceName, users }),
    writes: key !== null,
    read: (answer) => readImport(answer, users),
  };
}
