// Checks matching, connecting and removing with an existing account that the caller named.

import { normalizeEmail } from "../../contract/field-values.ts";
import type { RowResult } from "../../contract/import.ts";
import { routes } from "../../contract/routes.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectExactRollback, expectStatus, expectThat } from "../expect.ts";
import type { RawAnswer } from "../raw-request.ts";
import type { Check, ServerUnderTest } from "../server-under-test.ts";
import { createUnknownUser, type SentUser } from "../test-users.ts";

// A name that no account has.
const wrongName = "Zyx Conformance Qwv";

/** The status of one user, imported alone. */
async function statusOf(server: ServerUnderTest, user: SentUser): Promise<string | undefined> {
  return (await server.importUsers([user])).statuses[0];
}

async function rollBack(server: ServerUnderTest, sourceId: string): Promise<void> {
  expectStatus(await server.remove(sourceId), "deleting a source");
}

/** Checks of matching, connecting and removing, from the guides. */
export const knownAccountChecks: readonly Check[] = [
  // Comes first: where it fails, the account stays connected and the other checks can't be made.
  {
    id: "known.rollback",
    level: "core",
    rule: "Delete source removes connections created with status imported.",
    title: "After the rollback the account is not connected: the next import is imported again",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      await rollBack(server, await server.idOf(await server.importUsers([user])));
      expectEqual("the status after the rollback", await statusOf(server, user), "imported");
    },
  },
  {
    id: "known.imported",
    level: "core",
    rule: "imported: new app-connection created and linked.",
    title: "A matching account without a connection is imported",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      expectEqual("the status", await statusOf(server, user), "imported");
    },
  },
  {
    id: "known.already-connected",
    level: "core",
    rule: "already_connected: connection existed.",
    title: "The same user again is already_connected",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const statuses = [await statusOf(server, user), await statusOf(server, user)];
      expectEqual("the statuses", statuses, ["imported", "already_connected"]);
    },
  },
  {
    id: "known.name-mismatch",
    level: "core",
    rule: "name_mismatch: name does not match LoginSign profile name.",
    title: "A wrong name is name_mismatch and connects nobody",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const status = await statusOf(server, { ...user, name: wrongName });
      if (status !== "name_mismatch" && server.known.name === null) {
        throw new NotChecked(`The account may have no name: ${status}. Give the one it has with --known-name.`);
      }
      expectEqual("the status of a wrong name", status, "name_mismatch");
      expectEqual("the status without a name afterwards", await statusOf(server, user), "imported");
    },
  },
  {
    id: "known.rollback-spares",
    level: "core",
    rule: "... with status imported by that source.",
    title: "Deleting a source that saw the account as already_connected leaves the connection",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      await server.importUsers([user]);
      await rollBack(server, await server.idOf(await server.importUsers([user])));
      expectEqual("the status afterwards", await statusOf(server, user), "already_connected");
    },
  },
];

const codesOf = (result: RowResult | undefined) => result?.warnings.map(({ code }) => code);

// The only name that an answer may hold is the one that was sent.
function expectSecret({ body, text }: RawAnswer, name: string): void {
  const { results } = body as { results: readonly Record<string, unknown>[] };
  const told = Object.entries(results[0] ?? {}).filter(([key, value]) => /name/i.test(key) && value !== wrongName);
  expectThat(
    told.every(([, value]) => typeof value !== "string"),
    "no name in the result",
    "a member with a name",
  );
  expectThat(!text.toLowerCase().includes(name.toLowerCase()), "no profile name in the answer", "the profile's name");
}

