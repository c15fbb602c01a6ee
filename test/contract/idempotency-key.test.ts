// Idempotency keys: unique, and valid as the value of a header.
import { afterEach, expect, test, vi } from "vitest";
import { checkIdempotencyKey, isIdempotencyKey, newIdempotencyKey } from "../../src/contract/import.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["with randomUUID", () => crypto],
  ["on a page that is no secure context", () => ({ getRandomValues: crypto.getRandomValues.bind(crypto) })],
])("a new key is a valid, unique UUID %s", (_, createCrypto) => {
  vi.stubGlobal("crypto", createCrypto());
  const keys = Array.from({ length: 100 }, newIdempotencyKey);
  for (const key of keys) expect(key).toMatch(uuid);
  expect(keys.every(isIdempotencyKey)).toBe(true);
  expect(new Set(keys).size).toBe(100);
});

test("a key that no header could carry is refused before anything is sent", () => {
  expect(checkIdempotencyKey("nightly-2026-05-03")).toBe("nightly-2026-05-03");
  expect(() => checkIdempotencyKey("short")).toThrow(TypeError);
  expect(() => checkIdempotencyKey("nächtlich-2026")).toThrow(TypeError);
});
