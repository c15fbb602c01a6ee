// When is a text exactly one mailbox, and which one: the match key of the whole import.
import { trimText } from "./text.ts";

const maxLocalBytes = 64;
const maxBytes = 254;

// RFC 5321 dot-string: atoms joined by single dots. Characters beyond ASCII are allowed (RFC 6531), invisible ones not.
const atom = String.raw`[^\s"(),:;<>@[\\\]\u0000-\u001F\u007F.\u200B-\u200F\u2060]+`;
const localPart = new RegExp(String.raw`^${atom}(?:\.${atom})*$`);
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const asciiDomain = new RegExp(String.raw`^(?:${label}\.)+${label}$`);
const asciiCapitals = /[A-Z]+/g;

// A URL parser would take these for something else than a host: a port, a path, a user, an escape, an IPv6 address.
const notHost = /[%:/?#[\]@\\\s]/;
// And a last label of digits for an IPv4 address (URL Standard, "ends in a number").
const ipAddress = /(?:^|\.)(?:\d+|0x[\da-f]*)$/;

// What nearly every address looks like, short enough for all limits and normalised already. Others take the long way.
const plain = /^[a-z\d_+-]+(?:\.[a-z\d_+-]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/;

const utf8 = new TextEncoder();

/**
 * The normalised address, or null when the text is not exactly one mailbox.
 *
 * Ends are trimmed, the domain is taken to its ASCII form (UTS-46), A-Z become a-z; dots, plus tags and other scripts
 * stay as they are. The local part has at most 64 bytes, the whole at most 254.
 */
export function normalizeEmail(text: string): string | null {
  const trimmed = trimText(text);
  if (isPlainEmail(trimmed)) return trimmed;
  const at = trimmed.lastIndexOf("@");
  if (at < 1 || trimmed.length > maxBytes) return null;
  const local = trimmed.slice(0, at).replace(asciiCapitals, (capitals) => capitals.toLowerCase());
  if (!localPart.test(local) || !fits(local, maxLocalBytes)) return null;
  const domain = toAsciiDomain(trimmed.slice(at + 1));
  if (domain === null) return null;
  const email = `${local}@${domain}`;
  return fits(email, maxBytes) ? email : null;
}

/** True for most addresses: normalised already, nothing at their ends. False says nothing. */
export function isPlainEmail(text: string): boolean {
  return text.length <= maxLocalBytes && plain.test(text);
}

function toAsciiDomain(text: string): string | null {
  const lower = text.replace(asciiCapitals, (capitals) => capitals.toLowerCase());
  // Nearly all domains are plain ASCII already; a URL parser for each of 10,000 would be felt, and would read 123.456 as an IP.
  if (asciiDomain.test(lower) && !lower.includes("xn--")) return lower;
  if (notHost.test(text) || !URL.canParse(`http://${text}`)) return null;
  const host = new URL(`http://${text}`).hostname;
  return asciiDomain.test(host) && !ipAddress.test(host) ? host : null;
}

function fits(text: string, bytes: number): boolean {
  return text.length * 3 <= bytes || utf8.encode(text).length <= bytes;
}
