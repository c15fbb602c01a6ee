// Measures how well single-byte and East Asian encodings fit the bytes of a file.
import type { Encoding } from "../../table.ts";
import { decodeBytes } from "./dos-encodings.ts";

/** How well an encoding fits: `share` (0 to 1) of the bytes beyond ASCII are letters of `language`. */
export interface SingleByteFit {
  readonly encoding: Encoding;
  readonly language: string;
  readonly share: number;
  /** Share of them that are not letters, such as a fraction or a paragraph sign in the middle of a word. */
  readonly symbols: number;
}

const west: readonly Encoding[] = ["windows-1252", "macintosh", "iso-8859-15", "ibm850", "ibm437"];
const central: readonly Encoding[] = ["windows-1250", "iso-8859-2", "ibm852"];

// The letters beyond ASCII in the names and words of a language. A file mostly comes from one country.
const alphabets: readonly (readonly [language: string, letters: string, encodings: readonly Encoding[]])[] = [
  ["de", "äöüß", west],
  ["fr", "àâæçéèêëîïôœùûüÿ", west],
  ["es", "áéíñóúüªº", west],
  ["pt", "áàâãçéêíóôõúü", west],
  ["it", "àèéìíîòóùú", west],
  ["nl", "áäéèëïíóöü", west],
  ["sv", "åäöéüæø", west],
  ["is", "áðéíóúýþæö", west],
  ["fi", "åäöšž", ["windows-1252", "iso-8859-15"]],
  ["et", "äõöüšž", ["windows-1252", "iso-8859-15", "windows-1257"]],
  ["pl", "ąćęłńóśźż", central],
  ["cs", "áčďéěíňóřšťúůýž", central],
  ["sk", "áäčďéíĺľňóôŕšťúýž", central],
  ["hu", "áéíóöőúüű", central],
  ["hr", "čćđšž", central],
  ["ro", "ăâîşţ", central],
  ["lt", "ąčęėįšųūž", ["windows-1257"]],
  ["lv", "āčēģīķļņšūž", ["windows-1257"]],
  ["tr", "çğıİöşüâî", ["windows-1254"]],
  ["vi", "ăâđêôơưáàéèíóùúý\u0300\u0301\u0303\u0309\u0323", ["windows-1258"]],
];

// Languages written in another script, with their letters and how often these occur (per mille of a text).
const scripts: readonly (readonly [language: string, letters: string, encodings: readonly Encoding[]])[] = [
  [
    "ru",
    "о109 е84 а80 и73 н67 т63 с54 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ1 ё1",
    ["windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic"],
  ],
  [
    "uk",
    "о94 а83 н65 и61 і57 в56 р55 т55 е46 с41 к40 л36 у34 м31 д31 п29 я22 з21 ь19 б17 г16 ч14 й14 х12 ж9 ш7 ю7 ц6 ї6 є4 щ4 ф3 ґ1",
    ["windows-1251", "koi8-u", "x-mac-cyrillic"],
  ],
  [
    "sr",
    "а115 и99 о92 е89 н56 р50 ј48 с48 т47 у43 в38 к37 д37 м34 л33 п28 з17 г17 б15 ш9 ч9 ц8 њ6 љ5 ж5 ћ5 х5 ђ2 ф2 џ1",
    ["windows-1251"],
  ],
  [
    "el",
    "α95 ο78 τ70 ι69 ε68 ν61 σ50 η47 ρ41 π38 ς38 κ36 υ36 μ32 λ31 ί29 ό28 ά25 έ22 ή21 γ18 ω17 δ16 θ12 χ12 ύ12 ώ12 φ9 β7 ξ5 ζ4 ψ2 ϊ1 ϋ1",
    ["windows-1253"],
  ],
  [
    "he",
    "י110 ה90 ו104 ל74 א63 ר60 ת50 ב47 מ46 ש45 ע33 נ35 ם27 כ27 ד30 ח25 ק22 פ17 ן20 ס15 ט13 ג15 ז13 צ11 ך5 ף3 ץ2",
    ["windows-1255"],
  ],
  [
    "ar",
    "ا125 ل100 م70 ي68 ن58 و55 ر58 د45 ب42 ت40 ه40 ع40 ح35 س35 ة30 ف28 ق22 ك22 أ20 ج15 ش15 ص12 ط10 خ12 ى8 ز10 إ7 ث6 ذ6 ض6 غ6 ئ5 ء5 ظ2 ؤ2 آ2",
    ["windows-1256"],
  ],
  [
    "th",
    "า70 น68 ร62 ก55 อ50 เ45 ง45 ั45 ่45 ม42 ย40 ิ40 ล38 ้38 ี38 ว36 ท34 ส33 ด33 ต30 บ28 ค28 แ26 ป24 พ24 ห24 ะ24 ุ22 จ20 ์25 ช20 ข18 ไ16 ู15 ื14 โ12 ใ10 ณ12 ศ12 ็10 ึ8 ธ10 ถ8 ภ8 ำ6 ผ6 ซ6 ญ6 ษ5 ฐ4 ฉ4 ฒ2 ฎ2 ฤ2",
    ["windows-874"],
  ],
];

