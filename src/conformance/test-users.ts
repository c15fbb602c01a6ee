// Makes users that do not exist: random addresses under example.com, which receives no mail (RFC 2606).

/** A user as it is sent; members may be wrong on purpose. */
export type SentUser = Readonly<Record<string, unknown>> & { readonly externalUserId: string; readonly email: string };

/** A valid user without an account; `rest` replaces or adds members. */
export function createUnknownUser(rest: Readonly<Record<string, unknown>> = {}): SentUser {
  const id = crypto.randomUUID().slice(0, 18);
  return { externalUserId: `conformance-${id}`, email: `conformance-${id}@example.com`, ...rest };
}

/** Several valid users without an account. */
export function createUnknownUsers(count: number): SentUser[] {
  return Array.from({ length: count }, () => createUnknownUser());
}

/** Describes a user by the members that are not random. */
export function describeUser(user: unknown): string {
  if (typeof user !== "object" || user === null || Array.isArray(user)) return `${JSON.stringify(user)} as user`;
  const peculiar = Object.entries(user).filter(([, value]) => !String(value).startsWith("conformance-"));
  const missing = ["externalUserId", "email"].filter((key) => !Object.hasOwn(user, key));
  const words = [...peculiar.map(([key, value]) => `${key} ${quote(value)}`), ...missing.map((key) => `no ${key}`)];
  return `a user with ${words.join(", ") || "nothing peculiar"}`;
}

function quote(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length} characters)` : text;
}
