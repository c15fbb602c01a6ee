// Sends deltas from pg-boss until the process is killed. Arguments: database, server and queue.
import process from "node:process";
import { PgBoss } from "pg-boss";
import { createImportClient } from "../../../src/client/index.ts";
import { createDeltaSync } from "../../../src/sync/delta/delta-sync.ts";
import { createPgBossQueue } from "../../../src/sync/delta/pg-boss-queue.ts";

const [connectionString = "", baseUrl = "", name = ""] = process.argv.slice(2);
const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
await boss.start();
const queue = await createPgBossQueue({ boss, queue: name });
createDeltaSync({ client: createImportClient({ appId: "app_1", baseUrl }), queue, maxAge: 50 }).start();
