// Repeats runs of processes that are killed, until enough of them were.
import type { Database } from "../../../../mock-server/sql/index.ts";
import type { Portal } from "../portal/portal.ts";

/** The results of all kills. */
export interface KillReport {
  readonly runs: number;
  readonly kills: number;
  /** Kills before the first request, and at each step of a request. */
  readonly moments: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
}

export interface KillOptions {
  readonly database: Database;
  readonly portal: Portal;
  readonly kills: number;
  readonly seed: number;
}

/** Counts the kills; false when no more are wanted. */
export type MayKill = (moment: string) => boolean;

/** Takes the kinds by turns until the given number of kills, then lets the last run end. `runOnce` resolves with what is wrong. */
export async function killInRounds<Kind extends string>(
  limit: number,
  kinds: readonly [Kind, ...Kind[]],
  what: string,
  runOnce: (kind: Kind, number: number, mayKill: MayKill) => Promise<readonly string[]>,
): Promise<KillReport> {
  const moments = new Map<string, number>();
  const wrong: string[] = [];
  let kills = 0;
  let runs = 0;
  const mayKill = (moment: string) => {
    if (kills >= limit) return false;
    kills += 1;
    moments.set(moment, (moments.get(moment) ?? 0) + 1);
    return true;
  };
  for (; kills < limit; runs += 1) {
    const kind = kinds[runs % kinds.length] ?? kinds[0];
    const found = await runOnce(kind, runs, mayKill).catch((error: unknown) => [String(error)]);
    wrong.push(...found.map((text) => `${what} ${runs} (${kind}): ${text}`));
  }
  return { runs, kills, moments, wrong };
}
