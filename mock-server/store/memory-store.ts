// The store in Maps: for demos, tests and stories. A snapshot taken and given back restores it completely.
import { createExclusive } from "./application-queue.ts";
import { createMemoryApplication, type MemoryApplication } from "./memory-application.ts";
import type { Store } from "./store.ts";
import type { Account, World } from "./world.ts";

/** Creates a store that holds this world; the world itself is never changed. */
export function createMemoryStore(world: World = { accounts: [], connections: [] }): Store {
  const accountsByEmail = groupByEmail(world.accounts);
  const applications = new Map<string, MemoryApplication>();
  const alone = createExclusive();

  function application(appId: string): MemoryApplication {
    const known = applications.get(appId) ?? createMemoryApplication();
    applications.set(appId, known);
    return known;
  }

  for (const connection of world.connections) application(connection.appId).put(connection);
  for (const source of world.sources ?? []) application(source.appId).putSource(source);

  return {
    findAccountsByEmail: async (emails) => emails.flatMap((email) => accountsByEmail.get(email) ?? []),
    transaction: (appId, options, work) => alone(appId, options, () => application(appId).transact(work)),
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
