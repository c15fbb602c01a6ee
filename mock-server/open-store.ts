// The store that a command line asks for; what only one kind needs is loaded for that kind alone.
import { createMemoryStore } from "./store/memory-store.ts";
import type { Store } from "./store/store.ts";
import type { World } from "./store/world.ts";

/** Where connections and sources are kept. */
export type StoreChoice =
  | { readonly kind: "memory" }
  /** `data` is a folder; null keeps everything in memory. */
  | { readonly kind: "pglite"; readonly data: string | null }
  | { readonly kind: "postgres"; readonly url: string };

/** A store, and how to let go of it. */
export interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens a store; a database that is empty gets the world. */
export async function openStore(choice: StoreChoice, createWorld: () => World): Promise<OpenStore> {
  if (choice.kind === "memory") return { store: createMemoryStore(createWorld()), close: async () => {} };
  const { createSqlStore, isEmpty, loadWorld, openPglite, openPostgres } = await import("./sql/index.ts");
  const database =
    choice.kind === "postgres"
      ? await openPostgres({ url: choice.url })
      : await openPglite(choice.data === null ? {} : { data: choice.data });
  if (await isEmpty(database)) await loadWorld(database, createWorld());
  return { store: createSqlStore(database), close: () => database.destroy() };
}
