// The list of saved sources, its pages, and the stored results of one.
import { routes } from "../../contract/routes.ts";
import type { Check } from "../check.ts";
import { expectEqual, expectProblem, expectStatus, expectThat, toMembers } from "../expect.ts";
import type { Site } from "../server-under-test.ts";
import { expectExactList, expectExactResults } from "../shapes.ts";
import { createStranger } from "../test-users.ts";

async function importTwice(site: Site): Promise<readonly [newer: string, older: string]> {
  const older = await site.idOf(await site.importUsers([createStranger()]));
  const newer = await site.idOf(await site.importUsers([createStranger()]));
  return [newer, older];
}

async function readResults(site: Site, sourceId: string, query = "") {
  const answer = await site.ask({ route: routes.listResults, sourceId, query });
  expectStatus(answer, "stored results", 200);
  return expectExactResults(answer);
}

/** Checks of what is saved and how it is read. */
export const sourceChecks: readonly Check[] = [
  {
    ...{ id: "sources.shape", level: "extended", rule: "D12" },
    title: "The list holds whole sources, a cursor and the extensions, newest first",
    async run(site) {
      const [newer, older] = await importTwice(site);
      const { sources } = expectExactList(await site.list());
      const ids = sources.map(({ id }) => id).filter((id) => id === newer || id === older);
      expectEqual("the two sources", ids, [newer, older]);
    },
  },
  {
    ...{ id: "sources.pages", level: "extended", rule: "D12" },
    title: "Pages of one source each join without gap or repetition",
    async run(site) {
      const ids = await importTwice(site);
      const first = expectExactList(await site.list("?limit=1"));
      expectThat(first.sources.length === 1 && first.nextCursor !== null, "one source and a cursor", first);
      const second = expectExactList(await site.list(`?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`));
      expectEqual(
        "the pages",
        [...first.sources, ...second.sources].map(({ id }) => id),
        ids,
      );
    },
  },
  {
    ...{ id: "sources.limits", level: "extended", rule: "D12" },
    title: "A page size or a cursor that can't be is refused",
    async run(site) {
      for (const query of ["?limit=0", "?limit=201", "?limit=ten", "?cursor=nonsense"]) {
        expectProblem(await site.list(query), "invalid-request", `sources${query}`);
      }
    },
  },
  {
    ...{ id: "sources.results", level: "extended", rule: "D13" },
    title: "The stored results are the answered ones, and a status filters them",
    async run(site) {
      site.require("results");
      const imported = await site.importUsers([createStranger(), createStranger({ email: "nobody" })]);
      const sourceId = await site.idOf(imported);
      const answered = toMembers(imported.answer.body).results as unknown[];
      expectEqual("the stored results", await readResults(site, sourceId), answered);
      const filtered = await readResults(site, sourceId, "?status=invalid_row");
      expectEqual("the results of status invalid_row", filtered, answered.slice(1));
    },
  },
  {
    ...{ id: "sources.dry-run", level: "extended", rule: "D13" },
    title: "A dry run of an import answers the same statuses, without a source, and saves nothing",
    async run(site) {
      site.require("dryRun");
      const users = [createStranger(), createStranger({ email: "nobody" })];
      const { answer, sourceName, statuses } = await site.importUsers(users, { query: "?dryRun=true" });
      expectEqual("the statuses", statuses, ["not_found", "invalid_row"]);
      expectEqual("the saved sources after a dry run", await site.findSources(sourceName), []);
      expectEqual("the source", toMembers(answer.body).source, null);
    },
  },
  {
    ...{ id: "sources.unknown-results", level: "extended", rule: "D13" },
    title: "The results of an unknown source are not found",
    async run(site) {
      site.require("results");
      const answer = await site.ask({ route: routes.listResults, sourceId: crypto.randomUUID() });
      expectProblem(answer, "source-not-found", "an unknown source");
    },
  },
];
