// Keeps everything in Maps, for demos, tests and stories; a new store over its snapshot holds the same.

import type { RowResult } from "../../src/contract/import.ts";
import { createApplicationQueue } from "./application-queue.ts";
import {
  type Account,
  type Connection,
  type ConnectionReader,
  type SourcePosition,
  type SourceRecord,
  type Store,
  type StoredSource,
  type Transaction,
  toEmailForm,
  toPosition,
  type World,
} from "./store.ts";

/** Creates a store that holds this world; the world itself is never changed. */
export function createMemoryStore(world: World = { accounts: [], connections: [] }): Store {
  const accountsByEmail = groupByEmail(world.accounts);
  const applications = new Map<string, MemoryApplication>();
  const inQueue = createApplicationQueue();

  function application(appId: string): MemoryApplication {
    const known = applications.get(appId) ?? createMemoryApplication();
    applications.set(appId, known);
    return known;
  }

  for (const connection of world.connections) application(connection.appId).put(connection);
  for (const source of world.sources ?? []) application(source.appId).putSource(source);

  return {
    findAccountsByEmail: async (emails) => emails.flatMap((email) => accountsByEmail.get(email) ?? []),
    transaction: (appId, options, work) => inQueue(appId, options, () => application(appId).transact(work)),
    read: (appId, work) => work(application(appId).reader),
    findSource: async (appId, sourceId) => application(appId).sources.get(sourceId) ?? null,
    listSources: async (appId, page) => application(appId).listSources(page),
    listResults: async (appId, sourceId, page) => application(appId).listResults(sourceId, page),
    listNames: async (appId, sourceId, place) => application(appId).listNames(sourceId, place),
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
    const form = toEmailForm(account);
    const group = groups.get(form);
    if (group) group.push(account);
    else groups.set(form, [account]);
  }
  return groups;
}

/** The data of one application. */
interface MemoryApplication {
  /** By account id. */
  readonly connections: ReadonlyMap<string, Connection>;
  readonly sources: ReadonlyMap<string, StoredSource>;
  readonly reader: ConnectionReader;
  put(connection: Connection): void;
  putSource(source: StoredSource): void;
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  listSources(page: Parameters<Store["listSources"]>[1]): readonly SourceRecord[];
  listResults(sourceId: string, page: Parameters<Store["listResults"]>[2]): readonly RowResult[];
  listNames(sourceId: string, place: { readonly from: number; readonly to: number }): readonly (string | null)[];
}

/** Creates an application without connections and sources. */
function createMemoryApplication(): MemoryApplication {
  const connections = new Map<string, Connection>();
  const sources = new Map<string, StoredSource>();
  const reader = createReader(connections);
  const put = (connection: Connection) => void connections.set(connection.accountId, connection);
  const putSource = (source: StoredSource) => void sources.set(source.id, source);

  function removeCreatedBy(sourceId: string): void {
    for (const { accountId, createdBySourceId } of connections.values()) {
      if (createdBySourceId === sourceId) connections.delete(accountId);
    }
  }

  return {
    connections,
    sources,
    reader,
    put,
    putSource,
    async transact(work) {
      // Writes are applied after the work has succeeded, so none is seen or kept when it fails.
      const writes: (() => void)[] = [];
      const later = async (write: () => void) => void writes.push(write);
      const answer = await work({
        ...reader,
        findSource: async (id) => sources.get(id) ?? null,
        findSourceByIdempotencyKey: async (key) => [...sources.values()].find((s) => s.idempotencyKey === key) ?? null,
        insertConnections: (created) => later(() => created.forEach(put)),
        updateConnections: (changed) => later(() => changed.forEach(put)),
        deleteConnectionsCreatedBy: (sourceId) => later(() => removeCreatedBy(sourceId)),
        insertSource: (source, results, names) =>
          later(() => {
            const sequence = nextSequence(sources.values());
            putSource({ ...source, sequence, results, ...(names && { names }) });
          }),
        markSourceDeleted: (id, rollback) =>
          later(() => {
            const source = sources.get(id);
            if (source) putSource({ ...withoutNames(source), rollback });
          }),
      });
      for (const write of writes) write();
      return answer;
    },
    listSources: ({ limit, after }) =>
      [...sources.values()]
        .filter((source) => source.rollback === null && (after === null || isNewer(after, toPosition(source))))
        .sort((a, b) => (isNewer(toPosition(a), toPosition(b)) ? -1 : 1))
        .slice(0, limit),
    listResults: (sourceId, { limit, fromIndex, status }) =>
      (sources.get(sourceId)?.results ?? [])
        .filter((result) => result.index >= fromIndex && (status === null || result.status === status))
        .slice(0, limit),
    listNames: (sourceId, { from, to }) => sources.get(sourceId)?.names?.slice(from, to + 1) ?? [],
  };
}

function withoutNames({ names, ...source }: StoredSource): StoredSource {
  return source;
}

function createReader(connections: ReadonlyMap<string, Connection>): ConnectionReader {
  return {
    findConnectionsByAccountIds: async (ids) => ids.flatMap((id) => connections.get(id) ?? []),
    async findConnectionsByExternalUserIds(ids) {
      const wanted = new Set(ids);
      return [...connections.values()].filter(
        ({ externalUserId }) => externalUserId !== null && wanted.has(externalUserId),
      );
    },
    countConnectionsCreatedBy: async (sourceId) =>
      [...connections.values()].filter((connection) => connection.createdBySourceId === sourceId).length,
  };
}

function nextSequence(sources: Iterable<SourceRecord>): number {
  return 1 + Math.max(0, ...Array.from(sources, ({ sequence = 0 }) => sequence));
}

function isNewer(one: SourcePosition, other: SourcePosition): boolean {
  if (one.sequence !== other.sequence) return (one.sequence ?? 0) > (other.sequence ?? 0);
  return one.createdAt === other.createdAt ? one.id > other.id : one.createdAt > other.createdAt;
}
