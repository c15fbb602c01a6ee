// Doors "./backend/sql" and "./mock-server/sql": the store in SQL, for PostgreSQL and for PGlite.
export { type MigrateOptions, migrate } from "./migrations.ts";
export {
  migratePostgres,
  type OpenOptions,
  openPglite,
  openPostgres,
  type PgliteOptions,
  type PostgresOptions,
} from "./open-database.ts";
export type { AccountTable, ConnectionTable, Database, ResultPageTable, SourceTable, Tables } from "./schema.ts";
export { createSqlAccounts } from "./sql-accounts.ts";
export { FolderInUseError, OutdatedTablesError, PartitionsError } from "./sql-failures.ts";
export { createSqlRateLimit, type SqlRateLimitOptions } from "./sql-rate-limit.ts";
export { createSqlStore } from "./sql-store.ts";
export { isEmpty, loadWorld } from "./sql-world.ts";
