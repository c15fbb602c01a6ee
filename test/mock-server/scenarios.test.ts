// Every scenario does what its description says.
import { expect, test, vi } from "vitest";
import {
  createScenario,
  isScenarioName,
  type ScenarioName,
  scenarioAppIds,
  scenarios,
} from "../../mock-server/index.ts";
import { href, routes } from "../../src/contract/index.ts";

const appId = scenarioAppIds[0];
const guideUsers = [
  {
    externalUserId: "legacy_1001",
    email: "user.one@example.com",
    name: "User One",
    registrationDate: "2024-01-10T09:00:00Z",
  },
  { externalUserId: "legacy_1002", email: "user.two@example.com", name: "User Two", lastLoginDate: "2026-05-01" },
];

function ask(name: ScenarioName) {
  const { backend, store } = createScenario(name);
  const call = (method: string, path: string, body?: unknown) =>
    backend.fetch(
      new Request(`https://portal.test${path}`, {
        method,
        ...(body
          ? {
              body: JSON.stringify(body),
              headers: { "Content-Type": "application/json", "Idempotency-Key": "same-start" },
            }
          : {}),
      }),
    );
  return {
    store,
    post: (id: string = appId) =>
      call("POST", href(routes.importUsers, { appId: id }), { sourceName: "Guide", users: guideUsers }),
    get: (id: string = appId) => call("GET", href(routes.listSources, { appId: id })),
  };
}

test.each<[ScenarioName, (number | "lost")[], number | "lost"]>([
  ["realistic", [200, 200], 200],
  ["empty", [200, 200], 200],
  ["guide-only", [200, 200], 200],
  ["guide-only-lost-answer", ["lost", 200], 200],
  ["unauthenticated", [401, 401], 401],
  ["forbidden", [403, 403], 403],
  ["not-found", [404, 404], 404],
  ["rate-limited", [429, 200, 429, 200], 200],
  ["busy", [409, 200], 200],
  ["server-error", [500, 500, 500], 200],
  ["server-error-once", [500, 200], 200],
  ["lost-answer", ["lost", 200, "lost", 200], 200],
  ["offline", ["lost", "lost"], "lost"],
  ["html", [200, 200], 200],
  ["bad-gateway", [502, 502], 502],
])("%s: POSTs are answered %j, GET %j", async (name, posts, get) => {
  const { post, get: list } = ask(name);
  const statusOf = (call: Promise<Response>) => call.then(({ status }) => status).catch(() => "lost");
  const seen = [];
  for (const _ of posts) seen.push(await statusOf(post()));
  expect(seen).toEqual(posts);
  expect(await statusOf(list())).toBe(get);
});

test("every scenario is in the table above or below", () => {
  expect(Object.keys(scenarios)).toHaveLength(16);
  expect(isScenarioName("toString")).toBe(false);
});

test.each(["rate-limited", "busy"] as const)("%s says when to come back", async (name) => {
  expect((await ask(name).post()).headers.get("Retry-After")).toBe("1");
});

test("slow takes three seconds", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const answered = vi.fn();
    const answer = ask("slow").get().then(answered);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    await answer;
    expect(answered.mock.calls[0]?.[0].status).toBe(200);
  } finally {
    vi.useRealTimers();
  }
});

test("lost-answer: the import is done once, and the retry replays it", async () => {
  const { post, store } = ask("lost-answer");
  await expect(post()).rejects.toMatchObject({ code: "connection_lost" });
  expect((await store.snapshot()).sources).toHaveLength(2);
  expect((await post()).headers.get("Idempotency-Replayed")).toBe("true");
  expect((await store.snapshot()).sources).toHaveLength(2);
});

test("guide-only-lost-answer: a blind retry would save a second source, which is what a client must avoid", async () => {
  const { post, store } = ask("guide-only-lost-answer");
  await expect(post()).rejects.toThrow();
  await post();
  expect((await store.snapshot()).sources).toHaveLength(3);
});

test("html and bad-gateway answer with a page", async () => {
  for (const name of ["html", "bad-gateway"] as const) {
    expect((await ask(name).get()).headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  }
});

test("the guide's own two users are imported in the realistic world", async () => {
  const { results } = (await (await ask("realistic").post()).json()) as { results: { status: string }[] };
  expect(results.map(({ status }) => status)).toEqual(["imported", "imported"]);
});

test("scenarios know their own applications and no other", async () => {
  const { get } = ask("realistic");
  expect(await Promise.all(scenarioAppIds.map(async (id) => (await get(id)).status))).toEqual([200, 200]);
  expect((await get("app_unknown")).status).toBe(404);
});

test("a scenario can meet the data of another", async () => {
  const { store, post } = ask("realistic");
  await post();
  const { backend } = createScenario("guide-only", { store });
  const list = await backend.fetch(new Request(`https://portal.test${href(routes.listSources, { appId })}`));
  expect(await list.json()).toMatchObject({ sources: [{ name: "Guide" }, {}], extensions: [] });
});
