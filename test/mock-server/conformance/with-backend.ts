// Runs a test against a fresh backend and closes it whatever happens.
import type { World } from "../../../mock-server/index.ts";
import type { Running, Start, StartOptions } from "./start.ts";

export function withBackend(start: Start, createWorld: () => World, options?: StartOptions) {
  return async (work: (backend: Running) => Promise<void>): Promise<void> => {
    const backend = await start(createWorld(), options);
    try {
      await work(backend);
    } finally {
      await backend.close();
    }
  };
}
