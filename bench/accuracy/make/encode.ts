// Encodes text in legacy encodings by inverting the platform's decoders, because it has no such encoders.

import { decodeBytes } from "../../../src/csv/read/encodings/dos-encodings.ts";

export type EncodingName =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1250"
  | "windows-1251"
  | "windows-1252"
  | "windows-1254"
  | "windows-1255"
  | "windows-1256"
  | "iso-8859-15"
  | "ibm850"
  | "ibm852"
  | "ibm866"
  | "koi8-r"
  | "macintosh"
  | "x-mac-cyrillic"
  | "shift_jis"
  | "gb18030"
  | "big5"
  | "euc-kr";

const tables = new Map<string, Map<string, readonly number[]>>();

export function encode(text: string, encoding: EncodingName, mark = false): Uint8Array {
  const whole = mark ? `\uFEFF${text}` : text;
  if (encoding === "utf-8") return new TextEncoder().encode(whole);
  if (encoding === "utf-16le" || encoding === "utf-16be") return wide(whole, encoding === "utf-16le");
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (!code) throw new Error(`${encoding} has no ${character}`);
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

function wide(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), little);
  return new Uint8Array(view.buffer);
}

function tableOf(encoding: string): Map<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = decoderOf(encoding);
  const learn = (code: readonly number[]) => {
    const character = decoded(decoder, code);
    if (character !== null && !table.has(character)) table.set(character, code);
  };
  for (let byte = 0; byte < 256; byte += 1) learn([byte]);
  if (/shift|gb|big|euc/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail]);
  tables.set(encoding, table);
  return table;
}

// The code pages of DOS, which no TextDecoder knows.
function decoderOf(encoding: string): Pick<TextDecoder, "decode"> {
  if (encoding !== "ibm850" && encoding !== "ibm852") return new TextDecoder(encoding, { fatal: true });
  return { decode: (bytes) => decodeBytes(bytes as Uint8Array, encoding) };
}

function decoded(decoder: Pick<TextDecoder, "decode">, code: readonly number[]): string | null {
  try {
    const text = decoder.decode(Uint8Array.from(code));
    return [...text].length === 1 ? text : null;
  } catch {
    return null;
  }
}
