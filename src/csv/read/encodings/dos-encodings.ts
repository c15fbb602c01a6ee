// Decodes the code pages of DOS, which Excel's "CSV (MS-DOS)" still writes and no TextDecoder knows.
import type { Encoding } from "../../table.ts";

// The characters of the bytes 0x80 to 0xFF.
const characters: Readonly<Partial<Record<Encoding, string>>> = {
  ibm437:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0",
  ibm850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0",
  ibm852:
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0",
};

/** Decodes bytes in any encoding; with `cut` they may end within a character. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding, cut = false): string {
  const table = characters[encoding];
  return table === undefined ? new TextDecoder(encoding).decode(bytes, { stream: cut }) : decodeWithTable(bytes, table);
}

/** A function that decodes bytes chunk by chunk. */
export function createDecoder(encoding: Encoding): (chunk: Uint8Array) => string {
  const table = characters[encoding];
  if (table !== undefined) return (chunk) => decodeWithTable(chunk, table);
  const decoder = new TextDecoder(encoding);
  return (chunk) => decoder.decode(chunk, { stream: true });
}

function decodeWithTable(bytes: Uint8Array, table: string): string {
  const units = Uint16Array.from(bytes, (byte) => (byte < 0x80 ? byte : table.charCodeAt(byte - 0x80)));
  // All browsers and Node run on little-endian machines.
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
}
