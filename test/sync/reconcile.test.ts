// Reconciling against the reference backend over real HTTP: what is sent, what is only told, and what an abort leaves.
import { expect, onTestFinished, test } from "vitest";
import { createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import type { ImportClient } from "../../src/client/client.ts";
import type { UserInput } from "../../src/contract/user.ts";
import { createMemoryLedger, type MemoryLedger } from "../../src/sync/memory-ledger.ts";
import { type ReconcileOptions, reconcile } from "../../src/sync/reconcile.ts";
import { recordOutcomes } from "../../src/sync/record-outcomes.ts";
import { type SyncInput, syncUsers } from "../../src/sync/sync-users.ts";
import { account } from "../mock-server/worlds.ts";
import { toClient } from "./delta-syncs.ts";

const day = 86_400_000;

interface Portal {
  readonly client: ImportClient;
  readonly ledger: MemoryLedger;
  readonly posts: readonly (readonly string[])[];
  readonly store: ReturnType<typeof createMemoryStore>;
  reconcile(users: SyncInput, more?: Partial<ReconcileOptions>): ReturnType<typeof reconcile>;
  pass(days: number): void;
}

/** A portal that knows these people, a ledger, and a clock that a test moves. */
async function openPortal(...people: readonly string[]): Promise<Portal> {
  const store = createMemoryStore({ accounts: people.map((name) => account(`${name}@x.io`)), connections: [] });
  const backend = createBackend({ store });
  const posts: string[][] = [];
  const server = await serve({
    async fetch(request) {
      if (request.method === "POST") {
        const { users } = (await request.clone().json()) as { users: UserInput[] };
        posts.push(users.map((user) => user.externalUserId ?? ""));
      }
      return backend.fetch(request);
    },
  });
  onTestFinished(() => server.close());
  const client = toClient(server.url);
  const ledger = createMemoryLedger();
  let now = Date.parse("2026-05-03T00:00:00Z");
  const tick = () => {
    now += 1;
    return now;
  };
  return {
    ...{ client, ledger, posts, store },
    reconcile: (users, more = {}) => reconcile(client, users, { ledger, now: tick, ...more }),
    pass(days) {
      now += days * day;
    },
  };
}

const person = (name: string, more: UserInput = {}): UserInput => ({
  externalUserId: name,
  email: `${name}@x.io`,
  ...more,
});

test("sends whom the ledger does not know, once", async () => {
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

test("sends what changed, whatever was capitalised differently", async () => {
  const portal = await openPortal("ann", "bob");
  await portal.reconcile([person("ann"), person("bob")]);
  const changed = [person("ann", { lastLoginDate: "2026-05-03" }), person("bob", { email: " BOB@X.IO " })];
  expect(await portal.reconcile(changed)).toMatchObject({ counters: { stale: 1, upToDate: 1 } });
  expect(portal.posts.at(-1)).toEqual(["ann"]);
});

test("tries the refused again after 1, 3, 7, then every 30 days, and finds who has an account by then", async () => {
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

test("never tries an invalid state again, but the next one at once", async () => {
  const portal = await openPortal("ann");
  await portal.reconcile([person("ann", { email: "ann" })]);
  portal.pass(365);
  expect(await portal.reconcile([person("ann", { email: "ann" })])).toMatchObject({
    counters: { invalid: 1, toSend: 0 },
  });
  expect(await portal.reconcile([person("ann")])).toMatchObject({ counters: { stale: 1 }, state: "done" });
});

test("tells of an email that changed, and that the older connection stays", async () => {
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

test("tells who is gone and deletes nothing, until they are forgotten", async () => {
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

test("who comes through deltas while it runs is not gone", async () => {
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

test("says which share of the changes the deltas missed", async () => {
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

test("a plan sends nothing and tells the same", async () => {
  const portal = await openPortal("ann");
  await portal.reconcile([person("ann")]);
  const plan = await portal.reconcile([person("bob")], { plan: true });
  expect(plan).toMatchObject({ state: "planned", counters: { missing: 1 }, gone: { count: 1 }, sync: null });
  expect(portal.posts).toHaveLength(1);
  expect(await portal.reconcile([person("bob")])).toMatchObject({ state: "done", counters: { missing: 1 } });
});

test("a user who comes twice is sent once", async () => {
  const portal = await openPortal("ann");
  expect((await portal.reconcile([person("ann"), person("ann")])).counters).toMatchObject({ repeated: 1, toSend: 1 });
  expect(portal.posts).toEqual([["ann"]]);
});

test("an aborted one never says who is gone, and the next one goes on where it ended", async () => {
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

test("a failed one neither says who is gone nor forgets what was acknowledged", async () => {
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

test("a first full run feeds the ledger", async () => {
  const portal = await openPortal("ann", "bob");
  const recorder = recordOutcomes(portal.ledger);
  const users = [person("ann"), person("BOB"), person("nobody")];
  await syncUsers(portal.client, users, { name: "Bootstrap", onOutcome: recorder.onOutcome });
  await recorder.flush();
  expect(await portal.reconcile(users)).toMatchObject({ counters: { upToDate: 2, waiting: 1, toSend: 0 } });
});
