// POST: statuses, order, refresh, warnings, size.
import { expect, test } from "vitest";
import { account, connection, createSmallWorld } from "../worlds.ts";
import { importUsers, post, readProblem, user } from "./calls.ts";
import type { Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

export function describeImport(start: Start): void {
  const inSmallWorld = withBackend(start, createSmallWorld);

  test.each([
    ["capitals", "Ann@Example.COM", "ann@example.com"],
    ["blanks and a zero-width character", "  ann@example.com\u200B", "ann@example.com"],
    ["an umlaut domain", "ann@M\u00DCLLER.de", "ann@xn--mller-kva.de"],
    ["a row in capitals too", "Ann@Example.com", "ANN@EXAMPLE.COM"],
  ])("D30: an account whose address was written with %s is matched, and stays as written", (_, written, sent) => {
    const world = { accounts: [account(written, { id: "ann" })], connections: [], sources: [] };
    return withBackend(
      start,
      () => world,
    )(async (backend) => {
      const { results } = await importUsers(backend, [user(sent)]);
      expect(results).toMatchObject([{ status: "imported" }]);
      const { accounts, connections } = await backend.snapshot();
      expect(accounts).toEqual(world.accounts);
      expect(connections).toMatchObject([{ accountId: "ann" }]);
    });
  });

  test.each([
    [
      "the older one",
      [
        { id: "a", createdAt: "2025-01-01" },
        { id: "b", createdAt: "2024-01-01" },
      ],
      "b",
    ],
    ["the one of a known age", [{ id: "a" }, { id: "b", createdAt: "2024-01-01" }], "b"],
    ["the smaller id where neither tells its age", [{ id: "b" }, { id: "a" }], "a"],
    [
      "the oldest verified one",
      [
        { id: "a", createdAt: "2020-01-01", emailVerified: false },
        { id: "b", createdAt: "2021-01-01", state: "suspended" as const },
        { id: "c", createdAt: "2023-01-01" },
        { id: "d", createdAt: "2022-12-31T23:00:00-02:00" },
      ],
      "c",
    ],
  ])("D30: of accounts with one address in two cases, %s matches", (_, rivals, chosen) => {
    const accounts = rivals.map((rest, at) => account(at % 2 === 0 ? "ann@x.io" : "Ann@X.io", rest));
    return withBackend(start, () => ({ accounts, connections: [], sources: [] }))(async (backend) => {
      await importUsers(backend, [user("ann@x.io")]);
      expect((await backend.snapshot()).connections).toMatchObject([{ accountId: chosen }]);
    });
  });

  test("D1: the answer holds the saved source, counters that add up, and one result per user in order", () =>
    inSmallWorld(async (backend) => {
      const users = [
        user(" A@X.io "),
        user("b@x.io"),
        user("nobody@x.io"),
        user("d@x.io", { name: "Other" }),
        user("no"),
      ];
      const { source, results } = await importUsers(backend, users, { sourceName: "  Nightly  " });
      expect(source).toEqual({
        id: expect.any(String),
        name: "Nightly",
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        counters: { total: 5, imported: 1, already_connected: 1, not_found: 1, name_mismatch: 1, invalid_row: 1 },
        reactivated: 0,
      });
      expect(results.map(({ index, email, status }) => [index, email, status])).toEqual([
        [0, "a@x.io", "imported"],
        [1, "b@x.io", "already_connected"],
        [2, "nobody@x.io", "not_found"],
        [3, "d@x.io", "name_mismatch"],
        [4, "no", "invalid_row"],
      ]);
      expect(results[0]).toEqual({
        ...{ index: 0, externalUserId: "id- A@X.io".trim(), email: "a@x.io", status: "imported" },
        ...{ connectionId: expect.any(String), code: null, field: null, warnings: [] },
      });
    }));

  test("D1: a name mismatch never reveals the real name", () =>
    inSmallWorld(async (backend) => {
      const response = await post(backend, [user("d@x.io", { name: "Wrong" })]);
      expect(await response.text()).not.toMatch(/Dora|Doe/);
    }));

  test.each([
    ["a number", 7, "not_an_object", null],
    ["null", null, "not_an_object", null],
    ["a list", [], "not_an_object", null],
    ["no id", { email: "a@x.io" }, "required", "externalUserId"],
    ["a blank id", { externalUserId: " \u00A0", email: "a@x.io" }, "required", "externalUserId"],
    ["an id that is a number", { externalUserId: 7, email: "a@x.io" }, "invalid_type", "externalUserId"],
    ["a long id", { externalUserId: "x".repeat(256), email: "a@x.io" }, "too_long", "externalUserId"],
    ["a NUL in the id", { externalUserId: "a\u0000b", email: "a@x.io" }, "control_character", "externalUserId"],
    ["half a character in the name", user("a@x.io", { name: "a\uD800" }), "control_character", "name"],
    ["no email", { externalUserId: "1" }, "required", "email"],
    ["no address", user("nobody"), "invalid_email", "email"],
    ["an object as email", { externalUserId: "1", email: {} }, "invalid_type", "email"],
    ["a date that never was", user("a@x.io", { registrationDate: "2024-02-30" }), "invalid_date", "registrationDate"],
    ["a date by a spreadsheet", user("a@x.io", { lastLoginDate: "01/05/2026" }), "invalid_date", "lastLoginDate"],
  ])("D2, D3: %s is an invalid row and fails nothing else", (_, given, code, field) =>
    inSmallWorld(async (backend) => {
      const { results } = await importUsers(backend, [given, user("a@x.io")]);
      expect(results[0]).toMatchObject({ status: "invalid_row", code, field, connectionId: null });
      expect(results[1]).toMatchObject({ status: "imported" });
    }),
  );

  test("D2: what comes back of an invalid row is short and storable", () =>
    inSmallWorld(async (backend) => {
      const { results } = await importUsers(backend, [{ externalUserId: "a\u0000\uD800", email: "x".repeat(5_000) }]);
      expect(results[0]).toMatchObject({ externalUserId: "a\uFFFD\uFFFD", email: "x".repeat(256) });
    }));

  test("D4: an invalid row of an unknown person is invalid, a mismatch of a connected one a mismatch", () =>
    inSmallWorld(async (backend) => {
      await importUsers(backend, [user("d@x.io")]);
      const users = [user("nobody@x.io", { lastLoginDate: "x" }), user("d@x.io", { name: "Wrong" })];
      const { results } = await importUsers(backend, users);
      expect(results.map(({ status }) => status)).toEqual(["invalid_row", "name_mismatch"]);
    }));

  test("D5: a second row with the same email sees what the first one did", () =>
    inSmallWorld(async (backend) => {
      const emails = ["a@x.io", "nobody@x.io", "A@x.io", "NOBODY@x.io", "a@X.IO"];
      const { source, results } = await importUsers(
        backend,
        emails.map((email) => user(email, { externalUserId: email })),
      );
      expect(results.map(({ status, warnings }) => [status, warnings])).toEqual([
        ["imported", []],
        ["not_found", []],
        ["already_connected", [{ code: "duplicate_in_request", firstIndex: 0 }, { code: "external_user_id_differs" }]],
        ["not_found", [{ code: "duplicate_in_request", firstIndex: 1 }]],
        ["already_connected", [{ code: "duplicate_in_request", firstIndex: 0 }, { code: "external_user_id_differs" }]],
      ]);
      expect(results[2]?.connectionId).toBe(results[0]?.connectionId);
      expect(source?.counters).toMatchObject({ imported: 1, already_connected: 2 });
    }));

  test("D6: two emails with one externalUserId are both processed and both warned", () =>
    inSmallWorld(async (backend) => {
      const { results } = await importUsers(backend, [
        { externalUserId: "7", email: "a@x.io" },
        { externalUserId: "7", email: "d@x.io" },
      ]);
      const warnings = [{ code: "external_user_id_repeated" }];
      expect(results).toMatchObject([
        { status: "imported", warnings },
        { status: "imported", warnings },
      ]);
    }));

  test("D6: after a change of email the row matches the new account, and the old connection stays", () =>
    withBackend(start, () => ({
      accounts: [account("old@x.io"), account("new@x.io")],
      connections: [connection("old@x.io", { externalUserId: "7", sharedEmail: "old@x.io" })],
    }))(async (backend) => {
      const { results } = await importUsers(backend, [{ externalUserId: "7", email: "new@x.io" }]);
      const warnings = [{ code: "external_user_id_on_other_connection" }];
      expect(results).toMatchObject([{ status: "imported", warnings }]);
      const { connections } = await backend.snapshot();
      expect(connections).toContainEqual(connection("old@x.io", { externalUserId: "7", sharedEmail: "old@x.io" }));
    }));

  test("D7: an inactive connection is reactivated, its shared email refreshed, its dates widened", () =>
    inSmallWorld(async (backend) => {
      const dates = { registrationDate: "2024-01-10 09:00", lastLoginDate: "2026-05-03T07:22:00+02" };
      const { source, results } = await importUsers(backend, [user("C@x.io", dates)]);
      expect(results).toMatchObject([{ status: "already_connected", connectionId: "con_c" }]);
      expect(source?.reactivated).toBe(1);
      const { connections } = await backend.snapshot();
      expect(connections.find(({ id }) => id === "con_c")).toMatchObject({
        ...{ active: true, sharedEmail: "c@x.io", externalUserId: "id-C@x.io", createdBySourceId: null },
        ...{ registrationDate: "2024-01-10T09:00", lastLoginDate: "2026-05-03T07:22:00+02:00" },
      });
    }));

  test("D21: suspended, deleted and unverified accounts are not found, also beside a living one", () =>
    withBackend(start, () => ({
      accounts: [
        account("e@x.io", { state: "suspended" }),
        account("f@x.io", { emailVerified: false }),
        account("g@x.io", { state: "deleted" }),
        account("h@x.io", { id: "h1", state: "deleted" }),
        account("h@x.io", { id: "h2" }),
      ],
      connections: [],
    }))(async (backend) => {
      const { results } = await importUsers(
        backend,
        ["e@x.io", "f@x.io", "g@x.io", "h@x.io"].map((email) => user(email)),
      );
      expect(results.map(({ status }) => status)).toEqual(["not_found", "not_found", "not_found", "imported"]);
      expect((await backend.snapshot()).connections).toMatchObject([{ accountId: "h2" }]);
    }));

  test("10,000 users are one import, 10,001 are refused and nothing is stored", () =>
    inSmallWorld(async (backend) => {
      const many = Array.from({ length: 10_001 }, (_, number) => user(`user${number}@x.io`));
      const problem = await readProblem(await post(backend, many));
      expect(problem).toMatchObject({ code: "too-many-users", status: 413 });
      expect((await backend.snapshot()).sources).toEqual([]);
      const { source, results } = await importUsers(backend, many.slice(1));
      expect(source?.counters).toMatchObject({ total: 10_000, not_found: 10_000 });
      expect(results.at(-1)).toMatchObject({ index: 9_999, email: "user10000@x.io" });
    }));
}
