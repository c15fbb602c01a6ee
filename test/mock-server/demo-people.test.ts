// The demo's world: always the same, valid, and with every status in it.
import { expect, test } from "vitest";
import {
  createRealisticWorld,
  createScenario,
  demoAccount,
  demoPerson,
  demoUser,
  demoUserCount,
} from "../../mock-server/index.ts";
import { countStatuses, href, normalizeEmail, routes, rowStatuses } from "../../src/contract/index.ts";

const world = createRealisticWorld();
const users = Array.from({ length: demoUserCount }, (_, index) => demoUser(index));

test("the same number is always the same person, with an email of their own", () => {
  expect(demoAccount(4_711)).toEqual(demoAccount(4_711));
  expect(createRealisticWorld()).toEqual(world);
  const emails = Array.from({ length: demoUserCount }, (_, number) => demoPerson(number).email);
  expect(new Set(emails).size).toBe(demoUserCount);
  expect(emails.filter((email) => normalizeEmail(email) !== email)).toEqual([]);
});

test("the world is sound: ids are unique, connections belong to accounts, a source's counters are its results", () => {
  const accountIds = new Set(world.accounts.map(({ id }) => id));
  expect(accountIds.size).toBe(5_000);
  expect(new Set(world.connections.map(({ id }) => id)).size).toBe(world.connections.length);
  expect(world.connections.filter(({ accountId }) => !accountIds.has(accountId))).toEqual([]);
  for (const { id, counters, results } of world.sources ?? []) {
    expect(countStatuses(results)).toEqual(counters);
    expect(world.connections.filter((one) => one.createdBySourceId === id)).toHaveLength(counters.imported);
  }
});

test("there are inactive connections, and accounts that are unverified, suspended, deleted or nameless", () => {
  expect(world.connections.some(({ active }) => !active)).toBe(true);
  expect(world.accounts.some(({ emailVerified }) => !emailVerified)).toBe(true);
  expect(new Set(world.accounts.map(({ state }) => state))).toEqual(new Set(["active", "suspended", "deleted"]));
  expect(world.accounts.some(({ name }) => name === null)).toBe(true);
});

test("the export's 10,000 rows hold each person once, apart from a few listed twice", () => {
  expect(new Set(users.map(({ externalUserId }) => externalUserId)).size).toBeGreaterThan(9_900);
});

test("importing the export brings all five statuses, reactivations and warnings", async () => {
  const { backend } = createScenario("realistic");
  const response = await backend.fetch(
    new Request(`https://portal.test${href(routes.importUsers, { appId: "app_demo" })}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sourceName: "Everybody", users }),
    }),
  );
  const { source, results } = (await response.json()) as {
    source: { counters: Record<string, number>; reactivated: number };
    results: { warnings: { code: string }[] }[];
  };
  for (const status of rowStatuses)
    expect([status, source.counters[status]]).toEqual([status, expect.toSatisfy((n) => n > 50)]);
  expect(source.reactivated).toBeGreaterThan(50);
  const codes = new Set(results.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
  expect(codes).toContain("duplicate_in_request");
  expect(codes).toContain("external_user_id_differs");
});
