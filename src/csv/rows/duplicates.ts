// Rows compared with each other: which say the same as an earlier one.
import type { ImportUser } from "../../contract/user.ts";
import type { ImportRow, RowWarning } from "./import-row.ts";

/** The rows with their warnings as they are now; a row whose warnings stay is the same object. */
export function markDuplicates(rows: readonly ImportRow[]): ImportRow[] {
  const warningsOf = mayHaveDuplicates(rows) ? findWarnings() : () => none;
  return rows.map((row) => {
    const warnings = warningsOf(row);
    return isSame(warnings, row.warnings) ? row : { ...row, warnings };
  });
}

const none: readonly RowWarning[] = [];

// Most files have none, and knowing that takes less time than finding them. Two texts of one hash are looked at closer.
function mayHaveDuplicates(rows: readonly ImportRow[]): boolean {
  return mayRepeat(rows, ({ externalUserId }) => externalUserId) || mayRepeat(rows, ({ email }) => email);
}

// Rising values, as most ids are, need no memory, as long as none falls.
function mayRepeat(rows: readonly ImportRow[], textOf: (user: ImportUser) => string): boolean {
  let last = "";
  for (const { user } of rows) {
    if (!user) continue;
    const text = textOf(user);
    const isRising = text.length === last.length ? text > last : text.length > last.length;
    if (!isRising) return haveOneHash(rows, textOf);
    last = text;
  }
  return false;
}

// Numbers, not the texts: engines copy a text out of its file when it becomes the key of a set.
function haveOneHash(rows: readonly ImportRow[], textOf: (user: ImportUser) => string): boolean {
  // At least half of the places stay free, so that the next one is near.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(rows.length * 2 + 1)));
  for (const { user } of rows) {
    if (!user) continue;
    const value = hash(textOf(user));
    let place = value & (places.length - 1);
    while (places[place] !== 0) {
      if (places[place] === value) return true;
      place = (place + 1) & (places.length - 1);
    }
    places[place] = value;
  }
  return false;
}

// FNV-1a, and never 0, which is a free place.
function hash(text: string): number {
  let value = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value || 1;
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
