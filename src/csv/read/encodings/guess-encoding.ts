// Guesses the encoding of a file that is not Unicode; loaded with the first such file.
import type { Encoding, EncodingReason } from "../../table.ts";
import {
  type ByteCounts,
  countBytes,
  countDifferent,
  fitMultiByteEncodings,
  fitScriptEncodings,
  fitSingleByteEncodings,
  type SingleByteFit,
} from "./encoding-fit.ts";

export { decodeBytes } from "./dos-encodings.ts";

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
export function guessEncoding(bytes: Uint8Array): Guess {
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
