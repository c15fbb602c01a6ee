// A result counts for a user only where its index, its identity and the counters agree.
import { expect, test } from "vitest";
import type { RowResult } from "../../src/contract/import.ts";
import { matchResults } from "../../src/contract/match-results.ts";
import type { UserInput } from "../../src/contract/user.ts";

const ada = { externalUserId: "ada", email: "ada@example.com" };
const bob = { externalUserId: "bob", email: "bob@example.com" };

function result(index: number, of: Partial<RowResult>): RowResult {
  const rest = { connectionId: null, code: null, field: null, warnings: [] };
  return { index, externalUserId: "", email: "", status: "imported", ...rest, ...of };
}

const matched = (users: readonly UserInput[], ...results: readonly RowResult[]) =>
  matchResults(users, { source: null, results }).map((one) => one?.status ?? null);

test("results in any order go to the users at their index", () => {
  const results = [result(1, { ...bob, status: "not_found" }), result(0, ada)];
  expect(matched([ada, bob], ...results)).toEqual(["imported", "not_found"]);
});

test("a result that names nobody counts by its index", () => {
  expect(matched([ada, bob], result(0, {}), result(1, {}))).toEqual(["imported", "imported"]);
});

test("of two results with one index, none counts", () => {
  expect(matched([ada, bob], result(0, ada), result(0, ada), result(1, bob))).toEqual([null, "imported"]);
});

test("another person's id or email is enough to set a result aside", () => {
  expect(matched([ada], result(0, { ...ada, email: bob.email }))).toEqual([null]);
  expect(matched([ada], result(0, { ...ada, externalUserId: bob.externalUserId }))).toEqual([null]);
});

test("an email is compared by the normal form of the contract, an id as it is", () => {
  expect(matched([{ ...ada, email: " Ada@EXAMPLE.com" }], result(0, ada))).toEqual(["imported"]);
  expect(matched([ada], result(0, { ...ada, externalUserId: "ADA" }))).toEqual([null]);
});

test("an invalid value may come back cut or without control characters, for an invalid row only", () => {
  const long = { externalUserId: "a\u0000da", email: "x".repeat(256) };
  const echo = { externalUserId: "a\uFFFDda", email: "x".repeat(100) };
  expect(matched([long], result(0, { ...echo, status: "invalid_row" }))).toEqual(["invalid_row"]);
  expect(matched([long], result(0, echo))).toEqual([null]);
  expect(matched([long], result(0, { ...echo, email: "x", status: "invalid_row" }))).toEqual([null]);
});

test("a user that is none is matched by index", () => {
  expect(matched([null as unknown as UserInput], result(0, { status: "invalid_row" }))).toEqual(["invalid_row"]);
});
