// Creates the tables by a list of migrations that only grows; each is applied once.
import { toEmailForm } from "../store/store.ts";
import { toRowSet } from "./row-sets.ts";
import type { Database } from "./schema.ts";
import { hasCode } from "./sql-failures.ts";

interface Migration {
  readonly name: string;
  readonly apply: (database: Database) => Promise<void>;
}

const migrations: readonly Migration[] = [
  {
    name: "001_tables",
    async apply({ schema }) {
      await schema
        .createTable("ieu_applications")
        .addColumn("app_id", "text", (c) => c.primaryKey())
        .execute();

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

      await schema
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
        .addPrimaryKeyConstraint("ieu_connections_key", ["app_id", "account_id"])
        .execute();
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
      await [...counters, "reactivated"]
        .reduce((table, name) => table.addColumn(name, "integer", (c) => c.notNull()), sources)
        .execute();
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

      await schema
        .createTable("ieu_result_pages")
        .addColumn("app_id", "text", (c) => c.notNull())
        .addColumn("source_id", "text", (c) => c.notNull())
        .addColumn("page", "integer", (c) => c.notNull())
        .addColumn("results", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("ieu_result_pages_key", ["app_id", "source_id", "page"])
        .execute();
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
];

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

/** Brings the tables up to date; several servers may do so at once. Never removes anything. */
export async function migrate(database: Database): Promise<void> {
  await createMigrationTable(database);
  await database
    .insertInto("ieu_migrations")
    .values({ name: lockName, applied_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await database.transaction().execute(async (transaction) => {
    await transaction.selectFrom("ieu_migrations").select("name").where("name", "=", lockName).forUpdate().execute();
    const applied = await transaction.selectFrom("ieu_migrations").select("name").execute();
    const known = new Set(applied.map(({ name }) => name));
    for (const { name, apply } of migrations) {
      if (known.has(name)) continue;
      await apply(transaction);
      await transaction.insertInto("ieu_migrations").values({ name, applied_at: new Date() }).execute();
    }
  });
}

async function createMigrationTable(database: Database): Promise<void> {
  const table = database.schema
    .createTable("ieu_migrations")
    .ifNotExists()
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("applied_at", "timestamptz");
  // Two of these statements at once can collide in PostgreSQL despite `if not exists`; then the other one made the table.
  await table.execute().catch((error: unknown) => {
    if (!hasCode(error, "23505", "42P07", "42710")) throw error;
  });
}
