// Rows compared with each other: which say the same as an earlier one.
import type { ImportUser } from "../contract/user.ts";
import type { ImportRow, RowWarning } from "./rows.ts";

/** The rows with their warnings as they are now; a row whose warnings stay is the same object. */
export function markDuplicates(rows: readonly ImportRow[]): ImportRow[] {
  const warningsOf = hasDuplicates(rows) ? findWarnings() : () => none;
  return rows.map((row) => {
    const warnings = warningsOf(row);
    return isSame(warnings, row.warnings) ? row : { ...row, warnings };
  });
}

const none: readonly RowWarning[] = [];

// Most files have none, and knowing that takes less time than finding them. Rising values, as most ids are, need no memory.
function hasDuplicates(rows: readonly ImportRow[]): boolean {
  const users = rows.flatMap(({ user }) => user ?? []);
  return hasRepeated(users, ({ externalUserId }) => externalUserId) || hasRepeated(users, ({ email }) => email);
}

function hasRepeated(users: readonly ImportUser[], textOf: (user: ImportUser) => string): boolean {
  return !isRising(users, textOf) && new Set(users.map(textOf)).size < users.length;
}

function isRising(users: readonly ImportUser[], textOf: (user: ImportUser) => string): boolean {
  let before = "";
  for (const user of users) {
    const value = textOf(user);
    if (value.length < before.length || (value.length === before.length && value <= before)) return false;
    before = value;
  }
  return true;
}

// Only among valid rows, as the server counts them: an invalid row takes nobody's place. To be asked row by row, in order.
function findWarnings(): (row: ImportRow) => readonly RowWarning[] {
  const emails = new Map<string, number>();
  const ids = new Map<string, { number: number; email: string }>();
  return ({ user, number }) => {
    if (!user) return none;
    const warnings: RowWarning[] = [];
    const sameEmail = emails.get(user.email);
    const sameId = ids.get(user.externalUserId);
    if (sameEmail === undefined) emails.set(user.email, number);
    else warnings.push({ code: "duplicate_email", firstRow: sameEmail });
    if (!sameId) ids.set(user.externalUserId, { number, email: user.email });
    else if (sameId.email !== user.email) warnings.push({ code: "duplicate_user_id", firstRow: sameId.number });
    return warnings.length === 0 ? none : warnings;
  };
}

function isSame(one: readonly RowWarning[], other: readonly RowWarning[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ code, firstRow }, place) => other[place]?.code === code && other[place].firstRow === firstRow)
  );
}
