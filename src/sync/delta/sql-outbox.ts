// Implements the durable delta queue as an outbox table in PostgreSQL, filled in the caller's own transaction.
import type { UserInput } from "../../contract/user.ts";
import { checkTable, type SqlQuery } from "../ledger/sql-ledger.ts";
import type { Delta, DeltaQueue, EnqueueOptions, NewDelta } from "./delta-queue.ts";

/** The options of an outbox. */
export interface SqlOutboxOptions {
  readonly query: SqlQuery;
  /** Separates the users of several applications in one table. @default "" */
  readonly scope?: string | undefined;
  /** Name of the tables, as given to `outboxSchema`. @default "ieu_outbox" */
  readonly table?: string | undefined;
  /** Seconds after its last sign of life when a process counts as dead; at least 60. @default 60 */
  readonly leaseSeconds?: number | undefined;
}

/**
 * The statements that create the two tables where they are missing; run each once, such as in a migration.
 *
 * @throws TypeError for a name that is not a plain identifier, with or without a schema
 */
export function outboxSchema(table = "ieu_outbox"): readonly string[] {
  checkTable(table);
  const index = table.replace(/^.*\./, "");
  return [
    `create table if not exists ${table} (
      id bigint generated always as identity primary key,
      scope text not null,
      user_key text not null,
      user_json text not null,
      enqueued_at bigint not null,
      version double precision,
      attempt integer not null default 0,
      state text not null default 'waiting' check (state in ('waiting', 'taken', 'buried')),
      lease_until timestamptz,
      reason text
    )`,
    `create unique index if not exists ${index}_waiting on ${table} (scope, user_key) where state = 'waiting'`,
    `create unique index if not exists ${index}_taken on ${table} (scope, user_key) where state = 'taken'`,
    `create index if not exists ${index}_order on ${table} (scope, id) where state <> 'buried'`,
    `create table if not exists ${table}_batches (
      scope text not null,
      batch text not null,
      note text not null,
      noted_at timestamptz not null default now(),
      primary key (scope, batch)
    )`,
  ];
}

/**
 * Creates a queue in a table of the caller's own PostgreSQL. Every call is one statement.
 *
 * @throws TypeError for a table name that is not a plain identifier, or a lease of less than 60 seconds
 */
export function createSqlOutbox(options: SqlOutboxOptions): DeltaQueue {
  const { query, scope = "", table = "ieu_outbox", leaseSeconds = 60 } = options;
  checkTable(table);
  if (!(leaseSeconds >= 60)) throw new TypeError("leaseSeconds must be 60 or more.");
  const statements = toStatements(table);
  const run = async (text: string, ...values: unknown[]) => (await query(text, [scope, ...values])).rows as unknown[];
  return {
    durable: true,
    async enqueue({ key, user, enqueuedAt, version }: NewDelta, { db }: EnqueueOptions = {}) {
      const values = [scope, key, JSON.stringify(user), enqueuedAt, version];
      await (db ? db.executeSql(statements.enqueue, values) : query(statements.enqueue, values));
    },
    async take(limit) {
      const rows = (await run(statements.take, limit, leaseSeconds)) as OutboxRow[];
      return rows.map(toDelta).sort((one, other) => Number(one.id) - Number(other.id));
    },
    async keep(ids) {
      await run(statements.keep, ids, leaseSeconds);
    },
    async complete(ids) {
      await run(statements.complete, ids);
    },
    async release(ids) {
      await run(statements.release, ids);
    },
    async bury(deltas, reason) {
      await run(
        statements.bury,
        deltas.map(({ id }) => id),
        reason,
      );
    },
    async size() {
      const [row] = (await run(statements.size)) as { readonly count: string | number }[];
      return Number(row?.count ?? 0);
    },
    async writeNote(batch, note) {
      await run(statements.writeNote, batch, note);
      await run(statements.forgetNotes);
    },
    async readNote(batch) {
      const [row] = (await run(statements.readNote, batch)) as { readonly note: string }[];
      return row?.note ?? null;
    },
  };
}

// Rows of taken states are handed out again once their lease is over, before the state that waits behind them.
function toStatements(table: string) {
  const mine = "scope = $1 and state = 'taken' and id = any($2::bigint[])";
  const lease = (position: number) => `now() + make_interval(secs => $${position}::double precision)`;
  const newer = `select 1 from ${table} newer
    where newer.scope = old.scope and newer.user_key = old.user_key and newer.state = 'waiting'`;
  return {
    enqueue: `insert into ${table} as old (scope, user_key, user_json, enqueued_at, version) values ($1, $2, $3, $4, $5)
      on conflict (scope, user_key) where state = 'waiting' do update set
        user_json = excluded.user_json, enqueued_at = excluded.enqueued_at, version = excluded.version
      where old.version is null or excluded.version is null or excluded.version >= old.version`,
    take: `with free as (
        select id from ${table} old
        where scope = $1 and (
          (state = 'taken' and lease_until < now())
          or (state = 'waiting' and not exists (
            select 1 from ${table} busy
            where busy.scope = old.scope and busy.user_key = old.user_key and busy.state = 'taken')))
        order by id limit $2 for update skip locked)
      update ${table} old set state = 'taken', attempt = old.attempt + 1, lease_until = ${lease(3)}
      from free where old.id = free.id
      returning old.id, old.user_key, old.user_json, old.enqueued_at, old.version, old.attempt`,
    keep: `update ${table} set lease_until = ${lease(3)} where ${mine}`,
    complete: `delete from ${table} where ${mine}`,
    release: `with outdated as (delete from ${table} old where ${mine} and exists (${newer}) returning id)
      update ${table} old set state = 'waiting', lease_until = null
      where ${mine} and id not in (select id from outdated) and not exists (${newer})`,
    bury: `update ${table} set state = 'buried', lease_until = null, reason = $3 where ${mine}`,
    size: `select count(*) as count from ${table}
      where scope = $1 and (state = 'waiting' or (state = 'taken' and lease_until < now()))`,
    writeNote: `insert into ${table}_batches (scope, batch, note) values ($1, $2, $3) on conflict do nothing`,
    forgetNotes: `delete from ${table}_batches where scope = $1 and noted_at < now() - interval '30 days'`,
    readNote: `select note from ${table}_batches where scope = $1 and batch = $2`,
  };
}

// A bigint is a text from pg and a number from PGlite.
interface OutboxRow {
  readonly id: string | number;
  readonly user_key: string;
  readonly user_json: string;
  readonly enqueued_at: string | number;
  readonly version: number | null;
  readonly attempt: number;
}

function toDelta({ id, user_key: key, user_json, enqueued_at, version, attempt }: OutboxRow): Delta {
  return { id: String(id), key, user: parseUser(user_json), enqueuedAt: Number(enqueued_at), version, attempt };
}

// A row inserted by other software must not block the queue: it becomes an empty user, which the server refuses.
function parseUser(text: string): UserInput {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
