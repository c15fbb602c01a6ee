// Turns: in the order of arrival, one at a time, and not for ever.
import { expect, test } from "vitest";
import { ApplicationBusyError } from "../../mock-server/index.ts";
import { createTurns } from "../../mock-server/store/application-queue.ts";
import { createGate } from "./conformance/gate.ts";

test("work of one name runs in the order of arrival, one after another", async () => {
  const turns = createTurns();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    seen.push(`${name} ends`);
  };
  await Promise.all(["one", "two", "three"].map((name) => turns.take("app", 60_000, work(name))));
  expect(seen).toEqual(["one", "two", "three"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test("another name does not wait", async () => {
  const turns = createTurns();
  const gate = createGate();
  const waiting = turns.take("one", 1_000, gate.pass);
  expect(await turns.take("two", 0, async () => "done")).toBe("done");
  gate.open();
  await waiting;
});

test("who waits too long is turned away, and those behind still get their turn", async () => {
  const turns = createTurns();
  const gate = createGate();
  const first = turns.take("app", 1_000, gate.pass);
  const second = turns.take("app", 5, async () => "second");
  const third = turns.take("app", 1_000, async () => "third");
  await expect(second).rejects.toBeInstanceOf(ApplicationBusyError);
  gate.open();
  await first;
  expect(await third).toBe("third");
});

test("work that fails gives its turn on", async () => {
  const turns = createTurns();
  const failing = turns.take("app", 1_000, () => Promise.reject(new Error("failed")));
  const next = turns.take("app", 1_000, async () => "next");
  await expect(failing).rejects.toThrow("failed");
  expect(await next).toBe("next");
});
