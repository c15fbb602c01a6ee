// Finds texts that an export damaged: HTML entities, byte texts of Python, codes of letters, and question marks in their place.
import type { CsvRecord, FileNotice, ReadOptions, TextDamage } from "../table.ts";
import { type AffectedCells, addCells } from "../text/cells.ts";

interface Handled {
  readonly records: readonly CsvRecord[];
  readonly notices: readonly FileNotice[];
}

/** What is to be done with this damage; undefined if nothing was said. */
export function damageChoice(garbled: ReadOptions["garbled"], damage: TextDamage): "keep" | "mend" | undefined {
  return typeof garbled === "object" ? garbled[damage] : garbled;
}

/** True if texts with this damage are to be repaired. */
export function isMended(garbled: ReadOptions["garbled"], damage: TextDamage): boolean {
  return damageChoice(garbled, damage) === "mend";
}

/**
 * Counts HTML entities ("O&#039;Brien"), byte texts ("b'Ada'") and codes of letters ("J\\u00fcrgen"), or decodes those that
 * are to be repaired.
 */
export function handleEscapedTexts(
  records: readonly CsvRecord[],
  text: string,
  garbled: ReadOptions["garbled"],
): Handled {
  const notices: FileNotice[] = [];
  let handled = records;
  for (const { damage, mayHave, codes } of escapes) {
    if (!mayHave(text)) continue;
    const isWanted = isMended(garbled, damage);
    const { decoded, cells } = decodeRecords(handled, decoders[damage]);
    if (isWanted) handled = decoded;
    if (cells) notices.push({ code: codes[isWanted ? 1 : 0], ...cells });
  }
  return { records: handled, notices };
}

type Escape = Exclude<TextDamage, "mojibake">;

/** The text of a cell without this damage; the same text where it has none. */
export const decoders: Readonly<Record<Escape, (cell: string) => string>> = {
  entities: decodeEntities,
  bytes: decodeByteText,
  codes: decodeLetterCodes,
};

// In this order: the bytes of Python may hold entities. The codes are those of found and of decoded texts.
const escapes = [
  { damage: "entities", mayHave: mayHaveEntities, codes: ["entities_found", "entities_decoded"] },
  { damage: "bytes", mayHave: mayHaveByteTexts, codes: ["bytes_found", "bytes_decoded"] },
  { damage: "codes", mayHave: mayHaveCodes, codes: ["codes_found", "codes_decoded"] },
] as const;

function decodeRecords(
  records: readonly CsvRecord[],
  decode: (cell: string) => string,
): { readonly decoded: readonly CsvRecord[]; readonly cells: AffectedCells | null } {
  let found: AffectedCells | null = null;
  const decoded = records.map((record) => {
    const cells = record.cells.map(decode);
    const columns = cells.flatMap((cell, column) => (cell === record.cells[column] ? [] : [column]));
    if (columns.length === 0) return record;
    found = addCells(found, record.number, columns);
    return { number: record.number, cells };
  });
  return { decoded, cells: found };
}

