// The server dies at random moments in the middle of imports and rollbacks; whoever asked, asks again.
import { sql } from "kysely";
import { createSqlStore, type Database, loadWorld, openPostgres } from "../../../../mock-server/sql/index.ts";
import { href, type ImportResponse, type Rollback, routes } from "../../../../src/contract/index.ts";
import { waitLimit } from "../../../limits.ts";
import { account } from "../../worlds.ts";
import { findDamage } from "./damage.ts";
import { createRandom, type Random } from "./random.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

export interface KillReport {
  readonly kills: number;
  /** Requests that were on their way when the server died. */
  readonly interrupted: number;
  /** How many of those were done all the same, as their repetition showed. */
  readonly doneUnanswered: number;
  readonly answered: number;
  readonly damage: readonly string[];
}

export interface KillOptions {
  readonly databaseUrl: string;
  readonly kills: number;
  readonly usersPerImport: number;
  readonly seed: number;
  readonly onKill?: (number: number) => void;
}

/** One thing that a client wants, until it has an answer. */
interface Wish {
  readonly appId: string;
  readonly kind: "import" | "delete";
  readonly path: string;
  readonly init: RequestInit;
}

const appIds = ["app_demo", "app_other"] as const;
// The name of the connections that stay: those of this process.
const watcher = "watcher";

/** Kills the server again and again, looks at the tables after each time, and has every request answered in the end. */
export async function killRepeatedly(options: KillOptions): Promise<KillReport> {
  const { databaseUrl, kills, usersPerImport, seed, onKill } = options;
  const random = createRandom(seed);
  const url = new URL(databaseUrl);
  url.searchParams.set("application_name", watcher);
  const database = await openPostgres({ url: url.href, connections: 2 });
  const emails = Array.from({ length: usersPerImport * 2 }, (_, number) => `person.${number}@example.com`);
  await loadWorld(database, { accounts: emails.map((email) => account(email, { id: email })), connections: [] });
  const store = createSqlStore(database);
  const damage: string[] = [];
  const living = new Map<string, string[]>(appIds.map((appId) => [appId, []]));
  const count = { interrupted: 0, doneUnanswered: 0, answered: 0 };
  let open: Wish[] = [];
  for (let number = 0; number < kills; number += 1) {
    const server = await startServer(databaseUrl);
    const wishes = appIds.map(
      (appId) =>
        open.find((wish) => wish.appId === appId) ?? toWish(appId, number, emails, living, random, usersPerImport),
    );
    const repeated = new Set(open);
    const outcomes = wishes.map((wish) => send(server, wish));
    await sleep(random.below(number % 2 === 0 ? 60 : 400));
    await server.kill();
    const answers = await Promise.all(outcomes);
    open = [];
    for (const [at, answer] of answers.entries()) {
      const wish = wishes[at] as Wish;
      if (answer === null) {
        open.push(wish);
        count.interrupted += 1;
        continue;
      }
      count.answered += 1;
      if (answer.status !== 200) damage.push(`${wish.kind} was answered ${answer.status}`);
      if (repeated.has(wish) && answer.wasDone) count.doneUnanswered += 1;
      remember(living, wish, answer);
    }
    await untilGone(database);
    damage.push(...findDamage(await store.snapshot()));
    damage.push(...findLost(await store.snapshot(), living));
    onKill?.(number + 1);
  }
  await database.destroy();
  return { kills, ...count, damage };
}

interface Answer {
  readonly status: number;
  /** An earlier request had done it already. */
  readonly wasDone: boolean;
  readonly sourceId: string;
}

async function send(server: ServerProcess, { path, init }: Wish): Promise<Answer | null> {
  try {
    const response = await fetch(server.url + path, init);
    const body = (await response.json()) as Partial<ImportResponse & Rollback>;
    const wasDone = response.headers.get("Idempotency-Replayed") === "true" || body.alreadyDeleted === true;
    return { status: response.status, wasDone, sourceId: body.source?.id ?? "" };
  } catch {
    return null;
  }
}

function toWish(
  appId: string,
  number: number,
  emails: readonly string[],
  living: ReadonlyMap<string, readonly string[]>,
  random: Random,
  size: number,
): Wish {
  const sources = living.get(appId) ?? [];
  const sourceId = sources[random.below(sources.length)];
  if (sourceId !== undefined && random.below(5) < 2) {
    return { appId, kind: "delete", path: href(routes.deleteSource, { appId, sourceId }), init: { method: "DELETE" } };
  }
  const from = random.below(emails.length - size);
  const users = emails.slice(from, from + size).map((email) => ({ externalUserId: email, email }));
  const headers = { "Content-Type": "application/json", "Idempotency-Key": `kill-${number}-${appId}` };
  const body = JSON.stringify({ sourceName: `Import ${number}`, users });
  return { appId, kind: "import", path: href(routes.importUsers, { appId }), init: { method: "POST", headers, body } };
}

function remember(living: Map<string, string[]>, { appId, kind }: Wish, { sourceId }: Answer): void {
  const known = living.get(appId) ?? [];
  living.set(appId, kind === "import" ? [...known, sourceId] : known.filter((id) => id !== sourceId));
}

// What was answered stays: each source that a client was told of is there, unless its deletion is on the way.
function findLost(
  { sources }: Awaited<ReturnType<ReturnType<typeof createSqlStore>["snapshot"]>>,
  living: ReadonlyMap<string, readonly string[]>,
): string[] {
  const there = new Set(sources?.map(({ id }) => id));
  return [...living.values()].flat().flatMap((id) => (there.has(id) ? [] : [`${id} was answered and is lost`]));
}

// PostgreSQL notices a dead client when its statement ends, and then closes its connection.
async function untilGone(database: Database): Promise<void> {
  for (const startedAt = performance.now(); performance.now() - startedAt < waitLimit; ) {
    const { rows } = await sql<{ others: string }>`
      select count(*) as others from pg_stat_activity where datname = current_database()
        and backend_type = 'client backend' and application_name <> ${watcher}`.execute(database);
    if (Number(rows[0]?.others) === 0) return;
    await sleep(20);
  }
  throw new Error("The killed server's statements don't end.");
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
