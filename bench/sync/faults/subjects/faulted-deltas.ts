// Sends single changes by a delta sync whose requests meet faults, and compares what it told with what the server has.
import type { Database } from "../../../../mock-server/sql/index.ts";
import type { RowResult } from "../../../../src/contract/import.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import { createDeltaSync, createMemoryQueue } from "../../../../src/sync/index.ts";
import type { UserOutcome } from "../../../../src/sync/report/outcome.ts";
import { waitLimit } from "../../../../test/limits.ts";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { compare } from "../judge.ts";
import { createWatchedClient, type Patience, runInTime } from "../patience.ts";
import { prepareApplication, readApplication, runFaultless, toVerdict } from "../portal/application.ts";
import { openElsewhere } from "../portal/elsewhere.ts";
import { makeUsers } from "../portal/people.ts";
import type { Portal } from "../portal/portal.ts";
import {
  createFaultCounts,
  createPlan,
  type Fault,
  type FaultCounts,
  type FaultPlan,
  retryAfters,
  type ServerKind,
} from "../proxy/kinds.ts";
import { openProxy } from "../proxy/proxy.ts";
import { createRefusing } from "./faulted-runs.ts";

/** What all delta syncs together did. */
export interface DeltaFaultReport {
  readonly syncs: number;
  readonly users: number;
  /** How often a person had to start sending again. */
  readonly restarts: number;
  readonly counts: FaultCounts;
  /** Users of whom a server without keys could not tell the outcome: left to a reconcile. */
  readonly unknown: number;
  readonly wrong: readonly string[];
}

export interface DeltaFaultOptions {
  readonly database: Database;
  readonly portal: Portal;
  readonly faults: number;
  readonly seed: number;
}

const order: readonly ServerKind[] = ["keyed", "keyless", "shuffled", "terse"];
const batchSize = 10;
const maxRestarts = 100;

/** Sends until the given number of faults has occurred. */
export async function runDeltasWithFaults(options: DeltaFaultOptions): Promise<DeltaFaultReport> {
  const counts = createFaultCounts();
  const sum = { syncs: 0, users: 0, restarts: 0, unknown: 0 };
  const wrong: string[] = [];
  const elsewhere = await openElsewhere();
  for (; counts.sum() < options.faults; sum.syncs += 1) {
    const kind = order[sum.syncs % order.length] ?? "keyed";
    const number = sum.syncs;
    const run = await runInTime(kind, (...waits) => runOnce(options, { kind, number, counts, waits }, elsewhere.url));
    sum.users += run.users;
    sum.restarts += run.restarts;
    sum.unknown += run.unknown;
    wrong.push(...run.wrong.map((text) => `deltas ${sum.syncs} (${kind}): ${text}`));
  }
  await elsewhere.close();
  wrong.push(...elsewhere.received.map((request) => `another origin received ${request}`));
  return { ...sum, counts, wrong };
}

/** One round under faults: how long its client waits, the end of its names, and what is called when the server was late. */
export interface FaultedRound {
  readonly kind: ServerKind;
  readonly number: number;
  readonly counts: FaultCounts;
  readonly waits: readonly [patience: Patience, name: string, onLate: () => void];
}

