// importUsers: sends the POST under one key, and repeats it only where that can't save it twice.
import {
  checkIdempotencyKey,
  type ImportRequest,
  type ImportResponse,
  idempotencyKeyHeader,
  newIdempotencyKey,
} from "../contract/import.ts";
import { routes } from "../contract/routes.ts";
import type { Source, SourceList } from "../contract/source.ts";
import { ImportClientError } from "./errors.ts";
import type { Caller, Exchange } from "./exchange.ts";
import type { CallOptions, ImportClient, ImportOptions, ImportOutcome } from "./import-client.ts";
import { type FoundImport, findImport, sendWithRecovery } from "./lost-answer.ts";
import { readImport } from "./read-answer.ts";
import type { SourceLists, StoredResults } from "./saved-sources.ts";
import { type ListedBefore, readListedBefore, readSourcesSince } from "./sources-since.ts";

/** The parts of a client that an import uses. */
export interface ImportUsersSetup {
  readonly caller: Caller;
  readonly sources: SourceLists;
  readonly results: StoredResults;
}

/** Creates the `importUsers` of a client. */
export function createImportUsers(setup: ImportUsersSetup): ImportClient["importUsers"] {
  const { caller, sources } = setup;
  // Per key with an unknown outcome: the sources saved before. A user who gives up and tries again uses the same key, and
  // must find what the first try saved.
  const unresolved = new Map<string, ListedBefore>();

  return async (request, options = {}) => {
    if (options.dryRun) {
      await sources.requireDryRun(options);
      return caller.call(toExchange(caller.appId, request, null), options);
    }
    const key = checkIdempotencyKey(options.idempotencyKey ?? newIdempotencyKey());
    const post = toExchange(caller.appId, request, key);
    const sentEarlier = options.recovery?.sentEarlier || unresolved.has(key);
    // Without retries the call is exactly one request, unless this is a repetition already.
    const isRepeatable = caller.policy.attempts <= 1 || sources.isKnownToOffer("idempotencyKey");
    if (isRepeatable && !sentEarlier) return caller.call(post, options);
    const before = unresolved.get(key) ?? (await listedBefore(setup, request, options));
    if (before === "repeatable") return caller.call(post, options);
    unresolved.set(key, before);
    const outcome = await importWithRecovery(setup, { request, post, before, sentEarlier, options }).catch(
      (error: unknown) => {
        const isRefused = error instanceof ImportClientError && !error.outcomeUnknown;
        if (isRefused) unresolved.delete(key);
        throw error;
      },
    );
    unresolved.delete(key);
    return outcome;
  };
}

// "repeatable" if the server turns out to know keys. A user who may not read the list may not import either, and nothing
// was sent yet.
async function listedBefore(
  { caller, sources }: ImportUsersSetup,
  { sourceName }: ImportRequest,
  options: ImportOptions,
): Promise<ListedBefore | "repeatable"> {
  if (options.recovery) return options.recovery;
  const run = caller.start(options);
  const firstPage = await sources.listWithin(run);
  if (sources.isKnownToOffer("idempotencyKey")) return "repeatable";
  return readListedBefore((cursor) => sources.listWithin(run, cursor), sourceName, firstPage);
}

interface RecoverableImport {
  readonly request: ImportRequest;
  readonly post: Exchange<ImportResponse>;
  readonly before: ListedBefore;
  readonly sentEarlier: boolean;
  readonly options: CallOptions;
}

function importWithRecovery(setup: ImportUsersSetup, sent: RecoverableImport): Promise<ImportOutcome> {
  const { caller } = setup;
  const { request, post, before, sentEarlier, options } = sent;
  const run = caller.start(options);
  const look = async () => {
    const found = await findSaved(setup, request, before, lookOptions(options), run.until);
    return typeof found === "string" ? found : adopt(setup, found, request, lookOptions(options));
  };
  return sendWithRecovery<ImportOutcome>({ send: () => caller.send(post, run), look, sentEarlier }, run);
}

// Without `onRetry`: the user waits for the import, not for the look at the list.
function lookOptions({ signal, mayRetry, onExchange }: CallOptions): CallOptions {
  return { signal, mayRetry, onExchange };
}

async function findSaved(
  { caller, sources }: ImportUsersSetup,
  request: ImportRequest,
  listed: ListedBefore,
  options: CallOptions,
  until: number,
): Promise<FoundImport | "unreadable"> {
  if (!listed.before) return "unclear";
  try {
    const run = caller.start(options, caller.extend(until));
    const readPage = (cursor: string | undefined): Promise<SourceList> => sources.listWithin(run, cursor);
    return findImport(request, listed.before, await readSourcesSince(readPage, listed));
  } catch (error) {
    if (error instanceof ImportClientError) return "unreadable";
    throw error;
  }
}

async function adopt(
  { results }: ImportUsersSetup,
  source: Source,
  request: ImportRequest,
  options: CallOptions,
): Promise<ImportOutcome> {
  return { source, results: await results.allOf(source, request, options), adopted: true };
}

// Without a key it is a dry run, which saves nothing that could be sent twice.
function toExchange(appId: string, request: ImportRequest, key: string | null): Exchange<ImportResponse> {
  const { sourceName, users } = request;
  const isDryRun = key === null;
  return {
    route: routes.importUsers,
    params: { appId },
    query: { dryRun: isDryRun ? "true" : undefined },
    headers: isDryRun ? {} : { [idempotencyKeyHeader]: key },
    body: JSON.stringify({ sourceName, users }),
    writes: !isDryRun,
    read: (answer) => readImport(answer, request, isDryRun),
  };
}
