// Resumed runs and reconciles whose server saves the batch in doubt only after they were resumed, over real HTTP.
import { expect, onTestFinished, test } from "vitest";
import { createBackend, createMemoryStore, type World } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import type { Timing } from "../../src/client/clock.ts";
import type { Extension } from "../../src/contract/source.ts";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { type ReconcileOptions, reconcile } from "../../src/sync/reconcile/reconcile.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { undoRun } from "../../src/sync/undo-run.ts";
import { createInstantTiming } from "../client/instant-timing.ts";
import { account } from "../mock-server/worlds.ts";
import { toClient } from "./delta-syncs.ts";
import { createManualTiming } from "./manual-timing.ts";
import { person } from "./portal.ts";

const names = ["ann", "bob", "cid", "dan", "eve"];
const users = names.map((name) => person(name));

const servers: readonly [string, readonly Extension[]][] = [
  ["with idempotency keys", ["dryRun", "idempotencyKey", "results"]],
  ["that knows only the guides", []],
];

/** What becomes of the second batch, whose answer never arrives. */
type SecondBatch = "saved at once" | "saved while the resumed part waits" | "never saved";

// Both batches of the first part are sent to a server that drops the connection of the second one.
async function openPortal(extensions: readonly Extension[], second: SecondBatch, sources: World["sources"] = []) {
  const store = createMemoryStore({ accounts: names.map((name) => account(`${name}@x.io`)), connections: [], sources });
  const backend = createBackend({ store, extensions });
  const waits: number[] = [];
  let posts = 0;
  let looks = 0;
  let late: Request | null = null;
  const server = await serve({
    async fetch(request) {
      if (request.method === "GET") looks += 1;
      if (request.method === "POST") posts += 1;
      if (request.method !== "POST" || posts !== 2) return backend.fetch(request);
      if (second === "saved at once") await backend.fetch(request);
      else late = new Request(request.url, { method: "POST", headers: request.headers, body: await request.text() });
      throw new Error("Lost on the way out.");
    },
  });
  onTestFinished(() => server.close());
  const timing: Timing = {
    ...createInstantTiming(),
    async sleep(delay) {
      waits.push(delay);
      if (late && second === "saved while the resumed part waits") await backend.fetch(late);
      late = null;
    },
  };
  const client = toClient(server.url);
  const ledger = createMemoryLedger();
  const checkpoint = createMemoryCheckpoint();
  const options = { ledger, checkpoint, batchSize: 2, runId: "weekly-001", target: "portal" };
  return {
    ...{ client, ledger, checkpoint, waits, timing },
    looks: () => looks,
    reconcile: (more: Partial<ReconcileOptions> = {}, clock = timing) =>
      reconcile(client, users, { ...options, ...more }, clock),
    async left() {
      const { connections } = await store.snapshot();
      const { sources } = await client.listSources();
      return { connections: connections.length, sources: sources.length };
    },
  };
}

const cases: readonly [SecondBatch, { readonly sources: number; readonly waits: readonly number[] }][] = [
  ["saved at once", { sources: 4, waits: [] }],
  ["saved while the resumed part waits", { sources: 4, waits: [7_000] }],
  ["never saved", { sources: 3, waits: [7_000] }],
];

test.each(servers.flatMap(([server, extensions]) => cases.map((one) => [server, ...one, extensions] as const)))(
  "on a server %s, undo takes back all of a resumed reconcile whose batch in doubt was %s",
  async (_, second, { sources, waits }, extensions) => {
    const portal = await openPortal(extensions, second);
    expect(await portal.reconcile()).toMatchObject({ state: "partial" });
    expect(await portal.reconcile({ resume: true, settleTime: 7_000 })).toMatchObject({ state: "done" });
    expect(portal.waits).toEqual(waits);
    expect(await portal.left()).toEqual({ connections: 5, sources });
    const undone = await undoRun(portal.client, portal.checkpoint, { ledger: portal.ledger });
    expect(undone).toMatchObject({ state: "done", unnamed: 0, inDoubt: null });
    expect(await portal.left()).toEqual({ connections: 0, sources: 0 });
  },
);

