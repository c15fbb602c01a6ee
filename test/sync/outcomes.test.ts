// Tests how an import response becomes outcomes, and how outcomes are counted.
import { describe, expect, test } from "vitest";
import type { RowResult } from "../../src/contract/import.ts";
import type { Source } from "../../src/contract/source.ts";
import { countStatuses } from "../../src/contract/status.ts";
import { addCounters, countOutcomes, countPending, noUsers, toOutcomes } from "../../src/sync/report/outcome.ts";

const users = ["ada", "bob"].map((name) => ({ externalUserId: name, email: `${name}@example.com` }));

function result(index: number, status: string, more: Partial<RowResult> = {}): RowResult {
  const { externalUserId = "", email = "" } = users[index] ?? {};
  return { index, externalUserId, email, status, connectionId: null, code: null, field: null, warnings: [], ...more };
}

function source(statuses: readonly string[], total = statuses.length): Source {
  const counters = { ...countStatuses(statuses.map((status) => ({ status }))), total };
  return { id: "src_1", name: "May", createdAt: "", counters, reactivated: null };
}

const kinds = (results: readonly RowResult[], saved: Source | null = null, isDryRun = false) =>
  toOutcomes(users, { source: saved, results }, isDryRun).map((outcome) =>
    outcome.kind === "pending" ? outcome.reason : outcome.kind,
  );

describe("outcomes of a response with", () => {
  const fine = [result(0, "imported"), result(1, "not_found")];

  test.each([
    ["results in order", fine, null, ["acknowledged", "refused"]],
    ["results in another order", fine.toReversed(), null, ["acknowledged", "refused"]],
    ["counters that agree", fine, source(["imported", "not_found"]), ["acknowledged", "refused"]],
    ["counters that count otherwise", fine, source([], 2), ["acknowledged", "refused"]],
    ["a status beyond the five", [result(0, "queued"), fine[1]], null, ["unknown_status", "refused"]],
    ["a result of another person", [result(0, "imported", users[1]), fine[1]], null, ["results_unknown", "refused"]],
    [
      "an email that was normalised",
      [result(0, "imported", { email: "ADA@example.com" }), fine[1]],
      null,
      ["acknowledged", "refused"],
    ],
    ["a user without a result", [fine[1]], null, ["results_unknown", "refused"]],
    ["no results", [], source(["imported", "imported"]), ["results_unknown", "results_unknown"]],
    ["counters that contradict", fine, source(["not_found", "not_found"]), ["results_unknown", "results_unknown"]],
    [
      "counters of another number",
      fine,
      source(["imported", "not_found", "not_found"]),
      ["results_unknown", "results_unknown"],
    ],
  ])("%s", (_, results, saved, expected) => expect(kinds(results as RowResult[], saved)).toEqual(expected));

  test("a dry run acknowledges nobody", () => expect(kinds(fine, null, true)).toEqual(["dry_run", "dry_run"]));
});

test("counts of outcomes add up, also after adding them", () => {
  const outcomes = toOutcomes(
    users,
    { source: null, results: [result(0, "already_connected"), result(1, "later")] },
    false,
  );
  const counters = countOutcomes(outcomes);
  expect(counters).toMatchObject({
    total: 2,
    acknowledged: 1,
    refused: 0,
    pending: 1,
    pendingReasons: { unknown_status: 1 },
  });
  const sum = addCounters(addCounters(counters, counters), countPending(3, "not_sent"));
  expect(sum).toMatchObject({
    total: 7,
    acknowledged: 2,
    pending: 5,
    pendingReasons: { unknown_status: 2, not_sent: 3 },
  });
  expect(addCounters(noUsers, counters)).toEqual(counters);
});
