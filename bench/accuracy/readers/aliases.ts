// Lists the guide's header names, which every importer is given before it reads a file.
import type { FieldKey } from "../case.ts";
import { fieldKeys } from "../case.ts";

/** The field's own key in a host's settings, then its further names. */
export const guideAliases: Readonly<Record<FieldKey, readonly string[]>> = {
  externalUserId: ["user_id", "externalUserId", "userid", "id", "legacyid", "customerid"],
  email: ["email", "email_address", "emailaddress", "mail"],
  name: ["name", "full_name", "fullname", "display_name", "displayname"],
  registrationDate: ["registration_date", "registrationdate", "createdat", "signupat", "signupdate"],
  lastLoginDate: ["last_login_date", "lastlogindate", "lastlogin", "lastseenat", "lastactiveat"],
};

export type Matched = Record<FieldKey, number | null>;

export function matchedBy(columnFor: (key: FieldKey) => number): Matched {
  const entries = fieldKeys.map((key) => [key, columnFor(key)] as const);
  return Object.fromEntries(entries.map(([key, column]) => [key, column < 0 ? null : column])) as Matched;
}
