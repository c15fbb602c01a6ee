// Sources, their list and their rollback, as any server may send them.
import { describe, expect, test } from "vitest";
import { readRollback, readSource, readSourceList } from "../../src/contract/source.ts";
import { countStatuses, isRowStatus, readCounters, rowStatuses } from "../../src/contract/status.ts";

const counters = { total: 5, imported: 1, already_connected: 1, not_found: 1, name_mismatch: 1, invalid_row: 1 };
const source = { id: "src_1", name: "Nightly Sync", createdAt: "2026-05-03T00:00:04.120Z", counters, reactivated: 0 };
const bare = { id: "src_1", name: "", createdAt: "", counters: null, reactivated: null };

describe("a source", () => {
  const cases: [name: string, body: unknown, read: unknown][] = [
    ["in full", source, source],
    ["with nothing but an id", { id: "src_1" }, bare],
    ["with a number as id", { id: 17 }, { ...bare, id: "17" }],
    ["with further members", { ...source, results: [] }, source],
    ["with values of other types", { id: "src_1", name: null, createdAt: 5, counters: "x", reactivated: "no" }, bare],
    [
      "with some counters",
      { id: "src_1", counters: { total: 3, imported: 3 } },
      { ...bare, counters: { ...zero(), total: 3, imported: 3 } },
    ],
  ];
  for (const [name, body, read] of cases) test(name, () => expect(readSource(body)).toEqual(read));

  for (const body of [{}, { id: "" }, { id: null }, null, "src_1", []]) {
    test(`${JSON.stringify(body)} is none`, () => expect(readSource(body)).toBeNull());
  }
});

describe("a list", () => {
  const cases: [name: string, body: unknown, read: unknown][] = [
    [
      "in full",
      { sources: [source], nextCursor: "c2", extensions: ["dryRun"] },
      { sources: [source], nextCursor: "c2", extensions: ["dryRun"] },
    ],
    ["a bare array", [source], { sources: [source], nextCursor: null, extensions: [] }],
    ["an empty array", [], { sources: [], nextCursor: null, extensions: [] }],
    [
      "entries that can't be read do not hide the others",
      { sources: [{}, source, null] },
      { sources: [source], nextCursor: null, extensions: [] },
    ],
    ["nothing but sources", { sources: [] }, { sources: [], nextCursor: null, extensions: [] }],
    [
      "an extension we don't know",
      { sources: [], extensions: ["x"] },
      { sources: [], nextCursor: null, extensions: ["x"] },
    ],
    [
      "members of other types",
      { sources: [], nextCursor: 5, extensions: "dryRun" },
      { sources: [], nextCursor: null, extensions: [] },
    ],
  ];
  for (const [name, body, read] of cases) test(name, () => expect(readSourceList(body)).toEqual(read));

  for (const body of [null, {}, "", { sources: null }]) {
    test(`${JSON.stringify(body)} is none`, () => expect(readSourceList(body)).toBeNull());
  }
});

describe("a rollback", () => {
  const silent = { source: null, removed: null, alreadyGone: null, reactivatedKept: null, alreadyDeleted: false };
  const full = { source, removed: 12, alreadyGone: 0, reactivatedKept: 1, alreadyDeleted: true };
  const cases: [name: string, body: unknown, read: unknown][] = [
    ["in full", full, full],
    ["without any number", {}, silent],
    ["with something else", { removed: "all", deleted: true }, silent],
  ];
  for (const [name, body, read] of cases) test(name, () => expect(readRollback(body)).toEqual(read));
});

describe("counters", () => {
  test("add up, and an unknown status counts only in the total", () => {
    const statuses = [...rowStatuses, "imported", "postponed"].map((status) => ({ status }));
    expect(countStatuses(statuses)).toEqual({ ...counters, imported: 2, total: 7 });
  });

  test("an invalid count makes counters unreadable", () => {
    expect(readCounters({ total: -1 })).toBeNull();
    expect(readCounters({ total: 1.5 })).toBeNull();
  });

  test("the five statuses are the guide's, in the order in which they are decided", () => {
    expect(rowStatuses).toEqual(["invalid_row", "not_found", "name_mismatch", "already_connected", "imported"]);
    expect(["imported", "Imported", "total", ""].map(isRowStatus)).toEqual([true, false, false, false]);
  });
});

function zero() {
  return { total: 0, imported: 0, already_connected: 0, not_found: 0, name_mismatch: 0, invalid_row: 0 };
}
