// The store in Maps: for demos, tests and stories. A snapshot taken and given back restores it completely.
import { createMemoryApplication, type MemoryApplication } from "./memory-application.ts";
import { ApplicationBusyError, type Store } from "./store.ts";
import { createTurns } from "./turns.ts";
import type { Account, World } from "./world.ts";

/** Creates a store that holds this world; the world itself is never changed. */
export function createMemoryStore(world: World = { accounts: [], connections: [] }): Store {
  const accountsByEmail = groupByEmail(world.accounts);
  const applications = new Map<string, MemoryApplication>();
  const keysInUse = new Set<string>();
  const turns = createTurns();

  function application(appId: string): MemoryApplication {
    const known = applications.get(appId) ?? createMemoryApplication();
    applications.set(appId, known);
    return known;
  }

  for (const connection of world.connections) application(connection.appId).put(connection);
  for (const source of world.sources ?? []) application(source.appId).putSource(source);

  return {
    findAccountsByEmail: async (emails) => emails.flatMap((email) => accountsByEmail.get(email) ?? []),
    async transaction(appId, { idempotencyKey, maxWait }, work) {
      const key = idempotencyKey ? JSON.stringify([appId, idempotencyKey]) : null;
      if (key !== null && keysInUse.has(key)) throw new ApplicationBusyError();
      if (key !== null) keysInUse.add(key);
      try {
        return await turns.take(appId, maxWait, () => application(appId).transact(work));
      } finally {
        if (key !== null) keysInUse.delete(key);
      }
    },
    read: (appId, work) => work(application(appId).reader),
    findSource: async (appId, sourceId) => application(appId).sources.get(sourceId) ?? null,
    listSources: async (appId, page) => application(appId).listSources(page),
    listResults: async (appId, sourceId, page) => application(appId).listResults(sourceId, page),
    async snapshot() {
      const all = [...applications.values()];
      return {
        accounts: world.accounts,
        connections: all.flatMap((one) => [...one.connections.values()]),
        sources: all.flatMap((one) => [...one.sources.values()]),
      };
    },
  };
}

function groupByEmail(accounts: readonly Account[]): Map<string, Account[]> {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) {
    const group = groups.get(account.email);
    if (group) group.push(account);
    else groups.set(account.email, [account]);
  }
  return groups;
}
