// Kills the process of runs (`kill -9`) at seeded moments and resumes them from their files until done.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { judge } from "../judge.ts";
import { prepareApplication, readApplication, runFaultless } from "../portal/application.ts";
import { makeUsers } from "../portal/people.ts";
import { type KillOptions, type KillReport, killInRounds, type MayKill } from "../processes/kill-rounds.ts";
import { type Listen, type Moment, runKilled, toMoment } from "../processes/killed-process.ts";
import { createCommand, createEngine, type Runner } from "../processes/runners.ts";
import type { ServerKind } from "../proxy/kinds.ts";
import { openProxy, type Step } from "../proxy/proxy.ts";

const kinds: readonly [ServerKind, ...(ServerKind | "command")[]] = ["keyed", "keyless", "command", "terse"];
const settings = { name: "Nightly", batchSize: 10 };
const userCount = 120;
const mostParts = 60;

/** Kills the given number of times, then lets the last run end. */
export function runWithKills(options: KillOptions): Promise<KillReport> {
  return killInRounds(options.kills, kinds, "killed run", (...run) => runOnce(options, ...run));
}

async function runOnce(
  { database, portal, seed }: KillOptions,
  kind: ServerKind | "command",
  number: number,
  mayKill: MayKill,
): Promise<string[]> {
  const runSeed = seed * 200_003 + number;
  const random = createRandom(runSeed);
  const users = makeUsers(userCount, createRandom(runSeed));
  const serverKind = kind === "command" ? "keyed" : kind;
  const appId = `app_${serverKind}_killed_${number}`;
  const url = await portal.url();
  const faultless = await runFaultless(database, url, `app_${serverKind}_spared_${number}`, users, settings);
  await prepareApplication(database, url, appId, users);
  const folder = await mkdtemp(join(tmpdir(), "ieu-killed-"));
  let reach: (step: Step) => void = () => {};
  const proxy = await openProxy({ target: portal.url, reach: async (step) => reach(step) });
  const order = { baseUrl: proxy.url, appId, folder, count: userCount, seed: runSeed, batchSize: settings.batchSize };
  const runner = kind === "command" ? createCommand(order, users) : createEngine(order);
  try {
    for (let part = 0; part < mostParts; part += 1) {
      // The server is done with what a killed process has asked before the next one looks: the time it may take is short here.
      await proxy.idle();
      await runPart(runner, toMoment(random), mayKill, (next) => {
        reach = next;
      });
      // Also after a kill: a process started for a run that is done would begin the next one.
      if (runner.isDone()) break;
    }
    const ended = { kind: serverKind, batches: userCount / settings.batchSize, ...runner.read() };
    return judge(ended, faultless, await readApplication(database, appId));
  } finally {
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runPart(runner: Runner, moment: Moment, mayKill: MayKill, listen: Listen): Promise<void> {
  const { code, stderr } = await runKilled(runner.words(), moment, mayKill, listen);
  if (code !== null && code !== 0) throw new Error(`The process ended with ${code}: ${stderr}`);
}
