// The suite over the memory store, through a real port.
import { createMemoryStore } from "../../../mock-server/index.ts";
import { serve } from "../../../mock-server/node.ts";
import { createTestBackend } from "./start.ts";
import { describeConformance } from "./suite.ts";

describeConformance("memory store on a real port", async (world, options) => {
  const store = createMemoryStore(world);
  const server = await serve(createTestBackend(store, options));
  return {
    fetch: (path, init) => fetch(server.url + path, init),
    snapshot: () => store.snapshot(),
    close: () => server.close(),
  };
});
