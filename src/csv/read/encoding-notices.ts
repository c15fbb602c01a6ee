// Reports what happened to the characters of a file: guessed encoding, damaged characters, mojibake.
import type { CsvRecord, Dialect, EncodingReason, FileNotice } from "../table.ts";
import { type AffectedRows, addRow } from "../text/cells.ts";
import type { LoadedText } from "./load-text.ts";

type Records = { readonly records: readonly CsvRecord[] };

const guesses: readonly EncodingReason["code"][] = ["not_utf8", "letters_fit", "zero_bytes"];

/** Guessed encodings and damaged characters. */
export function encodingNotices(loaded: LoadedText, { records }: Records): FileNotice[] {
  const notices: FileNotice[] = [];
  const { text, encoding, reason } = loaded;
  if (guesses.includes(reason.code)) notices.push({ code: "encoding_guessed", encoding });
  const count = isAscii(loaded) ? 0 : text.split("\uFFFD").length - 1;
  if (count > 0) {
    const damaged = records.find(({ cells }) => cells.some((cell) => cell.includes("\uFFFD")));
    notices.push({ code: "characters_damaged", count, firstRow: damaged?.number ?? null });
  }
  if (text.includes("\0")) notices.push(...zeros(records));
  return notices;
}

function zeros(records: readonly CsvRecord[]): FileNotice[] {
  const found = records.filter(({ cells }) => cells.some((cell) => cell.includes("\0")));
  const [first] = found;
  return first ? [{ code: "zeros_ignored", count: found.length, firstRow: first.number }] : [];
}

/** Looks for text that was encoded twice: counted, or mended where that is wanted. */
export function handleMojibake(
  { records }: Records,
  loaded: LoadedText,
  mends: boolean,
): { records: readonly CsvRecord[]; notices: FileNotice[] } {
  if (isAscii(loaded) || !mayHaveMojibake(loaded.text)) return { records, notices: [] };
  let found: AffectedRows | null = null;
  const mended = records.map((record) => {
    const count = record.cells.reduce((sum, cell) => sum + countMojibake(cell), 0);
    if (count === 0) return record;
    found = { ...addRow(found, record.number), count: (found?.count ?? 0) + count };
    return mends ? { number: record.number, cells: record.cells.map(repairMojibake) } : record;
  });
  if (!found) return { records, notices: [] };
  return { records: mended, notices: [{ code: mends ? "text_mended" : "text_garbled", ...(found as AffectedRows) }] };
}

const maxSampleLength = 40;

/** The first cell that is not ASCII. */
export function toSample(records: readonly CsvRecord[], loaded: LoadedText): Dialect["sample"] {
  if (isAscii(loaded)) return null;
  for (const { number, cells } of records) {
    const cell = cells.find((text) => /[^\u0000-\u007F]/.test(text));
    if (cell !== undefined) return { row: number, text: aroundFirst(cell) };
  }
  return null;
}

function aroundFirst(cell: string): string {
  const at = Math.max(0, cell.search(/[^\u0000-\u007F]/) - maxSampleLength / 2);
  return cell.slice(at, at + maxSampleLength);
}

function isAscii({ reason }: LoadedText): boolean {
  return reason.code === "valid_utf8" && reason.ascii;
}

// What Windows-1252 makes of the bytes 0x80 to 0xBF: in UTF-8 these follow the first byte of a character.
const second = "\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
// Only first bytes of letters that names have, so that no French capital before a quotation mark is taken for one.
const twice = new RegExp(`[ÂÃÄÅÐÑÎÏ][${second}]|[âãäåæçèéê][${second}]{2}|ð[${second}]{3}`, "g");
const once = new RegExp(twice.source);
const special = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** False for most texts, at one look. */
export function mayHaveMojibake(text: string): boolean {
  return once.test(text);
}

/** How many characters of a text were encoded twice. */
export function countMojibake(text: string): number {
  return once.test(text) ? [...text.matchAll(twice)].filter(([found]) => mend(found) !== found).length : 0;
}

/** The text with every character that was encoded twice as it was meant. */
export function repairMojibake(text: string): string {
  return text.replace(twice, mend);
}

function mend(garbled: string): string {
  const bytes = Uint8Array.from(garbled, (character) => {
    const place = special.indexOf(character);
    return place < 0 ? character.charCodeAt(0) : 0x80 + place;
  });
  const meant = new TextDecoder().decode(bytes);
  // A control character, or nothing at all, was never meant.
  return /[\uFFFD\u0080-\u009F]/.test(meant) ? garbled : meant;
}
