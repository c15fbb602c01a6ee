// Tests that the card shows nothing of a reading at first, so that a file that is read in a moment needs no screen of its own.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ImporterState } from "../../src/importer/state.ts";
import { holdReading, readingScreenDelay } from "../../src/react/hooks/hold-reading.ts";

const named = { sourceName: "Users", sourceNameEdited: false };
const idle: ImporterState = { status: "idle", ...named, refusal: null };
const refused: ImporterState = { ...idle, refusal: { fileName: "a.csv", issue: { code: "empty_file" } } };
const reading = toReading({});
const reviewing = { status: "reviewing", ...named } as ImporterState;
const finished = { status: "finished" } as ImporterState;

function toReading(changes: object): ImporterState {
  const file = { name: "a.csv", size: 1, content: new Blob(["a"]) };
  return { status: "reading", ...named, file, choices: {}, share: 0, previous: null, unconfirmed: null, ...changes };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

// An importer that is in the states it is put in, and what the card is told of them.
function followStates(first: ImporterState) {
  let now = first;
  const listeners = new Set<() => void>();
  const states = holdReading({
    getState: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const told: ImporterState[] = [];
  const stop = states.subscribe(() => told.push(states.getState()));
  return {
    told,
    shown: states.getState,
    stop,
    put(state: ImporterState) {
      now = state;
      for (const listener of listeners) listener();
    },
  };
}

describe.each([
  ["the empty card", idle],
  ["a refused file", refused],
  ["a result", finished],
] as const)("a reading after %s", (_, before) => {
  test("is not shown where it is short", () => {
    const { put, told, shown } = followStates(before);
    put(reading);
    expect(shown()).toBe(before);
    vi.advanceTimersByTime(readingScreenDelay - 1);
    put(reviewing);
    expect(shown()).toBe(reviewing);
    vi.runAllTimers();
    expect(told).toEqual([reviewing]);
  });

  test("is shown once it has lasted", () => {
    const { put, told, shown } = followStates(before);
    put(reading);
    vi.advanceTimersByTime(readingScreenDelay);
    expect(shown()).toBe(reading);
    put(reviewing);
    expect(told).toEqual([reading, reviewing]);
  });

  test("is shown as soon as it changes: what a person types meanwhile must not be lost", () => {
    const { put, told } = followStates(before);
    put(reading);
    const renamed = toReading({ sourceName: "Users of May" });
    put(renamed);
    expect(told).toEqual([renamed]);
    vi.runAllTimers();
    expect(told).toEqual([renamed]);
  });

  test("leaves no timer behind in a card that has gone", () => {
    const { put, told, stop } = followStates(before);
    put(reading);
    stop();
    vi.runAllTimers();
    expect(told).toEqual([]);
  });
});

test("a reading beside a review is shown at once: nothing may be started then", () => {
  const { put, told } = followStates(reviewing);
  const beside = toReading({ previous: {} });
  put(beside);
  expect(told).toEqual([beside]);
});
