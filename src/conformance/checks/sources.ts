// Checks the list of saved sources, its pages, stored results, and the rollback of a source.
import { routes } from "../../contract/routes.ts";
import {
  expectEqual,
  expectExactList,
  expectExactResults,
  expectExactRollback,
  expectProblem,
  expectStatus,
  expectThat,
  membersOf,
} from "../expect.ts";
import type { Check, ServerUnderTest } from "../server-under-test.ts";
import { createUnknownUser } from "../test-users.ts";

async function importTwice(server: ServerUnderTest): Promise<readonly [newer: string, older: string]> {
  const older = await server.idOf(await server.importUsers([createUnknownUser()]));
  const newer = await server.idOf(await server.importUsers([createUnknownUser()]));
  return [newer, older];
}

async function readResults(server: ServerUnderTest, sourceId: string, query = "") {
  const answer = await server.send({ route: routes.listResults, sourceId, query });
  expectStatus(answer, "stored results", 200);
  return expectExactResults(answer);
}

const misspeltDryRuns = ["?dryrun=true", "?dry_run=true", "?dryRun=true&dryRun=true"];

/** Checks of the list of sources and of stored results. */
export const sourceChecks: readonly Check[] = [
  {
    id: "sources.shape",
    level: "extended",
    rule: "D12",
    title: "The list holds whole sources, a cursor and the extensions, newest first",
    async run(server) {
      const [newer, older] = await importTwice(server);
      const { sources } = expectExactList(await server.list());
      const ids = sources.map(({ id }) => id).filter((id) => id === newer || id === older);
      expectEqual("the two sources", ids, [newer, older]);
    },
  },
  {
    id: "sources.pages",
    level: "extended",
    rule: "D12",
    title: "Pages of one source each join without gap or repetition",
    async run(server) {
      const ids = await importTwice(server);
      const first = expectExactList(await server.list("?limit=1"));
      expectThat(first.sources.length === 1 && first.nextCursor !== null, "one source and a cursor", first);
      const second = expectExactList(await server.list(`?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`));
      expectEqual(
        "the pages",
        [...first.sources, ...second.sources].map(({ id }) => id),
        ids,
      );
    },
  },
  {
    id: "sources.limits",
    level: "extended",
    rule: "D12",
    title: "A page size or a cursor that can't be is refused",
    async run(server) {
      for (const query of ["?limit=0", "?limit=201", "?limit=ten", "?cursor=nonsense"]) {
        expectProblem(await server.list(query), "invalid-request", `sources${query}`);
      }
    },
  },
  {
    id: "sources.results",
    level: "extended",
    rule: "D13",
    title: "The stored results are the answered ones, and a status filters them",
    async run(server) {
      server.require("results");
      const imported = await server.importUsers([createUnknownUser(), createUnknownUser({ email: "nobody" })]);
      const sourceId = await server.idOf(imported);
      const answered = membersOf(imported.answer.body).results as unknown[];
      expectEqual("the stored results", await readResults(server, sourceId), answered);
      const filtered = await readResults(server, sourceId, "?status=invalid_row");
      expectEqual("the results of status invalid_row", filtered, answered.slice(1));
    },
  },
  {
    id: "sources.result-names",
    level: "extended",
    rule: "D13",
    title: "The stored results tell the names that were sent where they are asked for, and only then",
    async run(server) {
      server.require("results");
      server.require("resultNames");
      const invalid = createUnknownUser({ email: "nobody", name: "Dr. Invalid" });
      const users = [createUnknownUser({ name: " Zoë Ünknown " }), createUnknownUser(), invalid];
      const imported = await server.importUsers(users);
      const sourceId = await server.idOf(imported);
      const answered = membersOf(imported.answer.body).results as object[];
      const named = answered.map((result, at) => ({ ...result, name: ["Zoë Ünknown", null, "Dr. Invalid"][at] }));
      expectEqual("the results with names", await readResults(server, sourceId, "?include=names"), named);
      const filtered = await readResults(server, sourceId, "?status=invalid_row&include=names");
      expectEqual("the results of status invalid_row with names", filtered, named.slice(2));
      expectEqual("the results without names", await readResults(server, sourceId), answered);
      expectStatus(await server.remove(sourceId), "deleting a source");
      const answer = await server.send({ route: routes.listResults, sourceId, query: "?include=names" });
      expectProblem(answer, "source-not-found", "a deleted source");
    },
  },
  {
    id: "sources.dry-run",
    level: "extended",
    rule: "D13",
    title: "A dry run of an import answers the same statuses, without a source, and saves nothing",
    async run(server) {
      server.require("dryRun");
      const users = [createUnknownUser(), createUnknownUser({ email: "nobody" })];
      const { answer, sourceName, statuses } = await server.importUsers(users, { query: "?dryRun=true" });
      expectEqual("the statuses", statuses, ["not_found", "invalid_row"]);
      expectEqual("the saved sources after a dry run", await server.findSources(sourceName), []);
      expectEqual("the source", membersOf(answer.body).source, null);
    },
  },
  {
    id: "sources.misspelt-dry-run",
    level: "extended",
    rule: "D29",
    title: "An import with a misspelt or repeated dry run is refused rather than done",
    async run(server) {
      server.require("dryRun");
      const sourceName = server.newSourceName();
      for (const query of misspeltDryRuns) {
        const answer = await server.post({ sourceName, users: [createUnknownUser()] }, { query });
        expectProblem(answer, "invalid-request", query);
      }
      expectEqual("the saved sources", await server.findSources(sourceName), []);
    },
  },
  {
    id: "sources.unknown-results",
    level: "extended",
    rule: "D13",
    title: "The results of an unknown source are not found",
    async run(server) {
      server.require("results");
      const answer = await server.send({ route: routes.listResults, sourceId: crypto.randomUUID() });
      expectProblem(answer, "source-not-found", "an unknown source");
    },
  },
];

