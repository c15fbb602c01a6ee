// Tests the outbox on a real PostgreSQL: in the caller's transaction, one delta per user, in order, never lost.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeltaQueue } from "../../../src/sync/delta/delta-queue.ts";
import { createSqlOutbox, outboxSchema } from "../../../src/sync/delta/sql-outbox.ts";
import { toDelta } from "../deltas.ts";
import { createBoss, type TestBoss } from "./boss.ts";

let own: TestBoss;
let number = 0;

beforeAll(async () => {
  own = await createBoss();
  // Twice, as two starting processes would.
  for (const statement of [...outboxSchema(), ...outboxSchema()]) await own.pool.query(statement);
});

afterAll(() => own.drop());

function openQueue(): DeltaQueue {
  number += 1;
  return createSqlOutbox({ query: (text, values) => own.pool.query(text, values), scope: `scope ${number}` });
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
const expire = () => own.pool.query("update ieu_outbox set lease_until = now() - interval '1 s' where state = 'taken'");

test("a rolled back transaction enqueues nothing, a committed one does", async () => {
  const queue = openQueue();
  await inTransaction("rollback", (client) => queue.enqueue(toDelta("1", "Ann"), { db: toDb(client) }));
  expect(await queue.take(10)).toEqual([]);
  await inTransaction("commit", async (client) => {
    await queue.enqueue(toDelta("1", "Ann"), { db: toDb(client) });
    expect(await queue.take(10)).toEqual([]);
  });
  expect(await queue.take(10)).toMatchObject([{ ...toDelta("1", "Ann"), attempt: 1 }]);
});

test("the newest state of a user replaces the waiting one, and an older version does not", async () => {
  const queue = openQueue();
  for (const name of ["A", "B", "C"]) await queue.enqueue(toDelta("1", name));
  await queue.enqueue(toDelta("2", "New", 20));
  await inTransaction("commit", (client) => queue.enqueue(toDelta("2", "Old", 10), { db: toDb(client) }));
  expect([await queue.size(), names(await queue.take(10))]).toEqual([2, ["C", "New"]]);
});

test("a user in work is not handed out again, and a newer state waits until it is done", async () => {
  const queue = openQueue();
  await queue.enqueue(toDelta("1", "A"));
  const [first] = await queue.take(10);
  await queue.enqueue(toDelta("1", "B"));
  expect(await queue.take(10)).toEqual([]);
  await queue.complete([first?.id ?? ""]);
  expect(names(await queue.take(10))).toEqual(["B"]);
});

test("a released state is handed out again, unless a newer one waits", async () => {
  const queue = openQueue();
  for (const id of ["1", "2"]) await queue.enqueue(toDelta(id, `A${id}`));
  const taken = await queue.take(10);
  await queue.enqueue(toDelta("1", "B1"));
  await queue.release(
    taken.map(({ id }) => id),
    "network",
  );
  const again = await queue.take(10);
  expect(again.map(({ user, attempt }) => [user.name, attempt]).sort()).toEqual([
    ["A2", 2],
    ["B1", 1],
  ]);
});

test("users of a dead process come back together before their newer states, and a sign of life keeps them", async () => {
  const queue = openQueue();
  for (const id of ["1", "2"]) await queue.enqueue(toDelta(id, `A${id}`));
  const taken = await queue.take(10);
  await queue.enqueue(toDelta("1", "B1"));
  await expire();
  await queue.keep?.(taken.map(({ id }) => id));
  expect(await queue.take(10)).toEqual([]);
  await expire();
  const again = await queue.take(10);
  expect(again.map(({ user, attempt }) => [user.name, attempt])).toEqual([
    ["A1", 2],
    ["A2", 2],
  ]);
  await queue.complete(again.map(({ id }) => id));
  expect(names(await queue.take(10))).toEqual(["B1"]);
});

test("two workers never hold the same user at once", async () => {
  const queue = openQueue();
  for (let id = 0; id < 40; id += 1) await queue.enqueue(toDelta(String(id), "N"));
  const enqueueAgain = Promise.all(Array.from({ length: 40 }, (_, id) => queue.enqueue(toDelta(String(id), "M"))));
  const taken = await Promise.all([0, 1, 2, 3].map(() => queue.take(15)));
  await enqueueAgain;
  const keys = [...taken.flat(), ...(await queue.take(100))].map((delta) => delta.key);
  expect([new Set(keys).size, keys.length]).toEqual([40, 40]);
});

test("a buried user is kept with the reason, and holds up no later state", async () => {
  const queue = openQueue();
  await queue.enqueue(toDelta("1", "A"));
  await queue.bury(await queue.take(10), "payload-too-large");
  const { rows } = await own.pool.query("select reason from ieu_outbox where scope = $1", [`scope ${number}`]);
  expect(rows).toEqual([{ reason: "payload-too-large" }]);
  await queue.enqueue(toDelta("1", "B"));
  expect(names(await queue.take(10))).toEqual(["B"]);
});

test("notes are stored once, and texts that no database takes don't break the caller's transaction", async () => {
  const queue = openQueue();
  await queue.writeNote?.("hash", "first");
  await queue.writeNote?.("hash", "second");
  expect([await queue.readNote?.("hash"), await queue.readNote?.("other")]).toEqual(["first", null]);
  const user = { externalUserId: "1\u0000\ud800", email: "\u0000" };
  const delta = { key: JSON.stringify(user.externalUserId), user, enqueuedAt: 1, version: null };
  await inTransaction("commit", (client) => queue.enqueue(delta, { db: toDb(client) }));
  expect(await queue.take(10)).toMatchObject([{ user }]);
});

test.each([["no;name"], ["a.b.c"], [""]])("a table named %j is refused", (table) => {
  expect(() => outboxSchema(table)).toThrow(TypeError);
});
