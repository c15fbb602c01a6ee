// Checks Idempotency-Key: a repeated request gets the stored answer and never saves a second source.
import { idempotencyKeyHeader, idempotencyReplayedHeader } from "../../contract/import.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectProblem, expectThat } from "../expect.ts";
import type { Check, ServerUnderTest } from "../server-under-test.ts";
import { createUnknownUser } from "../test-users.ts";

function newKeyedImport(server: ServerUnderTest) {
  server.require("idempotencyKey");
  return { headers: toKeyHeader(`conformance-${crypto.randomUUID()}`), sourceName: server.newSourceName() };
}

function toKeyHeader(key: string): Readonly<Record<string, string>> {
  return { [idempotencyKeyHeader]: key };
}

/** Checks of the idempotency key. */
export const idempotencyChecks: readonly Check[] = [
  {
    id: "idempotency.replay",
    level: "extended",
    rule: "D14",
    title: "The same key and payload give the stored answer, and one source",
    async run(server) {
      const options = newKeyedImport(server);
      const users = [createUnknownUser()];
      const first = await server.importUsers(users, options);
      const again = await server.importUsers(users, options);
      const { length } = await server.findSources(options.sourceName);
      expectEqual("the number of sources", length, 1);
      expectEqual("the second answer", again.answer.body, first.answer.body);
      const replayed = again.answer.headers.get(idempotencyReplayedHeader);
      expectThat(replayed === "true", `${idempotencyReplayedHeader}: true`, String(replayed));
    },
  },
  {
    id: "idempotency.reuse",
    level: "extended",
    rule: "D14",
    title: "The same key with another payload is refused",
    async run(server) {
      const options = newKeyedImport(server);
      await server.importUsers([createUnknownUser()], options);
      const other = { sourceName: options.sourceName, users: [createUnknownUser()] };
      expectProblem(await server.post(other, { headers: options.headers }), "idempotency-key-reused", "a reused key");
    },
  },
  {
    id: "idempotency.deleted",
    level: "extended",
    rule: "D14",
    title: "The key of a deleted source never creates it again",
    async run(server) {
      const options = newKeyedImport(server);
      const users = [createUnknownUser()];
      await server.remove(await server.idOf(await server.importUsers(users, options)));
      const answer = await server.post({ sourceName: options.sourceName, users }, { headers: options.headers });
      expectEqual("the sources of that name", await server.findSources(options.sourceName), []);
      expectProblem(answer, "source-deleted", "the key of a deleted source");
    },
  },
  {
    id: "idempotency.refused",
    level: "extended",
    rule: "D14",
    title: "A request that was refused leaves its key free",
    async run(server) {
      const options = newKeyedImport(server);
      const refused = await server.post({ sourceName: options.sourceName, users: [] }, { headers: options.headers });
      if (refused.status < 400) throw new NotChecked("The server did not refuse an import without users.");
      expectEqual("the statuses", (await server.importUsers([createUnknownUser()], options)).statuses, ["not_found"]);
    },
  },
  {
    id: "idempotency.key",
    level: "extended",
    rule: "D14",
    title: "A key of fewer than 8 characters is refused",
    async run(server) {
      const { sourceName } = newKeyedImport(server);
      const answer = await server.post({ sourceName, users: [createUnknownUser()] }, { headers: toKeyHeader("short") });
      expectProblem(answer, "invalid-request", "the key `short`");
    },
  },
];
