// PostgreSQL and PGlite answer any sequence of requests as the memory store does, and hold the same rows at the end.
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createMemoryStore, type IdKind, type Store, type World } from "../../../mock-server/index.ts";
import { createSqlStore, loadWorld } from "../../../mock-server/sql/index.ts";
import { href, routes } from "../../../src/contract/index.ts";
import { createTestBackend } from "../conformance/start.ts";
import { account, appId, connection } from "../worlds.ts";
import { createPostgresDatabase, engineNames, openSharedPglite } from "./databases.ts";
import { empty } from "./empty.ts";

const opened = createPostgresDatabase();
afterAll(async () => (await opened).drop());
const databases = { PostgreSQL: async () => (await opened).database, PGlite: openSharedPglite };

const people = ["a", "b", "c", "d", "e", "f"];

const worlds: fc.Arbitrary<World> = fc
  .array(
    fc.record({
      state: fc.constantFrom("active" as const, "active" as const, "suspended" as const),
      name: fc.constantFrom(null, "Ann Lee"),
      connected: fc.constantFrom(null, true, false),
      externalUserId: fc.constantFrom(null, "1", "2"),
      date: fc.constantFrom(null, "2024-06-01"),
    }),
    { minLength: people.length, maxLength: people.length },
  )
  .map((drawn) => ({
    accounts: drawn.map(({ state, name }, at) => account(`${people[at]}@x.io`, { state, name })),
    connections: drawn.flatMap(({ connected: active, externalUserId, date }, at) =>
      active === null
        ? []
        : [connection(`${people[at]}@x.io`, { active, externalUserId, registrationDate: date, lastLoginDate: date })],
    ),
    sources: [],
  }));

const users = fc.record(
  {
    externalUserId: fc.oneof(fc.constantFrom("1", "2", "3", "", "x'); drop table", '{"a",null}', "\\N"), fc.string()),
    email: fc.oneof(fc.constantFrom(...people.map((one) => `${one}@x.io`), "A@X.IO", "nobody@x.io", "no", "ü@x.io")),
    name: fc.constantFrom("Ann Lee", "Bob", "", "NULL"),
    registrationDate: fc.constantFrom("2024-01-10", "2025-03-01T10:00+02:00", "soon", ""),
    lastLoginDate: fc.constantFrom("2024-01-10", "2026-12-31T23:59Z", "0001-01-01"),
  },
  { requiredKeys: ["email"] },
);

// Which source, which key: by number, so that some of them exist.
const calls = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("import" as const),
      users: fc.array(fc.oneof({ weight: 9, arbitrary: users }, { weight: 1, arbitrary: fc.jsonValue() }), {
        maxLength: 12,
      }),
      key: fc.option(fc.constantFrom("key-number-1", "key-number-2")),
      dryRun: fc.boolean(),
      app: fc.constantFrom(appId, appId, appId, "app_b"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("delete" as const), source: fc.nat(4), dryRun: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("list" as const), limit: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("results" as const),
      source: fc.nat(4),
      status: fc.constantFrom("", "?status=imported", "?include=names", "?status=invalid_row&include=names"),
    }),
  },
);

type ApiCall = typeof calls extends fc.Arbitrary<infer T> ? T : never;

// The same ids and times everywhere, so that answers can be compared to the letter.
function createPlayer(store: Store) {
  let made = 0;
  const newId = (kind: IdKind) => `${kind}_${String(++made).padStart(4, "0")}`;
  const now = () => new Date(Date.UTC(2026, 4, 3) + Math.floor(made / 3));
  const backend = createTestBackend(store, { newId, now });
  const sources: string[] = [];
  return async (call: ApiCall) => {
    const response = await backend.fetch(toRequest(call, sources));
    const text = await response.text();
    const id = call.kind === "import" && (JSON.parse(text) as { source?: { id: string } }).source?.id;
    if (id && !sources.includes(id)) sources.push(id);
    return [response.status, response.headers.get("Idempotency-Replayed"), text];
  };
}

function toRequest(call: ApiCall, sources: readonly string[]): Request {
  const url = (path: string) => `https://portal.test${path}`;
  if (call.kind === "import") {
    const headers = { "Content-Type": "application/json", ...(call.key ? { "Idempotency-Key": call.key } : {}) };
    const path = `${href(routes.importUsers, { appId: call.app })}?dryRun=${call.dryRun}`;
    const body = JSON.stringify({ sourceName: "Export", users: call.users });
    return new Request(url(path), { method: "POST", headers, body });
  }
  if (call.kind === "list") return new Request(url(`${href(routes.listSources, { appId })}?limit=${call.limit}`));
  const sourceId = sources[call.source] ?? "src_unknown";
  if (call.kind === "results") return new Request(url(href(routes.listResults, { appId, sourceId }) + call.status));
  return new Request(url(`${href(routes.deleteSource, { appId, sourceId })}?dryRun=${call.dryRun}`), {
    method: "DELETE",
  });
}

test.each(engineNames)("%s", async (name) => {
  const database = await databases[name]();
  await fc.assert(
    fc.asyncProperty(worlds, fc.array(calls, { minLength: 1, maxLength: 8 }), async (world, order) => {
      await empty(database);
      await loadWorld(database, world);
      const stores = [createMemoryStore(world), createSqlStore(database)] as const;
      const [inMemory, inSql] = [createPlayer(stores[0]), createPlayer(stores[1])];
      for (const call of order) expect(await inSql(call)).toEqual(await inMemory(call));
      expect(toComparable(await stores[1].snapshot())).toEqual(toComparable(await stores[0].snapshot()));
    }),
    { numRuns: 75 },
  );
});

function toComparable({ accounts, connections, sources = [] }: World) {
  const order = <Value>(values: readonly Value[], key: (value: Value) => string) =>
    values.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return {
    accounts,
    connections: order(connections, (one) => `${one.appId} ${one.accountId}`),
    sources: order(sources, (one) => `${one.appId} ${one.id}`),
  };
}
