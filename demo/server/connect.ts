// Connects the card to the demo's server: through MSW's service worker, or directly if there is none.
import { setupWorker } from "msw/browser";
import { toHandlers } from "../../mock-server/msw.ts";
import type { DemoServer } from "./demo-server.ts";

type Fetch = typeof globalThis.fetch;

/**
 * Starts the service worker and resolves to undefined; the card then uses the browser's own fetch.
 *
 * Without service workers (insecure origin, or a reload that bypasses them) resolves to a fetch for the card.
 */
export async function connect(server: DemoServer): Promise<Fetch | undefined> {
  if (!("serviceWorker" in navigator)) return toFetch(server);
  const worker = setupWorker(...toHandlers(server));
  await worker.start({ quiet: true, onUnhandledFrame: "bypass" });
  return (await isControlled()) ? undefined : toFetch(server);
}

function toFetch(server: DemoServer): Fetch {
  return async (input, init) => {
    try {
      return await server.fetch(new Request(input, init));
    } catch {
      // The message of fetch itself for a broken connection.
      throw new TypeError("Failed to fetch");
    }
  };
}

// After a forced reload (shift + reload) the worker runs, but this page bypasses it.
async function isControlled(): Promise<boolean> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return true;
  const claimed = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  await Promise.race([claimed, new Promise((resolve) => setTimeout(resolve, 500))]);
  return serviceWorker.controller !== null;
}
