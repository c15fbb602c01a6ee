// Reconciles under faults, repairs what was deleted behind the ledger's back, undoes all of it and sends it again.
import type { Database } from "../../../../mock-server/sql/index.ts";
import type { ImportClient } from "../../../../src/client/import-client.ts";
import { createImportClient } from "../../../../src/client/index.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import { createMemoryLedger, type Ledger, reconcile, undoRun } from "../../../../src/sync/index.ts";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { compare } from "../judge.ts";
import { createWatchedClient, runInTime } from "../patience.ts";
import {
  type ApplicationState,
  type Faultless,
  prepareApplication,
  readApplication,
  runFaultless,
} from "../portal/application.ts";
import { makeUsers } from "../portal/people.ts";
import type { Portal } from "../portal/portal.ts";
import { createFaultCounts, createPlan, type Fault, type FaultCounts, type ServerKind } from "../proxy/kinds.ts";
import { openProxy } from "../proxy/proxy.ts";
import { type FaultedRound, onePerEmail, withoutLongWaits } from "./faulted-deltas.ts";
import { createRefusing } from "./faulted-runs.ts";

/** What all reconciles together did. */
export interface ReconcileFaultReport {
  readonly rounds: number;
  readonly users: number;
  /** How often a reconcile or an undoing was repeated. */
  readonly repetitions: number;
  readonly counts: FaultCounts;
  /** Connections that were deleted behind the ledger's back, and found by `verify`. */
  readonly lost: number;
  readonly wrong: readonly string[];
}

export interface ReconcileFaultOptions {
  readonly database: Database;
  readonly portal: Portal;
  readonly faults: number;
  readonly seed: number;
}

const order: readonly ServerKind[] = ["keyless", "keyed", "shuffled"];
const batchSize = 10;
const mostParts = 60;

/** Reconciles until the given number of faults has occurred. */
export async function runReconcilesWithFaults(options: ReconcileFaultOptions): Promise<ReconcileFaultReport> {
  const counts = createFaultCounts();
  const sum = { rounds: 0, users: 0, repetitions: 0, lost: 0 };
  const wrong: string[] = [];
  for (; counts.sum() < options.faults; sum.rounds += 1) {
    const kind = order[sum.rounds % order.length] ?? "keyed";
    const number = sum.rounds;
    const round = await runInTime(kind, (...waits) => runOnce(options, { kind, number, counts, waits }));
    sum.users += round.users;
    sum.repetitions += round.repetitions;
    sum.lost += round.lost;
    wrong.push(...round.wrong.map((text) => `reconcile ${sum.rounds} (${kind}): ${text}`));
  }
  return { ...sum, counts, wrong };
}

async function runOnce(
  { database, portal, seed }: ReconcileFaultOptions,
  { kind, number, counts, waits: [patience, name, onLate] }: FaultedRound,
) {
  const random = createRandom(seed * 700_001 + number);
  const users = onePerEmail(makeUsers(60, random));
  const appId = `app_${kind}_reconciled_${number}${name}`;
  const calm = { name: "Calm", batchSize };
  const faultless = await runFaultless(
    database,
    await portal.url(),
    `app_${kind}_calm_reconciled_${number}${name}`,
    users,
    calm,
  );
  await prepareApplication(database, await portal.url(), appId, users);
  const before = await readApplication(database, appId);
  const plan = withoutLongWaits(createPlan(random, kind, 8 + random.below(16), counts));
  const taken: Fault[] = [];
  const proxy = await openProxy({
    target: portal.url,
    meet: () => taken.splice(0)[0] ?? null,
    onDeath: portal.replace,
    onLate,
  });
  const { client } = createWatchedClient(appId, proxy.url, patience, await createRefusing(plan, taken));
  // Past the proxy, at the present address: a fault may have killed the server before.
  const direct = async () => createImportClient({ appId, baseUrl: await portal.url() });
  const ledger = createMemoryLedger();
  const wrong: string[] = [];
  const check = async (moment: string) => {
    const found = await judgeLedger(users, faultless, ledger, await readApplication(database, appId));
    wrong.push(...found.map((text) => `${moment}: ${text}`));
  };
  try {
    let repetitions = await reconcileToEnd(client, users, ledger, false);
    await check("reconciled");
    const made = await readMadeSources(await direct());
    const lost = (await (await direct()).deleteSource(made[random.below(made.length)] ?? "")).removed ?? 0;
    repetitions += await reconcileToEnd(client, users, ledger, true);
    await check("verified");
    repetitions += await undoToEnd(client, ledger, await readMadeSources(await direct()), wrong);
    const left = await readApplication(database, appId);
    wrong.push(...compare("sources after undo", left.sources, before.sources));
    repetitions += await reconcileToEnd(client, users, ledger, false);
    await check("sent again");
    return { users: users.length, repetitions, lost, wrong };
  } catch (error) {
    return { users: users.length, repetitions: 0, lost: 0, wrong: [...wrong, String(error)] };
  } finally {
    await proxy.close();
  }
}

// A reconcile that is done may leave users whose results nobody knows: the next one sends them.
async function reconcileToEnd(
  client: ImportClient,
  users: readonly UserInput[],
  ledger: Ledger,
  verify: boolean,
): Promise<number> {
  let isVerified = !verify;
  for (let part = 0; part < mostParts; part += 1) {
    const report = await reconcile(client, users, { ledger, batchSize, verify: !isVerified });
    if (report.state !== "done") continue;
    const { counters, sync } = report;
    const isSettled = sync?.counters.pending === 0;
    if (isVerified && counters.toSend === 0) return part;
    isVerified ||= isSettled;
    if (isVerified && isSettled) return part;
  }
  throw new Error("It does not end.");
}

/** The ids of the sources of reconciles, newest first. */
export async function readMadeSources(client: ImportClient): Promise<string[]> {
  const { sources } = await client.listSources({ limit: 100 });
  return sources.filter(({ name }) => name.startsWith("Reconcile")).map(({ id }) => id);
}

async function undoToEnd(
  client: ImportClient,
  ledger: Ledger,
  ids: readonly string[],
  wrong: string[],
): Promise<number> {
  for (let part = 0; part < mostParts; part += 1) {
    const { state } = await undoRun(client, ids, { ledger });
    if (state === "done") return part;
  }
  wrong.push("it can't be undone");
  return mostParts;
}

/** Checks that the ledger says of each user what is right, and that the connections are those of an undisturbed run, whichever source made them. */
export async function judgeLedger(
  users: readonly UserInput[],
  { outcomes, state }: Faultless,
  ledger: Ledger,
  now: ApplicationState,
): Promise<string[]> {
  const ids = users.map(({ externalUserId }) => String(externalUserId));
  const entries = await ledger.look(ids, null);
  const told = ids.flatMap((id, position) => {
    const [kind = "", status = ""] = (outcomes[position] ?? "").split(" ");
    const said = entries.get(id)?.status ?? "nothing";
    const isRight = kind === "acknowledged" ? ["imported", "already_connected"].includes(said) : said === status;
    return isRight ? [] : [`the ledger says ${said} of ${id}, where ${kind} ${status} is right`];
  });
  return [...told, ...compare("connections", now.connections.map(sourceless), state.connections.map(sourceless))];
}

function sourceless(line: string): string {
  return JSON.stringify((JSON.parse(line) as unknown[]).slice(0, -1));
}
