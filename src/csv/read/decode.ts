// Bytes to text: which encoding, and why.

import type { Encoding, EncodingReason } from "../table.ts";
import { guessEncoding } from "./guess-encoding.ts";

/** A file's text without byte order mark, and how it was found. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly reason: EncodingReason;
}

/**
 * Decodes a whole file at once: a character cut in two by a slice would be damaged.
 *
 * In order: `wanted`, the byte order mark, UTF-16 without one (every other byte is zero), UTF-8 if all or nearly all of it is
 * valid, else the encoding whose letters fit a language, else Windows-1252. With `cut` the bytes are only a file's beginning,
 * and an unfinished character at their end is no fault.
 */
export function decode(bytes: Uint8Array, wanted: Encoding | "auto" = "auto", cut = false): DecodedText {
  if (wanted !== "auto") return decodeAs(bytes, wanted, { code: "chosen" }, cut);
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked, { code: "byte_order_mark" }, cut);
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(bytes, wide, { code: "zero_bytes" }, cut);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return { text, encoding: "utf-8", reason: { code: "valid_utf8", ascii: text.length === bytes.length } };
  } catch {
    const { encoding, reason } = guessEncoding(bytes);
    return decodeAs(bytes, encoding, reason, cut);
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, reason: EncodingReason, cut: boolean): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes, { stream: cut }), encoding, reason };
}

function byteOrderMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

// Headers, emails and dates are ASCII, so in UTF-16 many bytes on one side of the pairs are zero, and hardly any on the other.
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const sampled = Math.min(bytes.length, 4096) & ~1;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < sampled; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  // Half of the pairs in Latin scripts are plenty; names in Chinese leave fewer.
  const many = sampled / 8;
  if (sampled < 8 || Math.max(even, odd) < many) return null;
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : null;
}
