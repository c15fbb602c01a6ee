// Starts a backend over a small world in this process, without a port, with any of its options.
import { type BackendOptions, createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { createSmallWorld } from "./worlds.ts";

export function startInProcess(options: Partial<BackendOptions> = {}) {
  const store = options.store ?? createMemoryStore(createSmallWorld());
  const backend = createBackend({ ...options, store });
  return {
    backend,
    store,
    fetch: (path: string, init?: RequestInit) => backend.fetch(new Request(`https://portal.test${path}`, init)),
    snapshot: () => store.snapshot(),
    close: async () => {},
  };
}
