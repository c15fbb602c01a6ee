// Reconciles that ask the server, can be resumed and undone, and undoing that the ledger learns of, over real HTTP.
import { expect, onTestFinished, test } from "vitest";
import { createBackend, createMemoryStore, type Store } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import type { ImportClientOptions } from "../../src/client/create-import-client.ts";
import type { Extension } from "../../src/contract/source.ts";
import type { UserInput } from "../../src/contract/user.ts";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { recordOutcomes } from "../../src/sync/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { type ReconcileOptions, reconcile } from "../../src/sync/reconcile/reconcile.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { undoRun } from "../../src/sync/undo-run.ts";
import { account } from "../mock-server/worlds.ts";
import { toClient } from "./delta-syncs.ts";
import { person } from "./portal.ts";

const all: readonly Extension[] = ["dryRun", "idempotencyKey", "results"];
const servers: readonly [string, readonly Extension[]][] = [
  ["with dry runs", all],
  ["that knows only the guides", []],
];

type Fate = (method: string, number: number) => "lost" | Response | undefined;

// A server with accounts that a test can take away, and the users of a first full run in checkpoint and ledger.
async function openPortal(
  extensions: readonly Extension[],
  names: readonly string[],
  fate?: Fate,
  options: Partial<ImportClientOptions> = {},
) {
  let isBroken = false;
  const gone = new Set<string>();
  const store = createMemoryStore({ accounts: names.map((name) => account(`${name}@x.io`)), connections: [] });
  const accounts = {
    findAccountsByEmail: async (emails: readonly string[]) =>
      store.findAccountsByEmail(emails.filter((email) => !gone.has(email))),
  };
  const backend = createBackend({ store, accounts, extensions });
  const counts: Record<string, number> = {};
  const server = await serve({
    async fetch(request) {
      const method = new URL(request.url).search.includes("dryRun") ? "DRY" : request.method;
      counts[method] = (counts[method] ?? 0) + 1;
      const met = isBroken ? fate?.(method, counts[method]) : undefined;
      if (met instanceof Response) return met;
      const response = await backend.fetch(request);
      if (met === "lost") throw new Error("Lost on the way out.");
      return response;
    },
  });
  onTestFinished(() => server.close());
  const client = toClient(server.url, options);
  const ledger = createMemoryLedger();
  const checkpoint = createMemoryCheckpoint();
  const recorder = recordOutcomes(ledger);
  const users = [...names, "nobody"].map((name) => person(name));
  await syncUsers(client, users, { name: "First", checkpoint, batchSize: 2, onOutcome: recorder.onOutcome });
  await recorder.flush();
  return {
    ...{ client, ledger, checkpoint, store, users, gone, counts },
    breakDown: (broken: boolean) => {
      isBroken = broken;
      for (const method of Object.keys(counts)) counts[method] = 0;
    },
    reconcile: async (more: Partial<ReconcileOptions> = {}, input: Iterable<UserInput> = users) => {
      // Users judged in the millisecond in which a reconcile starts count as judged during it, and are not gone.
      const judgedAt = Date.now();
      while (Date.now() === judgedAt) await new Promise((resolve) => setTimeout(resolve, 1));
      return reconcile(client, input, { ledger, ...more });
    },
  };
}

async function connected(store: Store): Promise<string[]> {
  const { connections } = await store.snapshot();
  return connections
    .filter(({ active }) => active)
    .map(({ externalUserId }) => String(externalUserId))
    .sort();
}

async function disconnect(store: Store, id: string): Promise<void> {
  const { connections } = await store.snapshot();
  const found = connections.filter(({ externalUserId }) => externalUserId === id);
  await store.transaction("app_1", { maxWait: 1_000 }, (transaction) =>
    transaction.updateConnections(found.map((connection) => ({ ...connection, active: false }))),
  );
}

const names = ["ann", "bob", "cid", "dan", "eve"];

