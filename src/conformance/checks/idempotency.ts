// Idempotency-Key: the same request again gives the stored answer, and never a second source.
import { idempotencyReplayedHeader } from "../../contract/import.ts";
import type { Check } from "../check.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectProblem, expectThat } from "../expect.ts";
import type { Site } from "../server-under-test.ts";
import { createStranger } from "../test-users.ts";

function begin(site: Site) {
  site.require("idempotencyKey");
  return { key: `conformance-${crypto.randomUUID()}`, sourceName: site.newSourceName() };
}

const keyHeader = (key: string) => ({ headers: { "Idempotency-Key": key } });

/** Checks of safe repetition. */
export const idempotencyChecks: readonly Check[] = [
  {
    ...{ id: "idempotency.replay", level: "extended", rule: "D14" },
    title: "The same key and payload give the stored answer, and one source",
    async run(site) {
      const options = begin(site);
      const users = [createStranger()];
      const first = await site.importUsers(users, options);
      const again = await site.importUsers(users, options);
      const { length } = await site.findSources(options.sourceName);
      expectEqual("the number of sources", length, 1);
      expectEqual("the second answer", again.answer.body, first.answer.body);
      const replayed = again.answer.headers.get(idempotencyReplayedHeader);
      expectThat(replayed === "true", `${idempotencyReplayedHeader}: true`, String(replayed));
    },
  },
  {
    ...{ id: "idempotency.reuse", level: "extended", rule: "D14" },
    title: "The same key with another payload is refused",
    async run(site) {
      const options = begin(site);
      await site.importUsers([createStranger()], options);
      const other = { sourceName: options.sourceName, users: [createStranger()] };
      expectProblem(await site.post(other, keyHeader(options.key)), "idempotency-key-reused", "a reused key");
    },
  },
  {
    ...{ id: "idempotency.deleted", level: "extended", rule: "D14" },
    title: "The key of a deleted source never creates it again",
    async run(site) {
      const options = begin(site);
      const users = [createStranger()];
      await site.remove(await site.idOf(await site.importUsers(users, options)));
      const answer = await site.post({ sourceName: options.sourceName, users }, keyHeader(options.key));
      expectEqual("the sources of that name", await site.findSources(options.sourceName), []);
      expectProblem(answer, "source-deleted", "the key of a deleted source");
    },
  },
  {
    ...{ id: "idempotency.refused", level: "extended", rule: "D14" },
    title: "A request that was refused leaves its key free",
    async run(site) {
      const options = begin(site);
      const refused = await site.post({ sourceName: options.sourceName, users: [] }, keyHeader(options.key));
      if (refused.status < 400) throw new NotChecked("The server did not refuse an import without users.");
      expectEqual("the statuses", (await site.importUsers([createStranger()], options)).statuses, ["not_found"]);
    },
  },
  {
    ...{ id: "idempotency.key", level: "extended", rule: "D14" },
    title: "A key of fewer than 8 characters is refused",
    async run(site) {
      const { sourceName } = begin(site);
      const answer = await site.post({ sourceName, users: [createStranger()] }, keyHeader("short"));
      expectProblem(answer, "invalid-request", "the key `short`");
    },
  },
];
