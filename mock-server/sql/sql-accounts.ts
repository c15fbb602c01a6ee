// Looks accounts up in a table of our own; a portal with a user table plugs in its own directory instead.
import { type Account, type AccountDirectory, toEmailForm } from "../store/store.ts";
import { inSets, isOneOf } from "./row-sets.ts";
import type { AccountTable, Database } from "./schema.ts";
import { readAgain } from "./sql-failures.ts";

/** Looks accounts up in `ieu_accounts`; the database may be a read replica. */
export function createSqlAccounts(database: Database): AccountDirectory {
  return {
    findAccountsByEmail: (emails) =>
      inSets(database, emails, async (some) => {
        const known = database.selectFrom("ieu_accounts").selectAll();
        const query = known.where(({ or, and, eb }) =>
          or([isOneOf("email_form", some), and([eb("email_form", "is", null), isOneOf("email", some)])]),
        );
        return (await readAgain(() => query.execute())).map(toAccount);
      }),
  };
}

/** A row of the table as the rules know it. */
export function toAccount(row: AccountTable): Account {
  const { id, email, name, email_verified: emailVerified, state, created_at: createdAt } = row;
  return { id, email, name, emailVerified, state, ...(createdAt === null ? {} : { createdAt }) };
}

/** The other way round. */
export function toAccountRow(account: Account): AccountTable {
  const { id, email, name, emailVerified, state, createdAt = null } = account;
  return {
    id,
    email,
    email_form: toEmailForm(account),
    name,
    email_verified: emailVerified,
    state,
    created_at: createdAt,
  };
}
