// Which encoding of East Asia two bytes per character belong to.

import type { Encoding } from "../table.ts";
import { isLetter } from "./single-byte-encodings.ts";

/** How well an encoding fits: of the characters beyond ASCII, `share` are everyday ones in company of others. */
export interface WideFit {
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
export function fitWideLetters(bytes: Uint8Array): WideFit | null {
  const fits = plans
    .map((plan) => fitPlan(bytes, plan))
    .filter(({ characters, share }) => characters >= fewest && share >= decisive);
  // A Korean or Japanese text is an everyday Chinese one too, but hardly the other way round.
  return fits[0] ?? null;
}

function fitPlan(bytes: Uint8Array, { encoding, language, isLead, isTrail, isCommon, isOwn }: Plan): WideFit {
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
