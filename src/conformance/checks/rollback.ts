// Delete source, as far as it can be seen without an account: the rest is in known-account.ts.
import type { Check } from "../check.ts";
import { expectEqual, expectProblem, expectStatus } from "../expect.ts";
import { expectExactRollback } from "../shapes.ts";
import { createStranger } from "../test-users.ts";

/** Checks of the rollback. */
export const rollbackChecks: readonly Check[] = [
  {
    ...{ id: "rollback.gone", level: "core", rule: "Use Delete source to roll back." },
    title: "A deleted source is no longer listed",
    async run(site) {
      const imported = await site.importUsers([createStranger()]);
      expectStatus(await site.remove(await site.idOf(imported)), "deleting a source");
      expectEqual("the sources of that name", await site.findSources(imported.sourceName), []);
    },
  },
  {
    ...{ id: "rollback.shape", level: "extended", rule: "D9" },
    title: "The answer holds the source and what was removed",
    async run(site) {
      const imported = await site.importUsers([createStranger()]);
      const [listed] = await site.findSources(imported.sourceName);
      const answer = await site.remove(await site.idOf(imported));
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
    ...{ id: "rollback.dry-run", level: "extended", rule: "D9" },
    title: "A dry run of a rollback gives its numbers and deletes nothing",
    async run(site) {
      site.require("dryRun");
      const imported = await site.importUsers([createStranger()]);
      const sourceId = await site.idOf(imported);
      const rehearsed = await site.remove(sourceId, "?dryRun=true");
      expectStatus(rehearsed, "a dry run of deleting", 200);
      const { length } = await site.findSources(imported.sourceName);
      expectEqual("the number of sources after a dry run", length, 1);
      expectEqual(
        "the real rollback",
        expectExactRollback(await site.remove(sourceId)),
        expectExactRollback(rehearsed),
      );
    },
  },
  {
    ...{ id: "rollback.mistyped-dry-run", level: "extended", rule: "D9" },
    title: "A mistyped dry run is refused rather than done",
    async run(site) {
      site.require("dryRun");
      const imported = await site.importUsers([createStranger()]);
      expectProblem(await site.remove(await site.idOf(imported), "?dryRun=1"), "invalid-request", "?dryRun=1");
    },
  },
  {
    ...{ id: "rollback.twice", level: "extended", rule: "D10" },
    title: "A second delete answers the same, and that it was deleted before",
    async run(site) {
      const sourceId = await site.idOf(await site.importUsers([createStranger()]));
      const first = expectExactRollback(await site.remove(sourceId));
      const again = await site.remove(sourceId);
      expectStatus(again, "the second delete", 200);
      expectEqual("the second answer", expectExactRollback(again), { ...first, alreadyDeleted: true });
    },
  },
  {
    ...{ id: "rollback.unknown", level: "extended", rule: "D10" },
    title: "An unknown source is not found",
    async run(site) {
      expectProblem(await site.remove(crypto.randomUUID()), "source-not-found", "an unknown source");
    },
  },
];
