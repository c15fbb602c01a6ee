// A result counts for a user only where its index, its identity and the counters agree.
import { describe, expect, test } from "vitest";
import type { LooseResult } from "../../src/contract/import.ts";
import { matchResults, toBelievedResponse } from "../../src/contract/match-results.ts";
import type { UserInput } from "../../src/contract/user.ts";
import { startWork } from "../worked-time.ts";

const ada = { externalUserId: "ada", email: "ada@example.com" };
const bob = { externalUserId: "bob", email: "bob@example.com" };

function result(index: number | null, of: Partial<LooseResult>): LooseResult {
  const rest = { connectionId: null, code: null, field: null, warnings: [] };
  return { index, externalUserId: "", email: "", status: "imported", ...rest, ...of };
}

const matched = (users: readonly UserInput[], ...results: readonly LooseResult[]) =>
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

test("a result that names exactly the user sent is returned as the same object", () => {
  const complete = [result(0, ada), result(1, bob)];
  const found = matchResults([ada, bob], { source: null, results: complete });
  expect(found.map((one, place) => one === complete[place])).toEqual([true, true]);
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

test("the result of a user without an email or an id names none either", () => {
  const blank = { externalUserId: "", email: "" };
  expect(matched([blank, ada], result(0, { ...blank, status: "invalid_row" }), result(1, ada))).toEqual([
    "invalid_row",
    "imported",
  ]);
  expect(matched([blank], result(0, bob))).toEqual([null]);
});

describe("without an index", () => {
  const bobNotFound = { ...bob, status: "not_found" };
  const twins = [ada, bob, ada];
  const emailTwins = [ada, { ...ada, externalUserId: "ada2" }];
  const idTwins = [ada, { ...ada, email: "ada@other.example" }];
  const long = { externalUserId: "c", email: `${"x".repeat(300)}@example.com` };
  const refused = { externalUserId: "", email: "", status: "invalid_row" };

  test.each<[string, readonly UserInput[], readonly Partial<LooseResult>[], (string | null)[]]>([
    ["results in another order go to whom they name", [ada, bob], [bobNotFound, ada], ["imported", "not_found"]],
    [
      "ids alone are enough",
      [ada, bob],
      [{ externalUserId: "bob", status: "not_found" }, { externalUserId: "ada" }],
      ["imported", "not_found"],
    ],
    [
      "emails alone are enough",
      [ada, bob],
      [{ email: "BOB@example.com", status: "not_found" }, { email: ada.email }],
      ["imported", "not_found"],
    ],
    [
      "one may name the id and another the email",
      [ada, bob],
      [{ email: bob.email, status: "not_found" }, { externalUserId: "ada" }],
      ["imported", "not_found"],
    ],
    [
      "users of equal identity take theirs in order",
      twins,
      [ada, bobNotFound, { ...ada, status: "already_connected" }],
      ["imported", "not_found", "already_connected"],
    ],
    ["one result for two equal users is nobody's", twins, [ada, bobNotFound], [null, "not_found", null]],
    [
      "an email of two ids does not say whose it is",
      emailTwins,
      [{ email: ada.email }, { email: ada.email, status: "not_found" }],
      [null, null],
    ],
    [
      "an id of two emails does not say whose it is",
      idTwins,
      [{ externalUserId: "ada" }, { externalUserId: "ada", status: "not_found" }],
      [null, null],
    ],
    [
      "both together do",
      idTwins,
      [{ ...ada, email: "ada@other.example", status: "not_found" }, ada],
      ["imported", "not_found"],
    ],
    [
      "another person is nobody's",
      [ada, bob],
      [ada, { externalUserId: "eve", email: "eve@example.com" }],
      ["imported", null],
    ],
    [
      "the id of one and the email of another is nobody's",
      [ada, bob],
      [{ ...ada, email: bob.email }, bob],
      [null, "imported"],
    ],
    ["statuses that differ and name nobody are nobody's", [ada, bob], [{}, { status: "not_found" }], [null, null]],
    ["statuses that are all the same are everybody's", [ada, bob], [{}, {}], ["imported", "imported"]],
    ["fewer of them are nobody's", [ada, bob], [{}], [null, null]],
    [
      "the only one that names nobody is of the only user left",
      [ada, { email: "?" }],
      [refused, ada],
      ["imported", "invalid_row"],
    ],
    ["but not where a result is another person's", [ada, bob], [{}, { externalUserId: "eve" }], [null, null]],
    [
      "an invalid value that came back cut is recognised",
      [ada, long],
      [{ ...long, email: "x".repeat(100), status: "invalid_row" }, ada],
      ["imported", "invalid_row"],
    ],
    [
      "a number is the id it prints as",
      [{ externalUserId: 7, email: "a@example.com" } as unknown as UserInput, bob],
      [bobNotFound, { externalUserId: "7" }],
      ["imported", "not_found"],
    ],
  ])("%s", (_, users, given, expected) => {
    expect(matched(users, ...given.map((one) => result(null, one)))).toEqual(expected);
  });

  test("an index that names nobody counts only while no result is another person's", () => {
    const [byIndex, foreign] = [result(0, {}), result(1, { externalUserId: "eve" })];
    expect(matched([ada, bob], byIndex, foreign)).toEqual([null, null]);
    expect(matched([ada, bob], byIndex, result(1, { externalUserId: "bob" }))).toEqual(["imported", "imported"]);
  });

  test("ten thousand results in reverse are matched at once", () => {
    const users = Array.from({ length: 10_000 }, (_, index) => ({
      externalUserId: "same",
      email: `u${index}@example.com`,
    }));
    const results = users.map((user, index) => result(null, { ...user, connectionId: String(index) })).toReversed();
    const worked = startWork();
    const found = matchResults(users, { source: null, results });
    expect(worked()).toBeLessThan(2_000);
    expect(found.every((one, index) => one?.connectionId === String(index))).toBe(true);
  });
});

describe("of a response", () => {
  const users = Array.from({ length: 10 }, (_, index) => ({
    externalUserId: `x${index}`,
    email: `x${index}@example.com`,
  }));
  const request = { sourceName: "May", users };
  const counters = { total: 10, imported: 9, already_connected: 0, not_found: 1, name_mismatch: 0, invalid_row: 0 };
  const source = { id: "src_1", name: "May", createdAt: "", counters, reactivated: null };
  const statusOf = (index: number) => (index === 3 ? "not_found" : "imported");
  const exact = users.map((user, index) => result(index, { ...user, status: statusOf(index) }));
  const unnumbered = exact.map((one) => ({ ...one, index: null }));
  const foreign = exact.map((one) => ({ ...one, externalUserId: `z${one.index}`, email: `z${one.index}@example.com` }));
  const bare = exact.map((one) => result(null, { status: one.status }));
  const withCounters = (changes: Partial<typeof counters>) => ({ ...source, counters: { ...counters, ...changes } });

  test.each([
    ["in order", exact, source],
    ["in another order", exact.toReversed(), source],
    ["in another order and without index", unnumbered.toReversed(), source],
    ["without a source", exact, null],
    ["with a source that counts nothing", unnumbered, { ...source, counters: null }],
  ])("all results %s are believed", (_, results, saved) => {
    const believed = toBelievedResponse(request, { source: saved, results });
    expect(believed?.results.map(({ index, status }) => [index, status])).toEqual(
      users.map((_user, index) => [index, statusOf(index)]),
    );
  });

  test.each([
    ["all results are of other people", foreign],
    ["one result is of another person", exact.with(7, foreign[7] as LooseResult)],
    ["a result is missing", exact.slice(1)],
    ["a result is too many", [...exact, foreign[0] as LooseResult]],
    ["there are no results", []],
    ["the statuses name nobody", bare],
    ["an index comes twice", exact.with(1, exact[0] as LooseResult)],
    ["no index is in range", exact.map((one) => ({ ...one, index: (one.index ?? 0) + 10 }))],
    ["the indexes are those of others", exact.map((one) => ({ ...one, index: 9 - (one.index ?? 0) }))],
  ])("only the counts are believed where %s", (_, results) => {
    expect(toBelievedResponse(request, { source, results })).toEqual({ source, results: [] });
  });

  test.each([
    ["another status", exact.map((one) => ({ ...one, status: "imported" })), source],
    ["other counters that add up", exact, withCounters({ imported: 6, not_found: 4 })],
  ])("only the source is believed, without counts, where %s contradict the rest", (_, results, saved) => {
    const believed = toBelievedResponse(request, { source: saved, results });
    expect(believed).toEqual({ source: { ...saved, counters: null }, results: [] });
  });

  test.each([
    ["more are imported than were sent", exact, withCounters({ imported: 14 })],
    ["the total is another", exact, withCounters({ total: 14, imported: 13 })],
    ["the counters do not add up", foreign, withCounters({ not_found: 0 })],
    ["the source has another name", foreign, { ...source, name: "June" }],
    ["no source is named", foreign, null],
    ["the source says nothing of this import", [], { ...source, name: "", counters: null }],
  ])("nothing is believed where %s", (_, results, saved) => {
    expect(toBelievedResponse(request, { source: saved, results })).toBeNull();
  });

  test("statuses that name nobody are counted where the source counts nothing", () => {
    const believed = toBelievedResponse(request, { source: { ...source, counters: null }, results: bare });
    expect(believed).toEqual({ source, results: [] });
  });
});

test("a result with an empty id and email keeps those of the user sent", () => {
  const users = [{ externalUserId: "1", email: "a@x.io" }];
  const result = { index: 0, externalUserId: "", email: "", status: "imported" as const, connectionId: null };
  const [matched] = matchResults(users, {
    source: null,
    results: [{ ...result, code: null, field: null, warnings: [] }],
  });
  expect(matched).toMatchObject({ externalUserId: "1", email: "a@x.io" });
});
