// What the demo's server remembers over a reload: connections and sources, in IndexedDB, where 10,000 results have room.
import type { World } from "../../mock-server/store/store.ts";

/** Accounts are not kept: every scenario makes the same ones again. */
export type KeptWorld = Omit<World, "accounts">;

const database = "import-existing-users-demo";
const storeName = "worlds";

/** The world kept under this key; null when there is none, or when nothing may be stored here. */
export async function readWorld(key: string): Promise<KeptWorld | null> {
  return quietly(async () => (await ask<KeptWorld | undefined>("readonly", (store) => store.get(key))) ?? null);
}

/** Keeps a world. A full or forbidden storage is no failure: then a reload begins anew. */
export async function keepWorld(key: string, { connections, sources = [] }: World): Promise<void> {
  await quietly(() => ask("readwrite", (store) => store.put({ connections, sources } satisfies KeptWorld, key)));
}

/** Forgets the world under this key. */
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
