// Tests that deltas of a process killed with `kill -9` are sent again as the same request.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createDeltaSync } from "../../../src/sync/delta/delta-sync.ts";
import { createPgBossQueue } from "../../../src/sync/delta/pg-boss-queue.ts";
import { silence } from "../../client/scripted-server.ts";
import { servePosts, toClient, toUser, until } from "../delta-syncs.ts";
import { createBoss, type TestBoss } from "./boss.ts";

let own: TestBoss;

beforeAll(async () => {
  own = await createBoss();
});

afterAll(() => own.drop());

test("a process killed between sending and completing loses no user, and its request is replayed", async () => {
  const server = await servePosts(silence);
  const queue = await createPgBossQueue({ boss: own.boss, queue: "killed" });
  const sync = createDeltaSync({ client: toClient(server.url), queue, maxAge: 50 });
  for (const id of [1, 2, 3]) await sync.enqueue(toUser(id));

  const worker = spawn(process.execPath, [join(import.meta.dirname, "delta-worker.ts"), own.url, server.url, "killed"]);
  onTestFinished(() => void worker.kill("SIGKILL"));
  await until(() => server.sent().length === 1);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  await sync.enqueue(toUser(4));

  // What the supervision of a running pg-boss does when no sign of life has come for a minute.
  await own.pool.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'");
  await own.boss.supervise("killed");
  expect(await sync.drain({ deadline: 20_000 })).toEqual({ sent: 4, left: 0 });
  const [killed, replayed, added] = server.sent();
  expect(replayed).toEqual(killed);
  expect(added?.ids).toEqual(["4"]);
});
