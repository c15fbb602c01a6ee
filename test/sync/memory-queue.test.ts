// Tests the queue in memory: the same rules as for the durable queue.
import { expect, test } from "vitest";
import { createMemoryQueue } from "../../src/sync/delta/delta-queue.ts";
import { toDelta } from "./deltas.ts";

const names = (deltas: readonly { readonly user: { name?: string } }[]) => deltas.map(({ user }) => user.name);

test("the newest state takes the position of the older one", async () => {
  const queue = createMemoryQueue();
  await queue.enqueue(toDelta("1", "A"));
  await queue.enqueue(toDelta("2", "Other"));
  await queue.enqueue(toDelta("1", "B"));
  expect([await queue.size(), names(await queue.take(10))]).toEqual([2, ["B", "Other"]]);
});

test("a user in work is not handed out again", async () => {
  const queue = createMemoryQueue();
  await queue.enqueue(toDelta("1", "A"));
  const [first] = await queue.take(1);
  await queue.enqueue(toDelta("1", "B"));
  expect(await queue.take(1)).toEqual([]);
  await queue.complete([first?.id ?? ""]);
  expect(names(await queue.take(1))).toEqual(["B"]);
});

test("released deltas go to the front, unless a newer state was enqueued", async () => {
  const queue = createMemoryQueue();
  for (const id of ["1", "2", "3"]) await queue.enqueue(toDelta(id, `${id}A`));
  const taken = await queue.take(2);
  await queue.enqueue(toDelta("2", "2B"));
  await queue.release(
    taken.map(({ id }) => id),
    "network",
  );
  const again = await queue.take(10);
  expect([names(again), again.map(({ attempt }) => attempt)]).toEqual([
    ["1A", "2B", "3A"],
    [2, 1, 1],
  ]);
});

test("of two versions the higher one stays, also after a release", async () => {
  const queue = createMemoryQueue();
  await queue.enqueue(toDelta("1", "New", 20));
  await queue.enqueue(toDelta("1", "Old", 10));
  const [first] = await queue.take(1);
  await queue.enqueue(toDelta("1", "Older", 5));
  await queue.release([first?.id ?? ""], "network");
  expect(names(await queue.take(1))).toEqual(["New"]);
});

test("lists the users that would be lost if the process ended", async () => {
  const queue = createMemoryQueue();
  await queue.enqueue(toDelta("1", "A"));
  await queue.enqueue(toDelta("2", "B"));
  const [first] = await queue.take(1);
  expect([queue.durable, queue.waiting().map(({ name }) => name)]).toEqual([false, ["A", "B"]]);
  if (first) await queue.bury([first], "payload-too-large");
  expect(queue.buried()).toEqual([{ user: first?.user, reason: "payload-too-large" }]);
  expect(queue.waiting()).toHaveLength(1);
});
