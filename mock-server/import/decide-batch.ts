// Decides all rows of one request, as if they came one by one.

import type { FieldKey } from "../../src/contract/fields.ts";
import type { RowResult, RowWarning } from "../../src/contract/import.ts";
import { trimText } from "../../src/contract/text.ts";
import { type CheckedUser, checkUser, type ImportUser } from "../../src/contract/user.ts";
import { type Account, type Connection, toEmailForm } from "../store/store.ts";
import { decideRow, isMatchable, type NewConnection } from "./decide-row.ts";
import { inSlices } from "./time-slices.ts";

/** A row after validation, before anything is looked up. */
export interface CheckedRow extends CheckedUser {
  /** The texts that the result of an invalid user repeats. */
  readonly echo: { readonly externalUserId: string; readonly email: string };
  /** The name that was given, also of an invalid user; null without one. */
  readonly sentName: string | null;
}

/** The records found before the first row is decided. */
export interface Knowledge {
  readonly accounts: readonly Account[];
  /** Connections of those accounts to the application. */
  readonly connections: readonly Connection[];
  /** Connections of the application with one of the rows' external user ids. */
  readonly holders: readonly Connection[];
}

/** The outcome of all rows. */
export interface BatchOutcome {
  readonly results: readonly RowResult[];
  readonly created: readonly Connection[];
  readonly changed: readonly Connection[];
  /** Indexes of the rows that activate a connection again. */
  readonly reactivated: readonly number[];
}

/** Decides every row; each sees the effects of the rows before it. */
export async function decideBatch(
  rows: readonly CheckedRow[],
  knowledge: Knowledge,
  newConnection: () => NewConnection,
): Promise<BatchOutcome> {
  const accounts = matchableByEmail(knowledge.accounts);
  const before = new Map(knowledge.connections.map((connection) => [connection.accountId, connection]));
  const now = new Map(before);
  const warn = createWarnings(rows, knowledge.holders);
  const reactivated: number[] = [];
  const results = await inSlices(rows, ({ user, issues: [issue], echo }, index): RowResult => {
    if (!user) {
      const { code = null, field = null } = issue ?? {};
      return { index, ...echo, status: "invalid_row", connectionId: null, code, field, warnings: [] };
    }
    const account = accounts.get(user.email);
    const decision = decideRow(user, account, account && now.get(account.id), newConnection);
    if (decision.connection) now.set(decision.connection.accountId, decision.connection);
    if (decision.reactivated) reactivated.push(index);
    const warnings = [...warn(user, index, account?.id), ...decision.warnings.map((code) => ({ code }))];
    const connectionId = decision.connection?.id ?? null;
    const { externalUserId, email } = user;
    return { index, externalUserId, email, status: decision.status, connectionId, code: null, field: null, warnings };
  });
  const after = [...now.values()];
  return {
    results,
    created: after.filter(({ accountId }) => !before.has(accountId)),
    changed: after.filter(
      (connection) => before.has(connection.accountId) && before.get(connection.accountId) !== connection,
    ),
    reactivated,
  };
}

// Two matchable accounts with one email should not exist; if they do, every run must choose the same one, the oldest.
function matchableByEmail(accounts: readonly Account[]): Map<string, Account> {
  const chosen = new Map<string, Account>();
  for (const account of accounts) {
    if (!isMatchable(account)) continue;
    const form = toEmailForm(account);
    const rival = chosen.get(form);
    if (!rival || isOlder(account, rival)) chosen.set(form, account);
  }
  return chosen;
}

// An account of unknown age is younger than one of a known age.
function isOlder(one: Account, other: Account): boolean {
  const [age, otherAge] = [one, other].map(({ createdAt = "" }) => Date.parse(createdAt) || Number.POSITIVE_INFINITY);
  return age === otherAge ? one.id < other.id : Number(age) < Number(otherAge);
}

type Warn = (user: ImportUser, index: number, accountId: string | undefined) => RowWarning[];

// Warns of duplicates within the request and among the application's connections.
function createWarnings(rows: readonly CheckedRow[], holders: readonly Connection[]): Warn {
  const repeated = findRepeatedIds(rows);
  const accountsById = new Map<string, string[]>();
  for (const { externalUserId, accountId } of holders) {
    if (externalUserId === null) continue;
    accountsById.set(externalUserId, [...(accountsById.get(externalUserId) ?? []), accountId]);
  }
  const firstRows = new Map<string, number>();

  return (user, index, accountId) => {
    const warnings: RowWarning[] = [];
    const firstIndex = firstRows.get(user.email);
    if (firstIndex === undefined) firstRows.set(user.email, index);
    else warnings.push({ code: "duplicate_in_request", firstIndex });
    if (repeated.has(user.externalUserId)) warnings.push({ code: "external_user_id_repeated" });
    const isOnOtherConnection = accountsById.get(user.externalUserId)?.some((holder) => holder !== accountId);
    if (isOnOtherConnection) warnings.push({ code: "external_user_id_on_other_connection" });
    return warnings;
  };
}

// The external user ids that occur with more than one email.
function findRepeatedIds(rows: readonly CheckedRow[]): ReadonlySet<string> {
  const firstEmails = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { user } of rows) {
    if (!user) continue;
    const first = firstEmails.get(user.externalUserId);
    if (first === undefined) firstEmails.set(user.externalUserId, user.email);
    else if (first !== user.email) repeated.add(user.externalUserId);
  }
  return repeated;
}

// Long enough to recognise the row, short enough that a wrong file does not fill the store.
const maxEchoLength = 256;

/** Validates one user; never throws. */
export function toCheckedRow(given: unknown): CheckedRow {
  const { user, issues } = checkUser(given);
  if (user) {
    const { externalUserId, email, name: sentName = null } = user;
    return { user, issues, echo: { externalUserId, email }, sentName };
  }
  const [externalUserId, email] = [echo(given, "externalUserId"), echo(given, "email")];
  return { user, issues, echo: { externalUserId, email }, sentName: trimText(echo(given, "name")) || null };
}

// Stored with the results, so without control characters and lone surrogates, which databases reject.
function echo(given: unknown, key: FieldKey): string {
  if (typeof given !== "object" || given === null || !Object.hasOwn(given, key)) return "";
  const value = (given as Record<string, unknown>)[key];
  if (typeof value !== "string") return "";
  return value.slice(0, maxEchoLength).replace(/[\u0000-\u001F\u007F]|\p{Cs}/gu, "\uFFFD");
}
