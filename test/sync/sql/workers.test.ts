// Tests several delta syncs on one pg-boss queue, as in several processes.
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { DeltaSync } from "../../../src/sync/delta/delta-options.ts";
import { createPgBossQueue } from "../../../src/sync/delta/pg-boss-queue.ts";
import { createPatientSync, servePosts, toClient, toUser, until } from "../delta-syncs.ts";
import { toDelta } from "../deltas.ts";
import { createBoss, type TestBoss } from "./boss.ts";

let own: TestBoss;

beforeAll(async () => {
  own = await createBoss();
});

afterAll(() => own.drop());

async function createWorker(url: string, name: string, batchSize: number): Promise<DeltaSync> {
  const queue = await createPgBossQueue({ boss: own.boss, queue: name });
  const sync = createPatientSync({ client: toClient(url), queue, maxAge: 20, batchSize });
  onTestFinished(async () => void (await sync.drain({ deadline: 0 })));
  return sync;
}

test("a worker sends what another process has enqueued", async () => {
  const server = await servePosts();
  const sync = await createWorker(server.url, "polled", 500);
  sync.start();
  const elsewhere = await createPgBossQueue({ boss: own.boss, queue: "polled" });
  for (const id of ["1", "2"]) {
    await elsewhere.enqueue(toDelta(id, "imported"));
    await until(() => sync.stats().acknowledged === Number(id));
  }
});

test("two workers send every user once", async () => {
  const server = await servePosts();
  const workers = await Promise.all([1, 2].map(() => createWorker(server.url, "shared", 10)));
  const everybody = Array.from({ length: 60 }, (_, number) => String(number));
  await Promise.all(everybody.map((id) => workers[0]?.enqueue(toUser(id))));
  await Promise.all(workers.map((worker) => worker.drain()));
  const sent = server.sent().flatMap(({ ids }) => ids);
  expect(sent.sort()).toEqual(everybody.sort());
});