/** Counts of the bytes 0x80 to 0xFF. */
export interface ByteCounts {
  /** Bytes that touch an ASCII letter or another byte beyond ASCII: parts of words. */
  readonly inWords: readonly number[];
  /** Those of them between lower-case ASCII letters, where a capital letter is not expected. */
  readonly amongSmall: readonly number[];
  readonly total: number;
  /** Share of them that touch an ASCII letter. */
  readonly mixed: number;
}

/** Counts the bytes beyond ASCII that are part of words; a symbol on its own is no evidence for an encoding. */
export function countBytes(bytes: Uint8Array): ByteCounts {
  const inWords = Array<number>(128).fill(0);
  const amongSmall = Array<number>(128).fill(0);
  let total = 0;
  let mixed = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const [before, after] = [bytes[at - 1] ?? 0, bytes[at + 1] ?? 0];
    const touches = isLetter(before) || isLetter(after);
    if (!touches && before < 0x80 && after < 0x80) continue;
    inWords[byte - 0x80] = (inWords[byte - 0x80] ?? 0) + 1;
    if (isSmall(before) || (isLetter(before) && isSmall(after)))
      amongSmall[byte - 0x80] = (amongSmall[byte - 0x80] ?? 0) + 1;
    total += 1;
    if (touches) mixed += 1;
  }
  return { inWords, amongSmall, total, mixed: mixed / Math.max(total, 1) };
}

// True for the byte of an ASCII letter.
function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

/** The best language of each encoding, best first. */
export function fitSingleByteEncodings(counts: ByteCounts): SingleByteFit[] {
  const fits = new Map<Encoding, SingleByteFit>();
  for (const [language, letters, encodings] of alphabets) {
    for (const encoding of encodings) {
      const share = shareOf(counts, encoding, (character) => letters.includes(character) || /[’–]/.test(character));
      if (share <= (fits.get(encoding)?.share ?? -1)) continue;
      fits.set(encoding, { encoding, language, share, symbols: symbolsOf(counts, encoding) });
    }
  }
  return [...fits.values()].sort((a, b) => b.share - a.share);
}

/** How well an encoding of another script fits: `likeness` (0 to 1) compares how often each letter occurs. */
export interface ScriptFit extends Omit<SingleByteFit, "symbols"> {
  readonly likeness: number;
}

/** The encodings of other scripts, most alike first. In a wrong encoding the bytes are letters too, but rare ones. */
export function fitScriptEncodings(counts: ByteCounts): ScriptFit[] {
  // No word mixes two scripts.
  if (counts.mixed > 0.1) return [];
  const fits = scripts.flatMap(([language, letters, encodings]) => {
    const usual = new Map(letters.split(" ").map((entry) => [entry.slice(0, 1), Number(entry.slice(1))]));
    return encodings.map((encoding) => {
      const seen = countCharacters(counts, encoding);
      const share = shareOf(counts, encoding, (character) => usual.has(character));
      return { encoding, language, share, likeness: toLikeness(seen, usual) };
    });
  });
  fits.sort((a, b) => b.likeness * b.share ** 2 - a.likeness * a.share ** 2);
  // Of languages that read the same text, the one with all its letters, else the more widespread one.
  const [best] = fits;
  const isSame = ({ encoding }: ScriptFit) => best && countDifferent(counts, encoding, best.encoding) === 0;
  return [...byShare(fits.filter(isSame)), ...fits.filter((fit) => !isSame(fit))];
}

function byShare(fits: readonly ScriptFit[]): ScriptFit[] {
  const order = scripts.map(([language]) => language);
  return [...fits].sort((a, b) => b.share - a.share || order.indexOf(a.language) - order.indexOf(b.language));
}

// The cosine of the angle between two lists of frequencies.
function toLikeness(seen: ReadonlyMap<string, number>, usual: ReadonlyMap<string, number>): number {
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  let product = 0;
  for (const [character, count] of seen) product += count * (usual.get(character) ?? 0);
  return product / Math.max(length(seen) * length(usual), 1);
}

function countCharacters({ inWords }: ByteCounts, encoding: Encoding): Map<string, number> {
  const characters = decodeBytes(highBytes, encoding);
  const seen = new Map<string, number>();
  for (const [index, count] of inWords.entries()) {
    const character = (characters[index] ?? "").toLowerCase();
    if (count > 0) seen.set(character, (seen.get(character) ?? 0) + count);
  }
  return seen;
}

const highBytes = Uint8Array.from({ length: 128 }, (_, index) => index + 0x80);

/** How many bytes in words two encodings read as different characters. */
export function countDifferent({ inWords }: ByteCounts, one: Encoding, other: Encoding): number {
  const [first, second] = [decodeBytes(highBytes, one), decodeBytes(highBytes, other)];
  return inWords.reduce((sum, count, index) => sum + (first[index] === second[index] ? 0 : count), 0);
}

function symbolsOf(counts: ByteCounts, encoding: Encoding): number {
  return shareOf(counts, encoding, (character) => !/[\p{L}\p{M}’–´]/u.test(character));
}

function shareOf(
  { inWords, amongSmall, total }: ByteCounts,
  encoding: Encoding,
  test: (character: string) => boolean,
): number {
  const characters = decodeBytes(highBytes, encoding);
  let fitting = 0;
  for (const [index, count] of inWords.entries()) {
    const character = characters[index] ?? "";
    if (count === 0) continue;
    if (test(character)) fitting += count;
    else if (test(character.toLowerCase())) fitting += count - (amongSmall[index] ?? 0);
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
