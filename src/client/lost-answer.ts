// Recovers an import whose answer was lost, on a server without idempotency keys: looks for the saved source before sending again.
import type { ImportRequest } from "../contract/import.ts";
import { isOfTotal } from "../contract/match-results.ts";
import type { Source } from "../contract/source.ts";
import { trimText } from "../contract/text.ts";
import { ImportClientError, NetworkError } from "./errors.ts";
import { type RetryRun, retry } from "./retry.ts";
import type { SourcesSince } from "./sources-since.ts";

/** The saved source; "absent" if there certainly is none; "unclear" if the list can't show it. */
export type FoundImport = Source | "absent" | "unclear";

/**
 * Finds an import among the sources saved since.
 *
 * It must be the only source of that name that was not there before (`before` has ids), and count as many users as were sent:
 * adopting the wrong one would show the results of another import.
 */
export function findImport(request: ImportRequest, before: readonly string[], since: SourcesSince): FoundImport {
  const known = new Set(before);
  const name = trimText(request.sourceName);
  const [first, ...others] = since.sources.filter(
    ({ id, name: listed }) => !known.has(id) && trimText(listed) === name,
  );
  if (!first) return since.isComplete ? "absent" : "unclear";
  const isOnly = others.length === 0 && since.isComplete && since.areNew;
  const isOurs = isOnly && first.counters !== null && isOfTotal(first.counters, request.users.length);
  return isOurs ? first : "unclear";
}

/** The steps of a recovery. */
export interface RecoverySteps<T> {
  send(): Promise<T>;
  /** Looks for the saved import and makes a result of it. */
  look(): Promise<T | "absent" | "unclear" | "unreadable">;
  /** True if an earlier call sent it and its outcome is unknown. Then this call begins with a look. */
  readonly sentEarlier?: boolean;
}

/**
 * Sends with retries, but looks first after an attempt with an unknown outcome: a saved import is the result, a certainly
 * absent one is sent again, and anything else ends the call with `outcomeUnknown`.
 */
export async function sendWithRecovery<T extends object>(steps: RecoverySteps<T>, run: RetryRun): Promise<T> {
  const lost: ImportClientError[] = steps.sentEarlier ? [earlierCallLost()] : [];
  let isUnclear = false;

  const attempt = async (): Promise<T> => {
    const lastLost = lost.at(-1);
    const found = lastLost ? await steps.look() : "absent";
    if (typeof found === "object") return found;
    isUnclear = found !== "absent";
    if (!lastLost || !isUnclear) return send();
    lastLost.isUndecidable = found === "unclear";
    throw lastLost;
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
    const found = mayBeSaved ? await steps.look() : null;
    if (typeof found === "object" && found !== null) return found;
    if (mayBeSaved) error.isUndecidable = found === "unclear";
    throw error;
  }
}

function earlierCallLost(): NetworkError {
  const message = "An earlier call with this key got no answer. It may have been saved: look at the saved sources.";
  return new NetworkError(message, { outcomeUnknown: true });
}
