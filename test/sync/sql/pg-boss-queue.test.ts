// Tests the pg-boss queue on a real PostgreSQL: in the caller's transaction, one delta per user, in order, never lost.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeltaQueue } from "../../../src/sync/delta/delta-queue.ts";
import { createPgBossQueue } from "../../../src/sync/delta/pg-boss-queue.ts";
import { toDelta } from "../deltas.ts";
import { createBoss, type TestBoss } from "./boss.ts";

let own: TestBoss;
let number = 0;

beforeAll(async () => {
  own = await createBoss();
});

afterAll(() => own.drop());

async function openQueue(): Promise<DeltaQueue & { readonly name: string }> {
  number += 1;
  const name = `deltas-${number}`;
  return { ...(await createPgBossQueue({ boss: own.boss, queue: name })), name };
}

async function inTransaction(end: "commit" | "rollback", work: (client: pg.PoolClient) => Promise<void>) {
  const client = await own.pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query(end);
  } finally {
    client.release();
  }
}

const toDb = (client: pg.PoolClient) => ({
  executeSql: (text: string, values?: unknown[]) => client.query(text, values),
});

const names = (deltas: readonly { readonly user: { name?: string } }[]) => deltas.map(({ user }) => user.name);

test("a rolled back transaction enqueues nothing, a committed one does", async () => {
  const queue = await openQueue();
  await inTransaction("rollback", (client) => queue.enqueue(toDelta("1", "Ann"), { db: toDb(client) }));
  expect(await queue.take(10)).toEqual([]);
  await inTransaction("commit", async (client) => {
    await queue.enqueue(toDelta("1", "Ann"), { db: toDb(client) });
    expect(await queue.take(10)).toEqual([]);
  });
  expect(await queue.take(10)).toMatchObject([{ ...toDelta("1", "Ann"), attempt: 1 }]);
});

test("the newest state of a user replaces the waiting one", async () => {
  const queue = await openQueue();
  for (const name of ["A", "B", "C"]) await queue.enqueue(toDelta("1", name));
  await queue.enqueue(toDelta("2", "Other"));
  expect(await queue.size()).toBe(2);
  expect(names(await queue.take(10))).toEqual(["C", "Other"]);
});

test("a version older than the waiting one is dropped, also in a transaction", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "New", 20));
  await inTransaction("commit", (client) => queue.enqueue(toDelta("1", "Old", 10), { db: toDb(client) }));
  expect(names(await queue.take(10))).toEqual(["New"]);
});

test("a user in work is not handed out again, and a newer state waits until it is done", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "A"));
  const [first] = await queue.take(10);
  await queue.enqueue(toDelta("1", "B"));
  expect(await queue.take(10)).toEqual([]);
  await queue.complete([first?.id ?? ""]);
  expect(names(await queue.take(10))).toEqual(["B"]);
});

test("a released state is replaced by the newer one too", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "A"));
  const [first] = await queue.take(10);
  await queue.release([first?.id ?? ""], "network");
  await queue.enqueue(toDelta("1", "B"));
  const [again, ...others] = await queue.take(10);
  expect([again?.user.name, again?.attempt, others]).toEqual(["B", 2, []]);
});

test("a newer state replaces both the released one and the one enqueued meanwhile", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "A"));
  const [first] = await queue.take(10);
  await queue.enqueue(toDelta("1", "B"));
  await queue.release([first?.id ?? ""], "network");
  await queue.enqueue(toDelta("1", "C"));
  expect(names(await queue.take(10))).toEqual(["C"]);
});

test("two workers never hold the same user at once", async () => {
  const queue = await openQueue();
  for (let id = 0; id < 40; id += 1) await queue.enqueue(toDelta(String(id), "N"));
  const taken = await Promise.all([0, 1, 2, 3].map(() => queue.take(15)));
  const keys = taken.flat().map((delta) => delta.key);
  expect(new Set(keys).size).toBe(keys.length);
  const rest = await queue.take(100);
  expect(keys.length + rest.length).toBe(40);
});

