// Recovers an import whose answer was lost, on a server without idempotency keys: looks for the saved source before sending again.
import type { ImportRequest } from "../contract/import.ts";
import { isOfTotal } from "../contract/match-results.ts";
import type { Source } from "../contract/source.ts";
import { trimText } from "../contract/text.ts";
import { ImportClientError, NetworkError } from "./errors.ts";
import { type RetryRun, retry } from "./retry.ts";

/** The saved source; "absent" if there certainly is none; "unclear" if it can't be known. */
export type FoundImport = Source | "absent" | "unclear";

/** A source of which only the id is known. */
export type SourceId = Pick<Source, "id">;

/**
 * Finds an import among the sources listed now.
 *
 * It must be the only source of that name that was not there before, and count as many users as were sent: adopting the
 * wrong one would show the results of another import.
 */
export function findImport(request: ImportRequest, before: readonly SourceId[], now: readonly Source[]): FoundImport {
  const known = new Set(before.map((source) => source.id));
  const name = trimText(request.sourceName);
  const [first, ...others] = now.filter((source) => !known.has(source.id) && trimText(source.name) === name);
  if (!first) return "absent";
  const isOurs = others.length === 0 && first.counters !== null && isOfTotal(first.counters, request.users.length);
  return isOurs ? first : "unclear";
}

/** The steps of a recovery. */
export interface RecoverySteps<T> {
  send(): Promise<T>;
  /** Looks for the saved import and makes a result of it. */
  look(): Promise<T | "absent" | "unclear">;
  /** True if an earlier call sent it and its outcome is unknown. Then this call begins with a look. */
  readonly sentEarlier?: boolean;
}

/**
 * Sends with retries, but looks first after an attempt with an unknown outcome: a saved import is the result, a certainly
 * absent one is sent again, and anything unclear ends the call with `outcomeUnknown`.
 */
export async function sendWithRecovery<T extends object>(steps: RecoverySteps<T>, run: RetryRun): Promise<T> {
  const lost: ImportClientError[] = steps.sentEarlier ? [earlierCallLost()] : [];
  let isUnclear = false;

  const attempt = async (): Promise<T> => {
    const lastLost = lost.at(-1);
    const found = lastLost ? await steps.look() : "absent";
    if (typeof found === "object") return found;
    isUnclear = found === "unclear";
    if (lastLost && isUnclear) throw lastLost;
    return send();
  };

  const send = () =>
    steps.send().catch((error: unknown) => {
      if (error instanceof ImportClientError && error.outcomeUnknown) lost.push(error);
      throw error;
    });

  try {
    return await retry(attempt, { ...run, mayRepeat: () => !isUnclear });
  } catch (error) {
    // The last attempt may have been saved like any other.
    const mayBeSaved = lost.length > 0 && !isUnclear && error instanceof ImportClientError;
    const found = mayBeSaved ? await steps.look() : "unclear";
    if (typeof found === "object") return found;
    throw error;
  }
}

function earlierCallLost(): NetworkError {
  const message = "An earlier call with this key got no answer. It may have been saved: look at the saved sources.";
  return new NetworkError(message, { outcomeUnknown: true });
}
