// Decides one row from the row, its account and its connection alone, without clock or store.
import { isSameName, parseDate } from "../../src/contract/field-values.ts";
import type { RowWarningCode } from "../../src/contract/import.ts";
import type { RowStatus } from "../../src/contract/status.ts";
import type { ImportUser } from "../../src/contract/user.ts";
import type { Account, Connection } from "../store/store.ts";

/** The outcome of a valid row. */
export interface Decision {
  readonly status: Exclude<RowStatus, "invalid_row">;
  /** The connection as it is afterwards; null where the row touches none. */
  readonly connection: Connection | null;
  /** The connection had been inactive. */
  readonly reactivated: boolean;
  readonly warnings: readonly RowWarningCode[];
}

/** The members of a new connection that come from the run, not from the row. */
export type NewConnection = Pick<Connection, "id" | "appId" | "createdBySourceId">;

/** True for an account that a row may match: its email is verified, and it is neither suspended nor deleted. */
export function isMatchable(account: Account): boolean {
  return account.emailVerified && account.state === "active";
}

/**
 * Decides one valid row, in the order account, name, connection.
 *
 * @param account The matchable account with the row's email, if there is one.
 * @param connection That account's connection to the application, if there is one.
 * @param newConnection Called for a new connection only.
 */
export function decideRow(
  user: ImportUser,
  account: Account | undefined,
  connection: Connection | undefined,
  newConnection: () => NewConnection,
): Decision {
  if (!account) return untouched("not_found");
  if (!isSameName(user.name, account.name)) return untouched("name_mismatch");
  if (!connection) return { ...untouched("imported"), connection: connect(user, account, newConnection()) };
  const differs = connection.externalUserId !== null && connection.externalUserId !== user.externalUserId;
  return {
    status: "already_connected",
    connection: refresh(connection, user),
    reactivated: !connection.active,
    warnings: differs ? ["external_user_id_differs"] : [],
  };
}

function untouched(status: Decision["status"]): Decision {
  return { status, connection: null, reactivated: false, warnings: [] };
}

function connect(user: ImportUser, account: Account, fromRun: NewConnection): Connection {
  return {
    ...fromRun,
    accountId: account.id,
    externalUserId: user.externalUserId,
    sharedEmail: user.email,
    active: true,
    registrationDate: user.registrationDate ?? null,
    lastLoginDate: user.lastLoginDate ?? null,
  };
}

/** The connection after an `already_connected` row; the same reference where nothing changed. */
export function refresh(connection: Connection, user: ImportUser): Connection {
  const changes: Partial<Connection> = {
    active: true,
    externalUserId: connection.externalUserId ?? user.externalUserId,
    sharedEmail: user.email,
    registrationDate: pick(connection.registrationDate, user.registrationDate, (stored, sent) => sent < stored),
    lastLoginDate: pick(connection.lastLoginDate, user.lastLoginDate, (stored, sent) => sent > stored),
  };
  const refreshed = { ...connection, ...changes };
  const isSame = Object.keys(changes).every(
    (key) => connection[key as keyof Connection] === refreshed[key as keyof Connection],
  );
  return isSame ? connection : refreshed;
}

// Compares instants, not texts: 10:00+02:00 is earlier than 09:00Z.
function pick(
  stored: string | null,
  sent: string | undefined,
  replaces: (stored: number, sent: number) => boolean,
): string | null {
  const known = stored === null ? null : parseDate(stored);
  const given = sent === undefined ? null : parseDate(sent);
  if (!given) return stored;
  return !known || replaces(known.time, given.time) ? given.text : stored;
}
