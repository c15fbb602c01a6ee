// What becomes of rows that need no account: unknown people and invalid values.
import type { RowIssueCode } from "../../contract/user.ts";
import type { Check } from "../check.ts";
import { expectEqual, expectThat } from "../expect.ts";
import type { Site } from "../server-under-test.ts";
import { createStranger, describeUser } from "../test-users.ts";

// Each is sent between two valid rows, which it must not disturb.
async function expectInvalid(site: Site, wrong: readonly unknown[]): Promise<void> {
  const users = [createStranger(), ...wrong, createStranger()];
  const { statuses } = await site.importUsers(users);
  const expected = users.map((user) => (wrong.includes(user) ? "invalid_row" : "not_found"));
  for (const [at, status] of statuses.entries()) {
    expectThat(status === expected[at], `${expected[at]} for ${describeUser(users[at])}`, status);
  }
}

const invalidRows: readonly (readonly [unknown, RowIssueCode, string | null])[] = [
  [7, "not_an_object", null],
  [[], "not_an_object", null],
  [{ email: "nobody@example.com" }, "required", "externalUserId"],
  [createStranger({ externalUserId: " \u00A0" }), "required", "externalUserId"],
  [createStranger({ externalUserId: 7 }), "invalid_type", "externalUserId"],
  [createStranger({ externalUserId: "x".repeat(256) }), "too_long", "externalUserId"],
  [createStranger({ externalUserId: "a\u0000b" }), "control_character", "externalUserId"],
  [createStranger({ name: "x".repeat(257) }), "too_long", "name"],
  [createStranger({ email: "nobody" }), "invalid_email", "email"],
  [createStranger({ registrationDate: "2024-02-30" }), "invalid_date", "registrationDate"],
];

const validDates = ["2026-05-01", "2026-05-01T12:00:00Z"];
const allValidDates = ["2024-02-29", "2026-05-01 12:00", "2026-05-01T12:00:00.123456Z", "2026-05-01T12:00+02"];
const invalidDates = ["2024-02-30", "2026-13-01", "01/05/2026", "5.1.2026", "45000", "1714550400", "2026-05-01T24:00Z"];
const invalidEmails = ["a@b@example.com", "a b@example.com", "a@[127.0.0.1]", ".a@example.com", "a@localhost"];

/** Checks of single rows. */
export const rowChecks: readonly Check[] = [
  {
    ...{ id: "row.not-found", level: "core", rule: "not_found: no LoginSign account matched the email." },
    title: "An address that nobody has is not_found",
    async run(site) {
      expectEqual("the statuses", (await site.importUsers([createStranger()])).statuses, ["not_found"]);
    },
  },
  {
    ...{ id: "row.required", level: "core", rule: "invalid_row: missing required values." },
    title: "A row without id or email is invalid_row, and the rows around it are not",
    run: (site) =>
      expectInvalid(site, [createStranger({ externalUserId: "" }), createStranger({ email: "" }), { name: "Nobody" }]),
  },
  {
    ...{ id: "row.email", level: "core", rule: "invalid_row: invalid email." },
    title: "A row whose email is no address is invalid_row",
    run: (site) =>
      expectInvalid(site, [createStranger({ email: "nobody" }), createStranger({ email: "@example.com" })]),
  },
  {
    ...{ id: "row.date", level: "core", rule: "invalid_row: invalid date format." },
    title: "A row whose date is none is invalid_row",
    run: (site) =>
      expectInvalid(site, [
        createStranger({ registrationDate: "yesterday" }),
        createStranger({ lastLoginDate: "2026-99-99" }),
      ]),
  },
  {
    ...{ id: "row.iso-dates", level: "core", rule: "Date values should be ISO-like." },
    title: "The guide's own date formats are accepted",
    async run(site) {
      const users = validDates.map((date) => createStranger({ registrationDate: date, lastLoginDate: date }));
      expectEqual("the statuses", (await site.importUsers(users)).statuses, ["not_found", "not_found"]);
    },
  },
  {
    ...{ id: "row.codes", level: "extended", rule: "D2" },
    title: "An invalid row says which field is at fault and why",
    async run(site) {
      const { results } = await site.importUsers(invalidRows.map(([user]) => user));
      for (const [at, [user, code, field]] of invalidRows.entries()) {
        const { status, code: cameCode, field: cameField } = results[at] ?? {};
        const what = `for ${describeUser(user)}`;
        expectEqual(what, { status, code: cameCode, field: cameField }, { status: "invalid_row", code, field });
      }
    },
  },
  {
    ...{ id: "row.email-rule", level: "extended", rule: "D17" },
    title: "What is not exactly one mailbox is invalid_row",
    run: (site) =>
      expectInvalid(
        site,
        invalidEmails.map((email) => createStranger({ email })),
      ),
  },
  {
    ...{ id: "row.email-normalised", level: "extended", rule: "D17" },
    title: "An email comes back trimmed and in lower case",
    async run(site) {
      const { email } = createStranger();
      const users = [`  ${email.toUpperCase()}\u00A0`, email.replace("@", "+Tag@")].map((sent) =>
        createStranger({ email: sent }),
      );
      const { results } = await site.importUsers(users);
      expectEqual(
        "the emails",
        results.map((result) => result.email),
        [email, email.replace("@", "+tag@")],
      );
    },
  },
  {
    ...{ id: "row.date-rule", level: "extended", rule: "D19" },
    title: "A day that does not exist, and a date by a spreadsheet, is invalid_row",
    run: (site) =>
      expectInvalid(
        site,
        invalidDates.map((lastLoginDate) => createStranger({ lastLoginDate })),
      ),
  },
  {
    ...{ id: "row.all-dates", level: "extended", rule: "D19" },
    title: "A date-time may have one space, no seconds, a fraction, a short offset",
    async run(site) {
      const users = allValidDates.map((registrationDate) => createStranger({ registrationDate }));
      const { statuses } = await site.importUsers(users);
      for (const [at, status] of statuses.entries())
        expectThat(status === "not_found", `not_found for the date ${allValidDates[at]}`, status);
    },
  },
  {
    ...{ id: "row.texts", level: "extended", rule: "D20" },
    title: "Ids stay as they are: leading zeros, 1E5, long digit strings, 255 characters",
    async run(site) {
      const ids = ["00123", "1E5", "123456789012345678901234567890", "x".repeat(255)];
      const { results } = await site.importUsers(ids.map((externalUserId) => createStranger({ externalUserId })));
      expectEqual(
        "the ids",
        results.map(({ externalUserId }) => externalUserId),
        ids,
      );
    },
  },
  {
    ...{ id: "row.duplicate", level: "extended", rule: "D5" },
    title: "The second row with an email is decided after the first, and says so",
    async run(site) {
      const user = createStranger();
      const { results } = await site.importUsers([
        user,
        createStranger(),
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
    ...{ id: "row.repeated-id", level: "extended", rule: "D6" },
    title: "Two emails with one externalUserId are both processed and both warned",
    async run(site) {
      const first = createStranger();
      const { results } = await site.importUsers([first, createStranger({ externalUserId: first.externalUserId })]);
      const codes = results.map(({ warnings }) => warnings.map(({ code }) => code));
      expectEqual("the warnings", codes, [["external_user_id_repeated"], ["external_user_id_repeated"]]);
    },
  },
];
