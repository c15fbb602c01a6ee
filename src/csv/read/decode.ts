// Decodes bytes to text, and says which encoding was used and why.
import type { Encoding, EncodingReason } from "../table.ts";
import { countBytes, fitMultiByteEncodings, fitSingleByteEncodings, type SingleByteFit } from "./encoding-fit.ts";

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

// The beginning shows it; a whole file would only take longer.
const sampleLength = 1024 * 1024;

const enough = 0.9;
const script = 0.8;
// By how much a language has to fit better than any of Western Europe's.
const lead = 0.2;
const siblings: readonly Encoding[] = ["windows-1250", "iso-8859-2"];

/** The encoding to read with, and why. Never fails: anything can be read as Windows-1252. */
export function guessEncoding(bytes: Uint8Array): { encoding: Encoding; reason: EncodingReason } {
  const valid = countUtf8(bytes);
  if (valid.characters > 0 && valid.characters >= valid.damaged) {
    return { encoding: "utf-8", reason: { code: "mostly_utf8", ...valid } };
  }
  const sample = bytes.subarray(0, sampleLength);
  const counts = countBytes(sample);
  const fits = fitSingleByteEncodings(counts);
  const base = fits.find(({ encoding }) => encoding === "windows-1252");
  const [best] = fits.filter(({ encoding }) => encoding !== "windows-1252");
  if (best && isScript(best) && best.share >= script) return toGuess(best, fits);
  const wide = fitMultiByteEncodings(sample);
  if (wide) return toGuess(wide, fits);
  // Accents stand among plain letters; without any of those there is no word to judge.
  const isDecisive = best && counts.total > 1 && counts.mixed > 0.5 && best.share >= enough && isBetter(best, base);
  if (isDecisive && !hasRival(best, fits)) return toGuess(best, fits);
  const reason = { code: "not_utf8", ...(best && best.share > 0 ? { runnerUp: best.encoding } : {}) } as const;
  return { encoding: "windows-1252", reason };
}

// A symbol in the middle of a word is no word of any language.
function isBetter(best: SingleByteFit, base: SingleByteFit | undefined): boolean {
  if (!base || best.share >= base.share + lead) return true;
  return best.share > base.share && base.symbols > 0 && best.symbols === 0;
}

function toGuess(
  fit: Omit<SingleByteFit, "symbols">,
  fits: readonly SingleByteFit[],
): { encoding: Encoding; reason: EncodingReason } {
  const { encoding, language, share } = fit;
  const runnerUp = fits.find((other) => other.encoding !== encoding && other.share > 0)?.encoding ?? "windows-1252";
  return { encoding, reason: { code: "letters_fit", language, share, runnerUp } };
}

function isScript({ language }: SingleByteFit): boolean {
  return language === "ru" || language === "el";
}

// Another language that fits as well (Western Europe's were compared before): then the letters tell nothing.
function hasRival(best: SingleByteFit, fits: readonly SingleByteFit[]): boolean {
  return fits.some(({ encoding, share }) => {
    const isSame = encoding === best.encoding || (siblings.includes(encoding) && siblings.includes(best.encoding));
    return !isSame && encoding !== "windows-1252" && share > best.share - 0.05;
  });
}

// Characters beyond ASCII that are valid UTF-8, and bytes that are part of none.
function countUtf8(bytes: Uint8Array): { characters: number; damaged: number } {
  let characters = 0;
  let damaged = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    let behind = 0;
    while (behind < length && ((bytes[at + behind + 1] ?? 0) & 0xc0) === 0x80) behind += 1;
    if (length > 0 && behind === length) characters += 1;
    else damaged += 1;
    if (behind === length) at += behind;
  }
  return { characters, damaged };
}