test("two transactions that enqueue the same users in opposite order do not deadlock", async () => {
  const queue = await openQueue();
  const enqueueBoth = (ids: readonly string[]) =>
    inTransaction("commit", async (client) => {
      for (const id of ids) await queue.enqueue(toDelta(id, ids.join("")), { db: toDb(client) });
    });
  await Promise.all([enqueueBoth(["1", "2"]), enqueueBoth(["2", "1"])]);
  // New users never block: both states wait then, one after the other.
  const first = await queue.take(10);
  expect(first.map((delta) => delta.key).sort()).toEqual(["1", "2"]);
});

test("a buried user is stored with the reason, and can be sent back", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "A"));
  const taken = await queue.take(10);
  await queue.bury(taken, "payload-too-large");
  expect(await own.boss.findJobs(`${queue.name}-refused`)).toMatchObject([{ data: { reason: "payload-too-large" } }]);
  // A later state of the same user is not held up by it.
  await queue.enqueue(toDelta("1", "B"));
  expect(names(await queue.take(10))).toEqual(["B"]);
  expect(await own.boss.redrive(`${queue.name}-refused`, { destination: queue.name })).toBe(1);
});

test("a job inserted by other software blocks nothing", async () => {
  const queue = await openQueue();
  await own.boss.send(queue.name, { something: "else" }, { singletonKey: "x" });
  await own.boss.send(queue.name, null, { singletonKey: "y" });
  await queue.enqueue(toDelta("1", "A"));
  await own.boss.send(queue.name, { user: "{}", enqueuedAt: "yesterday" }, { singletonKey: "z" });
  // Jobs of one millisecond have no order.
  const taken = await queue.take(10);
  expect(taken.map(({ key, user }) => [key, user.name ?? null]).sort()).toEqual([
    ["1", "A"],
    ["x", null],
    ["y", null],
    ["z", null],
  ]);
});

test("a note about a batch is stored once, and found by another process", async () => {
  const queue = await openQueue();
  const hash = "0123456789abcdef".repeat(4);
  expect(await queue.readNote?.(hash)).toBe(null);
  await queue.writeNote?.(hash, '{"sourceName":"Deltas 2026-05-03"}');
  await queue.writeNote?.(hash, "another one");
  const other = await createPgBossQueue({ boss: own.boss, queue: queue.name });
  expect(await other.readNote?.(hash)).toBe('{"sourceName":"Deltas 2026-05-03"}');
  expect(await queue.take(10)).toEqual([]);
});

test("users of a dead process go to the next one", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "A"));
  await queue.take(10);
  expect(await queue.take(10)).toEqual([]);
  await own.pool.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = $1", [queue.name]);
  await own.boss.supervise(queue.name);
  expect(await queue.take(10)).toMatchObject([{ user: { name: "A" }, attempt: 2 }]);
});

test("a heartbeat keeps users in work", async () => {
  const queue = await openQueue();
  await queue.enqueue(toDelta("1", "A"));
  const [delta] = await queue.take(10);
  await own.pool.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = $1", [queue.name]);
  await queue.keep?.([delta?.id ?? ""]);
  await own.boss.supervise(queue.name);
  expect(await queue.take(10)).toEqual([]);
});

test("texts that no database takes don't break the caller's transaction", async () => {
  const queue = await openQueue();
  const user = { externalUserId: "1\u0000\ud800", email: "\u0000" };
  const delta = { key: JSON.stringify(user.externalUserId), user, enqueuedAt: 1, version: null };
  await inTransaction("commit", (client) => queue.enqueue(delta, { db: toDb(client) }));
  expect(await queue.take(10)).toMatchObject([{ user }]);
});

test("a queue of another policy is refused", async () => {
  await own.boss.createQueue("standard-one", {});
  await expect(createPgBossQueue({ boss: own.boss, queue: "standard-one" })).rejects.toThrow(/policy standard/);
});
