// Imports and rollbacks at once, each through a server of its own: what comes out is what some order one by one gives.
import { createBackend, createMemoryStore, type Store, type World } from "../../../../mock-server/index.ts";
import { createSqlStore, type Database, loadWorld, openPostgres } from "../../../../mock-server/sql/index.ts";
import { href, routes } from "../../../../src/contract/index.ts";
import { testLimit } from "../../../limits.ts";
import { account } from "../../worlds.ts";
import { empty } from "../empty.ts";
import { createRandom, type Random } from "./random.ts";

export interface InterleaveOptions {
  readonly databaseUrl: string;
  readonly rounds: number;
  readonly seed: number;
}

interface Operation {
  readonly number: number;
  readonly method: "POST" | "DELETE";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

type Play = (operation: Operation) => Promise<string>;

const appId = "app_a";
const emails = ["a", "b", "c", "d", "e"].map((name) => `${name}@x.io`);
const world: World = { accounts: emails.map((email) => account(email)), connections: [] };

/** Gives the rounds whose outcome no order explains. */
export async function interleave({ databaseUrl, rounds, seed }: InterleaveOptions): Promise<readonly string[]> {
  const random = createRandom(seed);
  const databases: Database[] = [];
  for (let server = 0; server < 4; server += 1)
    databases.push(await openPostgres({ url: databaseUrl, connections: 2 }));
  const [first] = databases as [Database];
  const unexplained: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await empty(first);
    await loadWorld(first, world);
    const before = [1, 2].map((number) => toImport(number, random));
    const atOnce = [3, 4, 5].slice(0, 2 + random.below(2)).map((number) => toOperation(number, random));
    const stores = databases.map((database) => createSqlStore(database));
    for (const operation of before) await playOn(stores[0] as Store)(operation);
    const answers = await Promise.all(atOnce.map((one, at) => playOn(stores[at] as Store)(one)));
    const outcome = toOutcome(answers, await (stores[0] as Store).snapshot());
    const explained = await Promise.all(permute(atOnce).map((order) => playInOrder(before, order, atOnce)));
    if (!explained.includes(outcome)) unexplained.push(`round ${round}: ${outcome.slice(0, 2_000)}`);
  }
  for (const database of databases) await database.destroy();
  return unexplained;
}

async function playInOrder(
  before: readonly Operation[],
  order: readonly Operation[],
  asked: readonly Operation[],
): Promise<string> {
  const store = createMemoryStore(world);
  const play = playOn(store);
  for (const operation of before) await play(operation);
  const answers = new Map<Operation, string>();
  for (const operation of order) answers.set(operation, await play(operation));
  return toOutcome(
    asked.map((one) => answers.get(one) ?? ""),
    await store.snapshot(),
  );
}

// Ids tell which operation made them, and no more: a conflict may have made some that were thrown away.
function playOn(store: Store): Play {
  return async ({ number, method, path, headers, body }) => {
    const made = { src: 0, con: 0 };
    const newId = (kind: "src" | "con") => (kind === "src" ? `src_${number}` : `con_${number}.${++made.con}`);
    const { fetch } = createBackend({
      store,
      newId,
      now: () => new Date(Date.UTC(2026, 0, number)),
      maxWait: testLimit,
    });
    const response = await fetch(new Request(`https://portal.test${path}`, { method, headers, body }));
    return `${response.status} ${await response.text()}`;
  };
}

function toOutcome(answers: readonly string[], { connections, sources = [] }: World): string {
  const sorted = (values: readonly object[]) => values.map(toText).sort();
  const text = JSON.stringify([answers, sorted(connections), sorted(sources)]);
  return text.replace(/(con_\d+)\.\d+/g, "$1");
}

// Each store has its own order of members.
function toText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

function toOperation(number: number, random: Random): Operation {
  return random.below(3) === 0 ? toDeletion(number, 1 + random.below(2)) : toImport(number, random);
}

function toDeletion(number: number, source: number): Operation {
  const path = href(routes.deleteSource, { appId, sourceId: `src_${source}` });
  return { number, method: "DELETE", path, headers: {}, body: null };
}

function toImport(number: number, random: Random): Operation {
  const users = random.some(emails).map((email) => ({ externalUserId: `${random.below(3)}`, email }));
  // Now and then a key that another one has too.
  const key = random.below(3) === 0 ? { "Idempotency-Key": `shared-key-${random.below(2)}` } : {};
  const headers = { "Content-Type": "application/json", ...key };
  const body = JSON.stringify({ sourceName: "Export", users });
  return { number, method: "POST", path: href(routes.importUsers, { appId }), headers, body };
}

function permute<Value>(values: readonly Value[]): Value[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, at) => permute(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}