/** Checks of the rollback. */
export const rollbackChecks: readonly Check[] = [
  {
    id: "rollback.gone",
    level: "core",
    rule: "Use Delete source to roll back.",
    title: "A deleted source is no longer listed",
    async run(server) {
      const imported = await server.importUsers([createUnknownUser()]);
      expectStatus(await server.remove(await server.idOf(imported)), "deleting a source");
      expectEqual("the sources of that name", await server.findSources(imported.sourceName), []);
    },
  },
  {
    id: "rollback.shape",
    level: "extended",
    rule: "D9",
    title: "The answer holds the source and what was removed",
    async run(server) {
      const imported = await server.importUsers([createUnknownUser()]);
      const [listed] = await server.findSources(imported.sourceName);
      const answer = await server.remove(await server.idOf(imported));
      expectStatus(answer, "deleting a source", 200);
      const { source, removed, alreadyGone, reactivatedKept } = expectExactRollback(answer);
      expectEqual("the source", source, listed);
      expectEqual(
        "the numbers",
        { removed, alreadyGone, reactivatedKept },
        { removed: 0, alreadyGone: 0, reactivatedKept: 0 },
      );
    },
  },
  {
    id: "rollback.dry-run",
    level: "extended",
    rule: "D9",
    title: "A dry run of a rollback gives its numbers and deletes nothing",
    async run(server) {
      server.require("dryRun");
      const imported = await server.importUsers([createUnknownUser()]);
      const sourceId = await server.idOf(imported);
      const dryRun = await server.remove(sourceId, "?dryRun=true");
      expectStatus(dryRun, "a dry run of deleting", 200);
      const { length } = await server.findSources(imported.sourceName);
      expectEqual("the number of sources after a dry run", length, 1);
      expectEqual("the real rollback", expectExactRollback(await server.remove(sourceId)), expectExactRollback(dryRun));
    },
  },
  {
    id: "rollback.mistyped-dry-run",
    level: "extended",
    rule: "D9",
    title: "A mistyped dry run is refused rather than done",
    async run(server) {
      server.require("dryRun");
      const imported = await server.importUsers([createUnknownUser()]);
      expectProblem(await server.remove(await server.idOf(imported), "?dryRun=1"), "invalid-request", "?dryRun=1");
    },
  },
  {
    id: "rollback.misspelt-dry-run",
    level: "extended",
    rule: "D29",
    title: "A rollback with a misspelt or repeated dry run is refused rather than done",
    async run(server) {
      server.require("dryRun");
      const imported = await server.importUsers([createUnknownUser()]);
      const sourceId = await server.idOf(imported);
      for (const query of misspeltDryRuns) {
        expectProblem(await server.remove(sourceId, query), "invalid-request", query);
      }
      expectEqual("the number of sources", (await server.findSources(imported.sourceName)).length, 1);
    },
  },
  {
    id: "rollback.twice",
    level: "extended",
    rule: "D10",
    title: "A second delete answers the same, and that it was deleted before",
    async run(server) {
      const sourceId = await server.idOf(await server.importUsers([createUnknownUser()]));
      const first = expectExactRollback(await server.remove(sourceId));
      const again = await server.remove(sourceId);
      expectStatus(again, "the second delete", 200);
      expectEqual("the second answer", expectExactRollback(again), { ...first, alreadyDeleted: true });
    },
  },
  {
    id: "rollback.unknown",
    level: "extended",
    rule: "D10",
    title: "An unknown source is not found",
    async run(server) {
      expectProblem(await server.remove(crypto.randomUUID()), "source-not-found", "an unknown source");
    },
  },
];