/** Checks of matching, connecting and removing, from the decisions. */
export const knownAccountExtendedChecks: readonly Check[] = [
  {
    id: "known.secret",
    level: "extended",
    rule: "D1",
    title: "A name mismatch does not reveal the profile's name",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const name = requireName(server);
      const imported = await server.importUsers([{ ...user, name: wrongName }]);
      expectSecret(imported.answer, name);
      if (!server.offers("results") || !server.offers("resultNames")) return;
      const sourceId = await server.idOf(imported);
      expectSecret(await server.send({ route: routes.listResults, sourceId, query: "?include=names" }), name);
    },
  },
  {
    id: "known.order",
    level: "extended",
    rule: "D4",
    title: "An invalid date comes before the account is looked at",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const status = await statusOf(server, { ...user, name: wrongName, lastLoginDate: "yesterday" });
      expectEqual("the status", status, "invalid_row");
    },
  },
  {
    id: "known.duplicate",
    level: "extended",
    rule: "D5",
    title: "Twice in one request: imported, then already_connected",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const { statuses, results } = await server.importUsers([user, user]);
      expectEqual("the statuses", statuses, ["imported", "already_connected"]);
      expectEqual("the connection", results[1]?.connectionId, results[0]?.connectionId);
    },
  },
  {
    id: "known.other-id",
    level: "extended",
    rule: "D6",
    title: "A connection keeps its externalUserId, and a row with another one says so",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      await server.importUsers([user]);
      const { results } = await server.importUsers([createUnknownUser({ email: user.email })]);
      expectEqual("the warnings", codesOf(results[0]), ["external_user_id_differs"]);
    },
  },
  {
    id: "known.rollback-numbers",
    level: "extended",
    rule: "D9",
    title: "A rollback counts what it removed, and a second delete says the same",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const sourceId = await server.idOf(await server.importUsers([user]));
      const { removed, alreadyGone } = expectExactRollback(await server.remove(sourceId));
      expectEqual("the numbers", { removed, alreadyGone }, { removed: 1, alreadyGone: 0 });
      expectEqual("the number of the second delete", expectExactRollback(await server.remove(sourceId)).removed, 1);
    },
  },
  {
    id: "known.rollback-dry-run",
    level: "extended",
    rule: "D9",
    title: "A dry run of a rollback leaves the connection",
    async run(server) {
      server.require("dryRun");
      const user = await requireUnconnectedUser(server);
      const sourceId = await server.idOf(await server.importUsers([user]));
      const { removed } = expectExactRollback(await server.remove(sourceId, "?dryRun=true"));
      expectEqual("the number", removed, 1);
      expectEqual("the status afterwards", await statusOf(server, user), "already_connected");
    },
  },
  {
    id: "known.at-once",
    level: "extended",
    rule: "D11",
    title: "Four imports of the account at once connect it once",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      const statuses = await Promise.all([1, 2, 3, 4].map(() => statusOf(server, user)));
      expectEqual("the statuses", statuses.sort(), [...Array(3).fill("already_connected"), "imported"]);
    },
  },
  {
    id: "known.dry-run",
    level: "extended",
    rule: "D13",
    title: "A dry run of an import connects nobody",
    async run(server) {
      server.require("dryRun");
      const user = await requireUnconnectedUser(server);
      const { results } = await server.importUsers([user], { query: "?dryRun=true" });
      const { status, connectionId } = results[0] ?? {};
      expectEqual("the result", { status, connectionId }, { status: "imported", connectionId: null });
      expectEqual("the status afterwards", await statusOf(server, user), "imported");
    },
  },
  {
    id: "known.email-case",
    level: "extended",
    rule: "D17",
    title: "An email in capitals and with blanks around it matches the account",
    async run(server) {
      const user = await requireUnconnectedUser(server);
      expectEqual(
        "the status",
        await statusOf(server, { ...user, email: ` ${user.email.toUpperCase()} ` }),
        "imported",
      );
    },
  },
  {
    id: "known.written-form",
    level: "extended",
    rule: "D30",
    title: "An account whose address is written with capitals is found",
    async run(server) {
      const { email } = server.known;
      const form = email === null ? null : normalizeEmail(email);
      if (email === null || form === null || form === email) {
        throw new NotChecked("It needs an account whose address the directory holds with capitals: --known-email.");
      }
      const status = await findStatus(server, createUnknownUser({ email: form }));
      expectThat(status !== "not_found", "imported or already_connected for the known email in lower case", status);
    },
  },
  {
    id: "known.name",
    level: "extended",
    rule: "D18",
    title: "Case, white space and full stops make no name differ",
    async run(server) {
      const name = requireName(server);
      const user = await requireUnconnectedUser(server);
      const spelling = `  ${name.toUpperCase().replaceAll(" ", " \t ")}. `;
      expectEqual(
        `the status of the name in capitals`,
        await statusOf(server, { ...user, name: spelling }),
        "imported",
      );
    },
  },
];

/** A user with the known email and a random id; not connected when a check begins. */
async function requireUnconnectedUser(server: ServerUnderTest): Promise<SentUser & { readonly email: string }> {
  const { email } = server.known;
  if (email === null) throw new NotChecked("It needs the email of an account that is not connected: --known-email.");
  const user = createUnknownUser({ email });
  const status = await findStatus(server, user);
  if (status === "imported") return user;
  throw new NotChecked(reasons[status ?? ""] ?? `An import of the known email answers ${status}, not imported.`);
}

/** The name in the known account's profile. */
function requireName(server: ServerUnderTest): string {
  const { name } = server.known;
  if (name === null) throw new NotChecked("It needs the name in the known account's profile: --known-name.");
  return name;
}

const reasons: Readonly<Record<string, string>> = {
  already_connected:
    "The known account is connected already. Give one that is not: rolling back could not undo the import.",
  not_found: "No account that can be matched has the known email.",
};

// With a dry run, a connected account is not even refreshed.
async function findStatus(server: ServerUnderTest, user: SentUser): Promise<string | undefined> {
  if (await supportsDryRun(server)) return (await server.importUsers([user], { query: "?dryRun=true" })).statuses[0];
  const imported = await server.importUsers([user]);
  await server.remove(await server.idOf(imported));
  return imported.statuses[0];
}

const dryRunSupport = new WeakMap<ServerUnderTest, Promise<boolean>>();

// A listed dry run may still be ignored, so it is tried with an unknown user first.
function supportsDryRun(server: ServerUnderTest): Promise<boolean> {
  const known = dryRunSupport.get(server) ?? tryDryRun(server);
  dryRunSupport.set(server, known);
  return known;
}

async function tryDryRun(server: ServerUnderTest): Promise<boolean> {
  if (!server.offers("dryRun")) return false;
  const { sourceName } = await server.importUsers([createUnknownUser()], { query: "?dryRun=true" });
  return (await server.findSources(sourceName)).length === 0;
}
