// The import request, and reading its response.
import { describe, expect, test } from "vitest";
import {
  isIdempotencyKey,
  maxSourceNameLength,
  maxUsersPerImport,
  readImportResponse,
  readRowResult,
} from "../../src/contract/import.ts";
import { importRequestSchema } from "../../src/contract/import-request.ts";

const users = [{ externalUserId: "1", email: "a@example.com" }];

describe("a request", () => {
  const accepted: [name: string, body: object][] = [
    ["the guide's example", { sourceName: "Nightly Sync 2026-05-03", users }],
    ["users that are invalid", { sourceName: "x", users: [null, 17, {}] }],
    ["the longest name", { sourceName: "n".repeat(maxSourceNameLength), users }],
    ["10,000 users", { sourceName: "x", users: Array(maxUsersPerImport).fill(users[0]) }],
  ];
  for (const [name, body] of accepted) {
    test(`${name}: accepted`, () => expect(importRequestSchema.safeParse(body).success).toBe(true));
  }

  const refused: [name: string, body: unknown][] = [
    ["nothing", null],
    ["no users", { sourceName: "x" }],
    ["users that are no list", { sourceName: "x", users: {} }],
    ["an empty list", { sourceName: "x", users: [] }],
    ["no name", { users }],
    ["a blank name", { sourceName: " \t", users }],
    ["a name that is no text", { sourceName: 5, users }],
    ["a name too long", { sourceName: "n".repeat(maxSourceNameLength + 1), users }],
    ["10,001 users", { sourceName: "x", users: Array(maxUsersPerImport + 1).fill(users[0]) }],
  ];
  for (const [name, body] of refused) {
    test(`${name}: refused`, () => expect(importRequestSchema.safeParse(body).success).toBe(false));
  }

  test("has its name trimmed", () => {
    expect(importRequestSchema.parse({ sourceName: " x ", users }).sourceName).toBe("x");
  });
});

describe("one result", () => {
  const full = {
    index: 0,
    externalUserId: "1",
    email: "a@example.com",
    status: "imported",
    connectionId: "con_1",
    code: null,
    field: null,
    warnings: [{ code: "duplicate_in_request", firstIndex: 3 }],
  };
  const bare = {
    index: null,
    externalUserId: null,
    email: null,
    connectionId: null,
    code: null,
    field: null,
    warnings: [],
  };
  const cases: [name: string, body: unknown, read: unknown][] = [
    ["in full", full, full],
    ["with nothing but a status", { status: "imported" }, { ...bare, status: "imported" }],
    ["with a status we don't know", { status: "postponed" }, { ...bare, status: "postponed" }],
    ["with a field we don't know", { status: "invalid_row", field: "phone" }, { ...bare, status: "invalid_row" }],
    [
      "with warnings as texts",
      { status: "imported", warnings: ["odd"] },
      { ...bare, status: "imported", warnings: [{ code: "odd" }] },
    ],
    ["with warnings that are none", { status: "imported", warnings: "odd" }, { ...bare, status: "imported" }],
  ];
  for (const [name, body, read] of cases) test(name, () => expect(readRowResult(body)).toEqual(read));

  for (const body of [{}, { status: "" }, { status: 5 }, null]) {
    test(`${JSON.stringify(body)} is none`, () => expect(readRowResult(body)).toBeNull());
  }
});

describe("a response", () => {
  test("may have no source", () => {
    expect(readImportResponse({ results: [] })).toEqual({ source: null, results: [] });
    expect(readImportResponse({ source: "src_1", results: [] })).toEqual({ source: null, results: [] });
  });

  for (const body of [null, {}, [], { results: {} }, { results: [{}] }]) {
    test(`${JSON.stringify(body)} is none`, () => expect(readImportResponse(body)).toBeNull());
  }
});

describe("an idempotency key", () => {
  const cases: [name: string, key: string, is: boolean][] = [
    ["a UUID", "5f0c5c6e-3a1f-4f0e-9a52-0d9e3d6b8f10", true],
    ["8 characters", "12345678", true],
    ["7 characters", "1234567", false],
    ["255 characters", "k".repeat(255), true],
    ["256 characters", "k".repeat(256), false],
    ["a line break", "12345678\n", false],
    ["an umlaut", "schlüssel", false],
    ["nothing", "", false],
  ];
  for (const [name, key, is] of cases) {
    test(`${name}: ${is ? "is one" : "is none"}`, () => expect(isIdempotencyKey(key)).toBe(is));
  }
});
