// Defines the tables for Kysely. Every key of an application's data begins with `app_id`, so that data can be distributed by it.
import type { Kysely } from "kysely";

/** One row per application: what an import or a rollback locks. */
interface ApplicationTable {
  app_id: string;
}

/** The default account directory; a portal that plugs in its own leaves it empty. */
export interface AccountTable {
  id: string;
  /** As written. */
  email: string;
  /** Normalised: compared as it is. Null where another program wrote the row: then `email` is compared. */
  email_form: string | null;
  name: string | null;
  email_verified: boolean;
  state: "active" | "suspended" | "deleted";
  created_at: string | null;
}

/** An account joined to an application: at most once, which the primary key (app_id, account_id) guards. */
export interface ConnectionTable {
  app_id: string;
  account_id: string;
  id: string;
  external_user_id: string | null;
  shared_email: string | null;
  active: boolean;
  /** Text, as the customer wrote it: `2024-01-10` is a day, not a moment. */
  registration_date: string | null;
  last_login_date: string | null;
  created_by_source_id: string | null;
}

/** One saved import run. `removed` and the columns beside it are null until it is deleted. */
export interface SourceTable {
  app_id: string;
  id: string;
  name: string;
  /** Null where it was saved before this column was there, or by a program that does not know it. */
  sequence: number | null;
  created_at: Date;
  total: number;
  imported: number;
  already_connected: number;
  not_found: number;
  name_mismatch: number;
  invalid_row: number;
  reactivated: number;
  idempotency_key: string | null;
  fingerprint: string | null;
  removed: number | null;
  already_gone: number | null;
  reactivated_kept: number | null;
}

/** A thousand row results of a source as JSON text: a sixth of the size of a table row each, and as fast. */
export interface ResultPageTable {
  app_id: string;
  source_id: string;
  page: number;
  results: string;
  /** The names that were sent, as JSON text in the order of the results. Null where none is kept. */
  names: string | null;
}

/** A token bucket of a rate limit that processes share. */
interface RateLimitTable {
  app_id: string;
  /** Empty where requests are counted by application alone. */
  key: string;
  /** When the bucket is full again. */
  full_at: Date;
}

interface MigrationTable {
  name: string;
  applied_at: Date | null;
}

/** All tables; the prefix avoids clashes with a portal's own tables. */
export interface Tables {
  ieu_applications: ApplicationTable;
  ieu_accounts: AccountTable;
  ieu_connections: ConnectionTable;
  ieu_sources: SourceTable;
  ieu_result_pages: ResultPageTable;
  ieu_rate_limits: RateLimitTable;
  ieu_migrations: MigrationTable;
}

/** The database, or a transaction on it. */
export type Database = Kysely<Tables>;
