// Sample users with everything that an export has to escape, as databases and identity providers hold them.

/** A row of a table, with its date as text. */
export interface Row {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly createdAt: string | null;
}

/** Names with all characters that an export has to escape, and one that a converter could take for something else. */
const names = [
  "Ada Lovelace",
  'Seán "Mac" O\'Néill',
  "back\\slash\\new\\table",
  "NULLA \\0",
  "李, 小龍",
  "Löfgren; x|y",
];

/** The rows of a database. The last ones lack something. */
export const rows: readonly Row[] = [
  ...names.map((name, index) => ({
    id: index === 0 ? "9007199254740993" : `${index + 1}`,
    email: `person${index + 1}@example.com`,
    name,
    createdAt: `2024-01-1${index}T09:00:00Z`,
  })),
  { id: "20", email: "person20@example.com", name: null, createdAt: null },
  { id: "21", email: "person21@example.com", name: "two\nlines\tand a tab", createdAt: "2024-02-01T00:00:00Z" },
];

const oids = rows.map((_, index) => `65a1f0c2e4b0a1d2c3e4f5${String(index).padStart(2, "0")}`);

/** The same users as documents of MongoDB in Extended JSON: relaxed, or canonical. */
export function documents(isCanonical: boolean): object[] {
  return rows.map(({ email, name, createdAt }, index) => {
    const [firstName, ...others] = name?.split(" ") ?? [];
    const profile = { ...(firstName && { firstName }), ...(others.length > 0 && { lastName: others.join(" ") }) };
    const milliseconds = { $numberLong: String(Date.parse(createdAt ?? "")) };
    const date = { $date: isCanonical ? milliseconds : createdAt };
    return { _id: { $oid: oids[index] }, email, profile, ...(createdAt !== null && { createdAt: date }) };
  });
}

/** The id of each document. */
export const documentIds = oids;

/** Lines of Auth0's export, with users who must not be sent. */
export const auth0Users = [
  {
    user_id: "auth0|65a1f0c2e4b0a1d2c3e4f500",
    email: "person1@example.com",
    email_verified: true,
    name: "person1@example.com",
    created_at: "2024-01-10T09:00:00.123Z",
    last_login: "2026-05-03T07:22:00.000Z",
  },
  {
    user_id: "google-oauth2|103547991597142817347",
    email: "person2@example.com",
    email_verified: true,
    name: 'Seán "Mac" O\'Néill',
    blocked: false,
    created_at: "2024-01-11T09:00:00.000Z",
  },
  { user_id: "auth0|blocked", email: "person3@example.com", email_verified: true, name: "Blocked", blocked: true },
  { user_id: "auth0|unverified", email: "person4@example.com", email_verified: false, name: "Unverified" },
  { user_id: "sms|phone", name: "+49 170 0000000" },
];

/** A realm of Keycloak with its users, in the form of its export. */
export const keycloakRealm = {
  id: "8f3d1a8e-0c1e-4f44-9a54-0f2a5a1d7c11",
  realm: "shop",
  enabled: true,
  clients: [{ clientId: "account", enabled: true }],
  users: [
    toKeycloakUser("1", { firstName: "Ada", lastName: "Lovelace", email: "person1@example.com" }),
    toKeycloakUser("2", { firstName: "李", email: "person2@example.com" }),
    toKeycloakUser("3", { email: "person3@example.com" }),
    toKeycloakUser("4", { email: "person4@example.com", enabled: false }),
    toKeycloakUser("5", { username: "service-account-shop", serviceAccountClientId: "shop" }),
    toKeycloakUser("6", { username: "no-email" }),
  ],
};

function toKeycloakUser(last: string, others: object) {
  return {
    id: `1b2c3d4e-0000-4000-8000-00000000000${last}`,
    username: `user${last}`,
    emailVerified: true,
    createdTimestamp: 1_704_877_200_123,
    enabled: true,
    totp: false,
    credentials: [],
    disableableCredentialTypes: [],
    requiredActions: [],
    realmRoles: ["default-roles-shop"],
    notBefore: 0,
    groups: [],
    ...others,
  };
}