test.each(servers)(
  "on a server %s, undoing with the ledger lets a reconcile send everybody again",
  async (_, extensions) => {
    const portal = await openPortal(extensions, names);
    const { ledger, client, checkpoint, store } = portal;
    expect(await undoRun(client, checkpoint, { ledger })).toMatchObject({ state: "done", removed: 5, forgotten: 5 });
    expect(await connected(store)).toEqual([]);
    expect(await portal.reconcile()).toMatchObject({
      state: "done",
      counters: { missing: 5, waiting: 1, upToDate: 0 },
    });
    expect(await connected(store)).toEqual(names);
  },
);

test("a source undone whose users a later source saw as connected is known to have taken them along", async () => {
  const { client, ledger, store, users, checkpoint } = await openPortal(all, names);
  const recorder = recordOutcomes(ledger);
  await syncUsers(client, users, { name: "Second", onOutcome: recorder.onOutcome });
  await recorder.flush();
  expect(await undoRun(client, checkpoint, { ledger })).toMatchObject({ forgotten: 5 });
  await reconcile(client, users, { ledger });
  expect(await connected(store)).toEqual(names);
});

test("sources undone by their ids take along users whose creator nobody knows, since an answer was lost", async () => {
  const portal = await openPortal([], names, (method, number) =>
    method === "POST" && number === 1 ? "lost" : undefined,
  );
  const { client, ledger, store, checkpoint } = portal;
  await undoRun(client, checkpoint, { ledger });
  // The first response is lost, so that the next source is told that everybody was connected before.
  portal.breakDown(true);
  await portal.reconcile();
  await portal.reconcile();
  expect(await connected(store)).toEqual(names);
  const { sources } = await client.listSources();
  await undoRun(
    client,
    sources.map(({ id }) => id),
    { ledger },
  );
  expect(await connected(store)).toEqual([]);
  await portal.reconcile();
  expect(await connected(store)).toEqual(names);
});

test("a dry run of undoing forgets nobody", async () => {
  const { client, ledger, checkpoint } = await openPortal(all, names);
  expect(await undoRun(client, checkpoint, { ledger, dryRun: true })).toMatchObject({ removed: 5, forgotten: 0 });
  expect(ledger.content().entries).toHaveLength(6);
});

test.each(servers)("on a server %s, every kind of drift is found and repaired", async (_, extensions) => {
  const portal = await openPortal(extensions, names);
  const { client, store, gone } = portal;
  // Someone rolled the first source back in the portal, one person disconnected, one account was deleted.
  const { sources } = await client.listSources();
  await client.deleteSource(sources.at(-1)?.id ?? "");
  await disconnect(store, "cid");
  gone.add("dan@x.io");
  expect(await portal.reconcile()).toMatchObject({ counters: { upToDate: 5, toSend: 0 }, verification: null });
  const report = await portal.reconcile({ verify: true });
  expect(report.verification).toEqual({
    by: extensions.length > 0 ? "dry_run" : "sending",
    checked: 6,
    drift: { lost: 2, inactive: 1, refused: 1, accepted: 0 },
    repaired: 3,
  });
  expect(await connected(store)).toEqual(["ann", "bob", "cid", "dan", "eve"]);
  const second = await portal.reconcile({ verify: true });
  expect(second.verification?.drift).toEqual({ lost: 0, inactive: 0, refused: 0, accepted: 0 });
  expect(portal.counts.DRY ?? 0).toBe(extensions.length > 0 ? 2 : 0);
});

test("a person who joined LoginSign since is found before the next try is due", async () => {
  const portal = await openPortal(all, names);
  portal.gone.add("eve@x.io");
  const { client, ledger, store, users } = portal;
  const fresh = createMemoryLedger();
  await undoRun(client, portal.checkpoint, { ledger });
  await reconcile(client, users, { ledger: fresh });
  portal.gone.delete("eve@x.io");
  expect(await reconcile(client, users, { ledger: fresh, verify: true })).toMatchObject({
    counters: { waiting: 2, toSend: 1 },
    verification: { drift: { accepted: 1, lost: 0 }, repaired: 1 },
  });
  expect(await connected(store)).toEqual(names);
});

