// Reads time zones of dates and headers: offsets, abbreviations with one meaning, and names such as Europe/Berlin.

// The zones that RFC 5322 defines, and abbreviations with one usual meaning. IST is India, Israel or Ireland: not read.
const abbreviations =
  "UTC GMT WET BST+1 WEST+1 CET+1 MEZ+1 CEST+2 MESZ+2 EET+2 SAST+2 EEST+3 MSK+3 МСК+3 TRT+3 PKT+5 WIB+7 ICT+7 HKT+8 SGT+8 AWST+8 JST+9 KST+9 AEST+10 AEDT+11 NZST+12 NZDT+13 EST-5 EDT-4 CST-6 CDT-5 MST-7 MDT-6 PST-8 PDT-7 BRT-3";

let offsets: Map<string, string> | undefined;

function createOffsets(): Map<string, string> {
  const found = new Map([["Z", "Z"]]);
  for (const text of abbreviations.split(" ")) {
    const [, name = "", hours] = /^(\p{Lu}+)(.*)$/u.exec(text) ?? [];
    found.set(name, hours ? (toOffset(hours) ?? "Z") : "Z");
  }
  return found;
}

/** `Z` or `±hh:mm` for `+2`, `+0200`, `+02:00`; null for any other text. */
function toOffset(text: string): string | null {
  const [, sign, hours = "", minutes = "00"] = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text) ?? [];
  return sign && Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours.padStart(2, "0")}:${minutes}` : null;
}

/** `Z` or `±hh:mm` for an abbreviation such as GMT or CET; null for one that is unknown, or has several meanings. */
export function toKnownOffset(abbreviation: string): string | null {
  offsets ??= createOffsets();
  return offsets.get(abbreviation.toUpperCase()) ?? null;
}

/**
 * The date-time with the offset of this zone: an offset, an abbreviation, or a name such as Europe/Berlin. Unchanged for a
 * date without time or with an offset; null for an unknown zone.
 */
export function withZone(iso: string, zone: string): string | null {
  if (!/T[\d:.]+$/.test(iso)) return iso;
  const offset = zoneOffset(zone);
  if (offset !== null) return `${iso}${offset}`;
  const named = offsetAt(zone, Date.parse(`${iso}Z`));
  return named === null ? null : `${iso}${named}`;
}

/** True for a zone that `withZone` knows. */
export function isZone(text: string): boolean {
  return zoneOffset(text) !== null || (/^[A-Z]\w+\/\w/i.test(text) && formatOf(text) !== null);
}

function zoneOffset(zone: string): string | null {
  return toOffset(zone.replace(/^(?:GMT|UTC)(?=[+-])/i, "")) ?? toKnownOffset(zone);
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

// Null for a name that the platform does not know.
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  } catch {}
  formats.set(zone, format);
  return format;
}

// The offset of a local time. The first guess reads the local time as UTC.
function offsetAt(zone: string, wallTime: number): string | null {
  const format = formatOf(zone);
  if (!format) return null;
  const guess = offsetOf(format, wallTime);
  return offsetOf(format, wallTime - toMinutes(guess) * 60_000);
}

function offsetOf(format: Intl.DateTimeFormat, time: number): string {
  const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return toOffset(name.replace("GMT", "")) ?? "+00:00";
}

function toMinutes(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith("-") ? -minutes : minutes;
}

function isUtc(offset: string | null): boolean {
  return offset === "Z" || offset === "+00:00" || offset === "-00:00";
}

// In brackets, or as the last word: "Signed up (GMT+2)", "Created [Europe/Berlin]", "created_at_utc", "LastLoginUtc".
const zonesInHeader = [
  /((?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?)(?!\d)/i,
  /([A-Z][A-Za-z]+(?:\/[A-Za-z_]+)+)/,
  /[([]\s*([+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4}|МСК|utc|gmt)\s*[)\]]/,
  /(?:[\s_.-]|^)([A-Z]{3,4}|utc|gmt)$/,
  /[a-z]((?:Utc|UTC|GMT))$/,
];

/** The time zone that a header names: `Signed up (GMT+2)`, `Created [Europe/Berlin]`, `last_login_utc`; null without one. GMT is `UTC`. */
export function zoneInHeader(header: string): string | null {
  const text = header.slice(0, 100).normalize("NFKC").trim();
  for (const pattern of zonesInHeader) {
    const zone = pattern.exec(text)?.[1]?.replace(/\s/g, "");
    if (zone && isZone(zone)) return isUtc(zoneOffset(zone)) ? "UTC" : zone;
  }
  return null;
}
