// Decodes bytes to text, and says which encoding was used and why.
import type { Encoding, EncodingReason } from "../table.ts";
import { decodeBytes } from "./dos-encodings.ts";
import {
  type ByteCounts,
  countBytes,
  countDifferent,
  fitMultiByteEncodings,
  fitScriptEncodings,
  fitSingleByteEncodings,
  type SingleByteFit,
} from "./encoding-fit.ts";

/** A file's text without byte order mark, its encoding, and why. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly reason: EncodingReason;
}

/**
 * Decodes a whole file at once, because a character that a slice cuts in two would be damaged.
 *
 * In order: `wanted`, the byte order mark, UTF-16 without one (every other byte is zero), UTF-8 if all or nearly all of it is
 * valid, else the encoding whose letters fit a language, else Windows-1252. With `cut` the bytes are only the beginning of a
 * file, which may end within a character.
 */
export function decode(bytes: Uint8Array, wanted: Encoding | "auto" = "auto", cut = false): DecodedText {
  if (wanted !== "auto") return decodeAs(bytes, wanted, { code: "chosen" }, cut);
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked, { code: "byte_order_mark" }, cut);
  const utf16 = utf16Encoding(bytes);
  if (utf16) return decodeAs(bytes, utf16, { code: "zero_bytes" }, cut);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return { text, encoding: "utf-8", reason: { code: "valid_utf8", ascii: text.length === bytes.length } };
  } catch {
    const { encoding, reason } = guessEncoding(bytes);
    return decodeAs(bytes, encoding, reason, cut);
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, reason: EncodingReason, cut: boolean): DecodedText {
  return { text: decodeBytes(bytes, encoding, cut), encoding, reason };
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
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < sampled; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  // Latin scripts have a zero in nearly every pair; Chinese names leave fewer.
  const minZeros = sampled / 8;
  if (sampled < 8 || Math.max(even, odd) < minZeros) return null;
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : null;
}

// The beginning is enough; a whole file would only take longer.
const sampleLength = 1024 * 1024;

const minLetterShare = 0.9;
// An alphabet of another script must hold nearly all letters, and each must occur about as often as in that language.
const minScriptShare = 0.9;
const minLikeness = 0.6;
// Above this likeness a script is certain, and East Asian encodings are not tried.
const certainLikeness = 0.75;
// Enough for a guess, which is shown as one.
const possibleLikeness = 0.35;
const minScriptLetters = 3;
// By how much another encoding must fit better than Windows-1252.
const minLead = 0.2;
// Windows-1252 is excluded if none of its languages has all of the letters, but one of another encoding does.
const maxWesternShare = 0.97;
const wholeShare = 0.98;
// An encoding whose share is lower by more than this is no rival.
const maxRivalGap = 0.05;

type Guess = Readonly<{ encoding: Encoding; reason: EncodingReason }>;

/** Guesses the encoding of bytes that are not valid UTF-8. Never fails: any bytes can be read as Windows-1252. */
function guessEncoding(bytes: Uint8Array): Guess {
  const valid = countUtf8(bytes);
  if (valid.characters > 0 && valid.characters >= valid.damaged) {
    return { encoding: "utf-8", reason: { code: "mostly_utf8", ...valid } };
  }
  const sample = bytes.subarray(0, sampleLength);
  const counts = countBytes(sample);
  const fits = fitSingleByteEncodings(counts);
  const [script, ...others] = fitScriptEncodings(counts).filter(({ share }) => share >= minScriptShare);
  const otherScript = others.find((fit) => countDifferent(counts, fit.encoding, script?.encoding ?? "utf-8") > 0);
  if (script && script.likeness >= certainLikeness) return toGuess(script, otherScript ? [otherScript] : fits);
  const wide = fitMultiByteEncodings(sample);
  if (wide) return toGuess(wide, fits);
  if (script && script.likeness >= minLikeness) return toGuess(script, otherScript ? [otherScript] : fits);
  // Words without any ASCII letter are not Western, even if there are too few to identify the language.
  if (script && script.likeness >= possibleLikeness && counts.total >= minScriptLetters) {
    return toGuess(script, otherScript ? [otherScript] : fits, true);
  }
  const best = bestBeside1252(fits, counts);
  if (best && !hasRival(best, fits, counts)) return toGuess(best, fits);
  const runnerUp = script ?? fits.find(({ encoding, share }) => encoding !== "windows-1252" && share > 0);
  const reason = { code: "not_utf8", ...(runnerUp ? { runnerUp: runnerUp.encoding } : {}) } as const;
  return { encoding: "windows-1252", reason };
}

// The encoding that fits best, if it fits better than Windows-1252.
function bestBeside1252(fits: readonly SingleByteFit[], counts: ByteCounts): SingleByteFit | null {
  const base = fits.find(({ encoding }) => encoding === "windows-1252");
  const [best] = fits.filter(({ encoding }) => encoding !== "windows-1252");
  // Accented letters stand among ASCII letters; without those there is no word to judge.
  const isDecisive =
    best && (counts.total > 1 || hasUnusedByte(counts)) && counts.mixed > 0.3 && best.share >= minLetterShare;
  return isDecisive && isBetter(best, base, counts) ? best : null;
}

// Windows-1252 has no characters for these bytes.
function hasUnusedByte({ inWords }: ByteCounts): boolean {
  return [0x81, 0x8d, 0x8f, 0x90, 0x9d].some((byte) => inWords[byte - 0x80] !== 0);
}

function isBetter(best: SingleByteFit, base: SingleByteFit | undefined, counts: ByteCounts): boolean {
  if (!base) return true;
  // An encoding that puts a symbol in the middle of a word is wrong.
  if (best.share > base.share && base.symbols > 0 && best.symbols === 0) return true;
  const isFar = best.share >= base.share + minLead;
  const isWhole = best.share >= wholeShare && base.share < maxWesternShare;
  return (isFar || isWhole) && countDifferent(counts, best.encoding, "windows-1252") > 1;
}

function toGuess(
  fit: Pick<SingleByteFit, "encoding" | "language" | "share">,
  fits: readonly Pick<SingleByteFit, "encoding" | "share">[],
  isDoubtful = false,
): Guess {
  const { encoding, language, share } = fit;
  const runnerUp = fits.find((other) => other.encoding !== encoding && other.share > 0)?.encoding ?? "windows-1252";
  if (isDoubtful) return { encoding, reason: { code: "not_utf8", runnerUp } };
  return { encoding, reason: { code: "letters_fit", language, share, runnerUp } };
}

// True when another encoding fits as well and gives another text, so that the letters prove nothing.
function hasRival(best: SingleByteFit, fits: readonly SingleByteFit[], counts: ByteCounts): boolean {
  return fits.some(({ encoding, share }) => {
    const isOther = encoding !== best.encoding && encoding !== "windows-1252";
    return isOther && share > best.share - maxRivalGap && countDifferent(counts, encoding, best.encoding) > 0;
  });
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
