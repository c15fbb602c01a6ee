// Checks the import as a whole: its answer, counters, limit, and the source it saves.
import { countStatuses, rowStatuses } from "../../contract/status.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectExactImport, expectExactSource, expectStatus, expectThat } from "../expect.ts";
import type { Check, ServerUnderTest } from "../server-under-test.ts";
import { createUnknownUser, createUnknownUsers } from "../test-users.ts";

const mixed = () => [createUnknownUser(), createUnknownUser({ email: "nobody" }), createUnknownUser()];
const mixedStatuses = ["not_found", "invalid_row", "not_found"];

async function findSaved(server: ServerUnderTest, sourceName: string) {
  const [source, ...others] = await server.findSources(sourceName);
  expectThat(source !== undefined && others.length === 0, `one source named "${sourceName}" in the list`, others);
  return source;
}

/** Checks of the import and what it saves. */
export const importChecks: readonly Check[] = [
  {
    id: "import.answer",
    level: "core",
    rule: "POST .../csv: payload is JSON (users array).",
    title: "An import answers one of the five statuses for each user, in order",
    async run(server) {
      const { statuses } = await server.importUsers(mixed());
      const unknown = statuses.filter((status) => !(rowStatuses as readonly string[]).includes(status));
      expectThat(unknown.length === 0, `only ${rowStatuses.join(", ")}`, unknown);
      expectEqual("the statuses", statuses, mixedStatuses);
    },
  },
  {
    id: "import.saved",
    level: "core",
    rule: "Every run is persisted as a source.",
    title: "The run is in the list of sources, under the name it was given",
    async run(server) {
      const { sourceName } = await server.importUsers(mixed());
      await findSaved(server, sourceName);
    },
  },
  {
    id: "import.counters",
    level: "core",
    rule: "Every run is persisted as a source with counters.",
    title: "The listed counters are those of the answer and add up",
    async run(server) {
      const { sourceName, results } = await server.importUsers(mixed());
      const { counters } = await findSaved(server, sourceName);
      if (!counters) throw new NotChecked("The list shows no counters in a form that is known here.");
      expectEqual("the counters", counters, countStatuses(results));
    },
  },
  {
    id: "import.maximum",
    level: "core",
    rule: "Maximum 10,000 rows per import.",
    title: "10,001 users are refused, and nothing is saved",
    async run(server) {
      const sourceName = server.newSourceName();
      const answer = await server.post({ sourceName, users: createUnknownUsers(10_001) });
      expectThat(answer.status >= 400 && answer.status < 500, "4xx for 10,001 users", String(answer.status));
      expectEqual("the saved sources", await server.findSources(sourceName), []);
    },
  },
  {
    id: "import.shape",
    level: "extended",
    rule: "D1",
    title: "The answer holds the source and complete results, in the order sent",
    async run(server) {
      const users = mixed();
      const { answer, sourceName } = await server.importUsers(users);
      expectStatus(answer, "an import", 200);
      expectExactImport(answer, users, sourceName);
    },
  },
  {
    id: "import.source",
    level: "extended",
    rule: "D1",
    title: "The answered source is the listed one, with counters that add up",
    async run(server) {
      const { answer, sourceName, results } = await server.importUsers(mixed());
      const source = expectExactSource((answer.body as { source?: unknown }).source);
      expectEqual("the counters", source.counters, countStatuses(results));
      expectEqual("the listed source", await findSaved(server, sourceName), source);
    },
  },
  {
    id: "import.at-once",
    level: "extended",
    rule: "D11",
    title: "Imports at once all succeed, each as a source of its own",
    async run(server) {
      const users = createUnknownUsers(3);
      const imports = await Promise.all([1, 2, 3].map(() => server.importUsers(users)));
      const ids = await Promise.all(imports.map((imported) => server.idOf(imported)));
      expectThat(new Set(ids).size === 3, "three sources", ids);
    },
  },
];
