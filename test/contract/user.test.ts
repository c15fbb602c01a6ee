// The rule for a valid user.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldKeys } from "../../src/contract/fields.ts";
import { checkUser, isDateField, toWireUser } from "../../src/contract/user.ts";

const valid = { externalUserId: "legacy_1001", email: "user.one@example.com" };

describe("a valid user", () => {
  const cases: [name: string, input: object, user: object][] = [
    ["with the two required fields", valid, valid],
    [
      "with all five",
      { ...valid, name: "User One", registrationDate: "2024-01-10", lastLoginDate: "2026-05-01 12:00" },
      { ...valid, name: "User One", registrationDate: "2024-01-10", lastLoginDate: "2026-05-01T12:00" },
    ],
    [
      "is trimmed and lower-cased",
      { externalUserId: " 1 ", email: " A@X.DE ", name: "\u00A0Ann\u200B" },
      { externalUserId: "1", email: "a@x.de", name: "Ann" },
    ],
    ["has no empty optional fields", { ...valid, name: "", registrationDate: " ", lastLoginDate: "\t" }, valid],
    ["has no absent optional fields", { ...valid, name: undefined, registrationDate: null }, valid],
    ["has no further members", { ...valid, role: "admin" }, valid],
    ["keeps ids as text", { ...valid, externalUserId: "00123" }, { ...valid, externalUserId: "00123" }],
    ["may break a name over lines", { ...valid, name: "Ann\r\nRoe\tJr" }, { ...valid, name: "Ann Roe Jr" }],
    [
      "may have the longest values",
      { ...valid, externalUserId: "x".repeat(255), name: "n".repeat(256) },
      { ...valid, externalUserId: "x".repeat(255), name: "n".repeat(256) },
    ],
    ["may have an emoji in the name", { ...valid, name: "Ann 🎉" }, { ...valid, name: "Ann 🎉" }],
  ];
  for (const [name, input, user] of cases) {
    test(name, () => expect(checkUser(input)).toEqual({ user, issues: [] }));
  }

  test("takes nothing from a prototype", () => {
    const input = Object.create(valid);
    expect(checkUser(input).issues.map(({ code }) => code)).toEqual(["required", "required"]);
    expect(checkUser({ ...valid, ["__proto__"]: { name: "x" } }).user).toEqual(valid);
  });
});

