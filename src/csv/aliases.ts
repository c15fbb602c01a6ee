// Which header names are known, whatever their case, accents and separators.

import { normalizeEmail } from "../contract/email.ts";
import { type FieldKey, userFields } from "../contract/fields.ts";

/** The letters and digits of a header, lower-case and without accents: "E-Mail", "e mail" and "EMAIL" are one name. */
export function toComparableHeader(header: string): string {
  return header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const knownHeaders: ReadonlyMap<string, FieldKey> = new Map(
  userFields.flatMap(({ key, aliases }) => aliases.map((alias) => [toComparableHeader(alias), key] as const)),
);

/** The field that the guide's aliases give to this header. */
export function knownField(header: string): FieldKey | null {
  // Longer than any alias with its separators: a text, not a name.
  return header.length > 100 ? null : (knownHeaders.get(toComparableHeader(header)) ?? null);
}

/** True for a cell that is one email address. */
export function isEmail(cell: string): boolean {
  return cell.length < 400 && cell.includes("@") && normalizeEmail(cell) !== null;
}

const visible = /[^\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF]/;

/** True for a cell that shows nothing. */
export function isBlank(cell: string): boolean {
  return cell === "" || !visible.test(cell);
}
