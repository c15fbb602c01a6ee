// Lists the five user fields: key on the wire, CSV header, accepted headers, required, maximum length.

/** A field of one imported user, named as it goes over the wire. */
export type FieldKey = "externalUserId" | "email" | "name" | "registrationDate" | "lastLoginDate";

/** The definition of one field. */
export interface UserField {
  /** The member's name on the wire. */
  readonly key: FieldKey;
  /** The header in the template and in every CSV that we write. */
  readonly header: string;
  /** Headers that are mapped without asking, best first (guide: "Accepted header aliases"); case and separators do not matter. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** Maximum length in UTF-16 units; null where the rule of the field limits it. */
  readonly maxLength: number | null;
}

/** The fields in the order of the guide's own file. */
export const userFields: readonly [
  externalUserId: UserField,
  email: UserField,
  name: UserField,
  registrationDate: UserField,
  lastLoginDate: UserField,
] = [
  {
    key: "externalUserId",
    header: "user_id",
    aliases: ["externalUserId", "user_id", "userid", "id", "legacyid", "customerid"],
    required: true,
    maxLength: 255,
  },
  {
    key: "email",
    header: "email",
    aliases: ["email", "email_address", "emailaddress", "mail"],
    required: true,
    maxLength: null,
  },
  {
    key: "name",
    header: "name",
    aliases: ["name", "full_name", "fullname", "display_name", "displayname"],
    required: false,
    maxLength: 256,
  },
  {
    key: "registrationDate",
    header: "registration_date",
    aliases: ["registration_date", "registrationdate", "createdat", "signupat", "signupdate"],
    required: false,
    maxLength: null,
  },
  {
    key: "lastLoginDate",
    header: "last_login_date",
    aliases: ["last_login_date", "lastlogindate", "lastlogin", "lastseenat", "lastactiveat"],
    required: false,
    maxLength: null,
  },
];

/** The keys alone, in the same order. */
export const fieldKeys: readonly FieldKey[] = userFields.map((field) => field.key);