async function runOnce(
  { database, portal, seed }: DeltaFaultOptions,
  { kind, number, counts, waits: [patience, name, onLate] }: FaultedRound,
  elsewhere: string,
) {
  const random = createRandom(seed * 900_007 + number);
  const users = onePerEmail(makeUsers(60, random));
  const calmId = `app_${kind}_calm_deltas_${number}${name}`;
  const appId = `app_${kind}_deltas_${number}${name}`;
  const faultless = await runFaultless(database, await portal.url(), calmId, users, { name: "Calm", batchSize });
  await prepareApplication(database, await portal.url(), appId, users);
  const plan = withoutLongWaits(createPlan(random, kind, 6 + random.below(12), counts));
  const taken: Fault[] = [];
  const meet = () => taken.splice(0)[0] ?? null;
  const proxy = await openProxy({ target: portal.url, elsewhere, meet, onDeath: portal.replace, onLate });
  const { client } = createWatchedClient(appId, proxy.url, patience, await createRefusing(plan, taken));
  const told = new Map<string, UserOutcome[]>(users.map(({ externalUserId }) => [String(externalUserId), []]));
  const sync = createDeltaSync({
    client,
    queue: createMemoryQueue(),
    batchSize,
    maxAge: 20,
    backoff: { baseDelay: 10, maxDelay: 50 },
    onOutcome: ({ externalUserId }, outcome) => void told.get(String(externalUserId))?.push(outcome),
  });
  try {
    for (const user of users) await sync.enqueue(user);
    const restarts = await sendAll(sync, users.length);
    await sync.drain({ deadline: waitLimit });
    const seen = await countSaved(database, appId);
    const state = await readApplication(database, appId);
    const wrong = [...told].flatMap(([id, outcomes], at) =>
      judgeUser(outcomes, faultless.outcomes[at] ?? "", seen.get(id) ?? 0, kind).map((text) => `${id} ${text}`),
    );
    const unknown = [...told.values()].filter(([outcome]) => outcome?.kind === "pending").length;
    // Who was not told about may be missing; everybody else must have the same connection as without faults.
    if (unknown === 0)
      wrong.push(...compare("connections", state.connections.map(nameless), faultless.state.connections.map(nameless)));
    return { users: users.length, restarts, unknown, wrong };
  } finally {
    await proxy.close();
  }
}

/** The plan without the longest waits. Deltas wait for up to an hour where a server asks for it, which nobody can spend here. */
export function withoutLongWaits({ draw }: FaultPlan): FaultPlan {
  return {
    draw(method) {
      const fault = draw(method);
      return fault && retryAfters[fault.variety % retryAfters.length] === 3_600 ? { ...fault, variety: 0 } : fault;
    },
  };
}

type Sync = ReturnType<typeof createDeltaSync>;

// Starts again whenever sending stopped, as a person would after having signed in.
async function sendAll(sync: Sync, users: number): Promise<number> {
  sync.start();
  for (let restarts = 0; ; ) {
    const { acknowledged, refused, pending, buried, state } = sync.stats();
    if (acknowledged + refused + pending + buried >= users || restarts === maxRestarts) return restarts;
    if (state === "stopped") {
      restarts += 1;
      sync.start();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function judgeUser(outcomes: readonly UserOutcome[], expected: string, saved: number, kind: ServerKind): string[] {
  const [outcome, ...more] = outcomes;
  if (!outcome) return ["was never told"];
  if (more.length > 0) return [`was told ${outcomes.map(toVerdict).join(", then ")}`];
  if (saved > 1) return [`is in ${saved} sources`];
  if (outcome.kind === "pending") {
    const isAllowed = kind === "keyless" || kind === "terse";
    return isAllowed ? [] : [`is ${toVerdict(outcome)}, although the server has keys`];
  }
  if (saved === 0) return [`is ${toVerdict(outcome)}, and in no source`];
  return toVerdict(outcome) === expected ? [] : [`is ${toVerdict(outcome)}, where ${expected} is right`];
}

/** In how many sources each user is. */
async function countSaved(database: Database, appId: string): Promise<Map<string, number>> {
  const sources = await database.selectFrom("ieu_sources").select(["id", "name"]).where("app_id", "=", appId).execute();
  const ids = new Set(sources.filter(({ name }) => name.startsWith("Deltas")).map(({ id }) => id));
  const pages = await database.selectFrom("ieu_result_pages").selectAll().where("app_id", "=", appId).execute();
  const counts = new Map<string, number>();
  for (const { results } of pages.filter(({ source_id }) => ids.has(source_id))) {
    for (const { externalUserId } of JSON.parse(results) as RowResult[]) {
      counts.set(externalUserId, (counts.get(externalUserId) ?? 0) + 1);
    }
  }
  return counts;
}

// The name of the source differs: "Calm" there, a day here.
function nameless(line: string): string {
  return line.replace(/"(?:Calm|Deltas)[^"]*"\]$/, '"a source"]');
}

/** One user per email: of two deltas of one person the later one counts, which is another rule than that of a run. */
export function onePerEmail(users: readonly UserInput[]): UserInput[] {
  const seen = new Set<string>();
  return users.filter(({ email }) => {
    const key = String(email).toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
