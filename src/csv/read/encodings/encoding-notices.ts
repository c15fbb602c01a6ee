// Reports what happened to the characters of a file: guessed encoding, damaged characters, mojibake.
import type { CsvRecord, Dialect, EncodingReason, FileNotice } from "../../table.ts";
import { type AffectedCells, addCells } from "../../text/cells.ts";
import type { LoadedText } from "../load-text.ts";

type Records = { readonly records: readonly CsvRecord[] };

const guesses: readonly EncodingReason["code"][] = ["not_utf8", "letters_fit", "zero_bytes"];

/** The notices about a guessed encoding, damaged characters and NUL characters. */
export function encodingNotices(loaded: LoadedText, { records }: Records): FileNotice[] {
  const notices: FileNotice[] = [];
  const { text, encoding, reason } = loaded;
  if (guesses.includes(reason.code)) notices.push({ code: "encoding_guessed", encoding });
  const count = isAscii(loaded) || !text.includes("\uFFFD") ? 0 : text.split("\uFFFD").length - 1;
  if (count > 0) {
    const damaged = records.find(({ cells }) => cells.some((cell) => cell.includes("\uFFFD")));
    notices.push({ code: "characters_damaged", count, firstRow: damaged?.number ?? null });
  }
  if (text.includes("\0")) notices.push(...nulNotices(records));
  return notices;
}

function nulNotices(records: readonly CsvRecord[]): FileNotice[] {
  const found = records.filter(({ cells }) => cells.some((cell) => cell.includes("\0")));
  const [first] = found;
  return first ? [{ code: "zeros_ignored", count: found.length, firstRow: first.number }] : [];
}

/** Counts mojibake (text that was encoded twice, "MÃ¼ller"), or repairs it where `repairs` is true. */
export function handleMojibake(
  { records }: Records,
  loaded: LoadedText,
  repairs: boolean,
): { records: readonly CsvRecord[]; notices: FileNotice[] } {
  if (isAscii(loaded) || !mayHaveMojibake(loaded.text)) return { records, notices: [] };
  let found: AffectedCells | null = null;
  let count = 0;
  const repaired = records.map((record) => {
    const columns = record.cells.flatMap((cell, column) => {
      const characters = countMojibake(cell);
      count += characters;
      return characters > 0 ? [column] : [];
    });
    if (columns.length === 0) return record;
    found = addCells(found, record.number, columns);
    return repairs ? { number: record.number, cells: record.cells.map(repairMojibake) } : record;
  });
  if (!found) return { records, notices: [] };
  const { count: rows, ...where }: AffectedCells = found;
  return { records: repaired, notices: [{ code: repairs ? "text_mended" : "text_garbled", count, rows, ...where }] };
}

const maxSampleLength = 40;

/** The first text that is not ASCII, as a sample of the encoding. */
export function toEncodingSample(records: readonly CsvRecord[], loaded: LoadedText): Dialect["sample"] {
  if (isAscii(loaded)) return null;
  for (const { number, cells } of records) {
    const cell = cells.find((text) => /[^\u0000-\u007F]/.test(text));
    if (cell !== undefined) return { row: number, text: aroundFirstNonAscii(cell) };
  }
  return null;
}

function aroundFirstNonAscii(cell: string): string {
  const at = Math.max(0, cell.search(/[^\u0000-\u007F]/) - maxSampleLength / 2);
  return cell.slice(at, at + maxSampleLength);
}

function isAscii({ reason }: LoadedText): boolean {
  return reason.code === "valid_utf8" && reason.ascii;
}

// The bytes 0x80 to 0xBF, which follow the first byte of a UTF-8 character, read as Windows-1252.
const following = "\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
// Only first bytes of letters that occur in names, so that a French capital before a quotation mark does not match.
// The last three are characters of Windows-1252 that a second encoding wrote.
const mojibake = new RegExp(`[ÂÃÄÅÐÑÎÏ][${following}]|[âãäåæçèéê][${following}]{2}|ð[${following}]{3}|Ë[†œ]|Æ’`, "g");
const firstMojibake = new RegExp(mojibake.source);
// The characters of Windows-1252 at 0x80 to 0x9F.
const windowsCharacters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

// False for most texts, which is quickly known.
function mayHaveMojibake(text: string): boolean {
  return firstMojibake.test(text);
}

// The number of characters that were encoded twice.
function countMojibake(text: string): number {
  return firstMojibake.test(text)
    ? [...text.matchAll(mojibake)].filter(([found]) => repairCharacter(found) !== found).length
    : 0;
}

/** The text with every such character as it was before the second encoding. */
export function repairMojibake(text: string): string {
  let repaired = text;
  // Texts that went through several programs were encoded anew by each of them.
  for (let time = 0; time < maxTimes && firstMojibake.test(repaired); time++) {
    repaired = repaired.replace(mojibake, repairCharacter);
  }
  return repaired;
}

const maxTimes = 3;

function repairCharacter(garbled: string): string {
  const bytes = Uint8Array.from(garbled, (character) => {
    const place = windowsCharacters.indexOf(character);
    return place < 0 ? character.charCodeAt(0) : 0x80 + place;
  });
  const repaired = new TextDecoder().decode(bytes);
  // A control character or an invalid sequence shows that the text was not mojibake.
  return /[\uFFFD\u0080-\u009F]/.test(repaired) ? garbled : repaired;
}
