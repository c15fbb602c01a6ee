// Checks that neither a run nor a delta sync acknowledges users whose results name another person or contradict the counters.
import { describe, expect, test } from "vitest";
import { countStatuses } from "../../src/contract/status.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import type { Step } from "../client/scripted-server.ts";
import { createTestSync, servePosts, toClient, toUser } from "./delta-syncs.ts";

type Row = Record<string, unknown>;

const otherPerson = (_: Row, index: number): Row => ({ externalUserId: `x${index}`, email: `x${index}@example.com` });

const unreliable: readonly [string, Step][] = [
  ["another id and email", answer(otherPerson)],
  ["the users exchanged", answer((_, index) => ({ externalUserId: String(2 - index) }))],
  ["no index and other people", answer((user, index) => ({ ...otherPerson(user, index), index: null }))],
  ["no results", answer(() => null)],
  ["a result too many", answer(({ externalUserId, email }) => ({ externalUserId, email }), undefined, 1)],
  ["another id", answer((_, index) => ({ externalUserId: `x${index}` }))],
  ["another email", answer((_, index) => ({ email: `x${index}@example.com` }))],
  ["other counters", answer(() => ({}), { ...countStatuses([]), total: 2, not_found: 2 })],
];

describe.each(unreliable)("a server that answers with %s", (_, step) => {
  test("leaves the users of a run pending", async () => {
    const server = await servePosts(step);
    const reasons: unknown[] = [];
    const report = await syncUsers(toClient(server.url), [toUser(1), toUser(2)], {
      name: "Nightly",
      onOutcome: (_user, outcome) => void reasons.push(outcome.kind === "pending" ? outcome.reason : outcome.kind),
    });
    expect([report.state, reasons]).toEqual(["done", ["results_unknown", "results_unknown"]]);
  });

  test("leaves deltas pending, once, and the ledger as it was", async () => {
    const server = await servePosts(step);
    const ledger = createMemoryLedger();
    const { sync, outcomes, queue } = createTestSync(server.url, { ledger });
    await sync.enqueue(toUser(1));
    await sync.enqueue(toUser(2));
    expect(await sync.drain()).toEqual({ sent: 2, left: 0 });
    expect(outcomes).toMatchObject([
      ["1", { kind: "pending", reason: "results_unknown", sourceId: "src_1" }],
      ["2", { kind: "pending", reason: "results_unknown", sourceId: "src_1" }],
    ]);
    expect(sync.stats()).toMatchObject({ acknowledged: 0, pending: 2, state: "drained" });
    expect([server.sent().length, queue.waiting(), ledger.content().entries]).toEqual([1, [], []]);
  });
});

describe.each<[string, Step]>([
  ["more imported than users", answer(() => ({}), { ...countStatuses([]), total: 2, imported: 14 })],
  ["another total", answer(() => ({}), { ...countStatuses([]), total: 3 })],
  ["another source", answer(otherPerson, undefined, 0, "Weekly")],
])("a server that answers with %s", (_, step) => {
  test("leaves a run in doubt", async () => {
    const server = await servePosts(step);
    const report = await syncUsers(toClient(server.url), [toUser(1), toUser(2)], { name: "Nightly" });
    expect(report).toMatchObject({
      state: "partial",
      failure: { code: "unexpected_answer" },
      counters: { acknowledged: 0, pending: 2, pendingReasons: { outcome_unknown: 2 } },
    });
  });

  test("has its deltas sent again under their key", async () => {
    const server = await servePosts(step);
    const { sync, failures } = createTestSync(server.url);
    await sync.enqueue(toUser(1));
    await sync.enqueue(toUser(2));
    expect(await sync.drain()).toEqual({ sent: 2, left: 0 });
    expect(failures).toEqual(["unexpected_answer"]);
    expect(new Set(server.sent().map(({ key }) => key)).size).toBe(1);
  });
});

test("an echo that was only normalised is believed", async () => {
  const echo = answer(({ externalUserId, email }) => ({ externalUserId, email: String(email).toUpperCase() }));
  const server = await servePosts(echo);
  const { sync } = createTestSync(server.url);
  await sync.enqueue(toUser(1));
  await sync.drain();
  expect(sync.stats()).toMatchObject({ acknowledged: 1, pending: 0 });
});

// Calls every user imported, under the identity that `toIdentity` makes of the user.
function answer(toIdentity: (user: Row, index: number) => Row | null, counters?: Row, extra = 0, name?: string): Step {
  return (response, { body }) => {
    const { sourceName, users } = JSON.parse(body);
    const results = [...users, ...users.slice(0, extra)].flatMap((user: Row, index: number) => {
      const identity = toIdentity(user, index);
      return identity ? [{ index, status: "imported", ...identity }] : [];
    });
    const source = { id: "src_1", name: name ?? sourceName, createdAt: "2026-05-03T00:00:00Z", counters };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ source, results }));
  };
}