describe("D2, D20: an invalid user", () => {
  const cases: [name: string, input: object, issue: object][] = [
    ["no externalUserId", { email: valid.email }, { field: "externalUserId", code: "required", value: "" }],
    [
      "a blank externalUserId",
      { ...valid, externalUserId: " \u200B" },
      { field: "externalUserId", code: "required", value: " \u200B" },
    ],
    ["no email", { externalUserId: "1" }, { field: "email", code: "required", value: "" }],
    [
      "an email that is none",
      { ...valid, email: "nobody" },
      { field: "email", code: "invalid_email", value: "nobody" },
    ],
    [
      "a date that is none",
      { ...valid, lastLoginDate: "1.5.2026" },
      { field: "lastLoginDate", code: "invalid_date", value: "1.5.2026" },
    ],
    [
      "a day that does not exist",
      { ...valid, registrationDate: "2026-02-30" },
      { field: "registrationDate", code: "invalid_date", value: "2026-02-30" },
    ],
    [
      "an id too long",
      { ...valid, externalUserId: "x".repeat(256) },
      { field: "externalUserId", code: "too_long", value: "x".repeat(256) },
    ],
    [
      "a name too long",
      { ...valid, name: "n".repeat(257) },
      { field: "name", code: "too_long", value: "n".repeat(257) },
    ],
    [
      "a control character in the id",
      { ...valid, externalUserId: "a\u0000b" },
      { field: "externalUserId", code: "control_character", value: "a\u0000b" },
    ],
    [
      "a line break in the id",
      { ...valid, externalUserId: "a\nb" },
      { field: "externalUserId", code: "control_character", value: "a\nb" },
    ],
    [
      "a control character in the name",
      { ...valid, name: "a\u0007" },
      { field: "name", code: "control_character", value: "a\u0007" },
    ],
    [
      "half a character in the name",
      { ...valid, name: "a\uD83C" },
      { field: "name", code: "control_character", value: "a\uD83C" },
    ],
    [
      "a name in which a character was lost",
      { ...valid, name: "J\uFFFDrgen" },
      { field: "name", code: "control_character", value: "J\uFFFDrgen" },
    ],
    [
      "an id in which a character was lost",
      { ...valid, externalUserId: "a\uFFFD1" },
      { field: "externalUserId", code: "control_character", value: "a\uFFFD1" },
    ],
    [
      "an email in which a character was lost",
      { ...valid, email: "j\uFFFDrgen@example.com" },
      { field: "email", code: "control_character", value: "j\uFFFDrgen@example.com" },
    ],
    [
      "a number for a text",
      { ...valid, externalUserId: 17 },
      { field: "externalUserId", code: "invalid_type", value: "" },
    ],
    ["an object for a text", { ...valid, name: {} }, { field: "name", code: "invalid_type", value: "" }],
  ];
  for (const [name, input, issue] of cases) {
    test(name, () => expect(checkUser(input)).toEqual({ user: null, issues: [issue] }));
  }

  test("shows one issue per field, in the fields' order", () => {
    const { issues } = checkUser({ email: "x", name: 1, registrationDate: "y", lastLoginDate: "z" });
    expect(issues.map(({ field, code }) => [field, code])).toEqual([
      ["externalUserId", "required"],
      ["email", "invalid_email"],
      ["name", "invalid_type"],
      ["registrationDate", "invalid_date"],
      ["lastLoginDate", "invalid_date"],
    ]);
  });

  for (const input of [null, undefined, "text", 17, true, [], [valid], () => valid]) {
    test(`${JSON.stringify(input) ?? typeof input} is not an object`, () => {
      expect(checkUser(input)).toEqual({ user: null, issues: [{ field: null, code: "not_an_object", value: "" }] });
    });
  }
});

test("the two date fields are known", () => {
  expect(fieldKeys.filter(isDateField)).toEqual(["registrationDate", "lastLoginDate"]);
});

describe("D20: a user that may be invalid, prepared for sending", () => {
  test("is trimmed, without empty values", () => {
    expect(toWireUser({ externalUserId: " 1 ", email: "nobody ", name: " " })).toEqual({
      externalUserId: "1",
      email: "nobody",
    });
  });

  test("is refused like the original: a too long value stays too long", () => {
    const input = {
      ...valid,
      externalUserId: "x".repeat(5000),
      name: "n".repeat(5000),
      email: `${"a".repeat(5000)}@x.de`,
    };
    const wire = toWireUser(input);
    expect(JSON.stringify(wire).length).toBeLessThan(1000);
    expect(checkUser(wire).issues.map(({ code }) => code)).toEqual(["too_long", "invalid_email", "too_long"]);
  });
});

describe("whatever the input", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress(), fc.constantFrom("2026-05-01", " ", "\uD800"));
  const input = fc.record(
    { externalUserId: text, email: text, name: text, registrationDate: text, lastLoginDate: text },
    { requiredKeys: [] },
  );

  test("checkUser never throws", () => {
    fc.assert(fc.property(fc.anything(), (anything) => void checkUser(anything)));
  });

  test("a user that is valid stays exactly the same when checked again", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { user, issues } = checkUser(given);
        expect(user === null).toBe(issues.length > 0);
        if (user) expect(checkUser(user)).toEqual({ user, issues: [] });
      }),
    );
  });

  test("a prepared user is checked like the given one", () => {
    fc.assert(
      fc.property(input, (given) => {
        const codes = checkUser(given).issues.map(({ field, code }) => [field, code]);
        expect(checkUser(toWireUser(given)).issues.map(({ field, code }) => [field, code])).toEqual(codes);
      }),
    );
  });
});
