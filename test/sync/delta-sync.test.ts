// Deltas over real HTTP: when they are sent, as which requests, and what becomes of them.
import { expect, test } from "vitest";
import { createMemoryLedger } from "../../src/sync/memory-ledger.ts";
import { hangUp, json, type Step, silence } from "../client/scripted-server.ts";
import { createTestSync, servePosts, toClient, toUser, until } from "./delta-syncs.ts";
import { createManualTiming } from "./manual-timing.ts";

const problem = (status: number, code: string, headers = {}): Step => json({ code, status }, status, headers);

test("a full batch is sent at once, the rest when its age is over", async () => {
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

test("of two versions the higher one is sent, whichever came last", async () => {
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
  expect(sent[0]?.sourceName).toMatch(/^Portal 2026-05-03T07:22:00\.000Z \([\da-f]{8}\)$/);
  expect(new Set(sent.map(({ sourceName }) => sourceName)).size).toBe(3);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
});

test("a refused user is done with, beside the others", async () => {
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

test.for([
  ["a lost connection", hangUp, "network"],
  ["a server error", problem(503, "unavailable"), "unavailable"],
  ["a busy server", problem(409, "import-in-progress", { "retry-after": "0" }), "import-in-progress"],
  ["a login page", json("Sign in"), "unexpected_answer"],
] as const)("after %s the very same request is sent again", async ([, step, code]) => {
  const server = await servePosts(step, step);
  const { sync, failures } = createTestSync(server.url);
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2));
  sync.start();
  await until(() => sync.stats().acknowledged === 2);
  const [first, ...others] = server.sent();
  expect(others).toEqual([first, first]);
  expect(failures).toEqual([code, code]);
});

test("who comes during a failure is sent afterwards, not mixed in", async () => {
  const server = await servePosts(problem(503, "unavailable"));
  const { sync } = createTestSync(server.url, { onError: () => void sync.enqueue(toUser(2)) });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().acknowledged === 2);
  expect(server.sent().map(({ ids }) => ids)).toEqual([["1"], ["1"], ["2"]]);
});

test.for([
  [401, "unauthenticated"],
  [403, "forbidden"],
  [404, "application-not-found"],
] as const)("%d stops it and says so; a start goes on with everybody", async ([status, code]) => {
  const server = await servePosts(problem(status, code));
  const { sync, failures, queue } = createTestSync(server.url);
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().state === "stopped");
  expect([failures, sync.stats().failure?.code]).toEqual([[`${code}, stopped`], code]);
  expect(await sync.drain()).toEqual({ sent: 0, left: 1 });
  expect(queue.waiting()).toHaveLength(1);
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
});

test("one user whom no request can carry is put apart alone", async () => {
  const poison = "4";
  const server = await servePosts(...Array<Step>(20).fill(refuseWith(poison)));
  const { sync, buried, queue } = createTestSync(server.url);
  for (let id = 1; id <= 8; id += 1) await sync.enqueue(toUser(id));
  await sync.drain();
  expect(buried).toEqual([[poison, "payload-too-large"]]);
  expect(queue.buried()).toMatchObject([{ user: { externalUserId: poison }, reason: "payload-too-large" }]);
  expect(sync.stats()).toMatchObject({ acknowledged: 7, buried: 1, state: "drained" });
});

test("a server that refuses everybody stops it instead of putting all of them apart", async () => {
  const server = await servePosts(...Array<Step>(99).fill(problem(422, "invalid-request")));
  const { sync, buried, failures } = createTestSync(server.url);
  for (let id = 1; id <= 32; id += 1) await sync.enqueue(toUser(id));
  expect(await sync.drain()).toEqual({ sent: 4, left: 28 });
  expect([buried.length, sync.stats().state, failures]).toEqual([4, "stopped", ["invalid-request, stopped"]]);
});

test("users of a source that somebody deleted are put apart, not created anew", async () => {
  const server = await servePosts(problem(409, "source-deleted"));
  const { sync, buried } = createTestSync(server.url);
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2));
  await sync.drain();
  expect(buried).toEqual([
    ["1", "source-deleted"],
    ["2", "source-deleted"],
  ]);
});

test("a drain gives back at its deadline what has no answer, and says how many are left", async () => {
  const server = await servePosts(judgeFirst, silence);
  const { sync, queue } = createTestSync(server.url, { batchSize: 1 });
  for (const id of [1, 2, 3]) await sync.enqueue(toUser(id));
  expect(await sync.drain({ deadline: 300 })).toEqual({ sent: 1, left: 2 });
  expect(queue.waiting().map((user) => user.externalUserId)).toEqual(["2", "3"]);
});

test("a callback that throws or a ledger out of reach is told, and holds nobody up", async () => {
  const server = await servePosts();
  const ledger = { ...createMemoryLedger(), put: () => Promise.reject(new Error("The disk is full.")) };
  const { sync, failures } = createTestSync(server.url, {
    ledger,
    onOutcome() {
      throw new Error("A mistake.");
    },
  });
  await sync.enqueue(toUser(1));
  expect(await sync.drain()).toEqual({ sent: 1, left: 0 });
  expect(failures).toEqual(["callback, stopped", "ledger, stopped"]);
});

test("callbacks that throw end nothing", async () => {
  const server = await servePosts(problem(503, "unavailable"), problem(409, "source-deleted"));
  const mistake = () => {
    throw new Error("A mistake.");
  };
  const { sync } = createTestSync(server.url, { onError: mistake, onBuried: mistake, batchSize: 1 });
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2));
  expect(await sync.drain()).toEqual({ sent: 2, left: 0 });
  expect(sync.stats()).toMatchObject({ buried: 1, acknowledged: 1 });
});

test("a queue out of reach is waited for", async () => {
  const server = await servePosts();
  const { queue } = createTestSync(server.url);
  let failing = 2;
  const fragile = async <T>(work: () => Promise<T>) => {
    failing -= 1;
    if (failing >= 0) throw new Error("The database is away.");
    return work();
  };
  const shaky = {
    ...queue,
    take: (limit: number) => fragile(() => queue.take(limit)),
    complete: (ids: readonly string[]) => fragile(() => queue.complete(ids)),
  };
  const { sync, failures } = createTestSync(server.url, { queue: shaky });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().acknowledged === 1 && queue.waiting().length === 0);
  expect([failures, server.sent()]).toEqual([["queue", "queue"], [expect.anything()]]);
});

test("the ledger learns what became of everybody", async () => {
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

test("a queue that is not durable says so once", async () => {
  const told: string[] = [];
  const { sync } = createTestSync("http://127.0.0.1:1", { onNotDurable: () => void told.push("told") });
  await sync.enqueue(toUser(1));
  await sync.enqueue(toUser(2));
  expect(told).toEqual(["told"]);
});

test("a name too long for a source is refused before anything is sent", () => {
  const options = { client: toClient("http://127.0.0.1:1"), name: "x".repeat(170) };
  expect(() => createTestSync("http://127.0.0.1:1", options)).toThrow(TypeError);
});

const judgeFirst: Step = json({ source: null, results: [{ status: "imported" }] });

function refuseWith(id: string): Step {
  return (response, request) => {
    const { users } = JSON.parse(request.body);
    const isPoisoned = users.some((user: { externalUserId: string }) => user.externalUserId === id);
    const results = users.map(() => ({ status: "imported" }));
    const step = isPoisoned ? problem(413, "payload-too-large") : json({ source: null, results });
    step(response, request);
  };
}
