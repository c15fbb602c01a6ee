// Decodes bytes to text, and says which encoding was used and why.
import type { Encoding, EncodingReason } from "../table.ts";

/** A file's text without byte order mark, its encoding, and why. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly reason: EncodingReason;
  /** True where the encoding is neither declared nor Unicode, and nothing was there to find out which one it is. */
  readonly isUnknown?: boolean;
}

/** What knows encodings other than Unicode. */
export interface OtherEncodings {
  guessEncoding(bytes: Uint8Array): { readonly encoding: Encoding; readonly reason: EncodingReason };
  decodeBytes(bytes: Uint8Array, encoding: Encoding, cut?: boolean): string;
}

/** True for the code pages of DOS, which no TextDecoder knows. */
export function isDosEncoding(encoding: Encoding | "auto" | undefined): boolean {
  return encoding === "ibm437" || encoding === "ibm850" || encoding === "ibm852";
}

/**
 * Decodes a whole file at once, because a character that a slice cuts in two would be damaged.
 *
 * In order: `wanted`, the byte order mark, UTF-16 without one (every other byte is zero), UTF-8 if all or nearly all of it is
 * valid, else the encoding whose letters fit a language, else Windows-1252. With `cut` the bytes are only the beginning of a
 * file, which may end within a character. Without `others` no encoding is guessed, and those of DOS can't be decoded.
 */
export function decode(
  bytes: Uint8Array,
  wanted: Encoding | "auto" = "auto",
  cut = false,
  others: OtherEncodings | null = null,
): DecodedText {
  if (wanted !== "auto") return decodeAs(bytes, wanted, { code: "chosen" }, cut, others);
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked, { code: "byte_order_mark" }, cut);
  const utf16 = utf16Encoding(bytes);
  if (utf16) return decodeAs(bytes, utf16, { code: "zero_bytes" }, cut);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return { text, encoding: "utf-8", reason: { code: "valid_utf8", ascii: text.length === bytes.length } };
  } catch {
    const valid = countUtf8(bytes);
    if (valid.characters > 0 && valid.characters >= valid.damaged) {
      return decodeAs(bytes, "utf-8", { code: "mostly_utf8", ...valid }, cut);
    }
    const { encoding, reason } = others?.guessEncoding(bytes) ?? western;
    return { ...decodeAs(bytes, encoding, reason, cut, others), ...(others ? {} : { isUnknown: true }) };
  }
}

// Any bytes can be read as Windows-1252.
const western = { encoding: "windows-1252", reason: { code: "not_utf8" } } as const;

function decodeAs(
  bytes: Uint8Array,
  encoding: Encoding,
  reason: EncodingReason,
  cut: boolean,
  others: OtherEncodings | null = null,
): DecodedText {
  const text = others?.decodeBytes(bytes, encoding, cut) ?? new TextDecoder(encoding).decode(bytes, { stream: cut });
  return { text, encoding, reason };
}

function byteOrderMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

// Headers, emails and dates are ASCII: in UTF-16 one byte of their pairs is zero, always on the same side.
function utf16Encoding(bytes: Uint8Array): Encoding | null {
  const sampled = Math.min(bytes.length, 4096) & ~1;
  if (!bytes.subarray(0, sampled).includes(0)) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < sampled; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  // Latin scripts have a zero in nearly every pair; Chinese names leave fewer.
  const minZeros = sampled / 8;
  if (sampled < 8 || Math.max(even, odd) < minZeros) return null;
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : null;
}

// Counts the characters beyond ASCII that are valid UTF-8, and the bytes that are part of none.
function countUtf8(bytes: Uint8Array): { characters: number; damaged: number } {
  let characters = 0;
  let damaged = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    let following = 0;
    while (following < length && ((bytes[at + following + 1] ?? 0) & 0xc0) === 0x80) following += 1;
    if (length > 0 && following === length) characters += 1;
    else damaged += 1;
    if (following === length) at += following;
  }
  return { characters, damaged };
}
