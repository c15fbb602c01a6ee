// Reads, writes and deletes connections in SQL, always a whole set at a time.
import { sql } from "kysely";
import type { Connection, ConnectionReader } from "../store/store.ts";
import { type ColumnTypes, inSets, insertRows, isOneOf, toRowSet } from "./row-sets.ts";
import type { ConnectionTable, Database } from "./schema.ts";

type ChangedConnection = Omit<ConnectionTable, "id" | "app_id" | "created_by_source_id">;

/** The columns that a later import can change. */
const changing = ["external_user_id", "shared_email", "active", "registration_date", "last_login_date"] as const;

const changedColumns: ColumnTypes<ChangedConnection> = {
  account_id: "text",
  external_user_id: "text",
  shared_email: "text",
  active: "boolean",
  registration_date: "text",
  last_login_date: "text",
};

/** Reads one application's connections. */
export function createConnectionReader(database: Database, appId: string): ConnectionReader {
  const own = database.selectFrom("ieu_connections").where("app_id", "=", appId);
  const find = (column: string, texts: readonly string[]) =>
    inSets(database, texts, async (some) =>
      (await own.selectAll().where(isOneOf(column, some)).execute()).map(toConnection),
    );
  return {
    findConnectionsByAccountIds: (ids) => find("account_id", ids),
    findConnectionsByExternalUserIds: (ids) => find("external_user_id", ids),
    async countConnectionsCreatedBy(sourceId) {
      const count = own.select(sql<string>`count(*)`.as("number")).where("created_by_source_id", "=", sourceId);
      return Number((await count.executeTakeFirstOrThrow()).number);
    },
  };
}

/** Adds connections; one that exists already is a unique violation. */
export async function insertConnections(database: Database, connections: readonly Connection[]): Promise<void> {
  await insertRows(database, "ieu_connections", connections.map(toConnectionRow).sort(byAccount));
}

/** Writes the columns that may have changed; connections are identified by their account. */
export async function updateConnections(
  database: Database,
  appId: string,
  connections: readonly Connection[],
): Promise<void> {
  await inSets(database, connections.map(toConnectionRow).sort(byAccount), (some) => {
    const rows = toRowSet<ChangedConnection>(changedColumns, some);
    return database
      .updateTable("ieu_connections")
      .from(rows)
      .set((one) => Object.fromEntries(changing.map((column) => [column, one.ref(`given.${column}`)])))
      .where("ieu_connections.app_id", "=", appId)
      .whereRef("ieu_connections.account_id", "=", "given.account_id")
      .execute();
  });
}

/** Removes what a source created. */
export async function deleteConnectionsCreatedBy(database: Database, appId: string, sourceId: string): Promise<void> {
  await database
    .deleteFrom("ieu_connections")
    .where("app_id", "=", appId)
    .where("created_by_source_id", "=", sourceId)
    .execute();
}

// All writers lock rows in the same order, so that they wait for each other instead of deadlocking.
function byAccount(one: ConnectionTable, other: ConnectionTable): number {
  return one.account_id < other.account_id ? -1 : 1;
}

/** A row of the table as the rules know it. */
export function toConnection(row: ConnectionTable): Connection {
  return {
    id: row.id,
    appId: row.app_id,
    accountId: row.account_id,
    externalUserId: row.external_user_id,
    sharedEmail: row.shared_email,
    active: row.active,
    registrationDate: row.registration_date,
    lastLoginDate: row.last_login_date,
    createdBySourceId: row.created_by_source_id,
  };
}

function toConnectionRow(connection: Connection): ConnectionTable {
  return {
    app_id: connection.appId,
    account_id: connection.accountId,
    id: connection.id,
    external_user_id: connection.externalUserId,
    shared_email: connection.sharedEmail,
    active: connection.active,
    registration_date: connection.registrationDate,
    last_login_date: connection.lastLoginDate,
    created_by_source_id: connection.createdBySourceId,
  };
}