const lastWeek = {
  ...{
    id: "src_last_week",
    appId: "app_1",
    name: "Reconcile (2)",
    createdAt: "2026-04-26T00:00:00.000Z",
    reactivated: 0,
  },
  counters: { total: 2, imported: 2, already_connected: 0, not_found: 0, name_mismatch: 0, invalid_row: 0 },
  ...{ idempotencyKey: null, fingerprint: null, rollback: null, results: [] },
};

test.each(
  servers.flatMap(([server, extensions]) =>
    cases.slice(0, 2).map(([second, { waits }]) => [server, second, waits, extensions] as const),
  ),
)(
  "on a server %s, undo knows the batch in doubt that was %s from last week's of the same name",
  async (_, second, waits, extensions) => {
    const portal = await openPortal(extensions, second, [lastWeek]);
    await portal.reconcile();
    expect(await portal.reconcile({ resume: true, settleTime: 7_000 })).toMatchObject({ state: "done" });
    expect(portal.waits).toEqual(waits);
    const undone = await undoRun(portal.client, portal.checkpoint, { ledger: portal.ledger });
    expect(undone).toMatchObject({ state: "done", unnamed: 0, inDoubt: null });
    expect(await portal.left()).toEqual({ connections: 0, sources: 1 });
  },
);

test("a resumed reconcile gives the server 30 s where nothing else is said", async () => {
  const portal = await openPortal([], "never saved");
  await portal.reconcile();
  await portal.reconcile({ resume: true });
  expect(portal.waits).toEqual([30_000]);
});

test("a settleTime below zero is refused", async () => {
  const portal = await openPortal([], "never saved");
  await expect(portal.reconcile({ settleTime: -1 })).rejects.toThrow(TypeError);
});

const signals = ["signal", "stopSignal"] as const;

test.each(signals)("%s ends the wait of a resumed reconcile, which is resumed later as a whole", async (signal) => {
  const portal = await openPortal([], "saved while the resumed part waits");
  await portal.reconcile();
  const before = await portal.checkpoint.read();
  const looks = portal.looks();
  const abort = new AbortController();
  const manual = createManualTiming();
  const ending = portal.reconcile({ resume: true, [signal]: abort.signal }, manual);
  await expect.poll(() => manual.sleeping()).toEqual([30_000]);
  abort.abort();
  expect(await ending).toMatchObject({ state: "aborted", sync: { failure: null, batches: 0 } });
  await expect.poll(() => manual.sleeping()).toEqual([]);
  expect(portal.looks()).toBe(looks + 1);
  expect(await portal.checkpoint.read()).toEqual(before);
  expect(await portal.reconcile({ resume: true })).toMatchObject({ state: "done" });
  expect(await undoRun(portal.client, portal.checkpoint)).toMatchObject({ state: "done", unnamed: 0 });
  expect(await portal.left()).toEqual({ connections: 0, sources: 0 });
});

test.each(signals)("%s ends the wait of a resumed run, which is resumed later", async (signal) => {
  const { client, timing, left } = await openPortal([], "saved while the resumed part waits");
  const options = { name: "Nightly", batchSize: 2, checkpoint: createMemoryCheckpoint() };
  expect(await syncUsers(client, users, options)).toMatchObject({ state: "partial" });
  const abort = new AbortController();
  const manual = createManualTiming();
  const ending = syncUsers(client, users, { ...options, resume: true, [signal]: abort.signal }, manual);
  await expect.poll(() => manual.sleeping()).toEqual([30_000]);
  abort.abort();
  expect(await ending).toMatchObject({ state: "aborted", failure: null });
  expect(manual.sleeping()).toEqual([]);
  expect(await syncUsers(client, users, { ...options, resume: true }, timing)).toMatchObject({ state: "done" });
  expect(await left()).toEqual({ connections: 5, sources: 3 });
});
