// Types of the doors "./backend...": what production code imports, and nothing of the demo.
import { type AccountDirectory, createBackend, createLogHooks, createRateLimit } from "import-existing-users/backend";
import { type RunningServer, serve } from "import-existing-users/backend/node";
import { createSqlStore, type Database } from "import-existing-users/backend/sql";
import type * as mockServer from "import-existing-users/mock-server";
import { expectType } from "./same.ts";

export {
  // @ts-expect-error demo people are in "./mock-server" alone
  demoUser,
  // @ts-expect-error simulated failures are in "./mock-server" alone
  withFailure,
} from "import-existing-users/backend";

/** Puts a backend together and serves it. */
export async function start(database: Database, accounts: AccountDirectory): Promise<RunningServer> {
  const rateLimit = createRateLimit({ requests: 60, seconds: 60 });
  const backend = createBackend({ store: createSqlStore(database), accounts, rateLimit, ...createLogHooks(console) });
  expectType<mockServer.MountableBackend>()(backend);
  return serve(backend);
}
