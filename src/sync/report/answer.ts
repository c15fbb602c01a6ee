// What an answer says of every user that was sent: no more than it really says.
import type { ImportOutcome } from "../../client/import-client.ts";
import type { RowResult } from "../../contract/import.ts";
import { type Counters, countStatuses, rowStatuses } from "../../contract/status.ts";
import type { UserInput } from "../../contract/user.ts";
import { toUserOutcome, type UserOutcome } from "./outcome.ts";

/** One outcome per user, in order. */
export function toOutcomes(users: readonly UserInput[], answer: ImportOutcome, isDryRun: boolean): UserOutcome[] {
  const { results, source } = answer;
  const sourceId = source?.id ?? null;
  const unknown: UserOutcome = { kind: "pending", reason: isDryRun ? "dry_run" : "results_unknown", sourceId };
  if (source?.counters && contradicts(source.counters, results)) return users.map(() => unknown);
  const byIndex = new Map(results.map((result) => [result.index, result]));
  return users.map((user, index) => {
    const result = byIndex.get(index);
    if (!result || isOfAnother(user, result)) return unknown;
    return isDryRun ? { kind: "pending", reason: "dry_run", status: result.status } : toUserOutcome(result, sourceId);
  });
}

// Counters that leave nobody out must count what the results say; a server that counts otherwise is not asked to.
function contradicts(counters: Counters, results: readonly RowResult[]): boolean {
  const counted = rowStatuses.reduce((sum, status) => sum + counters[status], 0);
  if (counted === 0 || counted !== counters.total) return false;
  const found = countStatuses(results);
  return found.total !== counters.total || rowStatuses.some((status) => found[status] !== counters[status]);
}

// A result that names another id and another email was put in the wrong place.
function isOfAnother(user: UserInput | null, { externalUserId, email }: RowResult): boolean {
  return isOther(user?.externalUserId, externalUserId) && isOther(user?.email, email);
}

// Says nothing where one side is empty or no text.
function isOther(sent: unknown, answered: string): boolean {
  return typeof sent === "string" && sent !== "" && answered !== "" && sent.toLowerCase() !== answered.toLowerCase();
}
