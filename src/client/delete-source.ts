// The DELETE: repeated where that is safe, and believed only where the answer can be.
import { routes } from "../contract/routes.ts";
import type { Rollback, Source } from "../contract/source.ts";
import type { Caller } from "./call.ts";
import { ContractError, HttpError, ImportClientError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { DeleteSourceOptions } from "./import-client.ts";
import { readRollback, unknownRollback } from "./read-answer.ts";
import type { SourceLists } from "./source-lists.ts";

interface Told {
  readonly rollback: Rollback;
  /** A body that says nothing of a rollback: a server of the guides may say "OK" in words or in JSON, and so may one that did nothing. */
  readonly isVague: boolean;
}

/** Rolls a source back, or in a dry run asks what that would do. */
export async function deleteSource(
  caller: Caller,
  sources: SourceLists,
  sourceId: string,
  options: DeleteSourceOptions,
): Promise<Rollback> {
  if (options.dryRun) await sources.requireDryRun(options);
  const request: Exchange<Told> = {
    route: routes.deleteSource,
    params: { appId: caller.appId, sourceId },
    query: { dryRun: options.dryRun ? "true" : undefined },
    writes: !options.dryRun,
    read(answer) {
      const rollback = readRollback(answer);
      return { rollback, isVague: !answer.isEmpty && saysNothing(rollback) };
    },
  };
  try {
    const { rollback, isVague } = await caller.call(request, options);
    if (isVague) await requireGone(caller, sources, sourceId, options);
    return rollback;
  } catch (error) {
    // An earlier attempt of this call got no answer, but did it: this one finds nothing left.
    const isGone = error instanceof HttpError && error.code === "source-not-found" && error.outcomeUnknown;
    if (isGone) return { ...unknownRollback, alreadyDeleted: true };
    throw error;
  }
}

function saysNothing({ source, removed, alreadyGone, alreadyDeleted }: Rollback): boolean {
  return source === null && removed === null && alreadyGone === null && !alreadyDeleted;
}

// The list tells a rollback from a sign-in page. Where it can't be read, nobody knows whether the source is gone.
async function requireGone(
  caller: Caller,
  sources: SourceLists,
  sourceId: string,
  { signal, dryRun }: DeleteSourceOptions,
): Promise<void> {
  const message = "The DELETE was answered with a page or with JSON that says nothing of a rollback";
  // A dry run leaves the source where it is, so the list can't tell.
  if (dryRun) throw new ContractError(`${message}.`);
  const listed = await listAll(caller, sources, signal);
  if (listed?.every(({ id }) => id !== sourceId)) return;
  const found = listed ? "the source is still listed" : "the list can't be read";
  throw new ContractError(`${message}, and ${found}.`, { outcomeUnknown: listed === null });
}

async function listAll(
  caller: Caller,
  sources: SourceLists,
  signal: AbortSignal | undefined,
): Promise<readonly Source[] | null> {
  try {
    return await sources.listEveryWithin(caller.start({ signal }));
  } catch (error) {
    if (error instanceof ImportClientError) return null;
    throw error;
  }
}
