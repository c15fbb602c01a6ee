// How a body that may hold anything is read: a member of the wrong type is a member that is not there.

/** The members of an object. */
export type Members = Readonly<Record<string, unknown>>;

/** The members of a JSON object; null for anything else. */
export function toMembers(value: unknown): Members | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : null;
}

/** The text, or what stands for none. */
export function textOr<None>(value: unknown, none: None): string | None {
  return typeof value === "string" ? value : none;
}

/** The number, or null. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Every entry of a list read by `read`; null when this is no list or one of them is refused. */
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
