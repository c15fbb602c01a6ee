// Kills `reconcile` and `undo` of the command (`kill -9`) at seeded moments, and starts them again until they are done.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createImportClient } from "../../../../src/client/index.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import { parseCheckpoint } from "../../../../src/sync/checkpoint/file-checkpoint.ts";
import type { Checkpoint } from "../../../../src/sync/index.ts";
import { openFileLedger } from "../../../../src/sync/node.ts";
import { createRandom, type Random } from "../../../../test/mock-server/sql/faults/random.ts";
import { compare } from "../judge.ts";
import { prepareApplication, readApplication, runFaultless } from "../portal/application.ts";
import { makeUsers } from "../portal/people.ts";
import { type KillOptions, type KillReport, killInRounds, type MayKill } from "../processes/kill-rounds.ts";
import { type EndedProcess, type Listen, runKilled, toMoment } from "../processes/killed-process.ts";
import type { ServerKind } from "../proxy/kinds.ts";
import { openProxy, type Step } from "../proxy/proxy.ts";
import { onePerEmail } from "./faulted-deltas.ts";
import { judgeLedger, readMadeSources } from "./faulted-reconciles.ts";

const kinds: readonly [ServerKind, ...ServerKind[]] = ["keyed", "keyless", "shuffled"];
const batchSize = 10;
const mostParts = 80;

/** Kills the given number of times, then lets the last round end. */
export function runReconcilesWithKills(options: KillOptions): Promise<KillReport> {
  return killInRounds(options.kills, kinds, "killed reconcile", (...run) => runOnce(options, ...run));
}

async function runOnce(
  { database, portal, seed }: KillOptions,
  kind: ServerKind,
  number: number,
  mayKill: MayKill,
): Promise<string[]> {
  const random = createRandom(seed * 500_009 + number);
  const users = onePerEmail(makeUsers(60, random));
  const appId = `app_${kind}_killed_reconcile_${number}`;
  const url = await portal.url();
  const faultless = await runFaultless(database, url, `${appId}_calm`, users, { name: "Calm", batchSize });
  await prepareApplication(database, url, appId, users);
  const before = await readApplication(database, appId);
  const folder = await mkdtemp(join(tmpdir(), "ieu-killed-"));
  let reach: (step: Step) => void = () => {};
  const listen: Listen = (next) => {
    reach = next;
  };
  const proxy = await openProxy({ target: portal.url, reach: async (step) => reach(step) });
  const command = createKilledCommand({ folder, proxy, appId, random, mayKill, listen }, users);
  const client = createImportClient({ appId, baseUrl: url });
  const wrong: string[] = [];
  const check = async (moment: string) => {
    const ledger = await openFileLedger(command.ledger);
    const found = await judgeLedger(users, faultless, ledger, await readApplication(database, appId));
    await ledger.close();
    wrong.push(...found.map((text) => `${moment}: ${text}`));
  };
  try {
    await command.reconcile(false);
    await check("reconciled");
    const made = await readMadeSources(client);
    await client.deleteSource(made[random.below(made.length)] ?? "");
    await command.reconcile(true);
    await check("verified");
    await command.undoAll();
    const left = await readApplication(database, appId);
    wrong.push(...compare("sources after undo", left.sources, before.sources));
    await command.reconcile(false);
    await check("sent again");
    return wrong;
  } finally {
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface CommandSetup {
  readonly folder: string;
  readonly proxy: Awaited<ReturnType<typeof openProxy>>;
  readonly appId: string;
  readonly random: Random;
  readonly mayKill: MayKill;
  readonly listen: Listen;
}

// The command with its own state folder and ledger, as an operator has it who starts it again after each kill.
function createKilledCommand(
  { folder, proxy, appId, random, mayKill, listen }: CommandSetup,
  users: readonly UserInput[],
) {
  const main = join(import.meta.dirname, "../../../../src/cli/main.ts");
  const file = join(folder, "users.ndjson");
  const state = join(folder, "state");
  const ledger = join(folder, "ledger.ndjson");
  writeFileSync(file, users.map((user) => `${JSON.stringify(user)}\n`).join(""));
  const target = ["--base-url", proxy.url, "--app", appId, "--state", state, "--ledger", ledger, "--json"];
  const start = async (words: readonly string[]) => {
    // The server is done with what a killed process has asked before the next one looks.
    await proxy.idle();
    return runKilled([main, ...words, ...target], toMoment(random, 24), mayKill, listen);
  };
  return {
    ledger,
    // Until one is done that leaves no user without a result.
    async reconcile(verify: boolean): Promise<void> {
      for (let part = 0; part < mostParts; part += 1) {
        const isOpen = readRuns(state).at(-1)?.state === "running";
        const resume = isOpen ? ["--resume", "last"] : [];
        const words = ["reconcile", file, "--batch-size", String(batchSize), ...(verify ? ["--verify"] : [])];
        const ended = await start([...words, ...resume]);
        if (requireCode(ended, [0]) && JSON.parse(ended.stdout).sync.counters.pending === 0) return;
      }
      throw new Error("The reconcile does not end.");
    },
    async undoAll(): Promise<void> {
      for (const { runId } of readRuns(state).reverse()) {
        for (let part = 0; ; part += 1) {
          if (part === mostParts) throw new Error("The undoing does not end.");
          if (requireCode(await start(["undo", runId, "--yes"]), [0])) break;
        }
      }
    },
  };
}

// False after a kill.
function requireCode({ code, stderr, stdout }: EndedProcess, allowed: readonly number[]): boolean {
  if (code === null) return false;
  if (allowed.includes(code)) return true;
  throw new Error(`The process ended with ${code}: ${stderr} ${stdout.slice(0, 1_000)}`);
}

const suffix = ".checkpoint.json";

// Oldest first.
function readRuns(state: string): Checkpoint[] {
  const names = listNames(state).filter((name) => name.endsWith(suffix));
  return names.sort().map((name) => parseCheckpoint(readFileSync(join(state, name), "utf8")));
}

// The first process may be killed before it creates the folder.
function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
