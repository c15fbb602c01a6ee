// Starts a portal for the command: the reference backend on a real port, with a few accounts.
import {
  createBackend,
  createMemoryStore,
  createScenario,
  demoAppId,
  type Store,
  type World,
} from "../../mock-server/index.ts";
import { serveBackend } from "./command.ts";
import { createFile, createFolder } from "./terminal.ts";

/** Number of accounts: person1@example.com and so on. */
export const accountCount = 40;

function createWorld(): World {
  const accounts = Array.from({ length: accountCount }, (_, index) => ({
    id: `acc_${index + 1}`,
    email: `person${index + 1}@example.com`,
    name: `Person ${index + 1}`,
    emailVerified: true,
    state: "active" as const,
  }));
  return { accounts, connections: [] };
}

/** This many users as CSV text, of which the first have accounts. */
export function toCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `u${index + 1},Person${index + 1}@example.com`);
  return `user_id,email\n${rows.join("\n")}\n`;
}

/** The same users as NDJSON. */
export function toNdjson(count: number): string {
  return toCsv(count)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([externalUserId, email]) => JSON.stringify({ externalUserId, email }))
    .join("\n");
}

/** Options of the portal. */
export interface PortalOptions {
  /** Offers only what the guides say: no dry run, no idempotency keys, no stored results. */
  readonly guideOnly?: boolean;
  /** Answers requests in front of the backend. */
  readonly answer?: (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;
}

/** Starts a portal; `args` builds a command line (arguments) for it, with a state folder of its own. */
export async function startPortal({ guideOnly, answer }: PortalOptions = {}) {
  const store = createMemoryStore(createWorld());
  const { backend } = guideOnly ? createScenario("guide-only", { store }) : { backend: createBackend({ store }) };
  const url = await serveBackend(answer ? { fetch: (request) => answer(request, backend.fetch) } : backend);
  const state = `${createFolder()}/state`;
  const server = ["--base-url", url, "--app", demoAppId];
  const args = (command: string, ...rest: readonly string[]) => [command, ...rest, ...server, "--state", state];
  return { store, url, state, server, args, file: (content: string, name = "users.csv") => createFile(name, content) };
}

/** The user ids of all connections, and the number of sources that are not rolled back. */
export async function look(store: Store) {
  const { connections, sources = [] } = await store.snapshot();
  const ids = connections.map(({ externalUserId }) => externalUserId).sort();
  return { ids, sources: sources.filter(({ rollback }) => rollback === null).length };
}
