// Matches the results of an import to the users sent, as far as index, identity and counters agree.
import { normalizeEmail } from "./field-values.ts";
import type { ImportResponse, RowResult } from "./import.ts";
import { type Counters, countStatuses, rowStatuses } from "./status.ts";
import { trimText } from "./text.ts";
import type { UserInput } from "./user.ts";

/**
 * The result of each user, in the order of `users`; null where the response is no evidence of what happened to that user:
 *
 * - its index has no result, or several;
 * - its result names another `externalUserId` or another email;
 * - the counters of the source contradict the results, so that none of them can be relied on.
 */
export function matchResults(
  users: readonly UserInput[],
  { source, results }: Pick<ImportResponse, "source" | "results">,
): (RowResult | null)[] {
  if (source?.counters && contradicts(source.counters, results)) return users.map(() => null);
  const byIndex = new Map<number, RowResult | null>();
  for (const result of results) byIndex.set(result.index, byIndex.has(result.index) ? null : result);
  return users.map((user, index) => {
    const result = byIndex.get(index) ?? null;
    return result && hasIdentityOf(user, result) ? result : null;
  });
}

// A counter that a server leaves out is read as 0, so a 0 counts only where the counters add up to their total.
function contradicts(counters: Counters, results: readonly RowResult[]): boolean {
  const found = countStatuses(results);
  const counted = rowStatuses.reduce((sum, status) => sum + counters[status], 0);
  const isComplete = counted > 0 && counted === counters.total;
  return ([...rowStatuses, "total"] as const).some(
    (key) => counters[key] !== found[key] && (isComplete || counters[key] > 0),
  );
}

// A host may have sent anything as a user, null included.
function hasIdentityOf(user: UserInput | null, { externalUserId, email, status }: RowResult): boolean {
  const isRefused = status === "invalid_row";
  return (
    isSameText(user?.externalUserId, externalUserId, trimText, isRefused) &&
    isSameText(user?.email, email, (text) => normalizeEmail(text) ?? trimText(text), isRefused)
  );
}

// True where one side is empty or not a text: then there is nothing to compare.
function isSameText(sent: unknown, received: string, normalize: (text: string) => string, isRefused: boolean): boolean {
  if (sent === received || typeof sent !== "string" || sent === "" || received === "") return true;
  return normalize(sent) === normalize(received) || (isRefused && isShortened(sent, received));
}

const minShortenedLength = 64;
const notStored = /[\u0000-\u001F\u007F\uFFFD]|\p{Cs}/gu;

// A server may store and repeat an invalid value without control characters, and cut it.
function isShortened(sent: string, received: string): boolean {
  const [whole, part] = [sent.replace(notStored, ""), received.replace(notStored, "")];
  return whole === part || (part.length >= minShortenedLength && whole.startsWith(part));
}
