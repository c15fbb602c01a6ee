// Tests that deltas of a process killed with `kill -9` are sent again as the same request.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createPgBossQueue } from "../../../src/sync/delta/pg-boss-queue.ts";
import { createSqlOutbox, outboxSchema } from "../../../src/sync/delta/sql-outbox.ts";
import { silence } from "../../client/scripted-server.ts";
import { createPatientSync, servePosts, toClient, toUser, until } from "../delta-syncs.ts";
import { createBoss, type TestBoss } from "./boss.ts";

let own: TestBoss;

beforeAll(async () => {
  own = await createBoss();
});

afterAll(() => own.drop());

const query = (text: string, values?: unknown[]) => own.pool.query(text, values);

// What the supervision of a running pg-boss does when no sign of life has come for a minute, and a minute of an outbox.
const queues = {
  "pg-boss": {
    open: (name: string) => createPgBossQueue({ boss: own.boss, queue: name }),
    async expire(name: string) {
      await query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'");
      await own.boss.supervise(name);
    },
  },
  outbox: {
    async open(scope: string) {
      for (const statement of outboxSchema()) await query(statement);
      return createSqlOutbox({ query, scope });
    },
    async expire() {
      await query("update ieu_outbox set lease_until = now() - interval '1 hour' where state = 'taken'");
    },
  },
};

test.each(["pg-boss", "outbox"] as const)(
  "with %s, a process killed between sending and completing loses no user, and its request is replayed",
  async (kind) => {
    const server = await servePosts(silence);
    const name = `killed-${kind}`;
    const queue = await queues[kind].open(name);
    const sync = createPatientSync({ client: toClient(server.url), queue, maxAge: 50 });
    for (const id of [1, 2, 3]) await sync.enqueue(toUser(id));

    const words = [join(import.meta.dirname, "delta-worker.ts"), own.url, server.url, name, kind];
    const worker = spawn(process.execPath, words);
    onTestFinished(() => void worker.kill("SIGKILL"));
    await until(() => server.sent().length === 1);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    await sync.enqueue(toUser(4));

    await queues[kind].expire(name);
    expect(await sync.drain()).toEqual({ sent: 4, left: 0 });
    const [killed, replayed, added] = server.sent();
    expect(replayed).toEqual(killed);
    expect(added?.ids).toEqual(["4"]);
  },
);
