// Checks rows that need no account: unknown users and invalid values.
import type { RowIssueCode } from "../../contract/user.ts";
import { expectEqual, expectThat } from "../expect.ts";
import type { Check, ServerUnderTest } from "../server-under-test.ts";
import { createUnknownUser, describeUser } from "../test-users.ts";

// Each wrong user is sent between two valid ones, whose status must not change.
async function expectInvalid(server: ServerUnderTest, wrong: readonly unknown[]): Promise<void> {
  const users = [createUnknownUser(), ...wrong, createUnknownUser()];
  const { statuses } = await server.importUsers(users);
  const expected = users.map((user) => (wrong.includes(user) ? "invalid_row" : "not_found"));
  for (const [at, status] of statuses.entries()) {
    expectThat(status === expected[at], `${expected[at]} for ${describeUser(users[at])}`, status);
  }
}

const invalidRows: readonly (readonly [unknown, RowIssueCode, string | null])[] = [
  [7, "not_an_object", null],
  [[], "not_an_object", null],
  [{ email: "nobody@example.com" }, "required", "externalUserId"],
  [createUnknownUser({ externalUserId: " \u00A0" }), "required", "externalUserId"],
  [createUnknownUser({ externalUserId: 7 }), "invalid_type", "externalUserId"],
  [createUnknownUser({ externalUserId: "x".repeat(256) }), "too_long", "externalUserId"],
  [createUnknownUser({ externalUserId: "a\u0000b" }), "control_character", "externalUserId"],
  [createUnknownUser({ name: "x".repeat(257) }), "too_long", "name"],
  [createUnknownUser({ email: "nobody" }), "invalid_email", "email"],
  [createUnknownUser({ registrationDate: "2024-02-30" }), "invalid_date", "registrationDate"],
];

// U+FFFD stands for a letter that was lost. Quotation marks, invisible characters and symbols are no part of an address.
const damagedUsers: readonly unknown[] = [
  createUnknownUser({ externalUserId: "J\uFFFDrgen" }),
  createUnknownUser({ name: "J\uFFFDrgen" }),
  ...["j\uFFFDrgen@example.com", "“nobody”@example.com", "no\u200Bbody@example.com", "nobody@ex™mple.com"].map(
    (email) => createUnknownUser({ email }),
  ),
];

const validDates = ["2026-05-01", "2026-05-01T12:00:00Z"];
const allValidDates = ["2024-02-29", "2026-05-01 12:00", "2026-05-01T12:00:00.123456Z", "2026-05-01T12:00+02"];
const invalidDates = ["2024-02-30", "2026-13-01", "01/05/2026", "5.1.2026", "45000", "1714550400", "2026-05-01T24:00Z"];
const invalidEmails = ["a@b@example.com", "a b@example.com", "a@[127.0.0.1]", ".a@example.com", "a@localhost"];

