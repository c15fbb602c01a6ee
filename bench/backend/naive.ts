// Imports users row by row, the naive way: per user, look up the account and the connection, then write.
import pg from "pg";

interface NaiveUser {
  readonly externalUserId: string;
  readonly email: string;
  readonly name: string;
  readonly registrationDate: string;
  readonly lastLoginDate: string;
}

/** Imports the users on one connection, in one transaction; resolves with the milliseconds. */
export async function importRowByRow(url: string, appId: string, users: readonly NaiveUser[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  await client.query("begin");
  await client.query(
    `insert into ieu_sources (app_id, id, name, created_at, total, imported, already_connected, not_found, name_mismatch,
       invalid_row, reactivated) values ($1, $2, 'Naive', $3, 0, 0, 0, 0, 0, 0, 0)`,
    [appId, `src_${appId}`, new Date()],
  );
  for (const [index, user] of users.entries()) {
    const found = await client.query("select id, name from ieu_accounts where email = $1", [user.email]);
    const account = found.rows[0] as { id: string; name: string } | undefined;
    if (!account) continue;
    const key = [appId, account.id];
    const known = await client.query("select id from ieu_connections where app_id = $1 and account_id = $2", key);
    if (known.rows.length > 0) continue;
    await client.query(
      `insert into ieu_connections (app_id, account_id, id, external_user_id, shared_email, active, registration_date,
         last_login_date, created_by_source_id) values ($1, $2, $3, $4, $5, true, $6, $7, $8)`,
      [
        ...key,
        `con_${appId}_${index}`,
        user.externalUserId,
        user.email,
        user.registrationDate,
        user.lastLoginDate,
        `src_${appId}`,
      ],
    );
    await client.query("insert into ieu_result_pages (app_id, source_id, page, results) values ($1, $2, $3, $4)", [
      appId,
      `src_${appId}`,
      index,
      JSON.stringify({ index, email: user.email, status: "imported" }),
    ]);
  }
  await client.query("commit");
  const milliseconds = performance.now() - began;
  await client.end();
  return milliseconds;
}
