// Stores the connections and sources of the demo server in IndexedDB, which has room for 10,000 results.
import type { World } from "../../mock-server/store/store.ts";

/** Accounts are not stored: every scenario creates the same ones again. */
export type KeptWorld = Omit<World, "accounts">;

const database = "import-existing-users-demo";
const storeName = "worlds";

/** The world stored under this key; null without one, or if storage is blocked. */
export async function readWorld(key: string): Promise<KeptWorld | null> {
  return quietly(async () => (await ask<KeptWorld | undefined>("readonly", (store) => store.get(key))) ?? null);
}

/** Stores a world. If storage is full or blocked, a reload starts afresh. */
export async function keepWorld(key: string, { connections, sources = [] }: World): Promise<void> {
  await quietly(() => ask("readwrite", (store) => store.put({ connections, sources } satisfies KeptWorld, key)));
}

/** Deletes the world under this key. */
export async function forgetWorld(key: string): Promise<void> {
  await quietly(() => ask("readwrite", (store) => store.delete(key)));
}

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

async function ask<T>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  const opened = await settled(opening);
  try {
    return await settled(question(opened.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    opened.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
