// Runs syncs with falsified answers: only connected users may be acknowledged, and every run must end.
import type { Database } from "../../../../mock-server/sql/index.ts";
import { checkUser, type UserInput } from "../../../../src/contract/user.ts";
import { createMemoryCheckpoint, syncUsers } from "../../../../src/sync/index.ts";
import type { UserOutcome } from "../../../../src/sync/report/outcome.ts";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { createWatchedClient, patient } from "../patience.ts";
import { prepareApplication, readApplication, runFaultless, toVerdict } from "../portal/application.ts";
import { makeUsers } from "../portal/people.ts";
import type { Portal } from "../portal/portal.ts";
import type { Forged } from "../proxy/forged.ts";
import type { ServerKind } from "../proxy/kinds.ts";
import { mutations } from "../proxy/mutations.ts";
import { openProxy } from "../proxy/proxy.ts";

/** The results of all mutated answers. */
export interface MutationReport {
  readonly answers: number;
  /** Runs without and with pending users. */
  readonly believed: number;
  readonly disbelieved: number;
  readonly wrong: readonly string[];
}

export interface MutationOptions {
  readonly database: Database;
  readonly portal: Portal;
  readonly mutations: number;
  readonly seed: number;
}

const userCount = 24;
const settings = { name: "Nightly", batchSize: 12 };
const kinds: readonly ServerKind[] = ["keyed", "keyless"];
const mostParts = 20;

/** Changes the given number of answers, by every mutation in turn and with both kinds of server. */
export async function runWithMutations(options: MutationOptions): Promise<MutationReport> {
  const names = Object.keys(mutations);
  const sum = { believed: 0, disbelieved: 0 };
  const wrong: string[] = [];
  for (let number = 0; number < options.mutations; number += 1) {
    const name = names[number % names.length] ?? "";
    const kind = kinds[Math.floor(number / names.length) % kinds.length] ?? "keyed";
    const run = await runOnce(options, kind, name, number).catch((error: unknown) => ({
      wrong: [String(error)],
      doubted: 0,
    }));
    sum[run.doubted > 0 ? "disbelieved" : "believed"] += 1;
    wrong.push(...run.wrong.map((text) => `answer ${number} (${kind}, ${name}): ${text}`));
  }
  return { answers: options.mutations, ...sum, wrong };
}

async function runOnce(
  { database, portal, seed }: MutationOptions,
  kind: ServerKind,
  name: string,
  number: number,
): Promise<{ wrong: string[]; doubted: number }> {
  const random = createRandom(seed * 300_007 + number);
  const users = makeUsers(userCount, random);
  const url = await portal.url();
  const calm = await runFaultless(database, url, `app_${kind}_right_${number}`, users, settings);
  const appId = `app_${kind}_mutated_${number}`;
  await prepareApplication(database, url, appId, users);
  const answers: Forged[] = [];
  const change = (method: string | undefined, answer: Forged) => {
    if (method !== "POST" || answers.push(answer) !== 2) return answer;
    return mutations[name]?.(answer, random, answers[0] ?? null) ?? answer;
  };
  const proxy = await openProxy({ target: portal.url, change });
  const reported: [number, UserOutcome][] = [];
  const onOutcome = (_: UserInput, outcome: UserOutcome, position: number) => void reported.push([position, outcome]);
  const { client } = createWatchedClient(appId, proxy.url, patient);
  const run = { ...settings, checkpoint: createMemoryCheckpoint(), resume: true, settleTime: 0, onOutcome };
  try {
    const wrong: string[] = [];
    let { state, counters } = await syncUsers(client, users, run);
    const doubted = counters.pending;
    for (let part = 0; state !== "done" && part < mostParts; part += 1)
      ({ state, counters } = await syncUsers(client, users, run));
    if (state !== "done") wrong.push(`the run ended ${state}`);
    if (counters.total !== userCount) wrong.push(`${counters.total} users counted`);
    const { connected, sources } = await readApplication(database, appId);
    if (sources.length !== calm.state.sources.length) wrong.push(`${sources.length} sources`);
    for (const [position, outcome] of reported) {
      const email = checkUser(users[position]).user?.email ?? "";
      const verdict = toVerdict(outcome);
      if (outcome.kind === "acknowledged" && !connected.has(email)) wrong.push(`false success of user ${position}`);
      if (outcome.kind !== "pending" && verdict !== calm.outcomes[position])
        wrong.push(`user ${position} is ${verdict}`);
    }
    return { wrong, doubted };
  } finally {
    await proxy.close();
  }
}
