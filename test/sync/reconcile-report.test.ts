// Tests the report of a reconcile: moved users, gone users and missed deltas, and when they are unknown.
import { expect, test } from "vitest";
import { recordOutcomes } from "../../src/sync/ledger/ledger.ts";
import type { ReconcileOptions } from "../../src/sync/reconcile/reconcile.ts";
import { openPortal, person } from "./portal.ts";

test("reports a changed email, whose old connection stays", async () => {
  const portal = await openPortal("ann", "new");
  await portal.reconcile([person("ann")]);
  const moved = [person("ann", { email: "unknown@x.io" })];
  const masked = { key: "ann", oldEmail: "a***@x***.io", newEmail: "u***@x***.io" };
  expect((await portal.reconcile(moved)).moved).toEqual({ count: 1, first: [masked] });
  // As long as the new email is not acknowledged, the older connection is the one there is.
  expect((await portal.reconcile(moved, { emails: "plain" })).moved.first).toEqual([
    { key: "ann", oldEmail: "ann@x.io", newEmail: "unknown@x.io" },
  ]);
  expect((await portal.reconcile([person("ann", { email: "new@x.io" })])).moved.count).toBe(1);
  expect((await portal.reconcile([person("ann", { email: "new@x.io" })])).moved.count).toBe(0);
  expect((await portal.store.snapshot()).connections).toHaveLength(2);
});

test("lists gone users and deletes nothing, until the ledger forgets them", async () => {
  const portal = await openPortal("ann", "bob");
  await portal.reconcile([person("ann"), person("bob"), person("nobody")]);
  const told: string[] = [];
  const onGone: ReconcileOptions["onGone"] = (users) => void told.push(...users.map(({ key }) => key));
  const report = await portal.reconcile([person("ann")], { onGone });
  expect([report.gone, told]).toEqual([
    { count: 1, first: [{ key: "bob", email: "b***@x***.io", judgedAt: expect.any(Number) }] },
    ["bob"],
  ]);
  expect((await portal.store.snapshot()).connections).toHaveLength(2);
  await portal.ledger.forget(["bob"]);
  expect((await portal.reconcile([person("ann")])).gone?.count).toBe(0);
});

test("a user sent as a delta while it runs is not gone", async () => {
  const portal = await openPortal("ann");
  async function* users() {
    yield person("ann");
    const connected = { kind: "acknowledged", status: "imported", warnings: [], sourceId: null } as const;
    const recorder = recordOutcomes(portal.ledger, { now: () => Date.parse("2026-05-04") });
    await recorder.onOutcome(person("new"), connected);
    await recorder.flush();
  }
  expect((await portal.reconcile(users())).gone?.count).toBe(0);
});

test("computes the share of changes that deltas missed", async () => {
  const portal = await openPortal("ann", "bob", "cleo", "dan");
  await portal.reconcile([person("ann"), person("bob"), person("cleo")]);
  portal.pass(1);
  // Deltas brought three changes; two more were missed.
  const recorder = recordOutcomes(portal.ledger, { now: () => Date.parse("2026-05-03T12:00:00Z") });
  const connected = { kind: "acknowledged", status: "already_connected", warnings: [], sourceId: null } as const;
  for (const name of ["ann", "bob", "cleo"]) await recorder.onOutcome(person(name, { name }), connected);
  await recorder.flush();
  const users = [person("ann", { name: "ann" }), person("bob", { name: "bob" }), person("cleo"), person("dan")];
  const report = await portal.reconcile(users);
  expect([report.counters.stale, report.counters.missing, report.missedShare]).toEqual([1, 1, 0.5]);
});

test("a plan sends nothing and reports the same", async () => {
  const portal = await openPortal("ann");
  await portal.reconcile([person("ann")]);
  const plan = await portal.reconcile([person("bob")], { plan: true });
  expect(plan).toMatchObject({ state: "planned", counters: { missing: 1 }, gone: { count: 1 }, sync: null });
  expect(portal.posts).toHaveLength(1);
  expect(await portal.reconcile([person("bob")])).toMatchObject({ state: "done", counters: { missing: 1 } });
});

test("an aborted one lists no gone users, and the next one sends the rest", async () => {
  const names = Array.from({ length: 30 }, (_, number) => `user${number}`);
  const portal = await openPortal(...names);
  await portal.reconcile([person("old")]);
  const abort = new AbortController();
  const onProgress: ReconcileOptions["onProgress"] = ({ type }) => type === "batchAnswered" && abort.abort();
  const users = names.map((name) => person(name));
  const aborted = await portal.reconcile(users, { batchSize: 10, signal: abort.signal, onProgress });
  expect(aborted).toMatchObject({ state: "aborted", gone: null, missedShare: null });
  const next = await portal.reconcile(users, { batchSize: 10 });
  expect(next).toMatchObject({ state: "done", counters: { upToDate: 10, missing: 20 } });
  expect(new Set(portal.posts.flat()).size).toBe(portal.posts.flat().length);
});

test("a failed one lists no gone users and keeps acknowledged ones in the ledger", async () => {
  const portal = await openPortal("ann", "bob");
  await portal.reconcile([person("ann")]);
  async function* broken() {
    yield person("bob");
    throw new Error("The database is away.");
  }
  const report = await portal.reconcile(broken());
  expect(report).toMatchObject({ state: "partial", gone: null, sync: { failure: { code: "input_failed" } } });
  expect(await portal.ledger.lastRun()).not.toMatchObject({ id: report.runId });
});

test("one that read all users but could not send them lists no gone users", async () => {
  const portal = await openPortal("ann", "bob");
  await portal.reconcile([person("ann")]);
  portal.breakDown();
  const report = await portal.reconcile([person("bob")]);
  expect(report).toMatchObject({ state: "partial", counters: { missing: 1 }, gone: null, missedShare: null });
  expect((await portal.ledger.look(["bob"], null)).size).toBe(0);
});
