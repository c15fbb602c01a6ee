// importUsers: sends the POST under one key, and repeats it only where that can't save it twice.
import {
  checkIdempotencyKey,
  type ImportRequest,
  type ImportResponse,
  idempotencyKeyHeader,
  newIdempotencyKey,
} from "../contract/import.ts";
import { routes } from "../contract/routes.ts";
import type { Source } from "../contract/source.ts";
import { ImportClientError } from "./errors.ts";
import type { Caller, Exchange } from "./exchange.ts";
import type { CallOptions, ImportClient, ImportOptions, ImportOutcome } from "./import-client.ts";
import { type FoundImport, findImport, type SourceId, sendWithRecovery } from "./lost-answer.ts";
import { readImport } from "./read-answer.ts";
import type { SourceLists, StoredResults } from "./saved-sources.ts";

/** The parts of a client that an import uses. */
export interface ImportUsersSetup {
  readonly caller: Caller;
  readonly sources: SourceLists;
  readonly results: StoredResults;
}

/** The sources saved before an import was sent; null if they can't be known. */
type SourcesBefore = readonly SourceId[] | null;

/** Creates the `importUsers` of a client. */
export function createImportUsers(setup: ImportUsersSetup): ImportClient["importUsers"] {
  const { caller, sources } = setup;
  // Per key with an unknown outcome: the sources saved before. A user who gives up and tries again uses the same key, and
  // must find what the first try saved.
  const unresolved = new Map<string, SourcesBefore>();

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
    const known = unresolved.get(key);
    const before = known === undefined ? await sourcesBefore(setup, options) : known;
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
async function sourcesBefore(
  { caller, sources }: ImportUsersSetup,
  options: ImportOptions,
): Promise<SourcesBefore | "repeatable"> {
  if (options.recovery) return options.recovery.before?.map((id) => ({ id })) ?? null;
  const run = caller.start(options);
  const firstPage = await sources.listWithin(run);
  if (sources.isKnownToOffer("idempotencyKey")) return "repeatable";
  return sources.listEveryWithin(run, firstPage);
}

interface RecoverableImport {
  readonly request: ImportRequest;
  readonly post: Exchange<ImportResponse>;
  readonly before: SourcesBefore;
  readonly sentEarlier: boolean;
  readonly options: CallOptions;
}

function importWithRecovery(setup: ImportUsersSetup, sent: RecoverableImport): Promise<ImportOutcome> {
  const { caller } = setup;
  const { request, post, before, sentEarlier, options } = sent;
  const run = caller.start(options);
  const look = async () => {
    const found = before ? await findSaved(setup, request, before, lookOptions(options), run.until) : "unclear";
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
  before: readonly SourceId[],
  options: CallOptions,
  until: number,
): Promise<FoundImport> {
  try {
    const now = await sources.listEveryWithin(caller.start(options, caller.extend(until)));
    return now ? findImport(request, before, now) : "unclear";
  } catch (error) {
    if (error instanceof ImportClientError) return "unclear";
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
