// The five fields, as the guide lists them.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type FieldKey, fieldKeys, userFields } from "../../src/contract/fields.ts";

const guide: [key: FieldKey, header: string, required: boolean, aliases: string][] = [
  ["externalUserId", "user_id", true, "externalUserId, user_id, userid, id, legacyid, customerid"],
  ["email", "email", true, "email, email_address, emailaddress, mail"],
  ["name", "name", false, "name, full_name, fullname, display_name, displayname"],
  [
    "registrationDate",
    "registration_date",
    false,
    "registration_date, registrationdate, createdat, signupat, signupdate",
  ],
  ["lastLoginDate", "last_login_date", false, "last_login_date, lastlogindate, lastlogin, lastseenat, lastactiveat"],
];

describe("a field", () => {
  for (const [index, [key, header, required, aliases]] of guide.entries()) {
    test(`${key} has the guide's header, aliases and place`, () => {
      expect(userFields[index]).toMatchObject({ key, header, required, aliases: aliases.split(", ") });
    });
  }

  test("there are no others", () => expect(fieldKeys).toEqual(guide.map(([key]) => key)));

  test("no alias belongs to two fields, in any spelling", () => {
    const spellings = userFields.flatMap(({ aliases }) => [
      ...new Set(aliases.map((alias) => alias.toLowerCase().replaceAll("_", ""))),
    ]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });
});

test("the contract needs no package, but for the request's envelope, which only servers check", () => {
  const folder = new URL("../../src/contract/", import.meta.url);
  const imports = readdirSync(folder).flatMap((room) => {
    const source = readFileSync(new URL(room, folder), "utf8");
    return [...source.matchAll(/from "([^"]+)"/g)].map(([, from]) => [room, from]);
  });
  expect(imports.filter(([, from]) => !from?.startsWith("./"))).toEqual([["import-request.ts", "zod/mini"]]);
});
