// Tests failures of delta syncs over real HTTP: no user is lost.
import { expect, test } from "vitest";
import type { DeltaQueue } from "../../src/sync/delta/delta-queue.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { hangUp, json, type Step } from "../client/scripted-server.ts";
import { createTestSync, judge, servePosts, toUser, until } from "./delta-syncs.ts";

const problem = (status: number, code: string, headers = {}): Step => json({ code, status }, status, headers);
const tooLarge: Step = problem(413, "payload-too-large");

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

test("a user enqueued during a failure is sent afterwards, in a request of its own", async () => {
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
] as const)("%d stops sending and reports it; start() continues with all users", async ([status, code]) => {
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

test.for([
  ["429", problem(429, "rate-limited", { "retry-after": "Sun, 01 Dec 2199 00:00:00 GMT" }), "rate-limited"],
  ["503", problem(503, "unavailable", { "retry-after": "3601" }), "unavailable"],
] as const)("a %s with a wait of more than an hour stops sending and tells it", async ([, step, code]) => {
  const server = await servePosts(step);
  const messages: string[] = [];
  const onError = ({ error }: { error: unknown }) => void messages.push(String(error));
  const { sync } = createTestSync(server.url, { onError });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().state === "stopped");
  expect(sync.stats().failure).toMatchObject({ code, retryIn: null });
  expect(messages).toEqual([expect.stringMatching(/The server asks to wait until \d{4}-/)]);
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
});

test("a user that no request can carry is buried alone", async () => {
  const poison = "4";
  const server = await servePosts(...Array<Step>(20).fill(refuseWith(poison)));
  const { sync, buried, queue } = createTestSync(server.url);
  for (let id = 1; id <= 8; id += 1) await sync.enqueue(toUser(id));
  await sync.drain();
  expect(buried).toEqual([[poison, "payload-too-large"]]);
  expect(queue.buried()).toMatchObject([{ user: { externalUserId: poison }, reason: "payload-too-large" }]);
  expect(sync.stats()).toMatchObject({ acknowledged: 7, buried: 1, state: "drained" });
});

test("a server that refuses every user stops sending before all are buried", async () => {
  const server = await servePosts(...Array<Step>(99).fill(problem(422, "invalid-request")));
  const { sync, buried, failures } = createTestSync(server.url);
  for (let id = 1; id <= 32; id += 1) await sync.enqueue(toUser(id));
  expect(await sync.drain()).toEqual({ sent: 4, left: 28 });
  expect([buried.length, sync.stats().state, failures]).toEqual([4, "stopped", ["invalid-request, stopped"]]);
});

test("single refused users between accepted ones do not stop sending", async () => {
  const server = await servePosts(...Array.from({ length: 12 }, (_, place) => (place % 2 ? judge : tooLarge)));
  const { sync, buried } = createTestSync(server.url, { batchSize: 1 });
  for (let id = 1; id <= 12; id += 1) await sync.enqueue(toUser(id));
  expect(await sync.drain()).toEqual({ sent: 12, left: 0 });
  expect(buried).toHaveLength(6);
});

test("users of a deleted source are buried, not created again", async () => {
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

test("a callback that throws or a ledger out of reach is reported and blocks nothing", async () => {
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

test("errors thrown by callbacks stop nothing", async () => {
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

test("after a queue was out of reach, judged users are not sent again", async () => {
  const server = await servePosts();
  const { queue } = createTestSync(server.url);
  const failing = { take: 1, complete: 2 };
  const failFirst = (name: keyof typeof failing) => {
    failing[name] -= 1;
    if (failing[name] >= 0) throw new Error(`The database is away: ${name}.`);
  };
  const shaky: DeltaQueue = {
    ...queue,
    async take(limit) {
      failFirst("take");
      return queue.take(limit);
    },
    async complete(ids) {
      failFirst("complete");
      return queue.complete(ids);
    },
  };
  const { sync, failures } = createTestSync(server.url, { queue: shaky });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => queue.waiting().length === 0);
  expect([failures, server.sent()]).toEqual([["queue", "queue", "queue"], [expect.anything()]]);
});

function refuseWith(id: string): Step {
  return (response, request) => {
    const { users } = JSON.parse(request.body);
    const isPoisoned = users.some((user: { externalUserId: string }) => user.externalUserId === id);
    const results = users.map(() => ({ status: "imported" }));
    const step = isPoisoned ? tooLarge : json({ source: null, results });
    step(response, request);
  };
}
