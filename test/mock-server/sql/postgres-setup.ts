// Before the SQL tests: one PostgreSQL server for all of them.
import type { ProvidedContext } from "vitest";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

// Not vitest/node's own type: with it come the matchers of the browser mode, and those of jest-dom lose theirs.
interface Project {
  provide(name: keyof ProvidedContext, value: string): void;
}

export default async function setUp(project: Project): Promise<() => Promise<void>> {
  // Nothing here has to survive a power cut.
  const server = await startPostgres({ settings: ["fsync=off", "full_page_writes=off", "max_connections=200"] });
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