test("a plan that verifies sends nothing, and is refused where only sending would show the drift", async () => {
  const portal = await openPortal(all, names);
  await undoRun(portal.client, portal.checkpoint);
  const plan = await portal.reconcile({ verify: true, plan: true });
  expect(plan).toMatchObject({
    state: "planned",
    counters: { toSend: 5 },
    verification: { drift: { lost: 5 }, repaired: 0 },
  });
  expect(await connected(portal.store)).toEqual([]);
  const guideOnly = await openPortal([], names);
  await expect(guideOnly.reconcile({ verify: true, plan: true })).rejects.toMatchObject({
    code: "dry_run_not_offered",
  });
});

test("a dry run that fails ends the reconcile with its own failure, and nothing is taken for gone", async () => {
  const portal = await openPortal(all, names, (method) =>
    method === "DRY" ? new Response("", { status: 401 }) : undefined,
  );
  portal.breakDown(true);
  expect(await portal.reconcile({ verify: true })).toMatchObject({
    state: "partial",
    gone: null,
    sync: { failure: { code: "unauthenticated" } },
  });
});

const failures: readonly [string, () => "lost" | Response, string][] = [
  ["is lost", () => "lost", "network"],
  ["is a 401", () => new Response("", { status: 401 }), "unauthenticated"],
  ["is a 404", () => new Response("", { status: 404 }), "application-not-found"],
  ["is a 503", () => new Response("", { status: 503 }), "unavailable"],
  [
    "is a page",
    () => new Response("<!doctype html><p>Sign in", { headers: { "content-type": "text/html" } }),
    "unexpected_answer",
  ],
];

test.each(failures)(
  "a first look for dry runs whose answer %s ends the run as its failure, with nothing sent",
  async (_, answer, code) => {
    const portal = await openPortal(all, names, answer);
    portal.breakDown(true);
    const report = await portal.reconcile({ verify: true, runId: "weekly-001" });
    expect(report).toMatchObject({
      state: "partial",
      runId: "weekly-001",
      counters: { total: 0, toSend: 0 },
      verification: null,
      gone: null,
      sync: { failure: { code }, batches: 0 },
    });
    expect(portal.counts).toEqual({ GET: 1, POST: 0 });
  },
);

test("a first look for dry runs that fails for a moment is repeated as any other request", async () => {
  const fate: Fate = (method, number) =>
    method === "GET" && number < 3 ? new Response("", { status: 502 }) : undefined;
  const portal = await openPortal(all, names, fate, { retry: { attempts: 3, baseDelay: 1 } });
  portal.breakDown(true);
  expect(await portal.reconcile({ verify: true })).toMatchObject({ state: "done", verification: { checked: 6 } });
});

test("a plan whose first look for dry runs fails rejects with that failure", async () => {
  const portal = await openPortal(all, names, () => "lost");
  portal.breakDown(true);
  await expect(portal.reconcile({ verify: true, plan: true })).rejects.toMatchObject({ code: "network" });
});

test("a reconcile aborted during its first look for dry runs is aborted", async () => {
  const abort = new AbortController();
  const fate: Fate = () => {
    abort.abort();
    return "lost";
  };
  const portal = await openPortal(all, names, fate);
  portal.breakDown(true);
  const report = await portal.reconcile({ verify: true, signal: abort.signal });
  expect(report).toMatchObject({ state: "aborted", sync: { failure: null }, verification: null });
});

