// Runs syncs with faults at their requests, resumes them until done, and undoes them under faults too.
import type { Database } from "../../../../mock-server/sql/index.ts";
import type { FetchFunction } from "../../../../src/client/index.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import { type CheckpointStore, createMemoryCheckpoint, syncUsers, undoRun } from "../../../../src/sync/index.ts";
import type { UserOutcome } from "../../../../src/sync/report/outcome.ts";
import type { SyncReport } from "../../../../src/sync/report/sync-report.ts";
import { findFreePort } from "../../../../test/free-port.ts";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { compare, judge } from "../judge.ts";
import { createWatchedClient, type Patience, runInTime, toBound, toPatience, type WatchedClient } from "../patience.ts";
import { prepareApplication, readApplication, runFaultless } from "../portal/application.ts";
import { openElsewhere } from "../portal/elsewhere.ts";
import { makeUsers } from "../portal/people.ts";
import type { Portal } from "../portal/portal.ts";
import { createFaultCounts, createPlan, type FaultCounts, type FaultPlan, type ServerKind } from "../proxy/kinds.ts";
import { openProxy } from "../proxy/proxy.ts";

/** The faults and results of all runs. */
export interface FaultReport {
  readonly runs: number;
  /** How often runs were resumed. */
  readonly resumptions: number;
  readonly undone: number;
  readonly counts: FaultCounts;
  /** Users with counts only, on a server without keys. */
  readonly countsOnly: number;
  readonly users: number;
  /** The longest call and the longest allowed call, in milliseconds. */
  readonly longest: number;
  readonly bound: number;
  readonly wrong: readonly string[];
}

export interface FaultOptions {
  readonly database: Database;
  readonly portal: Portal;
  readonly faults: number;
  readonly seed: number;
  readonly onRun?: (faults: number) => void;
}

const order: readonly ServerKind[] = ["keyed", "keyless", "shuffled", "terse"];
const userCount = 60;
const batchSize = 10;
const mostParts = 60;

/** Runs until the given number of faults has occurred. */
export async function runWithFaults(options: FaultOptions): Promise<FaultReport> {
  const counts = createFaultCounts();
  const sum = { runs: 0, resumptions: 0, undone: 0, countsOnly: 0, users: 0, longest: 0 };
  const wrong: string[] = [];
  const elsewhere = await openElsewhere();
  for (; counts.sum() < options.faults; sum.runs += 1) {
    const kind = order[sum.runs % order.length] ?? "keyed";
    const number = sum.runs;
    const run = await runInTime(kind, (patience, name, onLate) =>
      runOnce(options, { kind, number, name, patience, onLate, counts, elsewhere: elsewhere.url }),
    );
    sum.resumptions += run.resumptions;
    sum.undone += run.isUndone ? 1 : 0;
    sum.countsOnly += run.countsOnly;
    sum.users += userCount;
    sum.longest = Math.max(sum.longest, run.longest);
    wrong.push(...run.wrong.map((text) => `run ${sum.runs} (${kind}): ${text}`));
    options.onRun?.(counts.sum());
  }
  await elsewhere.close();
  wrong.push(...elsewhere.received.map((request) => `another origin received ${request}`));
  return { ...sum, counts, bound: toBound(toPatience("keyless", 1)), wrong };
}

interface FaultedRun {
  readonly kind: ServerKind;
  readonly number: number;
  /** Ends the names of its applications. */
  readonly name: string;
  readonly patience: Patience;
  readonly onLate: () => void;
  readonly counts: FaultCounts;
  readonly elsewhere: string;
}

async function runOnce(
  { database, portal, seed }: FaultOptions,
  { kind, number, name, patience, onLate, counts, elsewhere }: FaultedRun,
) {
  const random = createRandom(seed * 100_003 + number);
  const users = makeUsers(userCount, random);
  const settings = { name: "Nightly", batchSize };
  const calmId = `app_${kind}_calm_${number}${name}`;
  const appId = `app_${kind}_${number}${name}`;
  const faultless = await runFaultless(database, await portal.url(), calmId, users, settings);
  await prepareApplication(database, await portal.url(), appId, users);
  const before = await readApplication(database, appId);
  const plan = createPlan(random, kind, 6 + random.below(18), counts);
  const proxy = await openProxy({
    target: portal.url,
    elsewhere,
    meet: () => taken.splice(0)[0] ?? null,
    onDeath: portal.replace,
    onLate,
  });
  const taken: NonNullable<ReturnType<FaultPlan["draw"]>>[] = [];
  const fetch = await createRefusing(plan, taken);
  const watched = createWatchedClient(appId, proxy.url, patience, fetch);
  try {
    const checkpoint = createMemoryCheckpoint();
    const { report, reported, resumptions } = await runToEnd(watched, users, { ...settings, checkpoint });
    const ended = { kind, batches: userCount / batchSize, report, reported, mayRepeat: false };
    const wrong = judge(ended, faultless, await readApplication(database, appId));
    const isUndone = kind !== "terse" && number % 3 === 0;
    if (isUndone) {
      wrong.push(...(await undoToEnd(watched, checkpoint)));
      const left = await readApplication(database, appId);
      wrong.push(...compare("sources after undo", left.sources, before.sources));
      wrong.push(...compare("created after undo", left.connections.filter(isOfRun), []));
    }
    if (watched.longest > toBound(patience)) wrong.push(`a call took ${watched.longest.toFixed(0)} ms`);
    return { resumptions, isUndone, countsOnly: report.counters.pending, longest: watched.longest, wrong };
  } finally {
    await proxy.close();
  }
}

function isOfRun(line: string): boolean {
  return line.includes("Nightly") || line.includes("gone");
}

/** Runs a sync part by part until it is done. */
export async function runToEnd(
  { client }: WatchedClient,
  users: readonly UserInput[],
  options: { readonly name: string; readonly batchSize: number; readonly checkpoint: CheckpointStore },
): Promise<{ report: SyncReport; reported: UserOutcome[][]; resumptions: number }> {
  const reported: UserOutcome[][] = users.map(() => []);
  const onOutcome = (_: UserInput, outcome: UserOutcome, position: number) => void reported[position]?.push(outcome);
  for (let resumptions = 0; ; resumptions += 1) {
    const report = await syncUsers(client, users, { ...options, resume: true, settleTime: 200, onOutcome });
    if (report.state === "done" || resumptions === mostParts) return { report, reported, resumptions };
  }
}

/** Undoes a sync part by part until it is done. */
export async function undoToEnd({ client }: WatchedClient, checkpoint: CheckpointStore): Promise<string[]> {
  for (let part = 0; part < mostParts; part += 1) {
    const { state } = await undoRun(client, checkpoint);
    if (state === "done") return [];
  }
  return ["it can't be undone"];
}

/** Creates a fetch that draws a fault for each request. A refused connection never reaches the proxy: it goes to a closed port. */
export async function createRefusing(plan: FaultPlan, taken: unknown[]): Promise<FetchFunction> {
  const closed = await findFreePort();
  return (url, init) => {
    const fault = plan.draw(init.method);
    if (fault?.kind === "refused") return fetch(`http://127.0.0.1:${closed}${new URL(url).pathname}`, init);
    taken.splice(0, Number.POSITIVE_INFINITY, ...(fault ? [fault] : []));
    return fetch(url, init);
  };
}
