// Looks accounts up in a table of our own; a portal with a user table plugs in its own directory instead.
import type { Account, AccountDirectory } from "../store/store.ts";
import { isOneOf } from "./row-sets.ts";
import type { AccountTable, Database } from "./schema.ts";
import { reach } from "./sql-failures.ts";

/** Looks accounts up in `ieu_accounts`; the database may be a read replica. */
export function createSqlAccounts(database: Database): AccountDirectory {
  return {
    async findAccountsByEmail(emails) {
      if (emails.length === 0) return [];
      const query = database.selectFrom("ieu_accounts").selectAll().where(isOneOf("email", emails));
      return (await reach(() => query.execute())).map(toAccount);
    },
  };
}

/** A row of the table as the rules know it. */
export function toAccount({ email_verified: emailVerified, ...row }: AccountTable): Account {
  return { ...row, emailVerified };
}

/** An account as a row of the table. */
export function toAccountRow({ id, email, name, emailVerified, state }: Account): AccountTable {
  return { id, email, name, email_verified: emailVerified, state };
}
