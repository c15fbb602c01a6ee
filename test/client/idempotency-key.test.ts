// Keys that any header can carry and nobody makes twice.
import { expect, test, vi } from "vitest";
import { isIdempotencyKey } from "../../src/contract/import.ts";
import { checkIdempotencyKey, createIdempotencyKey } from "../../src/contract/merge-idempotency-key.ts";

test("every new key is another one, and valid", () => {
  const keys = Array.from({ length: 100 }, createIdempotencyKey);
  expect(new Set(keys).size).toBe(100);
  expect(keys.every(isIdempotencyKey)).toBe(true);
});

test("a page without a secure context has keys too", () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(createIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
  vi.unstubAllGlobals();
});

test("a key that no header could carry is refused before anything is sent", () => {
  expect(checkIdempotencyKey("nightly-2026-05-03")).toBe("nightly-2026-05-03");
  expect(() => checkIdempotencyKey("short")).toThrow(TypeError);
  expect(() => checkIdempotencyKey("nächtlich-2026")).toThrow(TypeError);
});
