// An answer was lost, and the server knows no keys: look whether the import was saved before sending it again.
import type { ImportRequest } from "../contract/import.ts";
import type { Source } from "../contract/source.ts";
import { trimText } from "../contract/text.ts";
import { ImportClientError, NetworkError } from "./errors.ts";
import { type RetryRun, retry } from "./retry.ts";

/** The saved source, the certainty that there is none, or neither. */
export type Finding = Source | "absent" | "unclear";

/** A source of which only the id is known. */
export type Saved = Pick<Source, "id">;

/**
 * Which of the sources listed now is this import.
 *
 * It must be the only one of that name that was not there before, and count as many users as were sent: adopting the wrong
 * one would show a person the results of somebody else's run.
 */
export function findImport(request: ImportRequest, before: readonly Saved[], now: readonly Source[]): Finding {
  const known = new Set(before.map((source) => source.id));
  const name = trimText(request.sourceName);
  const [first, ...others] = now.filter((source) => !known.has(source.id) && trimText(source.name) === name);
  if (!first) return "absent";
  const isOurs = others.length === 0 && first.counters?.total === request.users.length;
  return isOurs ? first : "unclear";
}

function givenUp(): NetworkError {
  const message = "An earlier call with this key got no answer. It may have been saved: look at the saved sources.";
  return new NetworkError(message, { outcomeUnknown: true });
}

/** How to send, and how to look for what may have been saved. */
export interface RecoverySteps<T> {
  send(): Promise<T>;
  /** What was saved, made into an answer. */
  look(): Promise<T | "absent" | "unclear">;
  /** True when a call before this one sent it and never learnt what came of it: then this one begins with a look. */
  readonly sentEarlier?: boolean;
}

/**
 * Sends with repetitions, but after an attempt whose outcome is unknown looks first: what was saved is the answer, only what
 * is certainly absent is sent again, and anything unclear ends the call with `outcomeUnknown`.
 */
export async function sendWithLook<T extends object>(steps: RecoverySteps<T>, run: RetryRun): Promise<T> {
  const lost: ImportClientError[] = steps.sentEarlier ? [givenUp()] : [];
  let isUnclear = false;

  const attempt = async (): Promise<T> => {
    const doubt = lost.at(-1);
    const found = doubt ? await steps.look() : "absent";
    if (typeof found === "object") return found;
    isUnclear = found === "unclear";
    if (doubt && isUnclear) throw doubt;
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
    // The last attempt may have been saved as well as any other.
    const isWorthALook = lost.length > 0 && !isUnclear && error instanceof ImportClientError;
    const found = isWorthALook ? await steps.look() : "unclear";
    if (typeof found === "object") return found;
    throw error;
  }
}
