// One call at a time, also with calls that ignore their signal.
import { expect, test, vi } from "vitest";
import { createLatestCall } from "../../../src/importer/effects/calls.ts";

// A call that ignores its signal, settled by the test.
function createCall() {
  const settle: { answer(text: string): void; fail(error: unknown): void } = { answer() {}, fail() {} };
  const promise = new Promise<string>((resolve, reject) => Object.assign(settle, { answer: resolve, fail: reject }));
  return { ...settle, call: vi.fn((_signal: AbortSignal) => promise) };
}

function createListeners() {
  return { onAnswer: vi.fn(), onFailure: vi.fn() };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test("makes the call at once and passes its result on", async () => {
  const { onAnswer, onFailure } = createListeners();
  const one = createCall();
  createLatestCall().run(one.call, onAnswer, onFailure);
  expect(one.call).toHaveBeenCalledOnce();
  one.answer("one");
  await turn();
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith("one");
  expect(onFailure).not.toHaveBeenCalled();
});

test("the next call aborts the previous one and drops its late result or failure", async () => {
  const { onAnswer, onFailure } = createListeners();
  const [first, second, third] = [createCall(), createCall(), createCall()];
  const line = createLatestCall();
  for (const { call } of [first, second, third]) line.run(call, onAnswer, onFailure);
  expect([first, second, third].map(({ call }) => call.mock.calls[0]?.[0].aborted)).toEqual([true, true, false]);
  third.answer("third");
  first.answer("first");
  second.fail(new Error("second"));
  await turn();
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith("third");
  expect(onFailure).not.toHaveBeenCalled();
});

test("stopping aborts the call, and neither listener is called", async () => {
  const { onAnswer, onFailure } = createListeners();
  const one = createCall();
  const line = createLatestCall();
  line.run(one.call, onAnswer, onFailure);
  line.stop();
  one.answer("one");
  await turn();
  expect(one.call.mock.calls[0]?.[0].aborted).toBe(true);
  expect(onAnswer).not.toHaveBeenCalled();
});

test("a call that throws before it returns a promise counts as failed", async () => {
  const { onAnswer, onFailure } = createListeners();
  const error = new Error("Not set up");
  const call = () => {
    throw error;
  };
  createLatestCall().run(call, onAnswer, onFailure);
  await turn();
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(error);
});
