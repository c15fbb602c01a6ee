// Long work lets others have the thread.
import { expect, test, vi } from "vitest";
import { inSlices, nextTask } from "../../mock-server/import/time-slices.ts";

test("the work is done in order, once for each value", async () => {
  const values = Array.from({ length: 1_000 }, (_, number) => number);
  expect(await inSlices(values, (value, index) => [value, index])).toEqual(values.map((value) => [value, value]));
});

test("others get their turn before long work is done", async () => {
  const seen: string[] = [];
  const busy = () => {
    const until = performance.now() + 0.4;
    while (performance.now() < until);
  };
  const work = inSlices(Array.from({ length: 300 }), busy).then(() => seen.push("work"));
  setTimeout(() => seen.push("other"), 0);
  await work;
  expect(seen).toEqual(["other", "work"]);
});

test("a task of one's own does not need a timer, which a hidden tab would slow down", async () => {
  vi.useFakeTimers();
  await nextTask();
  vi.useRealTimers();
});
