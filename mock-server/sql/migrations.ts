// Creates the tables by a list of migrations that only grows; each is applied once.
import { type CreateTableBuilder, sql } from "kysely";
import { toEmailForm } from "../store/store.ts";
import { toRowSet } from "./row-sets.ts";
import type { Database, Tables } from "./schema.ts";
import { hasCode, OutdatedTablesError, PartitionsError, retryConflicts } from "./sql-failures.ts";

interface Migration {
  readonly name: string;
  readonly apply: (database: Database, partitions?: number) => Promise<void>;
}

const migrations: readonly Migration[] = [
  {
    name: "001_tables",
    async apply(database, partitions) {
      const { schema } = database;
      const create = (table: CreateTableBuilder<keyof Tables, string>, name: keyof Tables) =>
        createPartitioned(database, table, name, partitions);
      const applications = schema.createTable("ieu_applications").addColumn("app_id", "text", (c) => c.primaryKey());
      await create(applications, "ieu_applications");

      await schema
        .createTable("ieu_accounts")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("email", "text", (c) => c.notNull())
        .addColumn("name", "text")
        .addColumn("email_verified", "boolean", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .execute();
      // Not unique: a deleted account may have had the email before.
      await schema.createIndex("ieu_accounts_email").on("ieu_accounts").column("email").execute();

      const connections = schema
        .createTable("ieu_connections")
        .addColumn("app_id", "text", (c) => c.notNull())
        .addColumn("account_id", "text", (c) => c.notNull())
        .addColumn("id", "text", (c) => c.notNull())
        .addColumn("external_user_id", "text")
        .addColumn("shared_email", "text")
        .addColumn("active", "boolean", (c) => c.notNull())
        .addColumn("registration_date", "text")
        .addColumn("last_login_date", "text")
        .addColumn("created_by_source_id", "text")
        .addPrimaryKeyConstraint("ieu_connections_key", ["app_id", "account_id"]);
      await create(connections, "ieu_connections");
      for (const column of ["external_user_id", "created_by_source_id"]) {
        await schema
          .createIndex(`ieu_connections_${column}`)
          .on("ieu_connections")
          .columns(["app_id", column])
          .execute();
      }

      const counters = ["total", "imported", "already_connected", "not_found", "name_mismatch", "invalid_row"];
      const sources = schema
        .createTable("ieu_sources")
        .addColumn("app_id", "text", (c) => c.notNull())
        .addColumn("id", "text", (c) => c.notNull())
        .addColumn("name", "text", (c) => c.notNull())
        .addColumn("created_at", "timestamptz", (c) => c.notNull())
        .addColumn("idempotency_key", "text")
        .addColumn("fingerprint", "text")
        .addColumn("removed", "integer")
        .addColumn("already_gone", "integer")
        .addColumn("reactivated_kept", "integer")
        .addPrimaryKeyConstraint("ieu_sources_key", ["app_id", "id"]);
      const counted = [...counters, "reactivated"].reduce(
        (table, name) => table.addColumn(name, "integer", (c) => c.notNull()),
        sources,
      );
      await create(counted, "ieu_sources");
      await schema
        .createIndex("ieu_sources_created_at")
        .on("ieu_sources")
        .columns(["app_id", "created_at", "id"])
        .execute();
      await schema
        .createIndex("ieu_sources_idempotency_key")
        .unique()
        .on("ieu_sources")
        .columns(["app_id", "idempotency_key"])
        .execute();

      const pages = schema
        .createTable("ieu_result_pages")
        .addColumn("app_id", "text", (c) => c.notNull())
        .addColumn("source_id", "text", (c) => c.notNull())
        .addColumn("page", "integer", (c) => c.notNull())
        .addColumn("results", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("ieu_result_pages_key", ["app_id", "source_id", "page"]);
      await create(pages, "ieu_result_pages");
    },
  },
  {
    name: "002_email_form",
    async apply(database) {
      const { schema } = database;
      await schema.alterTable("ieu_accounts").addColumn("email_form", "text").execute();
      await schema.alterTable("ieu_accounts").addColumn("created_at", "text").execute();
      await writeEmailForms(database);
      await schema.createIndex("ieu_accounts_email_form").on("ieu_accounts").column("email_form").execute();
    },
  },
  {
    name: "003_source_sequence",
    async apply({ schema }) {
      await schema.alterTable("ieu_sources").addColumn("sequence", "integer").execute();
      // Unique, so that two imports never get one number, whatever happens to their lock.
      await schema
        .createIndex("ieu_sources_sequence")
        .unique()
        .on("ieu_sources")
        .columns(["app_id", "sequence"])
        .execute();
    },
  },
  {
    name: "004_rate_limits",
    async apply({ schema }) {
      await schema
        .createTable("ieu_rate_limits")
        .addColumn("app_id", "text", (c) => c.notNull())
        .addColumn("key", "text", (c) => c.notNull())
        .addColumn("full_at", "timestamptz", (c) => c.notNull())
        .addPrimaryKeyConstraint("ieu_rate_limits_key", ["app_id", "key"])
        .execute();
    },
  },
  {
    name: "005_result_names",
    async apply({ schema }) {
      await schema.alterTable("ieu_result_pages").addColumn("names", "text").execute();
    },
  },
];

async function createPartitioned(
  database: Database,
  table: CreateTableBuilder<keyof Tables, string>,
  name: keyof Tables,
  partitions = 1,
): Promise<void> {
  if (partitions === 1) return table.execute();
  await table.modifyEnd(sql`partition by hash (app_id)`).execute();
  // Kysely's builder knows no partitions, so that the schema of the tables is read from a statement that it builds.
  const [parent = ""] = /"\S+"$/.exec(database.selectFrom(name).compile().sql) ?? [];
  for (let part = 0; part < partitions; part += 1) {
    const child = parent.replace(/"$/, `_p${part}"`);
    const values = `with (modulus ${partitions}, remainder ${part})`;
    await sql.raw(`create table ${child} partition of ${parent} for values ${values}`).execute(database);
  }
}

// The program normalises, not the database. Only what differs is written: for the rest `email` is the form.
async function writeEmailForms(database: Database): Promise<void> {
  const accounts = await database.selectFrom("ieu_accounts").select(["id", "email"]).execute();
  const differing = accounts.flatMap(({ id, email }) => {
    const email_form = toEmailForm({ email });
    return email_form === email ? [] : [{ id, email_form }];
  });
  if (differing.length === 0) return;
  const rows = toRowSet<{ id: string; email_form: string }>({ id: "text", email_form: "text" }, differing);
  await database
    .updateTable("ieu_accounts")
    .from(rows)
    .set((one) => ({ email_form: one.ref("given.email_form") }))
    .whereRef("ieu_accounts.id", "=", "given.id")
    .execute();
}

// Locked while migrations are applied, so that two servers that start at once don't both apply them.
const lockName = "000_lock";

/** How the tables are made. */
export interface MigrateOptions {
  /**
   * Divides the tables of the applications' data by hash of the application, when they are made. PostgreSQL only.
   *
   * @default one table each
   */
  readonly partitions?: number;
}

/**
 * Brings the tables up to date; several servers may do so at once. Never removes anything. Where nothing is to be done
 * it changes nothing, so that a server needs no right to make tables.
 *
 * @returns the names of the migrations that it applied.
 * @throws PartitionsError when tables that exist are divided otherwise.
 */
export async function migrate(database: Database, { partitions }: MigrateOptions = {}): Promise<readonly string[]> {
  const applied = await findApplied(database);
  requirePartitions(applied, partitions);
  if (findMissing(applied).length === 0) return [];
  await createMigrationTable(database);
  const lock = database.insertInto("ieu_migrations").values({ name: lockName, applied_at: null });
  await retryConflicts(() => lock.onConflict((conflict) => conflict.doNothing()).execute());
  return retryConflicts(() => database.transaction().execute((transaction) => applyMissing(transaction, partitions)));
}

/**
 * Requires that the tables are up to date, and changes nothing.
 *
 * @throws OutdatedTablesError that names what is missing.
 */
export async function requireMigrated(database: Database): Promise<void> {
  const missing = findMissing(await findApplied(database));
  if (missing.length > 0) throw new OutdatedTablesError(missing);
}

async function applyMissing(transaction: Database, partitions: number | undefined): Promise<readonly string[]> {
  await transaction.selectFrom("ieu_migrations").select("name").where("name", "=", lockName).forUpdate().execute();
  const applied = await readApplied(transaction);
  // Another server may have made the tables in the meantime.
  requirePartitions(applied, partitions);
  const record = (name: string) =>
    transaction.insertInto("ieu_migrations").values({ name, applied_at: new Date() }).execute();
  if (partitions && applied.size <= 1) await record(`${partitionsPrefix}${partitions}`);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const { name, apply } of missing) {
    await apply(transaction, partitions);
    await record(name);
  }
  return missing.map(({ name }) => name);
}

async function findApplied(database: Database): Promise<ReadonlySet<string>> {
  try {
    return await retryConflicts(() => readApplied(database));
  } catch (error) {
    // There is no table yet, nor its schema.
    if (hasCode(error, "42P01", "3F000")) return new Set();
    throw error;
  }
}

async function readApplied(database: Database): Promise<ReadonlySet<string>> {
  return new Set((await database.selectFrom("ieu_migrations").select("name").execute()).map(({ name }) => name));
}

function findMissing(applied: ReadonlySet<string>): string[] {
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

// Recorded beside the migrations: the number can't be changed later.
const partitionsPrefix = "000_partitions_";

function requirePartitions(applied: ReadonlySet<string>, wanted: number | undefined): void {
  if (wanted === undefined || applied.size <= 1) return;
  const record = [...applied].find((name) => name.startsWith(partitionsPrefix));
  const there = record === undefined ? 1 : Number(record.slice(partitionsPrefix.length));
  if (there !== wanted) throw new PartitionsError(there, wanted);
}

async function createMigrationTable(database: Database): Promise<void> {
  const table = database.schema
    .createTable("ieu_migrations")
    .ifNotExists()
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("applied_at", "timestamptz");
  // Two of these statements at once can collide in PostgreSQL despite `if not exists`; then the other one made the table.
  await retryConflicts(() => table.execute()).catch((error: unknown) => {
    if (!hasCode(error, "23505", "42P07", "42710")) throw error;
  });
}
