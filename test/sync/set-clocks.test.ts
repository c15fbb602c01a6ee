// Tests runs, ledgers and reconciles whose clock is set forwards or back by hours, while they work and in between.
import { describe, expect, test } from "vitest";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { createRecorder, type LedgerEntry, recordOutcomes } from "../../src/sync/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { reconcile } from "../../src/sync/reconcile/reconcile.ts";
import { toAlerts } from "../../src/sync/report/alerts.ts";
import { noUsers, type UserOutcome } from "../../src/sync/report/outcome.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { undoRun } from "../../src/sync/undo-run.ts";
import { createInstantTiming } from "../client/instant-timing.ts";
import { openPortal, person } from "./portal.ts";
import { setUpSite, sourceNames, toUsers } from "./site.ts";

const hour = 3_600_000;
const noon = Date.parse("2026-05-03T12:00:00Z");

const connected: UserOutcome = { kind: "acknowledged", status: "already_connected", warnings: [], sourceId: "src_1" };
const refused: UserOutcome = { kind: "refused", status: "not_found", code: null, field: null, sourceId: "src_1" };

// Records the outcomes of one user, each at its own time and in a process of its own.
async function record(...outcomes: readonly (readonly [UserOutcome, number])[]) {
  const ledger = createMemoryLedger();
  for (const [outcome, now] of outcomes) {
    const recorder = recordOutcomes(ledger, { now: () => now });
    await recorder.onOutcome(person("ann"), outcome);
    await recorder.flush();
  }
  return ledger;
}

const statusOf = async (ledger: ReturnType<typeof createMemoryLedger>) =>
  (await ledger.look(["ann"], null)).get("ann")?.status;

describe("a ledger", () => {
  test.each([
    ["an hour", hour],
    ["six hours", 6 * hour],
    ["a year", 24 * 365 * hour],
  ])("has the later result, although the clock was set back by %s before it", async (_, back) => {
    expect(await statusOf(await record([connected, noon], [refused, noon - back]))).toBe("not_found");
    expect(await statusOf(await record([refused, noon], [connected, noon - back]))).toBe("already_connected");
  });

  test("keeps the newer of two results that two processes write at nearly the same time", async () => {
    expect(await statusOf(await record([connected, noon], [refused, noon - 1_000]))).toBe("already_connected");
  });

  test("keeps who created a connection when its entry is of a clock that was ahead", async () => {
    const imported: UserOutcome = { ...connected, status: "imported" };
    const ledger = await record([imported, noon + 6 * hour], [connected, noon]);
    expect((await ledger.look(["ann"], null)).get("ann")).toMatchObject({ createdBy: "src_1", judgedAt: noon });
  });

  test("has times that never go back within one process", async () => {
    const ledger = createMemoryLedger();
    let now = noon;
    const recorder = createRecorder(ledger, { now: () => now });
    await recorder.onOutcome(person("ann"), connected);
    now -= 6 * hour;
    await recorder.onOutcome(person("bob"), connected);
    await recorder.flush();
    const entries = await ledger.look(["ann", "bob"], null);
    expect(Array.from(entries.values(), ({ judgedAt, connectedAt }) => [judgedAt, connectedAt])).toEqual([
      [noon, noon],
      [noon, noon],
    ]);
  });
});

describe("a reconcile", () => {
  test("sends a refused user whose next attempt was set by a clock that was a year ahead", async () => {
    const portal = await openPortal();
    portal.pass(365);
    await portal.reconcile([person("ann")]);
    portal.pass(-365);
    expect(await portal.reconcile([person("ann")])).toMatchObject({ counters: { due: 1, waiting: 0 } });
    expect(await portal.reconcile([person("ann")])).toMatchObject({ counters: { due: 0, waiting: 1 } });
  });

  test("says nothing of missed changes where the last one ended ahead of the clock", async () => {
    const portal = await openPortal("ann", "bob");
    portal.pass(1);
    await portal.reconcile([person("ann")]);
    portal.pass(-1);
    expect(await portal.reconcile([person("ann"), person("bob")])).toMatchObject({ missedShare: null });
  });
});

