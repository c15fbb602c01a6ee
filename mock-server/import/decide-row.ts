// What happens to one row: no clock, no store, nothing but the row, its account and its connection.
import { isSameName, parseDate } from "../../src/contract/field-values.ts";
import type { RowWarningCode } from "../../src/contract/import.ts";
import type { RowStatus } from "../../src/contract/status.ts";
import type { ImportUser } from "../../src/contract/user.ts";
import type { Account, Connection } from "../store/store.ts";

/** What becomes of a valid row. */
export interface Decision {
  readonly status: Exclude<RowStatus, "invalid_row">;
  /** The connection as it is afterwards; null where the row touches none. */
  readonly connection: Connection | null;
  /** The connection had been inactive. */
  readonly reactivated: boolean;
  readonly warnings: readonly RowWarningCode[];
}

/** What a new connection gets from the run rather than from the row. */
export type NewConnection = Pick<Connection, "id" | "appId" | "createdBySourceId">;

/** True for an account that a row may match: its email is verified, and it is neither suspended nor deleted. */
export function isMatchable(account: Account): boolean {
  return account.emailVerified && account.state === "active";
}

/**
 * Decides one valid row: account? name? connection?
 *
 * @param account The matchable account with the row's email, if there is one.
 * @param connection That account's connection to the application, if there is one.
 * @param begin Called for a new connection only.
 */
export function decideRow(
  user: ImportUser,
  account: Account | undefined,
  connection: Connection | undefined,
  begin: () => NewConnection,
): Decision {
  if (!account) return untouched("not_found");
  if (!isSameName(user.name, account.name)) return untouched("name_mismatch");
  if (!connection) return { ...untouched("imported"), connection: connect(user, account, begin()) };
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

function connect(user: ImportUser, account: Account, begun: NewConnection): Connection {
  return {
    ...begun,
    accountId: account.id,
    externalUserId: user.externalUserId,
    sharedEmail: user.email,
    active: true,
    registrationDate: user.registrationDate ?? null,
    lastLoginDate: user.lastLoginDate ?? null,
  };
}

/** The connection after an `already_connected` row; the same reference where the row says nothing new. */
export function refresh(connection: Connection, user: ImportUser): Connection {
  const news: Partial<Connection> = {
    active: true,
    externalUserId: connection.externalUserId ?? user.externalUserId,
    sharedEmail: user.email,
    registrationDate: pick(connection.registrationDate, user.registrationDate, (stored, sent) => sent < stored),
    lastLoginDate: pick(connection.lastLoginDate, user.lastLoginDate, (stored, sent) => sent > stored),
  };
  const refreshed = { ...connection, ...news };
  const isSame = Object.keys(news).every(
    (key) => connection[key as keyof Connection] === refreshed[key as keyof Connection],
  );
  return isSame ? connection : refreshed;
}

// Moments are compared, not texts: 10:00+02:00 is earlier than 09:00Z.
function pick(
  stored: string | null,
  sent: string | undefined,
  isBetter: (stored: number, sent: number) => boolean,
): string | null {
  const known = stored === null ? null : parseDate(stored);
  const given = sent === undefined ? null : parseDate(sent);
  if (!given) return stored;
  return !known || isBetter(known.time, given.time) ? given.text : stored;
}
