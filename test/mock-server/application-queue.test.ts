// Tests the queue of an application: in the order of arrival, one at a time, with a time limit.
import { expect, test } from "vitest";
import { ApplicationBusyError } from "../../mock-server/index.ts";
import { createFifoQueues } from "../../mock-server/store/application-queue.ts";
import { createGate } from "../gate.ts";
import { testLimit } from "../limits.ts";

test("work of one name runs in the order of arrival, one after another", async () => {
  const queues = createFifoQueues();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    seen.push(`${name} ends`);
  };
  await Promise.all(["one", "two", "three"].map((name) => queues.run("app", testLimit, work(name))));
  expect(seen).toEqual(["one", "two", "three"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test("another name does not wait", async () => {
  const queues = createFifoQueues();
  const gate = createGate();
  const waiting = queues.run("one", testLimit, gate.pass);
  expect(await queues.run("two", 0, async () => "done")).toBe("done");
  gate.open();
  await waiting;
});

test("work that waits too long is refused, and the work queued behind it still runs", async () => {
  const queues = createFifoQueues();
  const gate = createGate();
  const first = queues.run("app", testLimit, gate.pass);
  const second = queues.run("app", 5, async () => "second");
  const third = queues.run("app", testLimit, async () => "third");
  await expect(second).rejects.toBeInstanceOf(ApplicationBusyError);
  gate.open();
  await first;
  expect(await third).toBe("third");
});

test("work that fails gives its turn on", async () => {
  const queues = createFifoQueues();
  const failing = queues.run("app", testLimit, () => Promise.reject(new Error("failed")));
  const next = queues.run("app", testLimit, async () => "next");
  await expect(failing).rejects.toThrow("failed");
  expect(await next).toBe("next");
});
