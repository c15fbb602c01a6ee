// Measures how well single-byte and East Asian encodings fit the bytes of a file.
import type { Encoding } from "../table.ts";

/** How well an encoding fits: `share` (0 to 1) of the bytes beyond ASCII are letters of `language`. */
export interface SingleByteFit {
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

/** How well an encoding fits: of the characters beyond ASCII, `share` are everyday ones in company of others. */
export interface MultiByteFit {
  readonly encoding: Encoding;
  readonly language: string;
  readonly share: number;
  readonly characters: number;
}

interface Plan {
  readonly encoding: Encoding;
  readonly language: string;
  readonly isLead: (byte: number) => boolean;
  readonly isTrail: (byte: number) => boolean;
  /** The rows of everyday characters; the standards keep the rare ones apart. */
  readonly isCommon: (lead: number, trail: number) => boolean;
  /** Kana and the like, without which this is another encoding's text. */
  readonly isOwn?: (lead: number, trail: number) => boolean;
}

const within = (from: number, to: number) => (byte: number) => byte >= from && byte <= to;
const high = within(0xa1, 0xfe);

// In the order in which they are asked: the smaller the part of the plan that is everyday, the more it proves.
const plans: readonly Plan[] = [
  {
    ...{ encoding: "shift_jis", language: "ja" },
    isLead: (byte) => within(0x81, 0x9f)(byte) || within(0xe0, 0xfc)(byte),
    isTrail: (byte) => byte >= 0x40 && byte <= 0xfc && byte !== 0x7f,
    isCommon: (lead, trail) => within(0x81, 0x83)(lead) || within(0x88, 0x97)(lead) || (lead === 0x98 && trail <= 0x72),
  },
  {
    ...{ encoding: "euc-jp", language: "ja", isLead: high, isTrail: high },
    isCommon: (lead) => within(0xa1, 0xa5)(lead) || within(0xb0, 0xcf)(lead),
    isOwn: (lead) => lead === 0xa4 || lead === 0xa5,
  },
  {
    ...{ encoding: "euc-kr", language: "ko", isLead: within(0x81, 0xfe), isTrail: (byte) => byte >= 0x41 },
    isCommon: (lead, trail) => (within(0xb0, 0xc8)(lead) || within(0xa1, 0xa3)(lead)) && high(trail),
  },
  {
    ...{ encoding: "gb18030", language: "zh-Hans", isLead: within(0x81, 0xfe), isTrail: (byte) => byte >= 0x40 },
    isCommon: (lead, trail) => (within(0xb0, 0xd7)(lead) || within(0xa1, 0xa3)(lead)) && high(trail),
  },
  {
    ...{ encoding: "big5", language: "zh-Hant", isLead: within(0xa1, 0xf9) },
    isTrail: (byte) => within(0x40, 0x7e)(byte) || high(byte),
    isCommon: (lead) => within(0xa1, 0xc6)(lead),
  },
];

const decisive = 0.9;
// Fewer characters could be anything.
const fewest = 6;

/** The encoding whose everyday characters these are; null when nothing is decisive. */
export function fitMultiByteEncodings(bytes: Uint8Array): MultiByteFit | null {
  const fits = plans
    .map((plan) => fitPlan(bytes, plan))
    .filter(({ characters, share }) => characters >= fewest && share >= decisive);
  // A Korean or Japanese text is an everyday Chinese one too, but hardly the other way round.
  return fits[0] ?? null;
}

function fitPlan(bytes: Uint8Array, { encoding, language, isLead, isTrail, isCommon, isOwn }: Plan): MultiByteFit {
  const seen = { characters: 0, common: 0, own: 0 };
  let before = false;
  let pending = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    const isWide = lead >= 0x80;
    const isPair = isWide && isLead(lead) && isTrail(trail);
    const isGood = isPair && isCommon(lead, trail);
    // One character alone beside plain letters is a letter of the West with an accent, or a quotation mark.
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
