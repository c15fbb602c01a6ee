// Delta syncs against a server that knows only the guides, over real HTTP: requests per batch, lost answers, names.
import { expect, onTestFinished, test } from "vitest";
import { createBackend, createMemoryStore, type World } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { systemTiming } from "../../src/client/clock.ts";
import type { Extension } from "../../src/contract/source.ts";
import type { DeltaSyncOptions } from "../../src/sync/delta/delta-options.ts";
import { createDeltaSync } from "../../src/sync/delta/delta-sync.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { account } from "../mock-server/worlds.ts";
import { createTestSync, toClient, toUser, until } from "./delta-syncs.ts";

const today = "2026-05-03";
const morning = Date.parse(`${today}T07:22:00Z`);

interface Portal {
  /** Sources saved before. @default 0 */
  readonly sources?: number;
  readonly extensions?: readonly Extension[];
  /** What becomes of a request, by method and its number among those of the method. */
  readonly fate?: (method: string, number: number) => "lost" | "unheard" | Response | undefined;
}

// Times of the server lie before those of the manual clock, so that a day begins with bulk imports.
async function openPortal({ sources = 0, extensions = [], fate }: Portal = {}) {
  const accounts = Array.from({ length: 600 }, (_, index) => account(`u${index}@example.com`));
  let time = Date.parse(`${today}T00:00:00Z`);
  const now = () => {
    time += 1_000;
    return new Date(time);
  };
  const store = createMemoryStore(await saveBulk({ accounts, connections: [] }, sources, now));
  const backend = createBackend({ store, extensions, now });
  const counts: Record<string, number> = { GET: 0, POST: 0 };
  const server = await serve({
    async fetch(request) {
      const { method } = request;
      counts[method] = (counts[method] ?? 0) + 1;
      const met = fate?.(method, counts[method]);
      if (met instanceof Response) return met;
      if (met === "unheard") throw new Error("Lost on the way in.");
      const response = await backend.fetch(request);
      if (met === "lost") throw new Error("Lost on the way out.");
      return response;
    },
  });
  onTestFinished(() => server.close());
  const names = async () =>
    ((await store.snapshot()).sources ?? []).map(({ name }) => name).filter((name) => !name.startsWith("Bulk"));
  const connected = async () => (await store.snapshot()).connections.map(({ externalUserId }) => externalUserId);
  return { url: server.url, counts, names, connected, addBulk: (name: string) => backend.fetch(toRequest(name)) };
}

function toRequest(name: string): Request {
  return new Request("http://x/api/developer/applications/app_1/import-existing-users/csv", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sourceName: name, users: [{ externalUserId: "x", email: "u599@example.com" }] }),
  });
}

// What as many requests leave behind: two are sent, and the source of the second is there again and again under other names.
async function saveBulk(world: World, sources: number, now: () => Date): Promise<World> {
  if (sources === 0) return world;
  const store = createMemoryStore(world);
  const backend = createBackend({ store, now });
  for (const name of ["First", "Second"]) await backend.fetch(toRequest(name));
  const saved = await store.snapshot();
  const [, second] = saved.sources ?? [];
  if (!second) throw new Error("Nothing was saved.");
  const bulk = Array.from({ length: sources }, (_, index) => ({
    ...second,
    id: `src_bulk_${String(index).padStart(5, "0")}`,
    name: `Bulk (${index + 1}/${sources})`,
    createdAt: now().toISOString(),
    sequence: index + 1,
  }));
  return { ...saved, sources: bulk };
}

// The client repeats by itself, as one outside of tests does.
function createSync(url: string, more: Partial<DeltaSyncOptions> = {}) {
  const client = toClient(url, { retry: { attempts: 2, baseDelay: 1, maxDelay: 1 } });
  return createTestSync(url, { client, batchSize: 1, timing: { ...systemTiming, now: () => morning }, ...more });
}

async function deliver(sync: ReturnType<typeof createTestSync>["sync"], users: number) {
  for (let id = 0; id < users; id += 1) await sync.enqueue(toUser(id));
  return sync.drain();
}

test.each([0, 10, 1_000, 5_000])("with %i saved sources, a batch is one GET and one POST", async (sources) => {
  const portal = await openPortal({ sources });
  const { sync } = createSync(portal.url);
  expect(await deliver(sync, 100)).toEqual({ sent: 100, left: 0 });
  // Five pages at most are read once a day, for the last number.
  expect(portal.counts.POST).toBe(100);
  expect(portal.counts.GET).toBeLessThanOrEqual(100 + 4);
});

test.each([10, 1_000, 5_000])("with %i saved sources, a lost answer costs one GET more", async (sources) => {
  const portal = await openPortal({
    sources,
    fate: (method, number) => (method === "POST" && number === 3 ? "lost" : undefined),
  });
  const { sync } = createSync(portal.url);
  expect(await deliver(sync, 10)).toEqual({ sent: 10, left: 0 });
  expect(portal.counts).toMatchObject({ POST: 10 });
  expect(portal.counts.GET).toBeLessThanOrEqual(11 + 4);
  expect([sync.stats().acknowledged, sync.stats().pending]).toEqual([9, 1]);
  expect(await portal.names()).toHaveLength(10);
});

