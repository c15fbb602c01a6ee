// Waiting that ends on time, on an abort, and leaves nothing behind.
import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { limitTime, systemTiming } from "../../src/client/clock.ts";

const never = () => new Promise<never>(() => {});
const late = new Error("late");
const left = new Error("the person left");

describe("limitTime", () => {
  const limit = (timeout: number, signal?: AbortSignal) => ({ timeout, signal, toError: () => late });

  test("what ends in time is passed on, and nobody listens any more", async () => {
    const { signal } = new AbortController();
    expect(await limitTime(async () => "done", limit(60_000, signal))).toBe("done");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("no timer is left behind", async () => {
    vi.useFakeTimers();
    await limitTime(async () => "done", limit(60_000));
    await limitTime(() => Promise.reject(left), limit(60_000)).catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  test("what ignores its signal still ends when the time is over", async () => {
    await expect(limitTime(never, limit(1))).rejects.toBe(late);
  });

  test("what ignores its signal still ends when the caller aborts", async () => {
    const controller = new AbortController();
    const ended = limitTime(never, limit(60_000, controller.signal));
    controller.abort(left);
    await expect(ended).rejects.toBe(left);
  });

  test("what obeys its signal can't replace the reason", async () => {
    const obeys = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted, says fetch")));
      });
    await expect(limitTime(obeys, limit(1))).rejects.toBe(late);
  });

  test("nothing starts for a caller who has left", async () => {
    const run = () => expect.unreachable();
    await expect(limitTime(run, limit(60_000, AbortSignal.abort(left)))).rejects.toBe(left);
  });

  test("no limit is no limit", async () => {
    const soon = () => new Promise((resolve) => setTimeout(resolve, 5, "done"));
    expect(await limitTime(soon, limit(Number.POSITIVE_INFINITY))).toBe("done");
  });
});

describe("sleep", () => {
  test("it ends", async () => expect(await systemTiming.sleep(1)).toBeUndefined());

  test("an abort ends it with its reason", async () => {
    const controller = new AbortController();
    const asleep = systemTiming.sleep(60_000, controller.signal);
    controller.abort(left);
    await expect(asleep).rejects.toBe(left);
  });

  test("nobody falls asleep after an abort", async () => {
    await expect(systemTiming.sleep(60_000, AbortSignal.abort(left))).rejects.toBe(left);
  });

  test("whoever woke up no longer listens", async () => {
    const { signal } = new AbortController();
    await systemTiming.sleep(1, signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
