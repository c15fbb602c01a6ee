// Tests which users a reconcile sends, against the reference backend over real HTTP.
import { expect, test } from "vitest";
import { recordOutcomes } from "../../src/sync/ledger/ledger.ts";
import type { ReconcileOptions } from "../../src/sync/reconcile/reconcile.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { openPortal, person } from "./portal.ts";

test("sends users that are not in the ledger, once", async () => {
  const portal = await openPortal("ann", "bob");
  const users = [person("ann"), person("bob"), person("nobody")];
  const first = await portal.reconcile(users);
  expect(first).toMatchObject({
    state: "done",
    counters: { total: 3, missing: 3, toSend: 3, upToDate: 0 },
    gone: { count: 0 },
    missedShare: null,
    sync: { counters: { acknowledged: 2, refused: 1 } },
  });
  const second = await portal.reconcile(users);
  expect(second).toMatchObject({ counters: { upToDate: 2, waiting: 1, toSend: 0 }, sync: { sources: [] } });
  expect(portal.posts).toEqual([["ann", "bob", "nobody"]]);
});

test("sends changed users, but not those with other capitals in the email", async () => {
  const portal = await openPortal("ann", "bob");
  await portal.reconcile([person("ann"), person("bob")]);
  const changed = [person("ann", { lastLoginDate: "2026-05-03" }), person("bob", { email: " BOB@X.IO " })];
  expect(await portal.reconcile(changed)).toMatchObject({ counters: { stale: 1, upToDate: 1 } });
  expect(portal.posts.at(-1)).toEqual(["ann"]);
});

test("sends refused users again after 1, 3, 7, then every 30 days", async () => {
  const portal = await openPortal("ann");
  const users = [person("nobody")];
  await portal.reconcile(users);
  const tried = async (days: number) => {
    portal.pass(days);
    return (await portal.reconcile(users)).counters.due;
  };
  expect([await tried(0.9), await tried(0.1)]).toEqual([0, 1]);
  expect([await tried(2.9), await tried(0.1)]).toEqual([0, 1]);
  expect([await tried(6.9), await tried(0.1)]).toEqual([0, 1]);
  expect([await tried(29.9), await tried(0.1)]).toEqual([0, 1]);
  expect([await tried(29.9), await tried(0.1)]).toEqual([0, 1]);
});

test("never sends an invalid state again, but a new state at once", async () => {
  const portal = await openPortal("ann");
  await portal.reconcile([person("ann", { email: "ann" })]);
  portal.pass(365);
  expect(await portal.reconcile([person("ann", { email: "ann" })])).toMatchObject({
    counters: { invalid: 1, toSend: 0 },
  });
  expect(await portal.reconcile([person("ann")])).toMatchObject({ counters: { stale: 1 }, state: "done" });
});

test("is stopped by invalid users in the first reconcile, but not by invalid changes later", async () => {
  const portal = await openPortal("ann");
  const invalid = Array.from({ length: 20 }, (_, number) => person(`user${number}`, { email: "nonsense" }));
  expect(await portal.reconcile(invalid)).toMatchObject({ state: "stopped_by_guard", gone: null });
  await portal.reconcile([person("ann")]);
  expect(await portal.reconcile([person("ann"), ...invalid])).toMatchObject({ state: "done", gone: { count: 0 } });
});

test("a repeated user is sent once", async () => {
  const portal = await openPortal("ann");
  expect((await portal.reconcile([person("ann"), person("ann")])).counters).toMatchObject({ repeated: 1, toSend: 1 });
  expect(portal.posts).toEqual([["ann"]]);
});

test("a second reconcile with the same id takes no user for repeated", async () => {
  const portal = await openPortal("ann");
  await portal.reconcile([person("ann")]);
  const changed = [person("ann", { lastLoginDate: "2026-05-03" })];
  await portal.reconcile(changed, { runId: "nightly-1", plan: true });
  const again = await portal.reconcile(changed, { runId: "nightly-1" });
  expect(again).toMatchObject({ runId: "nightly-1", counters: { stale: 1, repeated: 0, toSend: 1 } });
});

test("reads the users only as fast as they are sent", async () => {
  const portal = await openPortal();
  const read: number[] = [];
  async function* users() {
    for (let number = 0; number < 6_000; number += 1) {
      read.push(number);
      yield person(`user${number}`);
    }
  }
  const atFirst: number[] = [];
  const onProgress: ReconcileOptions["onProgress"] = ({ type }) =>
    void (type === "batchAnswered" && atFirst.push(read.length));
  await portal.reconcile(users(), { batchSize: 1_000, onProgress });
  expect([atFirst.length, Math.max(...atFirst.slice(0, 1)) <= 3_000]).toEqual([6, true]);
});

test("a first full run fills the ledger", async () => {
  const portal = await openPortal("ann", "bob");
  const recorder = recordOutcomes(portal.ledger, { now: portal.now });
  const users = [person("ann"), person("BOB"), person("nobody")];
  await syncUsers(portal.client, users, { name: "Bootstrap", onOutcome: recorder.onOutcome });
  await recorder.flush();
  expect(await portal.reconcile(users)).toMatchObject({ counters: { upToDate: 2, waiting: 1, toSend: 0 } });
});
