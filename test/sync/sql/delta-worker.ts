// Sends deltas from pg-boss or an outbox until the process is killed. Arguments: database, server, queue and its kind.
import process from "node:process";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { createImportClient } from "../../../src/client/index.ts";
import { createDeltaSync } from "../../../src/sync/delta/delta-sync.ts";
import { createPgBossQueue } from "../../../src/sync/delta/pg-boss-queue.ts";
import { createSqlOutbox } from "../../../src/sync/delta/sql-outbox.ts";

const [connectionString = "", baseUrl = "", name = "", kind = "pg-boss"] = process.argv.slice(2);
const queue = kind === "outbox" ? openOutbox() : await openPgBoss();
createDeltaSync({ client: createImportClient({ appId: "app_1", baseUrl }), queue, maxAge: 50 }).start();

function openOutbox() {
  const pool = new pg.Pool({ connectionString });
  return createSqlOutbox({ query: (text, values) => pool.query(text, values), scope: name });
}

async function openPgBoss() {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  await boss.start();
  return createPgBossQueue({ boss, queue: name });
}
