// Measures how well single-byte and East Asian encodings fit the bytes of a file.
import type { Encoding } from "../table.ts";

/** How well an encoding fits: `share` (0 to 1) of the bytes beyond ASCII are letters of `language`. */
export interface SingleByteFit {
  readonly encoding: Encoding;
  readonly language: string;
  readonly share: number;
  /** Share of them that are not letters, such as a fraction or a paragraph sign in the middle of a word. */
  readonly symbols: number;
}

const west: readonly Encoding[] = ["windows-1252", "macintosh", "iso-8859-15"];
const central: readonly Encoding[] = ["windows-1250", "iso-8859-2"];

// The letters beyond ASCII in the names and words of a language. A file mostly comes from one country.
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

// Languages written in another script, with the letters that make up more than half of any text.
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

/** Counts the bytes beyond ASCII that are part of words; a symbol on its own is no evidence for an encoding. */
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

// True for the byte of an ASCII letter.
function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The best language of each encoding, best first. */
export function fitSingleByteEncodings(counts: ByteCounts): SingleByteFit[] {
  const fits = new Map<Encoding, SingleByteFit>();
  const add = (fit: SingleByteFit) => {
    if (fit.share > (fits.get(fit.encoding)?.share ?? -1)) fits.set(fit.encoding, fit);
  };
  for (const [language, letters, encodings] of alphabets) {
    for (const encoding of encodings) {
      const share = shareOf(counts, encoding, (character) => letters.includes(character) || /[’–]/.test(character));
      add({ encoding, language, share, symbols: symbolsOf(counts, encoding) });
    }
  }
  // No word mixes two scripts.
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

/** How well a multi-byte encoding fits: of the characters beyond ASCII, `share` are common ones next to others. */
export interface MultiByteFit {
  readonly encoding: Encoding;
  readonly language: string;
  readonly share: number;
  readonly characters: number;
}

interface MultiByteEncoding {
  readonly encoding: Encoding;
  readonly language: string;
  readonly isLead: (byte: number) => boolean;
  readonly isTrail: (byte: number) => boolean;
  /** True for common characters; the standards keep the rare ones in other rows. */
  readonly isCommon: (lead: number, trail: number) => boolean;
  /** True for characters (such as kana) that a text in this encoding must contain. */
  readonly isOwn?: (lead: number, trail: number) => boolean;
}

const within = (from: number, to: number) => (byte: number) => byte >= from && byte <= to;
const isHigh = within(0xa1, 0xfe);

// Strongest evidence first: the smaller the share of common characters in an encoding, the more they prove.
const multiByteEncodings: readonly MultiByteEncoding[] = [
  {
    encoding: "shift_jis",
    language: "ja",
    isLead: (byte) => within(0x81, 0x9f)(byte) || within(0xe0, 0xfc)(byte),
    isTrail: (byte) => byte >= 0x40 && byte <= 0xfc && byte !== 0x7f,
    isCommon: (lead, trail) => within(0x81, 0x83)(lead) || within(0x88, 0x97)(lead) || (lead === 0x98 && trail <= 0x72),
  },
  {
    encoding: "euc-jp",
    language: "ja",
    isLead: isHigh,
    isTrail: isHigh,
    isCommon: (lead) => within(0xa1, 0xa5)(lead) || within(0xb0, 0xcf)(lead),
    isOwn: (lead) => lead === 0xa4 || lead === 0xa5,
  },
  {
    encoding: "euc-kr",
    language: "ko",
    isLead: within(0x81, 0xfe),
    isTrail: (byte) => byte >= 0x41,
    isCommon: (lead, trail) => (within(0xb0, 0xc8)(lead) || within(0xa1, 0xa3)(lead)) && isHigh(trail),
  },
  {
    encoding: "gb18030",
    language: "zh-Hans",
    isLead: within(0x81, 0xfe),
    isTrail: (byte) => byte >= 0x40,
    isCommon: (lead, trail) => (within(0xb0, 0xd7)(lead) || within(0xa1, 0xa3)(lead)) && isHigh(trail),
  },
  {
    encoding: "big5",
    language: "zh-Hant",
    isLead: within(0xa1, 0xf9),
    isTrail: (byte) => within(0x40, 0x7e)(byte) || isHigh(byte),
    isCommon: (lead) => within(0xa1, 0xc6)(lead),
  },
];

const minCommonShare = 0.9;
// Fewer characters fit by chance.
const minCharacters = 6;

/** The multi-byte encoding in which nearly all characters are common ones; null when none fits. */
export function fitMultiByteEncodings(bytes: Uint8Array): MultiByteFit | null {
  const fits = multiByteEncodings
    .map((candidate) => fitMultiByteEncoding(bytes, candidate))
    .filter(({ characters, share }) => characters >= minCharacters && share >= minCommonShare);
  // Korean and Japanese text also looks like common Chinese characters, but hardly the other way round.
  return fits[0] ?? null;
}

function fitMultiByteEncoding(
  bytes: Uint8Array,
  { encoding, language, isLead, isTrail, isCommon, isOwn }: MultiByteEncoding,
): MultiByteFit {
  const seen = { characters: 0, common: 0, own: 0 };
  let before = false;
  let pending = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    const isWide = lead >= 0x80;
    const isPair = isWide && isLead(lead) && isTrail(trail);
    const isGood = isPair && isCommon(lead, trail);
    // A single character next to ASCII letters is an accented Western letter or a quotation mark.
    const isAlone = !before && (isLetter(bytes[at - 1] ?? 0) || isLetter(bytes[at + 2] ?? 0));
    if (isWide) seen.characters += 1;
    if (isGood && !isAlone) seen.common += pending ? 2 : 1;
    if (isGood && isOwn?.(lead, trail)) seen.own += 1;
    pending = isGood && isAlone;
    before = isPair;
    if (isPair) at += 1;
  }
  const hasOwn = !isOwn || seen.own > seen.characters / 20;
  return {
    encoding,
    language,
    share: hasOwn ? seen.common / Math.max(seen.characters, 1) : 0,
    characters: seen.characters,
  };
}
