// What only an existing account can show, as far as the guides say it.

import type { Check } from "../check.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectStatus } from "../expect.ts";
import type { Site } from "../server-under-test.ts";
import type { SentUser } from "../test-users.ts";
import { requireFreeAccount } from "./known-account-guard.ts";

/** A name that nobody has. */
export const wrongName = "Zyx Conformance Qwv";

/** The status of one user, imported alone. */
export async function statusOf(site: Site, user: SentUser): Promise<string | undefined> {
  return (await site.importUsers([user])).statuses[0];
}

async function rollBack(site: Site, sourceId: string): Promise<void> {
  expectStatus(await site.remove(sourceId), "deleting a source");
}

/** Checks of matching, connecting and removing, from the guides. */
export const knownAccountChecks: readonly Check[] = [
  // First: where it fails, the account stays connected, and the others can only say so.
  {
    ...{ id: "known.rollback", level: "core", rule: "Delete source removes connections created with status imported." },
    title: "After the rollback the account is not connected: the next import is imported again",
    async run(site) {
      const user = await requireFreeAccount(site);
      await rollBack(site, await site.idOf(await site.importUsers([user])));
      expectEqual("the status after the rollback", await statusOf(site, user), "imported");
    },
  },
  {
    ...{ id: "known.imported", level: "core", rule: "imported: new app-connection created and linked." },
    title: "A matching account without a connection is imported",
    async run(site) {
      const user = await requireFreeAccount(site);
      expectEqual("the status", await statusOf(site, user), "imported");
    },
  },
  {
    ...{ id: "known.already-connected", level: "core", rule: "already_connected: connection existed." },
    title: "The same user again is already_connected",
    async run(site) {
      const user = await requireFreeAccount(site);
      const statuses = [await statusOf(site, user), await statusOf(site, user)];
      expectEqual("the statuses", statuses, ["imported", "already_connected"]);
    },
  },
  {
    ...{ id: "known.name-mismatch", level: "core", rule: "name_mismatch: name does not match LoginSign profile name." },
    title: "A wrong name is name_mismatch and connects nobody",
    async run(site) {
      const user = await requireFreeAccount(site);
      const status = await statusOf(site, { ...user, name: wrongName });
      if (status !== "name_mismatch" && site.known.name === null) {
        throw new NotChecked(`The account may have no name: ${status}. Give the one it has with --known-name.`);
      }
      expectEqual("the status of a wrong name", status, "name_mismatch");
      expectEqual("the status without a name afterwards", await statusOf(site, user), "imported");
    },
  },
  {
    ...{ id: "known.rollback-spares", level: "core", rule: "... with status imported by that source." },
    title: "Deleting a source that saw the account as already_connected leaves the connection",
    async run(site) {
      const user = await requireFreeAccount(site);
      await site.importUsers([user]);
      await rollBack(site, await site.idOf(await site.importUsers([user])));
      expectEqual("the status afterwards", await statusOf(site, user), "already_connected");
    },
  },
];
