// Stores a ledger in PostgreSQL or PGlite, through a query function of the host.
import { byKey, type Ledger, type LedgerEntry, type SeenEntry } from "./ledger.ts";

/** Runs one statement with `$1` parameters: `pool.query.bind(pool)` of `pg`, `database.query.bind(database)` of PGlite. */
export type SqlQuery = (text: string, values?: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;

/** The options of a ledger in SQL. */
export interface SqlLedgerOptions {
  readonly query: SqlQuery;
  /** Separates the users of several applications in one table. @default "" */
  readonly scope?: string | undefined;
  /** Name of the tables, as given to `ledgerSchema`. @default "ieu_ledger" */
  readonly table?: string | undefined;
}

/**
 * The statements that create the two tables, or what an earlier version had not in them; run each once, such as in a migration.
 *
 * @throws TypeError for a name that is not a plain identifier, with or without a schema
 */
export function ledgerSchema(table = "ieu_ledger"): readonly string[] {
  checkTable(table);
  return [
    `create table if not exists ${table} (
      scope text not null,
      user_key text not null,
      hash text not null,
      email text not null,
      connected_email text,
      status text not null,
      judged_at bigint not null,
      refusals integer not null,
      try_again_at bigint,
      seen_by text,
      created_by text,
      connected_at bigint,
      primary key (scope, user_key)
    )`,
    `alter table ${table} add column if not exists created_by text, add column if not exists connected_at bigint`,
    `create index if not exists ${table.replace(/^.*\./, "")}_created_by on ${table} (scope, created_by)`,
    `create table if not exists ${table}_runs (
      scope text primary key,
      run_id text not null,
      started_at bigint not null,
      finished_at bigint not null
    )`,
  ];
}

const columns =
  "user_key, hash, email, connected_email, status, judged_at, refusals, try_again_at, created_by, connected_at";

/**
 * Creates a ledger in SQL. Every call is one statement for a set of users.
 *
 * @throws TypeError for a table name that is not a plain identifier
 */
export function createSqlLedger({ query, scope = "", table = "ieu_ledger" }: SqlLedgerOptions): Ledger {
  checkTable(table);
  const statements = toStatements(table);
  const run = async (text: string, ...values: unknown[]) => (await query(text, [scope, ...values])).rows as Row[];
  return {
    async look(keys, runId) {
      if (keys.length === 0) return new Map();
      const rows = runId === null ? await run(statements.look, keys) : await run(statements.see, sorted(keys), runId);
      return new Map(
        rows.map((row) => [row.user_key, { ...toEntry(row), seenBy: row.seen_by }] as [string, SeenEntry]),
      );
    },
    async put(entries, runId) {
      if (entries.length === 0) return;
      const latest = [...new Map(entries.map((entry) => [entry.key, entry])).values()].sort(byKey);
      await run(statements.put, JSON.stringify(latest), runId);
    },
    async gone({ id, startedAt }, after, limit) {
      return (await run(statements.gone, id, startedAt, after, limit)).map(toEntry);
    },
    async forget(keys) {
      if (keys.length > 0) await run(statements.forget, keys);
    },
    async forgetSource(sourceId, since) {
      return (await run(statements.forgetSource, sourceId, since)).length;
    },
    async lastRun() {
      const [row] = (await run(statements.lastRun)) as readonly Partial<RunRow>[];
      if (!row) return null;
      return { id: String(row.run_id), startedAt: Number(row.started_at), finishedAt: Number(row.finished_at) };
    },
    async finish({ id, startedAt, finishedAt }) {
      await run(statements.finish, id, startedAt, finishedAt);
    },
  };
}

// Rows are always locked in the order of their keys, so that a delta sync and a reconcile can't deadlock.
function toStatements(table: string) {
  const mine = "scope = $1 and user_key = any($2::text[])";
  return {
    look: `select ${columns}, seen_by from ${table} where ${mine}`,
    see: `with before as (select ${columns}, seen_by from ${table} where ${mine} order by user_key for update),
      seen as (update ${table} set seen_by = $3 where ${mine})
      select * from before`,
    put: `insert into ${table} (scope, ${columns}, seen_by)
      select $1, key, hash, email, "connectedEmail", status, "judgedAt", refusals, "tryAgainAt", "createdBy",
        "connectedAt", $3
      from json_to_recordset($2::json) as news (key text, hash text, email text, "connectedEmail" text, status text,
        "judgedAt" bigint, refusals integer, "tryAgainAt" bigint, "createdBy" text, "connectedAt" bigint)
      on conflict (scope, user_key) do update set
        hash = excluded.hash, email = excluded.email, connected_email = excluded.connected_email,
        status = excluded.status, judged_at = excluded.judged_at, refusals = excluded.refusals,
        try_again_at = excluded.try_again_at, created_by = excluded.created_by,
        connected_at = excluded.connected_at, seen_by = coalesce(excluded.seen_by, ${table}.seen_by)
      where excluded.judged_at >= ${table}.judged_at`,
    gone: `select ${columns} from ${table}
      where scope = $1 and seen_by is distinct from $2 and judged_at < $3 and connected_email is not null
        and ($4::text is null or user_key collate "C" > $4)
      order by user_key collate "C" limit $5`,
    forget: `delete from ${table} where ${mine}`,
    forgetSource: `with created as (select user_key from ${table} where scope = $1
        and (created_by = $2 or (created_by is null and connected_at >= $3::bigint)) order by user_key for update)
      delete from ${table} where scope = $1 and user_key in (select user_key from created) returning user_key`,
    lastRun: `select run_id, started_at, finished_at from ${table}_runs where scope = $1`,
    finish: `insert into ${table}_runs (scope, run_id, started_at, finished_at) values ($1, $2, $3, $4)
      on conflict (scope) do update set
        run_id = excluded.run_id, started_at = excluded.started_at, finished_at = excluded.finished_at`,
  };
}

// A bigint is a text from pg and a number from PGlite.
interface Row {
  readonly user_key: string;
  readonly hash: string;
  readonly email: string;
  readonly connected_email: string | null;
  readonly status: string;
  readonly judged_at: string | number;
  readonly refusals: number;
  readonly try_again_at: string | number | null;
  readonly created_by: string | null;
  readonly connected_at: string | number | null;
  readonly seen_by: string | null;
}

interface RunRow {
  readonly run_id: string;
  readonly started_at: string | number;
  readonly finished_at: string | number;
}

function toEntry(row: Row): LedgerEntry {
  return {
    key: row.user_key,
    hash: row.hash,
    email: row.email,
    connectedEmail: row.connected_email,
    status: row.status,
    judgedAt: Number(row.judged_at),
    refusals: row.refusals,
    tryAgainAt: row.try_again_at === null ? null : Number(row.try_again_at),
    createdBy: row.created_by,
    connectedAt: row.connected_at === null ? null : Number(row.connected_at),
  };
}

function sorted(keys: readonly string[]): string[] {
  return [...keys].sort();
}

/** @throws TypeError for a name that is not a plain identifier, with or without a schema */
export function checkTable(table: string): void {
  if (!/^(?:[a-z_]\w*\.)?[a-z_]\w*$/i.test(table)) throw new TypeError("table must be a plain identifier.");
}
