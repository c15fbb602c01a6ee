// Creates an account directory of any size, and users of an import spread over it.
import { sql } from "kysely";
import type { Account } from "../../mock-server/index.ts";
import type { Database } from "../../mock-server/sql/index.ts";

/** The user of an import that belongs to an account of the directory. */
export function toUser(number: number, size: number, day = "2026-05-01") {
  // A prime step spreads the users over the whole directory instead of its first pages.
  const account = (number * 7_919) % size;
  return {
    externalUserId: `legacy_${number}`,
    email: emailOf(account),
    name: `Person ${account}`,
    registrationDate: "2024-01-10T09:00:00Z",
    lastLoginDate: day,
  };
}

export function toAccount(number: number): Account {
  const id = `acc_${String(number).padStart(9, "0")}`;
  return { id, email: emailOf(number), name: `Person ${number}`, emailVerified: true, state: "active" };
}

/** Grows the table of accounts to this size; one in ten accounts is connected to another application. */
export async function fillDirectory(database: Database, size: number): Promise<void> {
  const { rows } = await sql<{ there: string }>`select count(*) as there from ieu_accounts`.execute(database);
  const from = Number(rows[0]?.there ?? 0);
  await sql`
    insert into ieu_accounts (id, email, name, email_verified, state)
    select 'acc_' || lpad(n::text, 9, '0'), 'person.' || n || '@example.com', 'Person ' || n, true, 'active'
    from generate_series(${from}::int, ${size - 1}::int) n`.execute(database);
  await sql`
    insert into ieu_connections (app_id, account_id, id, external_user_id, shared_email, active)
    select 'app_old_' || n % 20, 'acc_' || lpad(n::text, 9, '0'), 'con_old_' || n, 'old_' || n,
      'person.' || n || '@example.com', true
    from generate_series(${from}::int, ${size - 1}::int) n where n % 10 = 0`.execute(database);
  await sql`vacuum analyze ieu_accounts, ieu_connections`.execute(database);
}

function emailOf(number: number): string {
  return `person.${number}@example.com`;
}
