// Every endpoint, every role, every application: nobody reads or writes what is not theirs.
import { expect, test } from "vitest";
import type { Authorize, World } from "../../../mock-server/index.ts";
import { href, type RowResult, routes } from "../../../src/contract/index.ts";
import { connection, createSmallWorld, appId as ours } from "../worlds.ts";
import { importUsers, user } from "./calls.ts";
import type { Running, Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

const theirs = "app_b";

/** Who asks, and what `authorize` knows about them. */
const roles: Readonly<Record<string, Authorize>> = {
  nobody: () => "unauthenticated",
  "a stranger": () => "not_found",
  "a developer without the right": (_, id) => (id === ours ? "forbidden" : "not_found"),
  "the other application's developer": (_, id) => (id === theirs ? "ok" : "not_found"),
};

/** Every request that names an application, and perhaps a source. */
const requests: readonly [string, (appId: string, sourceId: string) => [string, RequestInit]][] = [
  ["POST csv", (appId) => [href(routes.importUsers, { appId }), toPost()]],
  ["POST csv?dryRun", (appId) => [`${href(routes.importUsers, { appId })}?dryRun=true`, toPost()]],
  ["POST csv with our key", (appId) => [href(routes.importUsers, { appId }), toPost({ "Idempotency-Key": ourKey })]],
  ["GET sources", (appId) => [href(routes.listSources, { appId }), {}]],
  ["GET results", (appId, sourceId) => [href(routes.listResults, { appId, sourceId }), {}]],
  ["DELETE source", (appId, sourceId) => [href(routes.deleteSource, { appId, sourceId }), { method: "DELETE" }]],
  [
    "DELETE source?dryRun",
    (appId, sourceId) => [`${href(routes.deleteSource, { appId, sourceId })}?dryRun=true`, { method: "DELETE" }],
  ],
];

const ourKey = "our-own-key";

function toPost(headers: Readonly<Record<string, string>> = {}): RequestInit {
  const users = ["a", "b", "c", "d"].map((name) => ({ externalUserId: "our-secret-id", email: `${name}@x.io` }));
  const body = JSON.stringify({ sourceName: "Mine", users });
  return { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body };
}

export function describeIsolation(start: Start): void {
  test.each(Object.entries(roles))("%s: no endpoint reads or changes our application", async (_, authorize) => {
    let current: Authorize = () => "ok";
    const options = { authorize: (request: Request, id: string) => current(request, id) };
    await withBackend(
      start,
      createWorld,
      options,
    )(async (backend) => {
      const { source, results } = await importOurs(backend);
      const secrets = [source?.id ?? "", "Our secret export", "our-secret-id-1", ...results.map(toSecret)].filter(
        Boolean,
      );
      const before = ourPart(await backend.snapshot());
      current = authorize;
      for (const [name, toRequest] of requests) {
        for (const appId of [ours, theirs, "app_unknown"]) {
          const answer = await backend.fetch(...toRequest(appId, source?.id ?? ""));
          const text = await answer.text();
          expect([name, appId, secrets.filter((secret) => text.includes(secret))]).toEqual([name, appId, []]);
          if (appId !== theirs) expect([name, appId, answer.status]).toEqual([name, appId, expect.toBeOneOf(refusals)]);
        }
      }
      expect(ourPart(await backend.snapshot())).toEqual(before);
    });
  });
}

const refusals = [401, 403, 404];

function createWorld(): World {
  return { ...createSmallWorld(), connections: [connection("b@x.io", { externalUserId: "our-secret-id-1" })] };
}

function importOurs(backend: Running) {
  const users = [user("a@x.io", { externalUserId: "our-secret-id-2" }), user("b@x.io")];
  return importUsers(backend, users, { sourceName: "Our secret export", key: ourKey });
}

function toSecret({ connectionId }: RowResult): string {
  return connectionId ?? "";
}

function ourPart({ connections, sources = [] }: World) {
  return {
    connections: connections.filter(({ appId }) => appId === ours),
    sources: sources.filter(({ appId }) => appId === ours),
  };
}
