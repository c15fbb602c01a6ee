// Tests delta syncs over real HTTP: timing, requests and outcomes.
import { expect, test } from "vitest";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { json, type Step, silence } from "../client/scripted-server.ts";
import { createTestSync, servePosts, toClient, toUser, until } from "./delta-syncs.ts";
import { createManualTiming } from "./manual-timing.ts";

test("a full batch is sent at once, the rest after maxAge", async () => {
  const server = await servePosts();
  const timing = createManualTiming();
  const { sync } = createTestSync(server.url, { timing, batchSize: 2, maxAge: 5_000 });
  sync.start();
  await until(() => sync.stats().state === "running");
  for (const id of [1, 2, 3]) await sync.enqueue(toUser(id));
  await until(() => sync.stats().acknowledged === 3);
  await sync.enqueue(toUser(4));
  await until(() => timing.sleeping().includes(5_000));
  expect(server.sent().map(({ ids }) => ids)).toEqual([["1", "2"], ["3"]]);
  timing.advance(5_000);
  await until(() => sync.stats().acknowledged === 4);
  expect(server.sent().at(-1)?.ids).toEqual(["4"]);
});

test("only the newest state of a user is sent, normalised", async () => {
  const server = await servePosts();
  const { sync, outcomes } = createTestSync(server.url);
  await sync.enqueue({ externalUserId: " 1 ", email: "Old@Example.com" });
  await sync.enqueue({ externalUserId: "1", email: "New@Example.com" });
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
  expect(JSON.parse(server.requests.at(-1)?.body ?? "").users).toEqual([
    { externalUserId: "1", email: "new@example.com" },
  ]);
  expect(outcomes).toMatchObject([["1", { kind: "acknowledged", status: "imported" }]]);
});

test("of two versions the higher one is sent, whatever the order of enqueueing", async () => {
  const server = await servePosts();
  const { sync } = createTestSync(server.url);
  const at = (time: string) => ({ version: new Date(time) });
  await sync.enqueue(toUser(1, "already_connected"), at("2026-05-03T10:00:00Z"));
  await sync.enqueue(toUser(1, "not_found"), at("2026-05-03T09:00:00Z"));
  await sync.drain();
  expect(sync.stats()).toMatchObject({ acknowledged: 1, refused: 0 });
});

test("each batch is a source with a name of its own, and a key of its content", async () => {
  const server = await servePosts();
  const { sync } = createTestSync(server.url, { name: "Portal", batchSize: 1, timing: createManualTiming() });
  for (const id of [1, 2, 3]) await sync.enqueue(toUser(id));
  await sync.drain();
  const sent = server.sent();
  const names = ["Portal 2026-05-03", "Portal 2026-05-03 (2)", "Portal 2026-05-03 (3)"];
  expect(sent.map(({ sourceName }) => sourceName)).toEqual(names);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
});

test("a refused user is completed like the others", async () => {
  const server = await servePosts();
  const { sync, outcomes, queue } = createTestSync(server.url);
  await sync.enqueue(toUser(1, "imported"));
  await sync.enqueue({ externalUserId: "2", email: "nonsense", name: "invalid_row" });
  await sync.enqueue(toUser(3, "from_the_future"));
  expect(await sync.drain()).toEqual({ sent: 3, left: 0 });
  expect(outcomes.map(([id, { kind }]) => [id, kind])).toEqual([
    ["1", "acknowledged"],
    ["2", "refused"],
    ["3", "pending"],
  ]);
  expect(queue.waiting()).toEqual([]);
});

test("a drain returns unanswered users to the queue at its deadline, and counts them", async () => {
  const server = await servePosts(judgeFirst, silence);
  const timing = createManualTiming();
  const { sync, queue } = createTestSync(server.url, { batchSize: 1, timing });
  for (const id of [1, 2, 3]) await sync.enqueue(toUser(id));
  const drained = sync.drain({ deadline: 300 });
  await until(() => server.sent().length === 2);
  timing.advance(300);
  expect(await drained).toEqual({ sent: 1, left: 2 });
  expect(queue.waiting().map((user) => user.externalUserId)).toEqual(["2", "3"]);
});

test("every outcome is recorded in the ledger", async () => {
  const server = await servePosts();
  const ledger = createMemoryLedger();
  const { sync } = createTestSync(server.url, { ledger });
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2, "not_found"));
  await sync.drain();
  expect(ledger.content().entries.map(({ key, status }) => [key, status])).toEqual([
    ["1", "imported"],
    ["2", "not_found"],
  ]);
});

test("onNotDurable is called once", async () => {
  const told: string[] = [];
  const { sync } = createTestSync("http://127.0.0.1:1", { onNotDurable: () => void told.push("told") });
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2));
  expect(told).toEqual(["told"]);
});

test("a name too long for a source is refused before anything is sent", () => {
  const options = { client: toClient("http://127.0.0.1:1"), name: "x".repeat(190) };
  expect(() => createTestSync("http://127.0.0.1:1", options)).toThrow(TypeError);
});

const judgeFirst: Step = json({ source: null, results: [{ status: "imported" }] });
