// The reference backend on a real port, with a switch for lost answers.
import { onTestFinished } from "vitest";
import { createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import type { Extension } from "../../src/contract/source.ts";

export interface ReferenceServer {
  readonly url: string;
  /** Method, path and query of each request, without what all paths share. */
  readonly log: readonly string[];
  readonly store: ReturnType<typeof createMemoryStore>;
}

/** What happens to one request: `lost` is carried out, but its answer never arrives; a Response stands for a gateway's. */
export type Fate = "lost" | "unheard" | Response | undefined;

export interface ReferenceOptions {
  /** @default all */
  readonly extensions?: readonly Extension[];
  /** Asked for each request with its place among those of its method, from 1. */
  readonly fate?: (method: string, number: number, request: Request) => Fate | Promise<Fate>;
  /** Local parts of the emails at example.com that have an account. @default ada and bob */
  readonly people?: readonly string[];
}

/** Serves until the test ends. */
export async function serveReference(options: ReferenceOptions = {}): Promise<ReferenceServer> {
  const { extensions, fate, people = ["ada", "bob"] } = options;
  const store = createMemoryStore({ accounts: people.map(toAccount), connections: [] });
  const backend = createBackend({ store, ...(extensions ? { extensions } : {}) });
  const log: string[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const { method, url } = request;
    log.push(`${method} ${url.replace(/^.*\/import-existing-users/, "")}`);
    const number = log.filter((line) => line.startsWith(method)).length;
    const met = await fate?.(method, number, request.clone());
    if (met instanceof Response) return met;
    if (met === "unheard") throw new Error("The connection was lost on the way in.");
    const response = await backend.fetch(request);
    if (met === "lost") throw new Error("The connection was lost on the way out.");
    return response;
  };
  const server = await serve({ fetch: answer });
  onTestFinished(() => server.close());
  return { url: server.url, log, store };
}

function toAccount(name: string) {
  return { id: `acc_${name}`, email: `${name}@example.com`, name, emailVerified: true, state: "active" as const };
}
