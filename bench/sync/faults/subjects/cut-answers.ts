// Cuts the first answer to each method after every so many bytes: the connection is lost there, or the rest is missing silently.
import type { Database } from "../../../../mock-server/sql/index.ts";
import { createMemoryCheckpoint } from "../../../../src/sync/index.ts";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { compare, judge } from "../judge.ts";
import { createWatchedClient, patient } from "../patience.ts";
import { prepareApplication, readApplication, runFaultless } from "../portal/application.ts";
import { makeUsers } from "../portal/people.ts";
import type { Portal } from "../portal/portal.ts";
import type { Forged } from "../proxy/forged.ts";
import type { ServerKind } from "../proxy/kinds.ts";
import { openProxy } from "../proxy/proxy.ts";
import { runToEnd, undoToEnd } from "./faulted-runs.ts";

/** The results of all cuts. */
export interface CutReport {
  readonly runs: number;
  /** How often an answer to this method was cut. */
  readonly cuts: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
}

export interface CutOptions {
  readonly database: Database;
  readonly portal: Portal;
  /** Bytes between two cuts. */
  readonly every: number;
  readonly seed: number;
}

interface Cut {
  readonly kind: ServerKind;
  readonly at: number;
  /** False where the body only ends too early. */
  readonly isLost: boolean;
}

const kinds: readonly ServerKind[] = ["keyed", "keyless"];
const settings = { name: "Nightly", batchSize: 6 };

/** Cuts until the end of the longest answer, with both kinds of server. */
export async function runWithCuts(options: CutOptions): Promise<CutReport> {
  const cuts = new Map<string, number>();
  const wrong: string[] = [];
  let runs = 0;
  for (const kind of kinds) {
    for (let [at, longest] = [0, 1]; at < longest; at += options.every) {
      const cut = { kind, at, isLost: (at / options.every) % 2 === 1 };
      longest = 0;
      const onAnswer = (method: string, length: number) => {
        longest = Math.max(longest, length);
        if (length > at) cuts.set(method, (cuts.get(method) ?? 0) + 1);
      };
      const found = await runOnce(options, cut, onAnswer).catch((error: unknown) => [String(error)]);
      wrong.push(...found.map((text) => `cut at ${at} (${kind}): ${text}`));
      runs += 1;
    }
  }
  return { runs, cuts, wrong };
}

async function runOnce(
  { database, portal, seed }: CutOptions,
  { kind, at, isLost }: Cut,
  onAnswer: (method: string, length: number) => void,
): Promise<string[]> {
  const users = makeUsers(settings.batchSize, createRandom(seed * 400_009 + at));
  const url = await portal.url();
  const faultless = await runFaultless(database, url, `app_${kind}_whole_${at}`, users, settings);
  const appId = `app_${kind}_cut_${at}`;
  await prepareApplication(database, url, appId, users);
  const before = await readApplication(database, appId);
  const seen = new Set<string>();
  const change = (method = "GET", answer: Forged) => {
    const { length } = Buffer.from(answer.body);
    if (seen.has(method)) return answer;
    seen.add(method);
    onAnswer(method, length);
    if (length <= at) return answer;
    return isLost ? { ...answer, cutAt: at } : { ...answer, body: answer.body.slice(0, at) };
  };
  const proxy = await openProxy({ target: portal.url, change });
  const watched = createWatchedClient(appId, proxy.url, patient);
  try {
    const checkpoint = createMemoryCheckpoint();
    const { report, reported } = await runToEnd(watched, users, { ...settings, checkpoint });
    const ended = { kind, batches: 1, report, reported, mayRepeat: false };
    const wrong = judge(ended, faultless, await readApplication(database, appId));
    wrong.push(...(await undoToEnd(watched, checkpoint)));
    return [
      ...wrong,
      ...compare("sources after undo", (await readApplication(database, appId)).sources, before.sources),
    ];
  } finally {
    await proxy.close();
  }
}
