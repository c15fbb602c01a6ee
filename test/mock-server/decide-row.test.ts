// The rules of one row as tables: what goes in, what comes out.
import { describe, expect, test } from "vitest";
import { decideRow, isMatchable, refresh } from "../../mock-server/import/decide-row.ts";
import type { Connection } from "../../mock-server/index.ts";
import { account, appId, connection } from "./worlds.ts";

const user = { externalUserId: "7", email: "a@x.io" };
const begin = () => ({ id: "con_new", appId, createdBySourceId: "src_1" });
const never = () => {
  throw new Error("No connection was to be made.");
};

describe("D4: the status of a valid row", () => {
  const named = account("a@x.io", { name: "Ann Lee" });
  const nameless = account("a@x.io");
  const active = connection("a@x.io");
  const inactive = connection("a@x.io", { active: false });

  test.each([
    ["no account", undefined, undefined, undefined, "not_found", false],
    ["no account, a name", undefined, undefined, "Bob", "not_found", false],
    ["another name", named, undefined, "Bob", "name_mismatch", false],
    ["another name, connected", named, active, "Bob", "name_mismatch", false],
    ["another name, inactive", named, inactive, "Bob", "name_mismatch", false],
    ["the same name", named, active, "Ann Lee", "already_connected", false],
    ["the same name, spelled otherwise", named, active, "  ANN  Lée.", "already_connected", false],
    ["no name given", named, active, undefined, "already_connected", false],
    ["no name on record", nameless, active, "Bob", "already_connected", false],
    ["inactive", named, inactive, undefined, "already_connected", true],
    ["not connected", named, undefined, undefined, "imported", false],
    ["not connected, same name", named, undefined, "ann lee", "imported", false],
  ])("%s", (_, person, known, name, status, reactivated) => {
    const decision = decideRow(
      { ...user, ...(name ? { name } : {}) },
      person,
      known,
      status === "imported" ? begin : never,
    );
    expect(decision).toMatchObject({ status, reactivated });
    expect(decision.connection === null).toBe(status === "not_found" || status === "name_mismatch");
  });
});

test("D4: a new connection carries what the row says and what the run gave it", () => {
  const full = { ...user, registrationDate: "2024-01-10", lastLoginDate: "2026-05-03T07:22:00Z" };
  expect(decideRow(full, account("a@x.io"), undefined, begin).connection).toEqual(
    connection("a@x.io", {
      ...{ id: "con_new", externalUserId: "7", sharedEmail: "a@x.io", createdBySourceId: "src_1" },
      ...{ registrationDate: "2024-01-10", lastLoginDate: "2026-05-03T07:22:00Z" },
    }),
  );
});

describe("D6: the externalUserId of a connection", () => {
  test.each([
    ["none yet: it is taken over", null, "7", []],
    ["the same: nothing to say", "7", "7", []],
    ["another: it stays, with a warning", "007", "007", ["external_user_id_differs"]],
  ])("%s", (_, stored, expected, warnings) => {
    const decision = decideRow(user, account("a@x.io"), connection("a@x.io", { externalUserId: stored }), never);
    expect(decision.connection?.externalUserId).toBe(expected);
    expect(decision.warnings).toEqual(warnings);
  });
});

describe("D7: the dates of a connection", () => {
  const early = "2024-01-10";
  const late = "2026-05-03T07:22:00Z";

  test.each<[string, Partial<Connection>, object, Partial<Connection>]>([
    [
      "an earlier registration wins",
      { registrationDate: late },
      { registrationDate: early },
      { registrationDate: early },
    ],
    [
      "a later registration does nothing",
      { registrationDate: early },
      { registrationDate: late },
      { registrationDate: early },
    ],
    ["a later login wins", { lastLoginDate: early }, { lastLoginDate: late }, { lastLoginDate: late }],
    ["an earlier login does nothing", { lastLoginDate: late }, { lastLoginDate: early }, { lastLoginDate: late }],
    [
      "a first date is taken",
      {},
      { registrationDate: early, lastLoginDate: late },
      { registrationDate: early, lastLoginDate: late },
    ],
    [
      "an absent date changes nothing",
      { registrationDate: early, lastLoginDate: late },
      {},
      { registrationDate: early, lastLoginDate: late },
    ],
    [
      "moments are compared, not texts",
      { lastLoginDate: "2026-05-03T09:00:00Z" },
      { lastLoginDate: "2026-05-03T10:00:00+02:00" },
      { lastLoginDate: "2026-05-03T09:00:00Z" },
    ],
    [
      "one moment in two writings stays as it was written first",
      { registrationDate: "2024-01-10" },
      { registrationDate: "2024-01-10T00:00Z" },
      { registrationDate: "2024-01-10" },
    ],
    [
      "a stored text that is no date gives way",
      { lastLoginDate: "soon" },
      { lastLoginDate: early },
      { lastLoginDate: early },
    ],
  ])("%s", (_, stored, sent, expected) => {
    expect(refresh(connection("a@x.io", stored), { ...user, ...sent })).toMatchObject(expected);
  });

  test("a row without news gives back the same connection, so that nothing is written", () => {
    const known = connection("a@x.io", { externalUserId: "7", sharedEmail: "a@x.io" });
    expect(refresh(known, user)).toBe(known);
  });
});

describe("D21: who can be matched", () => {
  test.each([
    ["active and verified", {}, true],
    ["not verified", { emailVerified: false }, false],
    ["suspended", { state: "suspended" as const }, false],
    ["deleted", { state: "deleted" as const }, false],
  ])("%s", (_, rest, expected) => {
    expect(isMatchable(account("a@x.io", rest))).toBe(expected);
  });
});
