// Rules for single values: normalises emails, parses dates and compares names.
import { trimText } from "./text.ts";

const maxLocalBytes = 64;
const maxEmailBytes = 254;

// RFC 5321 dot-string: atoms joined by single dots. Characters beyond ASCII are allowed (RFC 6531) where they can be seen
// and typed: no typographic quotation marks, no invisible, format, bidi, private or unassigned characters, no U+FFFD.
const notInAtom = [
  String.raw`\s"(),:;<>@[\\\]\u0000-\u001F\u007F.`,
  String.raw`\p{Pi}\p{Pf}\u201A\u201E\u2E42\u301D-\u301F`,
  String.raw`\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cn}\p{Co}\p{Cs}\u2800\uFFFC\uFFFD`,
].join("");
const localPart = new RegExp(String.raw`^[^${notInAtom}]+(?:\.[^${notInAtom}]+)*$`, "u");
// An apostrophe may occur inside a name (o'neil), not around an address.
const quotedLocalPart = /^'|'$/;
// Full-width forms of ASCII: typed with an input method, never part of an address.
const fullWidth = /[\uFF01-\uFF5E]/;
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const asciiDomain = new RegExp(String.raw`^(?:${label}\.)+${label}$`);
const asciiCapitals = /[A-Z]+/g;

// Checked before UTS-46 maps anything: the mapping turns `™` into `tm` and drops what it ignores, and a URL parser cuts off
// ports, paths and control characters.
const domainLabel = /^[\p{L}\p{M}\p{Nd}-]+$/u;
// A URL parser reads a last label of digits as an IPv4 address (URL Standard, "ends in a number").
const ipAddress = /(?:^|\.)(?:\d+|0x[\da-f]*)$/;

// Fast path: the form of most addresses, already normalised and shorter than every limit.
const plainEmail = /^[a-z\d_+-]+(?:\.[a-z\d_+-]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/;

const ignorable = /\p{Default_Ignorable_Code_Point}/u;

const utf8 = new TextEncoder();

/**
 * Normalises an email, the match key of the import; null when the text is not exactly one mailbox.
 *
 * Trims the ends, converts the domain to its ASCII form (UTS-46) and A-Z to a-z; dots, plus tags and other scripts stay as
 * they are. A domain label holds letters, digits and hyphens of any script; symbols and punctuation are refused, not mapped. The local part has at most 64 bytes, the whole address at most 254.
 */
export function normalizeEmail(text: string): string | null {
  const trimmed = trimText(text);
  if (isPlainEmail(trimmed)) return trimmed;
  const at = trimmed.lastIndexOf("@");
  if (at < 1 || trimmed.length > maxEmailBytes) return null;
  const local = trimmed.slice(0, at).replace(asciiCapitals, (capitals) => capitals.toLowerCase());
  if (!isLocalPart(local)) return null;
  const domain = toAsciiDomain(trimmed.slice(at + 1));
  if (domain === null) return null;
  const email = `${local}@${domain}`;
  return fits(email, maxEmailBytes) ? email : null;
}

/** True for most addresses: already normalised and trimmed. False proves nothing: the address may still be valid. */
export function isPlainEmail(text: string): boolean {
  return text.length <= maxLocalBytes && plainEmail.test(text);
}

function isLocalPart(text: string): boolean {
  return localPart.test(text) && !quotedLocalPart.test(text) && !fullWidth.test(text) && fits(text, maxLocalBytes);
}

function toAsciiDomain(text: string): string | null {
  const lower = text.replace(asciiCapitals, (capitals) => capitals.toLowerCase());
  // Nearly all domains are ASCII: a URL parser for each of 10,000 rows would be slow, and would read 123.456 as an IP.
  if (asciiDomain.test(lower) && !lower.includes("xn--")) return lower;
  const known = knownDomains[text];
  if (known !== undefined) return known;
  if (knownCount === maxKnown) {
    knownDomains = Object.create(null);
    knownCount = 0;
  }
  const host = toHost(text);
  knownDomains[text] = host;
  knownCount += 1;
  return host;
}

// A file has few domains beyond ASCII, many times each, and a URL parser takes as long as all other checks of a row. Members of
// an object, because the key of a Map would keep the text of the whole file.
const maxKnown = 1000;
let knownDomains: Record<string, string | null> = Object.create(null);
let knownCount = 0;

function toHost(text: string): string | null {
  if (!text.split(".").every(isDomainLabel) || !URL.canParse(`http://${text}`)) return null;
  const host = new URL(`http://${text}`).hostname;
  return asciiDomain.test(host) && !ipAddress.test(host) ? host : null;
}

// Compatibility forms (full-width letters, ligatures, ordinals) are other characters than those the mapping makes of them.
function isDomainLabel(label: string): boolean {
  return domainLabel.test(label) && !ignorable.test(label) && label.normalize("NFKC") === label.normalize("NFC");
}

function fits(text: string, maxBytes: number): boolean {
  return text.length * 3 <= maxBytes || utf8.encode(text).length <= maxBytes;
}

const isoLike =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

// Fast path: already in wire form. Only 29 February needs the calendar.
const plainDate =
  /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z?)?$/;

/** A parsed date. */
export interface ImportDate {
  /** The value as given, with `T` between date and time and a full offset `±hh:mm`. */
  readonly text: string;
  /** Milliseconds since 1970-01-01 UTC; without an offset the value is read as UTC. */
  readonly time: number;
}

/**
 * Parses `YYYY-MM-DD` or a date-time (`T` or one space, minutes, optional seconds, fraction and offset); null for anything
 * else, including days and hours that do not exist. Years 0001 to 9999.
 */
export function parseDate(value: string): ImportDate | null {
  const parts = isoLike.exec(trimText(value));
  if (!parts) return null;
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset = "", sign, offsetHour, offsetMinute] =
    parts;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return { text: date, time: Date.parse(date) };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return null;
  const wireOffset = sign ? `${sign}${offsetHour}:${offsetMinute ?? "00"}` : offset;
  const seconds = parts[6] === undefined ? "" : `:${second}${fraction}`;
  // Every engine parses a fraction of three digits; further digits are kept in the text only.
  const parsable = `${date}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${wireOffset || "Z"}`;
  return { text: `${date}T${hour}:${minute}${seconds}${wireOffset}`, time: Date.parse(parsable) };
}

/** A date in its wire form; null for a text that `parseDate` does not understand. */
export function toDateText(value: string): string | null {
  const trimmed = trimText(value);
  return plainDate.test(trimmed) ? trimmed : (parseDate(trimmed)?.text ?? null);
}

/** True for most dates: already in wire form and trimmed. False proves nothing: the date may still be valid. */
export function isPlainDate(value: string): boolean {
  return plainDate.test(value);
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** The form in which names are compared: no accents, no case, no `. , ' ’`, hyphens as spaces. Word order stays. */
export function toComparableName(name: string): string {
  return name
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[.,'’]/g, "")
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{Pd}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** False (`name_mismatch`) only when both names are given and differ: an empty name never mismatches. */
export function isSameName(one: string | null | undefined, other: string | null | undefined): boolean {
  const a = toComparableName(one ?? "");
  const b = toComparableName(other ?? "");
  return a === "" || b === "" || a === b;
}