test.each([0, 1_000, 5_000])("with %i saved sources, a batch of a run is one GET and one POST too", async (sources) => {
  const fate: Portal["fate"] = (method, number) => (method === "POST" && number === 3 ? "lost" : undefined);
  const portal = await openPortal({ sources, fate });
  const client = toClient(portal.url, { retry: { attempts: 2, baseDelay: 1, maxDelay: 1 } });
  const users = Array.from({ length: 50 }, (_, id) => toUser(id));
  const report = await syncUsers(client, users, { name: "Nightly", batchSize: 5 });
  expect(report).toMatchObject({ state: "done", batches: 10 });
  expect(portal.counts).toMatchObject({ POST: 10 });
  expect(portal.counts.GET).toBeLessThanOrEqual(11);
});

test("batches of a day are numbered, after those of an earlier process, also below a bulk import", async () => {
  const portal = await openPortal();
  await deliver(createSync(portal.url).sync, 3);
  for (let number = 1; number <= 120; number += 1) await portal.addBulk(`Bulk (${number})`);
  await deliver(createSync(portal.url, { name: "Deltas" }).sync, 1);
  await deliver(createSync(portal.url, { name: "Other" }).sync, 2);
  expect(await portal.names()).toEqual([
    `Deltas ${today}`,
    `Deltas ${today} (2)`,
    `Deltas ${today} (3)`,
    `Deltas ${today} (4)`,
    `Other ${today}`,
    `Other ${today} (2)`,
  ]);
});

test("a request that never arrived is sent again under its name", async () => {
  const fate: Portal["fate"] = (method, number) => (method === "POST" && number <= 3 ? "unheard" : undefined);
  const portal = await openPortal({ fate });
  const { sync } = createSync(portal.url);
  expect(await deliver(sync, 2)).toEqual({ sent: 2, left: 0 });
  expect(await portal.names()).toEqual([`Deltas ${today}`, `Deltas ${today} (2)`]);
  expect(sync.stats()).toMatchObject({ acknowledged: 2, pending: 0 });
});

test("an outcome that nothing can show ends for its batch alone: told, pending, not in the ledger", async () => {
  // Another program saves a source of the same name and size while the answer is lost.
  let portal: Awaited<ReturnType<typeof openPortal>> | null = null;
  const fate: Portal["fate"] = (method, number) => {
    if (method !== "POST" || number !== 1) return undefined;
    void portal?.addBulk(`Deltas ${today}`);
    return "lost";
  };
  portal = await openPortal({ fate });
  const ledger = createMemoryLedger();
  const { sync, outcomes, failures, queue } = createSync(portal.url, { ledger });
  expect(await deliver(sync, 3)).toEqual({ sent: 3, left: 0 });
  expect(failures).toEqual(["outcome_unknown, stopped"]);
  expect(outcomes).toMatchObject([
    ["0", { kind: "pending", reason: "outcome_unknown" }],
    ["1", { kind: "acknowledged" }],
    ["2", { kind: "acknowledged" }],
  ]);
  expect(sync.stats()).toMatchObject({ state: "drained", acknowledged: 2, pending: 1 });
  expect([queue.waiting(), ledger.content().entries.map(({ key }) => key)]).toEqual([[], ["1", "2"]]);
});

test("a batch that is always answered with something else does not block the others", async () => {
  const strange = () => Response.json({ status: "ok" });
  const fate: Portal["fate"] = (method, number) => (method === "POST" && number <= 5 ? strange() : undefined);
  const portal = await openPortal({ fate });
  const { sync, outcomes, failures } = createTestSync(portal.url, { batchSize: 1 });
  expect(await deliver(sync, 2)).toEqual({ sent: 2, left: 0 });
  expect(failures).toEqual([...Array(4).fill("unexpected_answer"), "outcome_unknown, stopped"]);
  expect(outcomes.map(([id, { kind }]) => [id, kind])).toEqual([
    ["0", "pending"],
    ["1", "acknowledged"],
  ]);
});

test.each<[string, readonly Extension[]]>([
  ["without keys", []],
  ["with keys", ["idempotencyKey"]],
])("a process that ended before the answer: the next one finds what a server %s saved", async (_, extensions) => {
  let isAway = true;
  const fate: Portal["fate"] = (method) => (isAway && method === "POST" ? "lost" : undefined);
  const portal = await openPortal({ fate, extensions });
  const { sync, queue } = createTestSync(portal.url, {
    batchSize: 5,
    backoff: { baseDelay: 60_000, maxDelay: 60_000 },
  });
  for (let id = 0; id < 3; id += 1) await sync.enqueue(toUser(id));
  sync.start();
  await until(() => sync.stats().failure !== null);
  expect(await sync.drain({ deadline: 0 })).toEqual({ sent: 0, left: 3 });
  isAway = false;
  const next = createDeltaSync({ client: toClient(portal.url), queue, maxAge: 1 });
  expect(await next.drain()).toEqual({ sent: 3, left: 0 });
  expect(await portal.names()).toHaveLength(1);
  expect(next.stats()).toMatchObject(extensions.length > 0 ? { acknowledged: 3 } : { pending: 3 });
});

test("a list that is refused as invalid stops sending and buries nobody", async () => {
  const fate: Portal["fate"] = (method) => (method === "GET" ? Response.json({}, { status: 422 }) : undefined);
  const portal = await openPortal({ fate });
  const { sync, buried } = createTestSync(portal.url);
  expect(await deliver(sync, 2)).toEqual({ sent: 0, left: 2 });
  expect([sync.stats().state, buried, portal.counts.POST]).toEqual(["stopped", [], 0]);
});
