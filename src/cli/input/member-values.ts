// Reads members of objects: nested ones by their path, joined ones, and the value types that databases write as objects.

/** An object with named members. */
export type Members = Readonly<Record<string, unknown>>;

/** True for an object that is not an array. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value of a member; undefined where there is none. A name that the object itself lacks is a path: `profile.email` or
 * `emails.0`.
 */
export function readMember(value: Members, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name];
  let inner: unknown = value;
  for (const step of name.split(".")) {
    const isThere = typeof inner === "object" && inner !== null && Object.hasOwn(inner, step);
    if (!isThere) return undefined;
    inner = (inner as Members)[step];
  }
  return inner;
}

/** The value of a member, or of several joined by blanks: `firstName+lastName`. A value that is no text can't be joined. */
export function readJoined(value: Members, name: string): unknown {
  const whole = readMember(value, name);
  if (whole !== undefined || !name.includes("+")) return whole;
  const parts = name.split("+").map((part) => readMember(value, part.trim()));
  const filled = parts.filter((part) => part !== undefined && part !== null);
  if (filled.length === 0) return undefined;
  const wrong = filled.find((part) => typeof part !== "string");
  if (wrong !== undefined) return wrong;
  return filled
    .map((part) => String(part).trim())
    .filter(Boolean)
    .join(" ");
}

/**
 * The text of a value. Databases write ids as numbers, and MongoDB writes ids, dates and long numbers as objects
 * (`{"$oid": "..."}`, Extended JSON). Any other value stays as it is, so that it is refused.
 */
export function toPlainValue(value: unknown): unknown {
  // JSON.parse rounds numbers beyond 2^53, so they are refused.
  if (Number.isSafeInteger(value)) return String(value);
  if (!isMembers(value)) return value;
  const [type = "", ...others] = Object.keys(value);
  const read = others.length === 0 ? extendedTypes.get(type) : undefined;
  return read?.(value[type]) ?? value;
}

// Null for content that the type does not have.
const extendedTypes = new Map<string, (content: unknown) => string | null>([
  ["$oid", toText],
  ["$uuid", toText],
  ["$numberLong", toText],
  ["$numberInt", toText],
  ["$numberDecimal", toText],
  ["$date", toDate],
]);

function toText(content: unknown): string | null {
  return typeof content === "string" ? content : null;
}

// Written as text, or for years before 1970 and after 9999, and in the canonical form, as milliseconds.
function toDate(content: unknown): string | null {
  if (typeof content === "string") return content;
  const long = isMembers(content) ? toText(content.$numberLong) : null;
  const milliseconds = long !== null && /^-?\d+$/.test(long) ? Number(long) : content;
  const date = new Date(typeof milliseconds === "number" ? milliseconds : Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