test.each([
  ["forwards", 6 * hour],
  ["back", -6 * hour],
])("a resumed run gives the server its whole time where the clock is set %s meanwhile", async (_, jump) => {
  const fate = (method: string, number: number) => (method === "POST" && number === 2 ? ("lost" as const) : undefined);
  const site = await setUpSite({ fate, extensions: [] }, { retry: false });
  const checkpoint = createMemoryCheckpoint();
  const options = { name: "Nightly", batchSize: 10, checkpoint };
  await syncUsers(site.client, toUsers(20), options, createInstantTiming());
  let now = noon;
  const waits: number[] = [];
  const timing = {
    ...createInstantTiming(),
    // Each look at the clock sets it once more.
    now: () => (now += jump),
    async sleep(delay: number) {
      waits.push(delay);
    },
  };
  const report = await syncUsers(site.client, toUsers(20), { ...options, resume: true }, timing);
  expect([report.state, waits]).toEqual(["done", [30_000]]);
  expect(await sourceNames(site)).toEqual(["Nightly (1)", "Nightly (2)"]);
});

test("undoing a run takes the users out of the ledger whom it connected after the clock was set back", async () => {
  const site = await setUpSite();
  const ledger = createMemoryLedger();
  const checkpoint = createMemoryCheckpoint();
  let now = noon;
  const recorder = recordOutcomes(ledger, { now: () => now });
  const timing = { ...createInstantTiming(), now: () => now };
  const report = await syncUsers(
    site.client,
    toUsers(3),
    {
      name: "Nightly",
      checkpoint,
      async onOutcome(user, outcome) {
        now = noon - 6 * hour;
        // As after a lost answer: the server no longer says who has created the connection.
        const known: UserOutcome =
          outcome.kind === "acknowledged" ? { ...outcome, status: "already_connected" } : outcome;
        await recorder.onOutcome(user, known);
      },
    },
    timing,
  );
  await recorder.flush();
  expect(report.counters.acknowledged).toBe(3);
  expect(await undoRun(site.client, checkpoint, { ledger })).toMatchObject({ removed: 3, forgotten: 3 });
});

test("a resumed reconcile whose clock was set back connects nobody before its run began", async () => {
  const portal = await openPortal("ann", "bob");
  const checkpoint = createMemoryCheckpoint();
  const stop = new AbortController();
  const users = [person("ann"), person("bob")];
  const first = { checkpoint, batchSize: 1, onOutcome: () => stop.abort(), stopSignal: stop.signal };
  const timing = { ...createInstantTiming(), now: () => noon };
  const begun = await reconcile(portal.client, users, { ledger: portal.ledger, now: () => noon, ...first }, timing);
  expect(begun.state).toBe("aborted");
  const options = { ledger: portal.ledger, now: () => noon - 6 * hour, checkpoint, batchSize: 1, resume: true };
  expect(await reconcile(portal.client, users, options, timing)).toMatchObject({ state: "done" });
  const entries: readonly LedgerEntry[] = portal.ledger.content().entries;
  expect(entries.map(({ key, connectedAt }) => [key, connectedAt])).toEqual([
    ["ann", noon],
    ["bob", noon],
  ]);
});

test.each([
  ["an hour ago", -hour, []],
  ["two days ago", -48 * hour, ["no_recent_success"]],
  ["a minute ahead", 60_000, []],
  ["a year ahead", 24 * 365 * hour, ["no_recent_success"]],
])("of a last success %s, an alert for its age says so", (_, distance, codes) => {
  const lastSuccessAt = new Date(noon + distance).toISOString();
  const facts = { runId: "run-1", counters: noUsers, lastSuccessAt, now: noon, guards: [] };
  expect(toAlerts(facts, { maxAge: 26 * hour }).map(({ code }) => code)).toEqual(codes);
});
