// Small worlds for the tests: an account and a connection take one line each.
import type { Account, Connection, World } from "../../mock-server/index.ts";

export const appId = "app_a";

/** An active, verified account; the id is the local part of its email. */
export function account(email: string, rest: Partial<Account> = {}): Account {
  return { id: idOf(email), email, name: null, emailVerified: true, state: "active", ...rest };
}

/** An active connection of that account to the tests' application. */
export function connection(email: string, rest: Partial<Connection> = {}): Connection {
  return {
    id: `con_${idOf(email)}`,
    appId,
    accountId: idOf(email),
    externalUserId: null,
    sharedEmail: null,
    active: true,
    registrationDate: null,
    lastLoginDate: null,
    createdBySourceId: null,
    ...rest,
  };
}

/** Accounts a@x.io to f@x.io; b is connected, c's connection is inactive, d has a name, e is suspended, f unverified. */
export function createSmallWorld(): World {
  return {
    accounts: [
      account("a@x.io"),
      account("b@x.io"),
      account("c@x.io"),
      account("d@x.io", { name: "Dora Doe" }),
      account("e@x.io", { state: "suspended" }),
      account("f@x.io", { emailVerified: false }),
    ],
    connections: [connection("b@x.io"), connection("c@x.io", { active: false })],
    sources: [],
  };
}

function idOf(email: string): string {
  return email.split("@")[0] ?? email;
}
