// Reads JSON that may hold anything: a member of a wrong type counts as missing.

/** The members of an object. */
export type Members = Readonly<Record<string, unknown>>;

/** The members of a JSON object; null for anything else. */
export function toMembers(value: unknown): Members | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : null;
}

/** The text, or `none` for anything else. */
export function textOr<None>(value: unknown, none: None): string | None {
  return typeof value === "string" ? value : none;
}

/** The finite number, or null for anything else. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Reads every entry of a list with `read`; null when this is not a list, or `read` returns null for an entry. */
export function readEvery<Entry>(value: unknown, read: (entry: unknown) => Entry | null): Entry[] | null {
  if (!Array.isArray(value)) return null;
  const entries: Entry[] = [];
  for (const given of value) {
    const entry = read(given);
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries;
}
