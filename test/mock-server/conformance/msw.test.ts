// The suite over the memory store, through MSW, under a base path as a portal may have one.
import { setupServer } from "msw/node";
import { createMemoryStore } from "../../../mock-server/index.ts";
import { toHandlers } from "../../../mock-server/msw.ts";
import { createTestBackend } from "./start.ts";
import { describeConformance } from "./suite.ts";

describeConformance("memory store under MSW", async (world, options) => {
  const baseUrl = "https://portal.test/developer-area";
  const store = createMemoryStore(world);
  const server = setupServer(...toHandlers(createTestBackend(store, options), { baseUrl }));
  server.listen({ onUnhandledFrame: "error" });
  return {
    fetch: (path, init) => fetch(baseUrl + path, init),
    snapshot: () => store.snapshot(),
    close: async () => server.close(),
  };
});
