// What only an existing account can show, beyond the guides.
import type { RowResult } from "../../contract/import.ts";
import type { Check } from "../check.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { expectExactRollback } from "../shapes.ts";
import { createStranger } from "../test-users.ts";
import { statusOf, wrongName } from "./known-account.ts";
import { requireFreeAccount, requireName } from "./known-account-guard.ts";

const codesOf = (result: RowResult | undefined) => result?.warnings.map(({ code }) => code);

/** Checks of matching, connecting and removing, from the decisions. */
export const knownAccountExtendedChecks: readonly Check[] = [
  {
    ...{ id: "known.secret", level: "extended", rule: "D1" },
    title: "A name mismatch does not reveal the profile's name",
    async run(site) {
      const user = await requireFreeAccount(site);
      const { answer } = await site.importUsers([{ ...user, name: wrongName }]);
      const { results } = answer.body as { results: readonly Record<string, unknown>[] };
      const told = Object.entries(results[0] ?? {}).filter(([key, value]) => /name/i.test(key) && value !== wrongName);
      expectThat(
        told.every(([, value]) => typeof value !== "string"),
        "no name in the result",
        "a member with a name",
      );
      const name = requireName(site).toLowerCase();
      expectThat(!answer.text.toLowerCase().includes(name), "no profile name in the answer", "the profile's name");
    },
  },
  {
    ...{ id: "known.order", level: "extended", rule: "D4" },
    title: "An invalid date comes before the account is looked at",
    async run(site) {
      const user = await requireFreeAccount(site);
      const status = await statusOf(site, { ...user, name: wrongName, lastLoginDate: "yesterday" });
      expectEqual("the status", status, "invalid_row");
    },
  },
  {
    ...{ id: "known.duplicate", level: "extended", rule: "D5" },
    title: "Twice in one request: imported, then already_connected",
    async run(site) {
      const user = await requireFreeAccount(site);
      const { statuses, results } = await site.importUsers([user, user]);
      expectEqual("the statuses", statuses, ["imported", "already_connected"]);
      expectEqual("the connection", results[1]?.connectionId, results[0]?.connectionId);
    },
  },
  {
    ...{ id: "known.other-id", level: "extended", rule: "D6" },
    title: "A connection keeps its externalUserId, and a row with another one says so",
    async run(site) {
      const user = await requireFreeAccount(site);
      await site.importUsers([user]);
      const { results } = await site.importUsers([createStranger({ email: user.email })]);
      expectEqual("the warnings", codesOf(results[0]), ["external_user_id_differs"]);
    },
  },
  {
    ...{ id: "known.rollback-numbers", level: "extended", rule: "D9" },
    title: "A rollback counts what it removed, and a second delete says the same",
    async run(site) {
      const user = await requireFreeAccount(site);
      const sourceId = await site.idOf(await site.importUsers([user]));
      const { removed, alreadyGone } = expectExactRollback(await site.remove(sourceId));
      expectEqual("the numbers", { removed, alreadyGone }, { removed: 1, alreadyGone: 0 });
      expectEqual("the number of the second delete", expectExactRollback(await site.remove(sourceId)).removed, 1);
    },
  },
  {
    ...{ id: "known.rollback-dry-run", level: "extended", rule: "D9" },
    title: "A dry run of a rollback leaves the connection",
    async run(site) {
      site.require("dryRun");
      const user = await requireFreeAccount(site);
      const sourceId = await site.idOf(await site.importUsers([user]));
      const { removed } = expectExactRollback(await site.remove(sourceId, "?dryRun=true"));
      expectEqual("the number", removed, 1);
      expectEqual("the status afterwards", await statusOf(site, user), "already_connected");
    },
  },
  {
    ...{ id: "known.at-once", level: "extended", rule: "D11" },
    title: "Four imports of the account at once connect it once",
    async run(site) {
      const user = await requireFreeAccount(site);
      const statuses = await Promise.all([1, 2, 3, 4].map(() => statusOf(site, user)));
      expectEqual("the statuses", statuses.sort(), [...Array(3).fill("already_connected"), "imported"]);
    },
  },
  {
    ...{ id: "known.dry-run", level: "extended", rule: "D13" },
    title: "A dry run of an import connects nobody",
    async run(site) {
      site.require("dryRun");
      const user = await requireFreeAccount(site);
      const { results } = await site.importUsers([user], { query: "?dryRun=true" });
      const { status, connectionId } = results[0] ?? {};
      expectEqual("the result", { status, connectionId }, { status: "imported", connectionId: null });
      expectEqual("the status afterwards", await statusOf(site, user), "imported");
    },
  },
  {
    ...{ id: "known.email-case", level: "extended", rule: "D17" },
    title: "An email in capitals and with blanks around it matches the account",
    async run(site) {
      const user = await requireFreeAccount(site);
      expectEqual("the status", await statusOf(site, { ...user, email: ` ${user.email.toUpperCase()} ` }), "imported");
    },
  },
  {
    ...{ id: "known.name", level: "extended", rule: "D18" },
    title: "Case, white space and full stops make no name differ",
    async run(site) {
      const name = requireName(site);
      const user = await requireFreeAccount(site);
      const spelling = `  ${name.toUpperCase().replaceAll(" ", " \t ")}. `;
      expectEqual(`the status of the name in capitals`, await statusOf(site, { ...user, name: spelling }), "imported");
    },
  },
];
