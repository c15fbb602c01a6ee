// Starts a backend for the suite: over any store, behind any transport.
import {
  type BackendOptions,
  createBackend,
  createMemoryStore,
  type Store,
  type World,
} from "../../../mock-server/index.ts";
import { testLimit } from "../../limits.ts";

/** A backend that runs; paths are answered as on its own origin. */
export interface Running {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  snapshot(): Promise<World>;
  close(): Promise<void>;
}

export interface StartOptions extends Partial<Omit<BackendOptions, "store">> {
  /** Awaited inside each transaction: how a test keeps an import running, or makes it fail halfway. */
  readonly beforeWork?: () => Promise<void>;
  /** Awaited when the work is done but not yet committed. */
  readonly afterWork?: () => Promise<void>;
}

/** Starts a backend over a world. */
export type Start = (world: World, options?: StartOptions) => Promise<Running>;

/** The memory store behind Request and Response, without any transport. */
export const startInMemory: Start = async (world, options) => {
  const store = createMemoryStore(world);
  const backend = createTestBackend(store, options);
  return {
    fetch: (path, init) => backend.fetch(new Request(`https://portal.test${path}`, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
};

/** Who waits for a turn waits as long as a test may last, unless the test says otherwise. */
export function createTestBackend(store: Store, { beforeWork, afterWork, ...options }: StartOptions = {}) {
  const patient: Store = {
    ...store,
    transaction: (appId, lock, work) =>
      store.transaction(appId, lock, async (transaction) => {
        await beforeWork?.();
        const outcome = await work(transaction);
        await afterWork?.();
        return outcome;
      }),
  };
  return createBackend({ maxWait: testLimit, ...options, store: patient });
}
