// Which single-byte encoding makes words of one language out of the bytes beyond ASCII.
import type { Encoding } from "../table.ts";

/** How well an encoding fits: `share` (0 to 1) of the bytes beyond ASCII are letters of `language`. */
export interface LetterFit {
  readonly encoding: Encoding;
  readonly language: string;
  readonly share: number;
  /** Share of them that are no letters at all: a fraction or a paragraph sign in the middle of a word. */
  readonly symbols: number;
}

const west: readonly Encoding[] = ["windows-1252", "macintosh", "iso-8859-15"];
const central: readonly Encoding[] = ["windows-1250", "iso-8859-2"];

// The letters beyond ASCII that the names and words of a language have. One file is mostly one country's.
const alphabets: readonly (readonly [language: string, letters: string, encodings: readonly Encoding[]])[] = [
  ["de", "äöüß", west],
  ["fr", "àâæçéèêëîïôœùûüÿ", west],
  ["es", "áéíñóúüªº", west],
  ["pt", "áàâãçéêíóôõúü", west],
  ["it", "àèéìíîòóùú", west],
  ["nl", "áäéèëïíóöü", west],
  ["sv", "åäöéüæø", west],
  ["fi", "åäöšž", ["iso-8859-15"]],
  ["pl", "ąćęłńóśźż", central],
  ["cs", "áčďéěíňóřšťúůýž", central],
  ["sk", "áäčďéíĺľňóôŕšťúýž", central],
  ["hu", "áéíóöőúüű", central],
  ["hr", "čćđšž", central],
  ["ro", "ăâîşţ", central],
  ["tr", "çğıİöşüâî", ["windows-1254"]],
];

// Scripts of their own: whole words beyond ASCII, and the letters that are more than half of any text.
const scripts: readonly (readonly [
  language: string,
  common: string,
  script: RegExp,
  encodings: readonly Encoding[],
])[] = [
  ["ru", "аеинорстлвк", /\p{Script=Cyrillic}/u, ["windows-1251", "koi8-r"]],
  ["el", "αεηιοστνρκςίόάή", /\p{Script=Greek}/u, ["windows-1253"]],
];

/** Counts of the bytes 0x80 to 0xFF. */
export interface ByteCounts {
  /** Bytes that touch an ASCII letter or another byte beyond ASCII: parts of words. */
  readonly inWords: readonly number[];
  readonly total: number;
  /** Share of them that touch an ASCII letter. */
  readonly mixed: number;
}

/** Counts the bytes beyond ASCII that are part of words; a symbol alone says nothing about letters. */
export function countBytes(bytes: Uint8Array): ByteCounts {
  const inWords = Array<number>(128).fill(0);
  let total = 0;
  let mixed = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const [before, after] = [bytes[at - 1] ?? 0, bytes[at + 1] ?? 0];
    const touches = isLetter(before) || isLetter(after);
    if (!touches && before < 0x80 && after < 0x80) continue;
    inWords[byte - 0x80] = (inWords[byte - 0x80] ?? 0) + 1;
    total += 1;
    if (touches) mixed += 1;
  }
  return { inWords, total, mixed: mixed / Math.max(total, 1) };
}

/** True for the byte of an ASCII letter. */
export function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The best language of each encoding, best first. */
export function fitLetters(counts: ByteCounts): LetterFit[] {
  const fits = new Map<Encoding, LetterFit>();
  const add = (fit: LetterFit) => {
    if (fit.share > (fits.get(fit.encoding)?.share ?? -1)) fits.set(fit.encoding, fit);
  };
  for (const [language, letters, encodings] of alphabets) {
    for (const encoding of encodings) {
      const share = shareOf(counts, encoding, (character) => letters.includes(character) || /[’–]/.test(character));
      add({ encoding, language, share, symbols: symbolsOf(counts, encoding) });
    }
  }
  // A word of two scripts is none.
  for (const [language, common, script, encodings] of counts.mixed > 0.1 ? [] : scripts) {
    for (const encoding of encodings) {
      const letters = shareOf(counts, encoding, (character) => script.test(character));
      const usual = shareOf(counts, encoding, (character) => common.includes(character));
      add({ encoding, language, share: letters > 0.95 ? Math.min(1, usual * 1.5) : 0, symbols: 0 });
    }
  }
  return [...fits.values()].sort((a, b) => b.share - a.share);
}

function symbolsOf(counts: ByteCounts, encoding: Encoding): number {
  return shareOf(counts, encoding, (character) => !/[\p{L}’–´]/u.test(character));
}

function shareOf({ inWords, total }: ByteCounts, encoding: Encoding, test: (character: string) => boolean): number {
  const characters = new TextDecoder(encoding).decode(Uint8Array.from(inWords, (_, index) => index + 0x80));
  let fitting = 0;
  for (const [index, count] of inWords.entries()) {
    const character = characters[index] ?? "";
    if (count > 0 && (test(character) || test(character.toLowerCase()))) fitting += count;
  }
  return fitting / Math.max(total, 1);
}
