// One origin with the built demo and a real backend behind it, as a portal would have them.
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { createScenario, type ScenarioName } from "../../mock-server/demo/scenarios.ts";
import type { Backend, Store, World } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { demoFolder } from "./build-demo.ts";

/** One request that reached the backend. */
interface ReceivedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly key: string | null;
}

/** Connections, and sources that are not deleted: what must be as before after a rollback. */
export type LivingWorld = Pick<World, "connections" | "sources">;

export interface Site {
  readonly url: string;
  /** The page with the card; its requests go to this server. */
  readonly cardUrl: string;
  readonly requests: ReceivedRequest[];
  livingWorld(): Promise<LivingWorld>;
  close(): Promise<void>;
}

export interface SiteOptions {
  readonly scenario?: ScenarioName;
  /** A backend on a store. @default the scenario's */
  readonly served?: { readonly backend: Pick<Backend, "fetch">; readonly store: Store };
  /** @default the demo's */
  readonly folder?: string;
  /** Origins that may read pages and answers, beside the site's own; "null" is that of a sandboxed frame. */
  readonly origins?: readonly string[];
  /** Sent with every page. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves the demo and a scenario of the backend on a free port. */
export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const { scenario = "realistic", folder = demoFolder, headers = {}, origins = [] } = options;
  const { backend, store } = options.served ?? createScenario(scenario);
  const requests: ReceivedRequest[] = [];
  const answers = {
    async fetch(request: Request) {
      const { pathname, search } = new URL(request.url);
      if (!pathname.startsWith("/api/")) return readPage(folder, pathname, headers);
      requests.push({
        method: request.method,
        path: pathname + search,
        key: request.headers.get("Idempotency-Key"),
      });
      return backend.fetch(request);
    },
  };
  const server = await serve(answers, { allowedOrigins: origins });
  return {
    url: server.url,
    cardUrl: `${server.url}/portal/synchronisation?server=network#import-existing-users`,
    requests,
    livingWorld: () => readLivingWorld(store),
    close: () => server.close(),
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

// Any other address is the portal's: it decides in the browser which page that is.
async function readPage(folder: string, pathname: string, headers: Readonly<Record<string, string>>) {
  const name = mediaTypes[extname(pathname)] ? pathname : "/index.html";
  try {
    const content = await readFile(join(folder, name));
    return new Response(content, { headers: { ...headers, "Content-Type": mediaTypes[extname(name)] ?? "" } });
  } catch {
    return new Response("Not found", { status: 404 });
  }
}

async function readLivingWorld(store: Store): Promise<LivingWorld> {
  const { connections, sources = [] } = await store.snapshot();
  return { connections, sources: sources.filter(({ rollback }) => rollback === null) };
}