const entity = /&(?:#(\d{2,7})|#x([\da-f]{2,6})|([a-z]{2,8}));/gi;
const firstEntity = /&(?:#\d|#x[\da-f]|[a-z]{2,8};)/i;

// A single sign is found much faster than a pattern, and most texts have none.
function mayHaveEntities(text: string): boolean {
  return text.includes("&") && firstEntity.test(text);
}

function mayHaveByteTexts(text: string): boolean {
  return text.includes("b'") || text.includes('b"');
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  szlig: "ß",
  aelig: "æ",
  AElig: "Æ",
  oelig: "œ",
  OElig: "Œ",
  oslash: "ø",
  Oslash: "Ø",
  lstrok: "ł",
  Lstrok: "Ł",
  eth: "ð",
  ETH: "Ð",
  thorn: "þ",
  THORN: "Þ",
};

const accents: Readonly<Record<string, string>> = {
  uml: "\u0308",
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  tilde: "\u0303",
  cedil: "\u0327",
  ring: "\u030A",
  caron: "\u030C",
  ogon: "\u0328",
  breve: "\u0306",
  macr: "\u0304",
};

function decodeEntities(cell: string): string {
  if (!cell.includes("&")) return cell;
  const decoded = cell.replace(entity, decodeEntity);
  // Twice: some exports write &amp;eacute;
  return decoded === cell ? cell : decoded.replace(entity, decodeEntity);
}

function decodeEntity(found: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return own(named, name) ?? toAccented(name) ?? found;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  // Control characters and halves of pairs are no texts.
  const isText =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000);
  return isText ? String.fromCodePoint(code) : found;
}

function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

function toAccented(name: string): string | null {
  const mark = own(accents, name.slice(1));
  const letter = mark === undefined ? "" : `${name[0]}${mark}`.normalize("NFC");
  return letter.length === 1 ? letter : null;
}

const byteText = /^\s*b(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*$/s;

// Python writes bytes as b'J\xc3\xbcrgen'. Bytes that are not UTF-8 stay as they are.
function decodeByteText(cell: string): string {
  const [, single, double] = byteText.exec(cell) ?? [];
  const inside = single ?? double;
  if (inside === undefined || /[^\u0000-\u007F]/.test(inside)) return cell;
  const bytes = inside.replace(/\\(?:x([\da-f]{2})|(.))/gis, (_, hex?: string, sign?: string) => {
    return hex === undefined ? (signs[sign ?? ""] ?? sign ?? "") : String.fromCharCode(Number.parseInt(hex, 16));
  });
  return decodeBytes(bytes, cell);
}

// Quick, for the whole file.
function mayHaveCodes(text: string): boolean {
  const isCoded = (sign: string, code: RegExp) => text.includes(sign) && code.test(text);
  return isCoded("\\u", unicodeCode) || isCoded("%", percentCode) || isCoded("=", mailCode);
}

const unicodeCode = /\\u(?:[\da-f]{4}|\{[\da-f]{2,6}\})/i;
// Of a letter beyond ASCII, a blank or an @ sign: others stand in texts such as 100%25 too.
const percentCode = /%(?:20|40|[89a-f][\da-f])/i;
// Quoted-printable, and the words of mail headers.
const mailCode = /(?:=[89A-F][\dA-F]){2}|=\?utf-8\?[qb]\?/i;
// Addresses of pages, paths and JSON hold such codes on purpose.
const mayKeepCodes = /^\s*[{[]|[/\\]{2}|^[/~]|:\\|[/&?]\S*%|=\S*%/;

// J\u00fcrgen, J%C3%BCrgen, J=C3=BCrgen, =?UTF-8?Q?J=C3=BCrgen?=. What is not UTF-8 stays as it is.
function decodeLetterCodes(cell: string): string {
  if (!/[\\%=]/.test(cell) || mayKeepCodes.test(cell)) return cell;
  const decoded = decodeMailWords(cell).replace(/(?:=[89A-F][\dA-F]){2,}/g, (found) =>
    decodeHex(found.replaceAll("=", ""), found),
  );
  const plain = decoded.replace(/\\u(?:([\da-f]{4})|\{([\da-f]{2,6})\})/gi, (found, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long ?? "", 16);
    return code < 0x20 || code > 0x10ffff ? found : String.fromCodePoint(code);
  });
  if (!percentCode.test(plain) || /%(?![\da-f]{2})/i.test(plain)) return plain;
  return plain.replace(/(?:%[\da-f]{2})+/gi, (found) => decodeHex(found.replaceAll("%", ""), found));
}

function decodeMailWords(cell: string): string {
  return cell.replace(/=\?utf-8\?([qb])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi, (found, kind: string, text: string) => {
    if (kind.toLowerCase() === "b") return /^[\w+/]+=*$/.test(text) ? decodeBytes(atob(text), found) : found;
    const bytes = text.replaceAll("_", " ").replace(/=([\da-f]{2})/gi, (_, hex: string) => toByte(hex));
    return decodeBytes(bytes, found);
  });
}

function decodeHex(digits: string, otherwise: string): string {
  return decodeBytes(digits.replace(/../g, toByte), otherwise);
}

function toByte(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

// The text of bytes, one per character.
function decodeBytes(bytes: string, otherwise: string): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    return /[\u0000-\u001F]/.test(text) ? otherwise : text;
  } catch {
    return otherwise;
  }
}

const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

// A question mark inside a word, in front of one, or in place of all letters.
const lostLetters = /\p{L}\?+\p{L}|^\?+\p{Ll}|^\s*\?{2,}(?:[\s.,'-]*\?+)*\s*$/u;
// In addresses of pages a question mark has a meaning.
const isAddress = /[/=@]/;
const minLostShare = 0.01;

/** The notice about question marks in place of letters; only where a column has a share of them. */
export function lostLettersNotice(records: readonly CsvRecord[], text: string): FileNotice[] {
  if (!text.includes("?")) return [];
  const columns = new Map<number, number>();
  const isLost = (cell: string) => cell.includes("?") && lostLetters.test(cell) && !isAddress.test(cell);
  for (const { cells } of records) {
    for (const [column, cell] of cells.entries()) {
      if (isLost(cell)) columns.set(column, (columns.get(column) ?? 0) + 1);
    }
  }
  const affected = new Set(
    [...columns].filter(([, count]) => count >= records.length * minLostShare).map(([at]) => at),
  );
  const found = records.filter(({ cells }) => cells.some((cell, column) => affected.has(column) && isLost(cell)));
  const [first] = found;
  return first ? [{ code: "letters_lost", count: found.length, firstRow: first.number }] : [];
}
