// Many clients import the same people at once, each through a server of its own.
import { createBackend } from "../../../../mock-server/index.ts";
import { createSqlStore, loadWorld, openPostgres } from "../../../../mock-server/sql/index.ts";
import { href, type ImportResponse, routes } from "../../../../src/contract/index.ts";
import { testLimit } from "../../../limits.ts";
import { account } from "../../worlds.ts";
import { findDamage } from "./damage.ts";
import { createRandom } from "./random.ts";

export interface OverlapOptions {
  readonly databaseUrl: string;
  readonly clients: number;
  /** Imports that each client sends at once. */
  readonly parallel: number;
  readonly rounds: number;
  readonly seed: number;
}

export interface OverlapReport {
  readonly imports: number;
  readonly damage: readonly string[];
}

/** Each round: one connection per account, and one `imported` for it among all answers. */
export async function importOverlapping(options: OverlapOptions): Promise<OverlapReport> {
  const { databaseUrl, clients, parallel, rounds, seed } = options;
  const random = createRandom(seed);
  const emails = Array.from({ length: 60 }, (_, number) => `person.${number}@example.com`);
  const databases = [];
  for (let client = 0; client < clients; client += 1) {
    databases.push(await openPostgres({ url: databaseUrl, connections: 2 }));
  }
  const [first] = databases;
  if (!first) throw new Error("Nobody imports.");
  await loadWorld(first, { accounts: emails.map((email) => account(email, { id: email })), connections: [] });
  const backends = databases.map((database) => createBackend({ store: createSqlStore(database), maxWait: testLimit }));
  const damage: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const appId = `app_${round}`;
    const answers = await Promise.all(
      backends.flatMap(({ fetch }) => Array.from({ length: parallel }, () => send(fetch, appId, random.some(emails)))),
    );
    const imported = new Map<string, number>();
    for (const { email, status } of answers.flatMap(({ results }) => results)) {
      if (status === "imported") imported.set(email, (imported.get(email) ?? 0) + 1);
      else if (status !== "already_connected") damage.push(`${email} is ${status}`);
    }
    const asked = new Set(answers.flatMap(({ results }) => results.map(({ email }) => email)));
    for (const email of asked) if (imported.get(email) !== 1) damage.push(`${email}: ${imported.get(email)} imported`);
    const { connections } = await createSqlStore(first).snapshot();
    const own = connections.filter((one) => one.appId === appId).length;
    if (own !== asked.size) damage.push(`${own} connections for ${asked.size} accounts`);
  }
  damage.push(...findDamage(await createSqlStore(first).snapshot()));
  for (const database of databases) await database.destroy();
  return { imports: rounds * clients * parallel, damage };
}

async function send(
  fetch: (request: Request) => Promise<Response>,
  appId: string,
  emails: readonly string[],
): Promise<ImportResponse> {
  const response = await fetch(
    new Request(`https://portal.test${href(routes.importUsers, { appId })}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sourceName: "Overlap", users: emails.map((email) => ({ externalUserId: email, email })) }),
    }),
  );
  if (response.status !== 200) throw new Error(`Answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ImportResponse;
}