/** Checks of single rows. */
export const rowChecks: readonly Check[] = [
  {
    id: "row.not-found",
    level: "core",
    rule: "not_found: no LoginSign account matched the email.",
    title: "An address that nobody has is not_found",
    async run(server) {
      expectEqual("the statuses", (await server.importUsers([createUnknownUser()])).statuses, ["not_found"]);
    },
  },
  {
    id: "row.required",
    level: "core",
    rule: "invalid_row: missing required values.",
    title: "A row without id or email is invalid_row, and the rows around it are not",
    run: (server) =>
      expectInvalid(server, [
        createUnknownUser({ externalUserId: "" }),
        createUnknownUser({ email: "" }),
        { name: "Nobody" },
      ]),
  },
  {
    id: "row.email",
    level: "core",
    rule: "invalid_row: invalid email.",
    title: "A row whose email is no address is invalid_row",
    run: (server) =>
      expectInvalid(server, [createUnknownUser({ email: "nobody" }), createUnknownUser({ email: "@example.com" })]),
  },
  {
    id: "row.date",
    level: "core",
    rule: "invalid_row: invalid date format.",
    title: "A row whose date is none is invalid_row",
    run: (server) =>
      expectInvalid(server, [
        createUnknownUser({ registrationDate: "yesterday" }),
        createUnknownUser({ lastLoginDate: "2026-99-99" }),
      ]),
  },
  {
    id: "row.iso-dates",
    level: "core",
    rule: "Date values should be ISO-like.",
    title: "The guide's own date formats are accepted",
    async run(server) {
      const users = validDates.map((date) => createUnknownUser({ registrationDate: date, lastLoginDate: date }));
      expectEqual("the statuses", (await server.importUsers(users)).statuses, ["not_found", "not_found"]);
    },
  },
  {
    id: "row.codes",
    level: "extended",
    rule: "D2",
    title: "An invalid row says which field is at fault and why",
    async run(server) {
      const { results } = await server.importUsers(invalidRows.map(([user]) => user));
      for (const [at, [user, code, field]] of invalidRows.entries()) {
        const { status, code: cameCode, field: cameField } = results[at] ?? {};
        const what = `for ${describeUser(user)}`;
        expectEqual(what, { status, code: cameCode, field: cameField }, { status: "invalid_row", code, field });
      }
    },
  },
  {
    id: "row.email-rule",
    level: "extended",
    rule: "D17",
    title: "What is not exactly one mailbox is invalid_row",
    run: (server) =>
      expectInvalid(
        server,
        invalidEmails.map((email) => createUnknownUser({ email })),
      ),
  },
  {
    id: "row.damaged-text",
    level: "extended",
    rule: "D26",
    title: "A value whose letters were lost, and an address that is none, is invalid_row",
    run: (server) => expectInvalid(server, damagedUsers),
  },
  {
    id: "row.email-normalised",
    level: "extended",
    rule: "D17",
    title: "An email comes back trimmed and in lower case",
    async run(server) {
      const { email } = createUnknownUser();
      const users = [`  ${email.toUpperCase()}\u00A0`, email.replace("@", "+Tag@")].map((sent) =>
        createUnknownUser({ email: sent }),
      );
      const { results } = await server.importUsers(users);
      expectEqual(
        "the emails",
        results.map((result) => result.email),
        [email, email.replace("@", "+tag@")],
      );
    },
  },
  {
    id: "row.date-rule",
    level: "extended",
    rule: "D19",
    title: "A day that does not exist, and a date by a spreadsheet, is invalid_row",
    run: (server) =>
      expectInvalid(
        server,
        invalidDates.map((lastLoginDate) => createUnknownUser({ lastLoginDate })),
      ),
  },
  {
    id: "row.all-dates",
    level: "extended",
    rule: "D19",
    title: "A date-time may have one space, no seconds, a fraction, a short offset",
    async run(server) {
      const users = allValidDates.map((registrationDate) => createUnknownUser({ registrationDate }));
      const { statuses } = await server.importUsers(users);
      for (const [at, status] of statuses.entries())
        expectThat(status === "not_found", `not_found for the date ${allValidDates[at]}`, status);
    },
  },
  {
    id: "row.texts",
    level: "extended",
    rule: "D20",
    title: "Ids stay as they are: leading zeros, 1E5, long digit strings, 255 characters",
    async run(server) {
      const ids = ["00123", "1E5", "123456789012345678901234567890", "x".repeat(255)];
      const { results } = await server.importUsers(ids.map((externalUserId) => createUnknownUser({ externalUserId })));
      expectEqual(
        "the ids",
        results.map(({ externalUserId }) => externalUserId),
        ids,
      );
    },
  },
  {
    id: "row.duplicate",
    level: "extended",
    rule: "D5",
    title: "The second row with an email is decided after the first, and says so",
    async run(server) {
      const user = createUnknownUser();
      const { results } = await server.importUsers([
        user,
        createUnknownUser(),
        { ...user, email: user.email.toUpperCase() },
      ]);
      expectEqual(
        "the statuses",
        results.map(({ status }) => status),
        ["not_found", "not_found", "not_found"],
      );
      const warning = { code: "duplicate_in_request", firstIndex: 0 };
      expectEqual(
        "the warnings",
        results.map(({ warnings }) => warnings),
        [[], [], [warning]],
      );
    },
  },
  {
    id: "row.repeated-id",
    level: "extended",
    rule: "D6",
    title: "Two emails with one externalUserId are both processed and both warned",
    async run(server) {
      const first = createUnknownUser();
      const { results } = await server.importUsers([
        first,
        createUnknownUser({ externalUserId: first.externalUserId }),
      ]);
      const codes = results.map(({ warnings }) => warnings.map(({ code }) => code));
      expectEqual("the warnings", codes, [["external_user_id_repeated"], ["external_user_id_repeated"]]);
    },
  },
];