test("a resumed reconcile that can't look for the batch in doubt reports that, and is resumed later as a whole", async () => {
  const fate: Fate = (method, number) => (number === (method === "POST" ? 2 : 4) ? "lost" : undefined);
  const portal = await openPortal([], names, fate);
  const { client, ledger, store } = portal;
  await undoRun(client, portal.checkpoint, { ledger });
  const checkpoint = createMemoryCheckpoint();
  const options = { checkpoint, batchSize: 2, runId: "weekly-001", target: "portal" };
  portal.breakDown(true);
  expect(await portal.reconcile(options)).toMatchObject({ state: "partial" });
  const before = await checkpoint.read();
  expect(before?.inDoubt).not.toBeNull();
  expect(await portal.reconcile({ ...options, resume: true })).toMatchObject({
    state: "partial",
    runId: "weekly-001",
    sync: { failure: { code: "network" }, batches: 0 },
  });
  expect(await checkpoint.read()).toEqual(before);
  portal.breakDown(false);
  expect(await portal.reconcile({ ...options, resume: true })).toMatchObject({ state: "done", runId: "weekly-001" });
  expect(await undoRun(client, checkpoint, { ledger })).toMatchObject({ state: "done", unnamed: 0 });
  expect(await connected(store)).toEqual([]);
});

test.each(servers)(
  "on a server %s, a reconcile is resumed under its id and undone as a whole",
  async (_, extensions) => {
    const fate: Fate = (method, number) => (method === "POST" && number === 2 ? "lost" : undefined);
    const portal = await openPortal(extensions, names, fate);
    const { client, ledger, store, users } = portal;
    await undoRun(client, portal.checkpoint, { ledger });
    const checkpoint = createMemoryCheckpoint();
    const options = { ledger, checkpoint, batchSize: 2, runId: "weekly-001", target: "portal" };
    portal.breakDown(true);
    // With one attempt the second batch stays in doubt.
    const first = await reconcile(client, users, options);
    expect(first).toMatchObject({ state: "partial", runId: "weekly-001", gone: null });
    portal.breakDown(false);
    const second = await reconcile(client, users, { ...options, resume: true });
    expect(second).toMatchObject({ state: "done", runId: "weekly-001" });
    expect(await connected(store)).toEqual(names);
    const stored = await checkpoint.read();
    expect(stored).toMatchObject({ state: "done", lastSuccess: { total: 6 } });
    const undone = await undoRun(client, checkpoint, { ledger });
    expect(undone).toMatchObject({ state: "done", unnamed: 0, inDoubt: null });
    expect([await connected(store), (await client.listSources()).sources]).toEqual([[], []]);
    expect(await reconcile(client, users, { ledger })).toMatchObject({ counters: { missing: 5 } });
  },
);

test("a reconcile of another target is not resumed", async () => {
  const portal = await openPortal(all, names, () => new Response("", { status: 500 }));
  const checkpoint = createMemoryCheckpoint();
  await portal.reconcile({ checkpoint, target: "one", batchSize: 1 }, [person("new1"), person("new2")]);
  const stored = await checkpoint.read();
  await checkpoint.write({ ...(stored as NonNullable<typeof stored>), state: "running" });
  await expect(portal.reconcile({ checkpoint, target: "other", resume: true })).rejects.toMatchObject({
    code: "run_changed",
  });
});

test("an export that broke off is told, makes nobody gone and is no baseline, unless a reason is given", async () => {
  const portal = await openPortal(all, names);
  const checkpoint = createMemoryCheckpoint();
  await portal.reconcile({ checkpoint });
  const cut = portal.users.slice(0, 2);
  const stopped = await portal.reconcile({ checkpoint }, cut);
  expect(stopped).toMatchObject({ state: "done", gone: null, sync: { alerts: [{ code: "input_shrunk" }] } });
  expect((await checkpoint.read())?.lastSuccess?.total).toBe(6);
  const allowed = await portal.reconcile({ checkpoint, guards: { override: { reason: "closed a shop" } } }, cut);
  expect(allowed).toMatchObject({ gone: { count: 3 }, sync: { alerts: [], guards: [{ override: "closed a shop" }] } });
  expect((await checkpoint.read())?.lastSuccess?.total).toBe(2);
});
