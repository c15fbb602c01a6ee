// Property tests: rules that hold for any world and any request.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Connection, World } from "../../../mock-server/index.ts";
import { countStatuses } from "../../../src/contract/index.ts";
import { account, connection } from "../worlds.ts";
import { importUsers, rollBack } from "./calls.ts";
import { type Start, startInMemory } from "./start.ts";
import { withBackend } from "./with-backend.ts";

const people = ["a", "b", "c", "d"];
const dates = fc.constantFrom(
  undefined,
  "2024-01-10",
  "2025-03-01T10:00+02:00",
  "2025-03-01T09:00Z",
  "2026-12-31",
  "soon",
);

const worlds: fc.Arbitrary<World> = fc
  .record({
    accounts: fc.tuple(
      ...people.map((id) =>
        fc.record({
          name: fc.constantFrom(null, "Ann Lee"),
          emailVerified: fc.boolean(),
          state: fc.constantFrom("active" as const, "active" as const, "suspended" as const),
          connection: fc.option(
            fc.record({
              externalUserId: fc.constantFrom(null, "1", "2"),
              active: fc.boolean(),
              registrationDate: fc.constantFrom(null, "2024-06-01"),
              lastLoginDate: fc.constantFrom(null, "2025-06-01"),
            }),
          ),
          id: fc.constant(id),
        }),
      ),
    ),
  })
  .map(({ accounts }) => ({
    accounts: accounts.map(({ id, name, emailVerified, state }) =>
      account(`${id}@x.io`, { name, emailVerified, state }),
    ),
    connections: accounts.flatMap(({ id, connection: one }) => (one ? [connection(`${id}@x.io`, one)] : [])),
  }));

const users = fc.record({
  externalUserId: fc.constantFrom("1", "2", "3", ""),
  email: fc.constantFrom("a@x.io", " A@X.io", "b@x.io", "C@x.io", "d@x.io", "nobody@x.io", "no address"),
  name: fc.constantFrom(undefined, "ANN LÉE", "Bob"),
  registrationDate: dates,
  lastLoginDate: dates,
});

const requests = fc.array(users, { minLength: 1, maxLength: 10 });

export function describeProperties(start: Start): void {
  test("D5: one request has the outcome of as many requests with one user each", () =>
    fc.assert(
      fc.asyncProperty(worlds, requests, async (world, request) => {
        await withBackend(
          start,
          () => world,
        )(async (atOnce) => {
          await withBackend(
            startInMemory,
            () => world,
          )(async (oneByOne) => {
            const together = await importUsers(atOnce, request);
            const apart = [];
            for (const user of request) apart.push(...(await importUsers(oneByOne, [user])).results);
            expect(together.results.map(toOutcome)).toEqual(apart.map(toOutcome));
            expect(toStates(await atOnce.snapshot())).toEqual(toStates(await oneByOne.snapshot()));
            expect(together.source?.counters).toEqual(countStatuses(apart));
          });
        });
      }),
      { numRuns: 30 },
    ));

  test("D8: import, roll back, and the world has the connections it had, refreshed but neither more nor less", () =>
    fc.assert(
      fc.asyncProperty(worlds, requests, async (world, request) => {
        await withBackend(
          start,
          () => world,
        )(async (backend) => {
          const first = await importUsers(backend, request);
          const imported = await backend.snapshot();
          const created = imported.connections.filter((one) => one.createdBySourceId !== null);
          expect(await rollBack(backend, first.source?.id ?? "")).toMatchObject({
            removed: created.length,
            alreadyGone: 0,
          });
          const after = await backend.snapshot();
          expect(after.connections).toEqual(imported.connections.filter((one) => one.createdBySourceId === null));
          expect(after.connections.map(({ id }) => id)).toEqual(world.connections.map(({ id }) => id));
          expect(after.accounts).toEqual(world.accounts);
          const again = await importUsers(backend, request);
          expect(again.results.map(({ status }) => status)).toEqual(first.results.map(({ status }) => status));
        });
      }),
      { numRuns: 30 },
    ));

  test("D7: the same request again changes nothing more", () =>
    fc.assert(
      fc.asyncProperty(worlds, requests, async (world, request) => {
        await withBackend(
          start,
          () => world,
        )(async (backend) => {
          await importUsers(backend, request);
          const { connections } = await backend.snapshot();
          const again = await importUsers(backend, request);
          expect((await backend.snapshot()).connections).toEqual(connections);
          expect(again.source).toMatchObject({ reactivated: 0, counters: { imported: 0 } });
        });
      }),
      { numRuns: 20 },
    ));
}

type Outcome = Awaited<ReturnType<typeof importUsers>>["results"][number];

// Ids differ by nature, and only one request can see duplicates.
function toOutcome({ externalUserId, email, status, code, field, warnings }: Outcome) {
  const lasting = warnings.filter((warning) => warning.code === "external_user_id_differs");
  return { externalUserId, email, status, code, field, lasting };
}

// Each store gives them in an order of its own.
function toStates({ connections }: World) {
  return connections.map(toState).sort((one, other) => one.accountId.localeCompare(other.accountId));
}

function toState({ id: _id, createdBySourceId, ...state }: Connection) {
  return { ...state, isNew: createdBySourceId !== null };
}
