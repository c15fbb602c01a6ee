// Waits and time limits end on time or on an abort, and leave nothing behind.
import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { limitTime, systemTiming } from "../../src/client/clock.ts";

const never = () => new Promise<never>(() => {});
const late = new Error("late");
const left = new Error("the person left");

describe("limitTime", () => {
  const limit = (timeout: number, signal?: AbortSignal) => ({ timeout, signal, toError: () => late });

  test("a result in time is passed on, and no listener is left", async () => {
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

  test("a function that ignores its signal ends when the time is over", async () => {
    await expect(limitTime(never, limit(1))).rejects.toBe(late);
  });

  test("a function that ignores its signal ends when the caller aborts", async () => {
    const controller = new AbortController();
    const ended = limitTime(never, limit(60_000, controller.signal));
    controller.abort(left);
    await expect(ended).rejects.toBe(left);
  });

  test("a function that obeys its signal can't replace the reason", async () => {
    const obeys = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted, says fetch")));
      });
    await expect(limitTime(obeys, limit(1))).rejects.toBe(late);
  });

  test("nothing starts after an abort", async () => {
    const run = () => expect.unreachable();
    await expect(limitTime(run, limit(60_000, AbortSignal.abort(left)))).rejects.toBe(left);
  });

  test("no limit is no limit", async () => {
    const soon = () => new Promise((resolve) => setTimeout(resolve, 5, "done"));
    expect(await limitTime(soon, limit(Number.POSITIVE_INFINITY))).toBe("done");
  });
});

describe("sleep", () => {
  test("ends after its delay", async () => expect(await systemTiming.sleep(1)).toBeUndefined());

  test("is ended by an abort, with its reason", async () => {
    const controller = new AbortController();
    const asleep = systemTiming.sleep(60_000, controller.signal);
    controller.abort(left);
    await expect(asleep).rejects.toBe(left);
  });

  test("does not start after an abort", async () => {
    await expect(systemTiming.sleep(60_000, AbortSignal.abort(left))).rejects.toBe(left);
  });

  test("leaves no listener behind", async () => {
    const { signal } = new AbortController();
    await systemTiming.sleep(1, signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
