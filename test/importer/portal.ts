// The reference backend on a real port, with a hook for each request.
import { onTestFinished } from "vitest";
import { type Connection, createBackend, createMemoryStore, type StoredSource } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { createImportClient, type ImportClientOptions } from "../../src/client/create-import-client.ts";
import type { Extension } from "../../src/contract/source.ts";
import { waitLimit } from "../limits.ts";

/** What happens to one request; `next` asks the backend. Throwing loses the connection. */
type Meet = (request: Request, next: () => Promise<Response>) => Promise<Response> | Response;

export interface PortalOptions {
  /** @default all */
  readonly extensions?: readonly Extension[];
  readonly sources?: readonly StoredSource[];
  readonly meet?: Meet;
}

/** Serves until the test ends. The guide's two people have accounts; a third is connected already. */
export async function servePortal({ extensions, sources = [], meet = (_, next) => next() }: PortalOptions = {}) {
  const store = createMemoryStore({
    accounts: ["One", "Two", "Three"].map(toAccount),
    connections: [toConnection("three")],
    sources,
  });
  const backend = createBackend({ store, ...(extensions ? { extensions } : {}) });
  const log: string[] = [];
  const server = await serve({
    async fetch(request) {
      log.push(`${request.method} ${request.url.replace(/^.*\/import-existing-users/, "")}`);
      return meet(request, () => backend.fetch(request));
    },
  });
  onTestFinished(() => server.close());
  const createClient = (options: Partial<ImportClientOptions> = {}) =>
    createImportClient({ appId: "app_123", baseUrl: server.url, retry: false, ...options });
  return { log, store, createClient, client: createClient() };
}

/** Names of what is saved and not deleted. */
export async function savedNames({ client }: Awaited<ReturnType<typeof servePortal>>): Promise<string[]> {
  return (await client.listSources()).sources.map(({ name }) => name);
}

/** The state, as soon as it is the one that is waited for. */
export function until<State>(
  store: { getState(): State; subscribe(listener: () => void): () => void },
  isThere: (state: State) => boolean,
): Promise<State> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Still ${JSON.stringify(store.getState())}`)), waitLimit);
    const look = () => {
      if (!isThere(store.getState())) return;
      clearTimeout(timer);
      stop();
      resolve(store.getState());
    };
    const stop = store.subscribe(look);
    look();
  });
}

function toAccount(name: string) {
  const email = `user.${name.toLowerCase()}@example.com`;
  return { id: `acc_${name}`, email, name: `User ${name}`, emailVerified: true, state: "active" as const };
}

function toConnection(name: string): Connection {
  return {
    id: `con_${name}`,
    appId: "app_123",
    accountId: "acc_Three",
    externalUserId: "legacy_1003",
    sharedEmail: "user.three@example.com",
    active: true,
    registrationDate: null,
    lastLoginDate: null,
    createdBySourceId: null,
  };
}
