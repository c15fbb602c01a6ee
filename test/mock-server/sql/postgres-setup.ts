// Before the SQL tests: one PostgreSQL server for all of them.
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Nothing here has to survive a power cut.
  const server = await startPostgres({ settings: ["fsync=off", "full_page_writes=off", "max_connections=200"] });
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
